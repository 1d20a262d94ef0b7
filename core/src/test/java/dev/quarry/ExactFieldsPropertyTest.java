package dev.quarry;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** A query by exact fields gives what {@link Objects#equals} gives. */
final class ExactFieldsPropertyTest {
    private static final BothEngines ENGINES = new BothEngines();

    @AfterContainer
    static void close() {
        ENGINES.close();
    }

    @Provide
    Arbitrary<List<Record>> records() {
        return Arbitraries.of(Everything.class, EveryKind.class, EveryCollection.class)
                .flatMap(type -> ArbitraryRecords.of(type)
                        .map(Record.class::cast)
                        .list()
                        .ofMinSize(2)
                        .ofMaxSize(6));
    }

    @Property(tries = 100)
    void everyComponentFindsTheRecordsThatEqualIt(@ForAll("records") List<Record> records) {
        find(records.get(0).getClass(), records);
    }

    private static <T extends Record> void find(Class<T> type, List<Record> records) {
        ENGINES.check(db -> {
            Datastore<T> store = db.store("records", type);
            Map<String, T> all = new LinkedHashMap<>();
            for (int i = 0; i < records.size(); i++) {
                all.put("k" + i, type.cast(records.get(i)));
            }
            DB.setAll(store, all);
            for (RecordComponent component : type.getRecordComponents()) {
                for (Record record : records) {
                    assertFindsEqualOnes(
                            store, all, component, component.getAccessor().invoke(record));
                }
            }
        });
    }

    private static <T extends Record> void assertFindsEqualOnes(
            Datastore<T> store, Map<String, T> all, RecordComponent component, Object value)
            throws ReflectiveOperationException {
        Map<String, T> expected = new LinkedHashMap<>();
        for (Map.Entry<String, T> one : all.entrySet()) {
            if (Objects.equals(component.getAccessor().invoke(one.getValue()), value)) {
                expected.put(one.getKey(), one.getValue());
            }
        }
        Map<String, T> found = DB.queryExactFieldsWithKey(store, Collections.singletonMap(component.getName(), value));
        assertThat(found).as(component.getName()).isEqualTo(expected);
        if (value instanceof Set<?> || value instanceof Map<?, ?>) {
            assertThat(DB.queryExactFieldsWithKey(store, Map.of(component.getName(), backwards(value))))
                    .as("%s backwards", component.getName())
                    .isEqualTo(expected);
        }
    }

    /** The same in another order, which makes no difference. */
    private static Object backwards(Object value) {
        if (value instanceof Map<?, ?> map) {
            List<Object> keys = new ArrayList<>(map.keySet());
            Collections.reverse(keys);
            Map<Object, Object> copy = new LinkedHashMap<>();
            keys.forEach(key -> copy.put(key, map.get(key)));
            return copy;
        }
        List<Object> elements = new ArrayList<>((Set<?>) value);
        Collections.reverse(elements);
        return new LinkedHashSet<>(elements);
    }
}
