package dev.quarry.query.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.Filter;
import dev.quarry.query.endtoend.Choice.Mood;
import dev.quarry.query.endtoend.Choice.Place;
import dev.quarry.query.testing.Backend;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Blocks, local variables and switches mean in SQL what they mean in Java. */
@ParameterizedClass
@EnumSource(Backend.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementsTest {
    private static final String WORD = "a";
    private static final char LETTER = 'Z';

    @Parameter
    Backend backend;

    private Database database;
    private Datastore<Choice> parcels;

    @BeforeParameterizedClassInvocation
    void fill() {
        this.database = backend.open();
        this.parcels = database.store("parcels", Choice.class);
        DB.setAll(parcels, Choice.samples());
    }

    @AfterParameterizedClassInvocation
    void close() {
        backend.close(database);
    }

    private void agree(Map<String, Filter<Choice>> filters) {
        filters.forEach((what, filter) -> Agreement.assertAgrees(parcels, Choice.samples(), what, filter));
    }

    @Test
    void aLocalVariableIsItsValue() {
        agree(Map.of(
                "guarded",
                        p -> {
                            String note = p.note();
                            return note != null && note.startsWith("a");
                        },
                "converted",
                        p -> {
                            long wide = p.count();
                            double real = p.count();
                            int cut = (int) p.price();
                            return wide * 3_000_000_000L > 1 || real / 2 > 0.4 || cut == 1;
                        },
                "narrow",
                        p -> {
                            byte narrow = 5;
                            short two = p.small();
                            return narrow + two > 7;
                        },
                "boxed",
                        p -> {
                            Integer count = p.count();
                            return count.equals(p.boxed()) || count.compareTo(1) > 0;
                        },
                "inferred",
                        p -> {
                            var text = p.name() + p.count();
                            return text.contains("a1");
                        },
                "nested record",
                        p -> {
                            Place home = p.home();
                            return home.zip() == null && home.floor() > 0;
                        }));
    }

    @Test
    void whatALocalVariableThrowsIsThrownEvenIfItIsNotUsed() {
        Filter<Choice> unused = p -> {
            int quotient = 10 / p.count();
            return p.boxed() == 1;
        };

        Agreement.assertAgrees(parcels, Choice.samples(), "unused", unused);
        assertThat(DB.query(parcels, unused)).noneMatch(p -> p.count() == 0).isNotEmpty();
        String nothing = nothing();
        agree(Map.of(
                "a text",
                        p -> {
                            String cut = p.name().substring(1);
                            return p.count() > 0;
                        },
                "in one branch",
                        p -> {
                            if (p.count() > 0) {
                                int index = p.name().charAt(2);
                                return true;
                            }
                            return p.boxed() == 1;
                        },
                "a boolean",
                        p -> {
                            boolean big = 10 / p.count() > 3;
                            return p.boxed() == 1;
                        },
                "next to a captured null",
                        p -> {
                            int length = nothing.length();
                            return p.boxed() == 1;
                        }));
    }

    @SuppressWarnings("NullAway") // what a filter makes of it is what is tested
    private static String nothing() {
        return null;
    }

    /** JLS 15.25.2 */
    @Test
    void aConstantExpressionThatFitsGoesWithANarrowType() {
        final int known = 'Y' + 1;
        int unknown = 90;
        agree(Map.of(
                "sum", p -> ((p.count() > 0 ? p.letter() : 'Y' + 1) + "").equals("Z"),
                "of a name", p -> ("" + (p.count() > 0 ? p.letter() : LETTER + 0)).equals("Z"),
                "shift", p -> ((p.count() > 0 ? p.letter() : 45 << 1) + "").equals("Z"),
                "complement",
                        p -> String.valueOf(p.count() > 0 ? p.letter() : ~-91).equals("Z"),
                "casts", p -> ((p.count() > 0 ? p.letter() : (char) 90 + (int) 0.5f) + "").equals("Z"),
                "choice", p -> ((p.count() > 0 ? p.letter() : LETTER == 'Z' ? 90 : 1) + "").equals("Z"),
                "variable", p -> ((p.count() > 0 ? p.letter() : known) + "").equals("Z"),
                "equal", p -> Objects.equals(LETTER, p.count() > 0 ? p.letter() : 89 + 1),
                "byte", p -> ((p.count() > 0 ? p.small() : 300 - 202) + "").equals("98")));
        agree(Map.of(
                "no constant", p -> ((p.count() > 0 ? p.letter() : unknown) + "").equals("90"),
                "no constant expression", p -> ((p.count() > 0 ? p.letter() : Math.abs(-90)) + "").equals("90"),
                "not fitting", p -> ((p.count() > 0 ? p.letter() : 65_536 + 90) + "").equals("65626"),
                "a local one",
                        p -> {
                            final int local = 90;
                            return ((p.count() > 0 ? p.letter() : local) + "").equals("Z");
                        },
                "a local one that is not final",
                        p -> {
                            int local = 90;
                            return ((p.count() > 0 ? p.letter() : local) + "").equals("90");
                        },
                "what an Optional holds",
                        p -> Optional.of(90)
                                .map(n -> (p.count() > 0 ? p.letter() : n) + "")
                                .get()
                                .equals("90")));
    }

    @Test
    void variablesTakeOtherValues() {
        agree(Map.of(
                "in branches",
                        p -> {
                            int size;
                            if (p.mood() == Mood.GLAD) {
                                size = 1;
                            } else if (p.mood() == Mood.SAD) {
                                size = p.count();
                            } else {
                                size = -1;
                            }
                            return size > 0;
                        },
                "over another",
                        p -> {
                            String text = p.name();
                            if (p.note() != null) {
                                text = p.note();
                            }
                            return text.equals("a") || text.isEmpty();
                        },
                "null first",
                        p -> {
                            String text = null;
                            if (p.count() > 0) {
                                text = p.name();
                            }
                            return text == null || text.length() > 1;
                        },
                "of themselves",
                        p -> {
                            int n = p.count();
                            n = n * 2;
                            n = n + 1;
                            return n > 1;
                        }));
    }

    @Test
    void earlyReturnsGuardWhatFollows() {
        agree(Map.of(
                "null",
                        p -> {
                            if (p.note() == null) {
                                return false;
                            }
                            return p.note().length() > 1;
                        },
                "zero",
                        p -> {
                            if (p.count() == 0) {
                                return true;
                            }
                            return 10 / p.count() > 3;
                        },
                "several",
                        p -> {
                            if (p.score() == null || p.second() == null) {
                                return p.boxed() == 2;
                            }
                            if (p.score() > 0) {
                                return p.second().floor() > 0;
                            }
                            return p.second().zip() != null && p.second().zip().equals("a");
                        },
                "thrown",
                        p -> {
                            if (p.count() < 0) {
                                throw new IllegalStateException(p.name());
                            }
                            return p.count() == 1;
                        },
                "nested",
                        p -> {
                            if (p.count() > 0) {
                                if (p.boxed() == 1) {
                                    return p.name().isEmpty();
                                }
                            } else {
                                return p.known() != null && p.known();
                            }
                            return p.price() > 0;
                        }));
    }

    @Test
    void switchesOverEnumsTextsAndNumbers() {
        Mood mood = Mood.SAD;
        agree(Map.of(
                "enum",
                        p -> switch (p.mood()) {
                            case GLAD -> true;
                            case SAD -> p.count() > 0;
                            case CALM -> false;
                        },
                "enum of another file",
                        p -> switch (p.unit()) {
                            case NANOS, DAYS -> true;
                            case HOURS -> 1 / p.count() > 0;
                            default -> false;
                        },
                "nullable enum",
                        p -> p.other() != null
                                && switch (p.other()) {
                                    case GLAD -> true;
                                    default -> p.boxed() == 1;
                                },
                "captured",
                        p -> switch (mood) {
                            case SAD -> p.count() > 0;
                            default -> false;
                        }));
        agree(Map.of(
                "text",
                p -> switch (p.name()) {
                    case "" -> true;
                    case WORD, "Ada" -> p.count() > 0;
                    default -> p.name().length() == 2;
                },
                "number",
                p -> switch (p.count()) {
                    case -2, 2 -> true;
                    case 0 -> p.boxed() > 0;
                    default -> throw new IllegalArgumentException();
                },
                "char",
                p -> switch (p.letter()) {
                    case 'a' -> true;
                    case LETTER -> p.count() == 1;
                    default -> false;
                },
                "byte and value",
                p -> switch (p.small()) {
                            case 0 -> 1;
                            case 37 -> p.count();
                            default -> {
                                int twice = p.boxed() * 2;
                                yield twice - 1;
                            }
                        }
                        > 0,
                "value of texts",
                p -> (switch (p.mood()) {
                            case GLAD -> p.name();
                            case SAD -> "a";
                            case CALM -> p.home().city();
                        })
                        .equals("a"),
                "assigned",
                p -> {
                    double rate = switch (p.mood()) {
                        case GLAD -> p.count();
                        case SAD -> p.ratio();
                        default -> 0.5;
                    };
                    return rate > 0.4;
                }));
    }

    @Test
    void switchesThatAreStatements() {
        agree(Map.of(
                "falling through",
                        p -> {
                            int points = 0;
                            switch (p.mood()) {
                                case GLAD:
                                    points = 1;
                                case SAD:
                                    points = points + p.count();
                                    break;
                                default:
                                    return false;
                            }
                            return points > 0;
                        },
                "arrows",
                        p -> {
                            switch (p.name()) {
                                case "a" -> {
                                    return true;
                                }
                                case "7" -> {
                                    if (p.count() > 0) {
                                        break;
                                    }
                                    return false;
                                }
                                default -> {}
                            }
                            return p.boxed() == 2;
                        }));
    }

    @Test
    void aBoxThatIsGivenAnotherValueStaysTheBoxItIs() {
        agree(Map.of(
                "char",
                        p -> {
                            Character c = 'a';
                            if (p.count() > 0) {
                                c = 98;
                            }
                            return String.valueOf(c).equals("b");
                        },
                "byte",
                        p -> {
                            Byte b = 0;
                            if (p.count() > 0) {
                                b = 37;
                            }
                            return b.equals(p.small());
                        },
                "static method of one value", p -> p.code().map(String::valueOf).isPresent()));
    }
}
