package dev.quarry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;

/** An ordering is that of the type in Java. */
final class OrderPropertyTest {
    private static final BothEngines ENGINES = new BothEngines();

    @AfterContainer
    static void close() {
        ENGINES.close();
    }

    private record Case(Field<EveryKind, ?> field, Function<EveryKind, @Nullable Object> value) {
        static <V> Case of(Field<EveryKind, V> field, Function<EveryKind, @Nullable V> value) {
            return new Case(field, value::apply);
        }

        static <V> Case ofOptional(Field<EveryKind, Optional<V>> field, Function<EveryKind, Optional<V>> value) {
            return new Case(field, record -> value.apply(record).orElse(null));
        }
    }

    private static final List<Case> CASES = List.of(
            Case.of(EveryKind::little, EveryKind::little),
            Case.of(EveryKind::tiny, EveryKind::tiny),
            Case.of(EveryKind::character, EveryKind::character),
            Case.of(EveryKind::real, EveryKind::real),
            Case.of(EveryKind::date, EveryKind::date),
            Case.of(EveryKind::local, EveryKind::local),
            Case.of(EveryKind::duration, EveryKind::duration),
            Case.of(EveryKind::decimal, EveryKind::decimal),
            Case.of(EveryKind::id, EveryKind::id),
            Case.of(EveryKind::maybeTiny, EveryKind::maybeTiny),
            Case.of(EveryKind::maybeCharacter, EveryKind::maybeCharacter),
            Case.of(EveryKind::maybeReal, EveryKind::maybeReal),
            Case.of(EveryKind::maybeLocal, EveryKind::maybeLocal),
            Case.of(EveryKind::maybeDuration, EveryKind::maybeDuration),
            Case.of(EveryKind::maybeDecimal, EveryKind::maybeDecimal),
            Case.of(EveryKind::maybeId, EveryKind::maybeId),
            Case.ofOptional(EveryKind::optionalNumber, EveryKind::optionalNumber),
            Case.ofOptional(EveryKind::optionalReal, EveryKind::optionalReal),
            Case.ofOptional(EveryKind::optionalTruth, EveryKind::optionalTruth),
            Case.ofOptional(EveryKind::optionalMoment, EveryKind::optionalMoment),
            Case.ofOptional(EveryKind::optionalDecimal, EveryKind::optionalDecimal),
            Case.ofOptional(EveryKind::optionalId, EveryKind::optionalId),
            Case.ofOptional(EveryKind::optionalColor, EveryKind::optionalColor));

    @Provide
    Arbitrary<List<EveryKind>> records() {
        return ArbitraryRecords.of(EveryKind.class).list().ofMinSize(2).ofMaxSize(12);
    }

    @Property(tries = 60)
    void everyOrderingIsThatOfJava(@ForAll("records") List<EveryKind> records) {
        ENGINES.check(db -> {
            Datastore<EveryKind> store = db.store("records", EveryKind.class);
            for (int i = 0; i < records.size(); i++) {
                DB.set(store, "k" + (char) ('a' + i), records.get(i));
            }
            for (int i = 0; i < CASES.size(); i++) {
                Case one = CASES.get(i);
                Comparator<EveryKind> ascending = Comparator.comparing(one.value(), OrderPropertyTest::compare);
                assertOrder(store, records, Options.orderBy(one.field()), ascending, i);
                assertOrder(store, records, Options.orderByDescending(one.field()), ascending.reversed(), i);
            }
        });
    }

    private static void assertOrder(
            Datastore<EveryKind> store,
            List<EveryKind> records,
            Ordering<EveryKind> ordering,
            Comparator<EveryKind> comparator,
            int index) {
        List<EveryKind> expected = new ArrayList<>(records);
        expected.sort(comparator);
        assertThat(DB.queryExactFields(store, Map.of(), ordering))
                .as("case %s", index)
                .isEqualTo(expected);
    }

    @SuppressWarnings("unchecked")
    private static int compare(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return Boolean.compare(left != null, right != null);
        }
        if (left instanceof Double || left instanceof Float) {
            // both zeros are one value
            return Double.compare(((Number) left).doubleValue() + 0.0, ((Number) right).doubleValue() + 0.0);
        }
        return ((Comparable<Object>) left).compareTo(right);
    }

    record Identified(UUID id) {}

    @Example
    void uuidsAreOrderedBySignedHalves() {
        List<UUID> ids = new ArrayList<>();
        long[] halves = {Long.MIN_VALUE, Long.MIN_VALUE + 1, -256, -1, 0, 1, 255, Long.MAX_VALUE};
        for (long most : halves) {
            for (long least : halves) {
                ids.add(new UUID(most, least));
            }
        }
        Collections.shuffle(ids);
        ENGINES.check(db -> {
            Datastore<Identified> store = db.store("records", Identified.class, Options.index(Identified::id));
            ids.forEach(id -> DB.add(store, new Identified(id)));

            UUID[] sorted = ids.toArray(UUID[]::new);
            Arrays.sort(sorted);
            assertThat(DB.queryExactFields(store, Map.of(), Options.orderBy(Identified::id)))
                    .extracting(Identified::id)
                    .containsExactly(sorted);
        });
    }
}
