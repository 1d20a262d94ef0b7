package dev.quarry.query.endtoend;

import static dev.quarry.Options.limit;
import static dev.quarry.Options.orderBy;
import static dev.quarry.Options.strict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.Filter;
import dev.quarry.Options;
import dev.quarry.Page;
import dev.quarry.error.FilterTooLarge;
import dev.quarry.query.testing.Backend;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Filters that loops join, to more than one call inside the other or one expression inside the other can be. */
@ParameterizedClass
@EnumSource(Backend.class)
class ManyFiltersTest {
    private static final int MANY = 5_000;

    private final Backend backend;
    private final Database database;
    private final Datastore<Lot> lots;
    private final Map<String, Lot> all = new HashMap<>();

    ManyFiltersTest(Backend backend) {
        this.backend = backend;
        this.database = backend.open();
        this.lots = database.store("lots", Lot.class, Options.index(Lot::number));
    }

    record Lot(int number, int parts) {}

    @BeforeEach
    void fill() {
        for (int i = 0; i < 12; i++) {
            all.put("k" + i, new Lot(i * 700, i % 4));
        }
        DB.setAll(lots, all);
    }

    @AfterEach
    void close() {
        backend.close(database);
    }

    private static Filter<Lot> joined(int times, BiFunction<Filter<Lot>, Filter<Lot>, Filter<Lot>> join) {
        Filter<Lot> filter = lot -> lot.number() < 0;
        for (int i = 0; i < times; i++) {
            int number = i;
            filter = join.apply(filter, lot -> lot.number() == number);
        }
        return filter;
    }

    private static Filter<Lot> throwing(int times, BiFunction<Filter<Lot>, Filter<Lot>, Filter<Lot>> join) {
        Filter<Lot> filter = lot -> lot.number() < 0;
        for (int i = 0; i < times; i++) {
            int number = i;
            filter = join.apply(filter, lot -> 12 / lot.parts() + number == lot.number());
        }
        return filter;
    }

    private void assertIsAsInJava(Filter<Lot> filter) {
        Map<String, Lot> expected = new HashMap<>();
        all.forEach((key, lot) -> {
            if (isTrue(filter, lot)) {
                expected.put(key, lot);
            }
        });

        assertThat(DB.queryWithKey(lots, filter)).isEqualTo(expected);
        assertThat(DB.queryCount(lots, filter)).isEqualTo(expected.size());
    }

    private static boolean isTrue(Filter<Lot> filter, Lot lot) {
        try {
            return filter.test(lot);
        } catch (ArithmeticException e) {
            return false;
        }
    }

    @Test
    void thousandsAreJoinedByOr() {
        assertIsAsInJava(joined(MANY, Filter::or));
        assertIsAsInJava(joined(MANY, (filter, next) -> next.or(filter)));
        assertIsAsInJava(joined(MANY, Filter::or).negate());
    }

    @Test
    void thousandsAreJoinedByAnd() {
        assertIsAsInJava(joined(MANY, (filter, next) -> filter.and(next.negate())));
        assertIsAsInJava(joined(
                MANY, (filter, next) -> filter.negate().and(next.negate()).negate()));
    }

    @Test
    void thousandsThatMayThrowAreAskedInTheirOrder() {
        assertIsAsInJava(throwing(1_500, Filter::or));
        assertIsAsInJava(throwing(1_500, (filter, next) -> next.or(filter)));
        assertIsAsInJava(throwing(1_500, Filter::or).negate());
        assertIsAsInJava(throwing(1_500, (filter, next) -> filter.and(next.negate())));
        assertIsAsInJava(throwing(400, (filter, next) -> next.negate().and(filter.negate())));
    }

    @Test
    void strictThrowsWhatTheFirstRecordThrows() {
        Filter<Lot> filter = throwing(1_500, Filter::or);

        assertThatThrownBy(() -> DB.queryCount(lots, filter, strict())).isInstanceOf(ArithmeticException.class);
        assertThat(DB.queryCount(lots, joined(MANY, Filter::or), strict())).isEqualTo(8);
    }

    @Test
    void orAndAndTakeTurnsAsDeeplyAsEnginesNest() {
        Filter<Lot> deep = lot -> lot.number() < 0;
        Filter<Lot> deepAndThrowing = deep;
        for (int i = 0; i < 880; i++) {
            int number = i * 7;
            Filter<Lot> same = lot -> lot.number() == number;
            Filter<Lot> other = lot -> 12 / lot.parts() != number;
            deep = i % 2 == 0 ? deep.or(same) : deep.and(same.negate().or(other));
            deepAndThrowing = i % 2 == 0 ? deepAndThrowing.or(same) : deepAndThrowing.and(other);
        }

        assertIsAsInJava(deep);
        assertIsAsInJava(deepAndThrowing);
        assertIsAsInJava(deepAndThrowing.negate());
        assertIsAsInJava(joined(850, (filter, next) -> filter.or(next).negate()));
    }

    @Test
    void deeperOnesAreRefusedWithTheirNumber() {
        for (int times : List.of(1_000, 20_000)) {
            Filter<Lot> filter = joined(times, (inner, next) -> inner.or(next).negate());

            assertThatExceptionOfType(FilterTooLarge.class)
                    .isThrownBy(() -> DB.queryCount(lots, filter))
                    .satisfies(e -> assertThat(e.filters()).isEqualTo(times + 1))
                    .withMessageContaining("more than 900 levels")
                    .withMessageContaining("contains(…)");
            assertThatExceptionOfType(FilterTooLarge.class).isThrownBy(() -> DB.queryCount(lots, filter, strict()));
            assertThatExceptionOfType(FilterTooLarge.class).isThrownBy(() -> DB.explain(lots, filter));
            assertThat(filter.test(new Lot(-1, 1))).isEqualTo(times % 2 == 0);
        }
    }

    @Test
    void moreValuesThanAStatementTakesAreRefusedWithTheirNumber() {
        Filter<Lot> filter = lot -> lot.number() < 0;
        for (int i = 0; i < 20_000; i++) {
            int number = i;
            filter = filter.or(lot -> lot.number() == number && lot.parts() > number);
        }
        Filter<Lot> large = filter;

        assertThatExceptionOfType(FilterTooLarge.class)
                .isThrownBy(() -> DB.queryCount(lots, large))
                .satisfies(e -> assertThat(e.filters()).isEqualTo(20_001))
                .withMessageContaining("40001 values")
                .withMessageContaining("contains(…)");
        assertThat(large.test(new Lot(19_999, 20_000))).isTrue();
    }

    @Test
    void whatIsJoinedWithItselfWithoutEndIsRefusedAtOnce() {
        Filter<Lot> filter = lot -> lot.number() < 0;
        for (int i = 0; i < 60; i++) {
            filter = filter.or(filter);
        }
        Filter<Lot> endless = filter;

        assertThatExceptionOfType(FilterTooLarge.class)
                .isThrownBy(() -> DB.queryCount(lots, endless))
                .withMessageContaining("at most 32766 can be joined");
    }

    @Test
    void itsPagesAndItsPlanAreThoseOfAnyFilter() {
        Filter<Lot> filter = joined(MANY, Filter::or);
        Page<Lot> first = DB.page(lots, filter, orderBy(Lot::parts), limit(5));
        Page<Lot> second = DB.page(
                lots,
                filter,
                orderBy(Lot::parts),
                limit(5),
                Options.after(first.next().orElseThrow()));

        assertThat(IntStream.concat(
                        first.items().stream().mapToInt(Lot::number),
                        second.items().stream().mapToInt(Lot::number)))
                .containsExactlyInAnyOrder(0, 700, 1400, 2100, 2800, 3500, 4200, 4900);
        assertThat(DB.explain(lots, filter).filter()).startsWith("((((").endsWith("or (lot -> lot.number() == number)");
    }

    @Test
    void ofTheSameShapeNoStatementIsPreparedAgain() {
        DB.queryCount(lots, joined(1_200, Filter::or));
        long prepared = database.preparedStatements();

        DB.queryCount(lots, joined(1_200, Filter::or));

        assertThat(database.preparedStatements()).isEqualTo(prepared);
    }
}
