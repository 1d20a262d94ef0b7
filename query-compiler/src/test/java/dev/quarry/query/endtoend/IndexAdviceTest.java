package dev.quarry.query.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Filter;
import dev.quarry.QueryPlan;
import dev.quarry.query.CompilationResult;
import dev.quarry.query.LambdaSource;
import dev.quarry.query.QueryCompiler;
import dev.quarry.query.advice.IndexAdvice;
import dev.quarry.query.symbol.Symbol;
import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;
import dev.quarry.schema.FieldPath;
import dev.quarry.schema.Index;
import dev.quarry.schema.RecordSchemas;
import dev.quarry.schema.ScalarKind;
import dev.quarry.testing.PostgresServer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the compiler says of a filter's need for indexes is what the engine then does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexAdviceTest {
    private static final Set<FieldPath> INDEXED = RecordSchemas.of(Parcel.class).indexes().stream()
            .map(Index::paths)
            .map(paths -> paths.get(0))
            .collect(Collectors.toSet());

    private static final Map<String, Symbol> NAMES = Map.of(
            "text", new Symbol.CapturedVariable("text", Types.STRING),
            "number", new Symbol.CapturedVariable("number", Types.INT),
            "real", new Symbol.CapturedVariable("real", Types.DOUBLE),
            "flag", new Symbol.CapturedVariable("flag", Types.BOOLEAN),
            "moment", new Symbol.CapturedVariable("moment", new Type.Scalar(ScalarKind.INSTANT, false)),
            "sender", new Symbol.CapturedVariable("sender", new Type.Scalar(ScalarKind.UUID, false)),
            "towns", new Symbol.CapturedVariable("towns", new Type.CollectionOf("List", Types.STRING)),
            "Status.GONE",
                    new Symbol.StaticFinalField(
                            Parcel.Status.class.getName(), "GONE", new Type.EnumType(Parcel.Status.class.getName())),
            "Objects", new Symbol.TypeName("java.util.Objects"));

    private final Database sqlite = DB.inMemory();
    private final String server = PostgresServer.newDatabase();
    private final Database postgres = DB.open(server);
    /** Looks at every record only where no index helps at all, also where the table is too small for an index to pay. */
    private final Database postgresWithIndexes = DB.open(server + "&options=-c%20enable_seqscan%3Doff");

    @BeforeAll
    void fill() {
        Map<String, Parcel> parcels = new HashMap<>();
        for (int i = 0; i < 500; i++) {
            parcels.put("k" + i, Parcel.of(i));
        }
        DB.setAll(sqlite.store("parcels", Parcel.class), parcels);
        DB.setAll(postgres.store("parcels", Parcel.class), parcels);
    }

    @AfterAll
    void close() {
        sqlite.close();
        postgres.close();
        postgresWithIndexes.close();
    }

    static List<Filter<Parcel>> foundByAnIndex() {
        String text = "town7";
        int number = 7;
        double real = 7.5;
        boolean flag = false;
        Instant moment = Instant.ofEpochSecond(7);
        UUID sender = new UUID(1, 7);
        List<String> towns = List.of("town1", "town2");
        return List.of(
                p -> p.code().equals(text),
                p -> text.equals(p.town()),
                p -> Objects.equals(p.rank(), number),
                p -> p.weight() == number + 1,
                p -> p.weight() > number,
                p -> number >= p.weight(),
                p -> !(p.weight() > number),
                p -> p.size() < number,
                p -> p.price() == real,
                p -> p.price() > real,
                p -> !(p.price() < real),
                p -> p.rank() == null,
                p -> p.rank() != null && p.rank() < number,
                p -> p.sent() != null && p.sent().isAfter(moment),
                p -> p.sent() != null && !p.sent().isBefore(moment),
                p -> Objects.equals(p.sent(), moment),
                p -> p.sender().equals(sender),
                p -> p.status() == Parcel.Status.GONE,
                p -> p.town().startsWith(text),
                p -> !p.town().startsWith(text),
                p -> p.town().compareTo(text) <= 0,
                p -> !(p.town().compareTo(text) <= 0),
                p -> p.town().isEmpty(),
                p -> towns.contains(p.town()),
                p -> p.urgent(),
                p -> !p.urgent(),
                p -> p.urgent() == flag,
                p -> p.height() == number && p.town().equals(text),
                p -> 10 / p.height() > 1 && p.town().equals(text),
                p -> p.town().equals(text) || p.code().equals(text),
                p -> flag || p.town().equals(text),
                p -> flag ? p.town().equals(text) : p.weight() > number,
                p -> !(p.weight() < number || p.height() == number),
                p -> (p.town().equals(text) && p.height() > 1) || p.sender().equals(sender));
    }

    static List<Filter<Parcel>> foundByLookingAtEveryRecord() {
        String text = "town7";
        int number = 7;
        double real = 7.5;
        boolean flag = false;
        List<String> towns = List.of("town1", "town2");
        return List.of(
                p -> p.street().equals(text),
                p -> p.weight() + 1 == number,
                p -> p.weight() == p.height(),
                p -> !(p.weight() == number),
                p -> !p.town().equals(text),
                p -> !(p.weight() > real),
                p -> p.size() == real,
                p -> !(p.price() > real),
                p -> p.rank() != null,
                p -> p.town().endsWith(text),
                p -> p.town().contains(text),
                p -> text.startsWith(p.town()),
                p -> !towns.contains(p.town()),
                p -> p.tags().contains(text),
                p -> p.tags().isEmpty(),
                p -> p.depot().name().equals(text),
                p -> p.town().equals(text) || p.height() == number,
                p -> p.town().length() == number,
                p -> p.town().trim().equals(text),
                p -> (long) p.price() == number,
                p -> p.height() > number ? p.town().equals(text) : p.code().equals(text),
                p -> (p.weight() == number) == flag,
                p -> (p.town().equals(text) && 10 / p.height() > 1) || p.code().equals(text),
                p -> true);
    }

    @ParameterizedTest
    @MethodSource
    void foundByAnIndex(Filter<Parcel> filter) {
        assertScans(sqlite, filter, false);
        assertScans(postgresWithIndexes, filter, false);
    }

    /** PostgreSQL turns the column's whole numbers into doubles, which no index of them holds. */
    @Test
    void aWholeNumberNextToADoubleIsFoundByAnIndexOfSqliteAlone() {
        double real = 7.5;
        Filter<Parcel> filter = p -> p.weight() == real;

        assertScans(sqlite, filter, false);
        assertThat(DB.explain(postgresWithIndexes.store("parcels", Parcel.class), filter)
                        .scans())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource
    void foundByLookingAtEveryRecord(Filter<Parcel> filter) {
        assertScans(sqlite, filter, true);
        assertScans(postgres, filter, true);
    }

    private static void assertScans(Database database, Filter<Parcel> filter, boolean expected) {
        QueryPlan plan = DB.explain(database.store("parcels", Parcel.class), filter);

        assertThat(plan.scans()).as("what the engine does: %s", plan).isEqualTo(expected);
        assertThat(advice(plan.filter()).scans(INDEXED))
                .as("what the compiler says of %s", plan.filter())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p -> p.height() > number && p.street().equals(text)",
                "p -> p.street().startsWith(text)",
                "p -> p.height() % 2 == 0 && p.street().compareTo(text) > 0",
                "p -> p.street().equals(text) || p.weight() == number",
                "p -> p.street().equals(text) || p.street().isEmpty()",
            })
    void itSuggestsTheFirstComponentThatHelpsAndEqualityBeforeOrder(String lambda) {
        assertThat(advice(lambda).suggestion(INDEXED)).hasValue(FieldPath.of("street"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p -> p.town().equals(text)",
                "p -> p.street().contains(text)",
                "p -> p.street().equals(text) || p.height() == number",
                "p -> p.tags().isEmpty()",
                "p -> flag"
            })
    void itSuggestsNothingWhereNoSingleIndexWouldHelp(String lambda) {
        assertThat(advice(lambda).suggestion(INDEXED)).isEmpty();
    }

    @Test
    void mostOfTheRecordsAreNoReasonForAnIndex() {
        assertThat(advice("p -> p.urgent()").suggestion(Set.of())).isEmpty();
        assertThat(advice("p -> !p.street().startsWith(text)").suggestion(Set.of()))
                .isEmpty();
        assertThat(advice("p -> p.urgent() && p.rank() == null").suggestion(Set.of()))
                .hasValue(FieldPath.of("rank"));
    }

    private static IndexAdvice advice(String lambda) {
        CompilationResult result = new QueryCompiler()
                .compile(new LambdaSource(
                        lambda,
                        LambdaSource.Kind.FILTER,
                        RecordSchemas.of(Parcel.class).schema(),
                        (name, span) -> Optional.ofNullable(NAMES.get(name.replace("Parcel.", "")))));
        assertThat(result).as(lambda).isInstanceOf(CompilationResult.Compiled.class);
        return ((CompilationResult.Compiled) result).lambda().advice().orElseThrow();
    }
}
