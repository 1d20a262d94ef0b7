package dev.quarry.query.endtoend;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.Filter;
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

/** Optionals, references that may be null, and what is captured mean in SQL what they mean in Java. */
@ParameterizedClass
@EnumSource(Backend.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferencesTest {
    @Parameter
    Backend backend;

    private Database database;
    private Datastore<Choice> parcels;

    private final int limit = 1;
    private String prefix = "a";

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
    void optionalsAreWhatTheyHoldOrEmpty() {
        agree(Map.of(
                "map", p -> p.code().map(String::length).orElse(-1) > 1,
                "map to a component", p -> p.spot().map(Place::floor).orElse(0) > 0,
                "map to null", p -> p.spot().map(s -> s.zip()).isPresent(),
                "a mapping that throws", p -> p.rank().map(r -> 10 / r).isPresent(),
                "filter", p -> p.rank().filter(r -> r > 0).isEmpty(),
                "filter that throws", p -> p.rank().filter(r -> 10 / r > 1).isPresent(),
                "flatMap",
                        p -> p.code()
                                .flatMap(c -> c.isEmpty() ? Optional.<String>empty() : p.code())
                                .isPresent(),
                "or",
                        p -> p.code()
                                .or(() -> Optional.ofNullable(p.note()))
                                .map(c -> c.equals("a"))
                                .orElse(false),
                "orElseGet", p -> p.rank().orElseGet(() -> 10 / p.count()) > 3,
                "orElse that throws", p -> p.rank().orElse(10 / p.count()) > 0));
        agree(Map.of(
                "get", p -> p.rank().get() > 0 || p.boxed() == 1,
                "orElseThrow", p -> !(p.code().orElseThrow().length() > 0),
                "orElseThrow with its own", p -> p.rank().orElseThrow(() -> new IllegalStateException()) == 0,
                "ofNullable",
                        p -> Optional.ofNullable(p.note())
                                        .map(n -> n + "!")
                                        .orElse("none")
                                        .length()
                                > 2,
                "guarded get", p -> p.code().isPresent() && p.code().get().isEmpty(),
                "orElse null", p -> p.code().orElse(null) == null,
                "orElse nullable", p -> Objects.equals(p.code().orElse(p.note()), "a"),
                "a local one",
                        p -> {
                            Optional<String> code = p.code().filter(c -> !c.isEmpty());
                            return code.isPresent() && code.get().length() > 1;
                        }));
    }

    @Test
    void referencesThatMayBeNullAreAskedFirst() {
        agree(Map.of(
                "requireNonNullElse",
                        p -> Objects.requireNonNullElse(p.note(), "none").length() > 3,
                "of numbers", p -> Objects.requireNonNullElse(p.score(), 7) > 0,
                "that throws", p -> Objects.requireNonNullElse(p.score(), 10 / p.count()) > 0,
                "requireNonNullElseGet", p -> Objects.requireNonNullElseGet(p.score(), () -> 10 / p.count()) > 0,
                "requireNonNull", p -> Objects.requireNonNull(p.note()).isEmpty(),
                "a choice", p -> Objects.equals(p.count() > 0 ? p.note() : null, "a"),
                "a guarded choice",
                        p -> {
                            String text = p.count() > 0 ? p.note() : p.name();
                            return text != null && text.length() > 1;
                        },
                "boxes",
                        p -> {
                            Integer n = p.count() > 0 ? p.score() : p.boxed();
                            return n == null || n > 0;
                        },
                "joined", p -> ((p.count() > 0 ? p.note() : p.name()) + "!").equals("null!")));
    }

    @Test
    void charsAndFloatsAreWritten() {
        agree(Map.of(
                "char", p -> p.letter() == 'a' || p.name().indexOf('b') > 0,
                "float", p -> p.ratio() > 0.3f,
                "a choice of chars is a char", p -> ("" + (p.count() > 0 ? 'x' : 'y')).equals("x"),
                "a constant goes with it", p -> ("" + (p.count() > 0 ? p.letter() : 0)).equals("a"),
                "plus makes an int", p -> ("" + (+p.letter())).equals("97")));
    }

    @Test
    void fieldsOfTheObjectAroundAreCaptured() {
        agree(Map.of(
                "by name", p -> p.count() >= limit,
                "through this", p -> p.name().startsWith(this.prefix),
                "next to a variable", p -> p.count() > limit && p.name().startsWith(prefix)));
        prefix = "A";
        Agreement.assertAgrees(
                parcels, Choice.samples(), "its value now", p -> p.name().startsWith(prefix));
    }
}
