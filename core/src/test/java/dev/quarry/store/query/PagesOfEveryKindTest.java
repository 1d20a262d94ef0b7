package dev.quarry.store.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.engine.Engine;
import dev.quarry.engine.Engines;
import dev.quarry.engine.Settings;
import dev.quarry.plan.BoundFilter;
import dev.quarry.plan.ColumnResolver;
import dev.quarry.plan.SqlText;
import dev.quarry.schema.FieldPath;
import dev.quarry.schema.RecordSchemas;
import dev.quarry.store.StoreTable;
import dev.quarry.store.Stores;
import dev.quarry.store.Writing;
import dev.quarry.testing.PostgresServer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;

/** Pages, one behind the other, are the whole query, whatever kinds of values it is ordered by. */
final class PagesOfEveryKindTest {
    private static final List<Engine> ENGINES =
            List.of(Engines.inMemory(Settings.DEFAULT), Engines.open(PostgresServer.newDatabase(), Settings.DEFAULT));
    private static final AtomicInteger STORES = new AtomicInteger();

    @AfterContainer
    static void close() {
        ENGINES.forEach(Engine::close);
    }

    record Row(
            LocalDateTime at,
            BigDecimal price,
            UUID id,
            @Nullable Duration time,
            Optional<Float> weight,
            @Nullable UUID maybeId,
            Optional<BigDecimal> maybePrice,
            char sign,
            LocalDate date,
            double height,
            @Nullable Double depth,
            float width,
            @Nullable Boolean open,
            String name) {}

    /** True for every record. */
    private record Everything() implements BoundFilter {
        @Override
        public Object shape() {
            return this;
        }

        @Override
        public int lambdas() {
            return 1;
        }

        @Override
        public SqlText whenTrue(ColumnResolver columns) {
            return new SqlText("true", List.of());
        }

        @Override
        public SqlText whenThrowing(ColumnResolver columns) {
            return new SqlText("false", List.of());
        }

        @Override
        public boolean canThrow() {
            return false;
        }

        @Override
        public boolean isNeverTrue() {
            return false;
        }

        @Override
        public String text() {
            return "row -> true";
        }

        @Override
        public @Nullable Object[] values() {
            return new Object[0];
        }
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        Arbitrary<UUID> ids = Arbitraries.of(
                new UUID(-1, 0), new UUID(0, -1), new UUID(0, 1), new UUID(Long.MIN_VALUE, 0), new UUID(1, -1));
        Arbitrary<BigDecimal> prices = Arbitraries.of("0", "1.0", "1.00", "-1.5", "10", "-1.55", "1E+20")
                .map(BigDecimal::new);
        Arbitrary<LocalDateTime> moments = Arbitraries.of(
                LocalDateTime.MIN,
                LocalDateTime.MAX,
                LocalDateTime.of(2000, 1, 1, 0, 0),
                LocalDateTime.of(2000, 1, 1, 0, 1));
        Arbitrary<Duration> times = Arbitraries.of(Duration.ofNanos(-1), Duration.ZERO, Duration.ofNanos(1));
        Arbitrary<Double> heights = Arbitraries.of(
                Double.NaN, 0.0, -0.0, 0.1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.MIN_VALUE);
        Arbitrary<Float> weights = Arbitraries.of(Float.NaN, 0.0f, -0.0f, 1f, Float.NEGATIVE_INFINITY);
        return Combinators.combine(List.of(
                        moments.asGeneric(),
                        prices.asGeneric(),
                        ids.asGeneric(),
                        times.injectNull(0.4).asGeneric(),
                        weights.optional().asGeneric(),
                        ids.injectNull(0.4).asGeneric(),
                        prices.optional().asGeneric(),
                        Arbitraries.of('a', '\0', '\uD800').asGeneric(),
                        Arbitraries.of(LocalDate.MIN, LocalDate.EPOCH, LocalDate.MAX)
                                .asGeneric(),
                        heights.asGeneric(),
                        heights.injectNull(0.4).asGeneric(),
                        weights.asGeneric(),
                        Arbitraries.of(true, false).injectNull(0.4).asGeneric(),
                        Arbitraries.of("", "NaN", "a").asGeneric()))
                .as(PagesOfEveryKindTest::row)
                .list()
                .ofMaxSize(20);
    }

    private static Row row(List<Object> values) {
        try {
            return (Row) Row.class.getDeclaredConstructors()[0].newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Provide
    Arbitrary<List<Direction>> directions() {
        Arbitrary<FieldPath> paths = Arbitraries.of(
                        RecordSchemas.of(Row.class).schema().fieldNames())
                .map(FieldPath::of);
        return Combinators.combine(paths, Arbitraries.of(true, false))
                .as(Direction::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .uniqueElements(Direction::path);
    }

    @Property(tries = 200)
    void thePagesOneBehindTheOtherAreTheWholeQuery(
            @ForAll("rows") List<Row> rows,
            @ForAll("directions") List<Direction> order,
            @ForAll @IntRange(min = 1, max = 5) int size) {
        List<List<Row>> answers = new ArrayList<>();
        for (Engine engine : ENGINES) {
            String name = "rows" + STORES.incrementAndGet();
            StoreTable<Row> table = new Stores(engine, false).open(name, RecordSchemas.of(Row.class), List.of());
            Writing<Row> writing = new Writing<>(table);
            for (int i = 0; i < rows.size(); i++) {
                writing.set(String.format("k%02d", i), rows.get(i));
            }
            Queries<Row> queries = new Queries<>(table);
            BoundFilter filter = new Everything();
            List<Row> whole = queries.page(
                            Optional.empty(), filter, new QuerySpec(order, Optional.of(100), Optional.empty()))
                    .records();
            assertThat(whole).hasSameSizeAs(rows);

            List<Row> paged = new ArrayList<>();
            Optional<String> cursor = Optional.empty();
            do {
                Queries.Part<Row> part =
                        queries.page(Optional.empty(), filter, new QuerySpec(order, Optional.of(size), cursor));
                paged.addAll(part.records());
                cursor = part.next();
            } while (cursor.isPresent());

            assertThat(paged).as(engine.name()).isEqualTo(whole);
            answers.add(whole);
        }
        assertThat(answers.get(1)).isEqualTo(answers.get(0));
    }

    @Property(tries = 150)
    void aCursorOfOneEngineLeadsOnInTheOther(
            @ForAll("rows") List<Row> rows,
            @ForAll("directions") List<Direction> order,
            @ForAll @IntRange(min = 1, max = 5) int size,
            @ForAll boolean secondFirst) {
        List<Queries<Row>> both = onBoth(rows);
        List<Row> whole = page(both.get(0), order, 100, Optional.empty()).records();

        List<Row> paged = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        int at = secondFirst ? 1 : 0;
        do {
            Queries.Part<Row> part = page(both.get(at % 2), order, size, cursor);
            paged.addAll(part.records());
            cursor = part.next();
            at++;
        } while (cursor.isPresent());

        assertThat(paged).isEqualTo(whole);
    }

    /** The same rows in stores of one name. */
    private static List<Queries<Row>> onBoth(List<Row> rows) {
        String name = "rows" + STORES.incrementAndGet();
        List<Queries<Row>> both = new ArrayList<>();
        for (Engine engine : ENGINES) {
            StoreTable<Row> table = new Stores(engine, false).open(name, RecordSchemas.of(Row.class), List.of());
            Writing<Row> writing = new Writing<>(table);
            for (int i = 0; i < rows.size(); i++) {
                writing.set(String.format("k%02d", i), rows.get(i));
            }
            both.add(new Queries<>(table));
        }
        return both;
    }

    private static Queries.Part<Row> page(
            Queries<Row> queries, List<Direction> order, int size, Optional<String> cursor) {
        return queries.page(Optional.empty(), new Everything(), new QuerySpec(order, Optional.of(size), cursor));
    }

    @Example
    void cursorsThatHoldNotANumberAsEitherEngineStoresItAreStillRead() {
        List<Row> rows = new ArrayList<>();
        for (double height : new double[] {Double.NaN, Double.NaN, Double.NaN, 1, 2}) {
            rows.add(new Row(
                    LocalDateTime.MIN,
                    BigDecimal.ONE,
                    new UUID(0, rows.size()),
                    null,
                    Optional.empty(),
                    null,
                    Optional.empty(),
                    'a',
                    LocalDate.MIN,
                    height,
                    null,
                    0,
                    null,
                    ""));
        }
        List<Direction> order = List.of(new Direction(FieldPath.of("height"), true));
        for (Queries<Row> queries : onBoth(rows)) {
            String cursor = page(queries, order, 2, Optional.empty()).next().orElseThrow();
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            assertThat(text).contains("\"tNaN\"");
            String ofPostgres = text.replace("tNaN", "d7ff8000000000000");

            for (String old : List.of(text, ofPostgres)) {
                String given = Base64.getUrlEncoder().encodeToString(old.getBytes(StandardCharsets.UTF_8));
                assertThat(page(queries, order, 9, Optional.of(given)).records())
                        .containsExactly(rows.get(2), rows.get(4), rows.get(3));
            }
        }
    }
}
