package dev.quarry;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** A query by exact fields gives what {@link Objects#equals} gives. */
final class ExactFieldsPropertyTest {
    @Provide
    Arbitrary<Everything> everything() {
        return ArbitraryRecords.everything();
    }

    @Property(tries = 60)
    void everyComponentFindsTheRecordsThatEqualIt(
            @ForAll @Size(min = 2, max = 8) List<@From("everything") Everything> records) throws Exception {
        try (Database db = DB.inMemory()) {
            Datastore<Everything> store = db.store("everything", Everything.class);
            Map<String, Everything> all = new LinkedHashMap<>();
            for (int i = 0; i < records.size(); i++) {
                all.put("k" + i, records.get(i));
            }
            DB.setAll(store, all);
            for (RecordComponent component : Everything.class.getRecordComponents()) {
                for (Everything record : records) {
                    assertFindsEqualOnes(
                            store, all, component, component.getAccessor().invoke(record));
                }
            }
        }
    }

    private static void assertFindsEqualOnes(
            Datastore<Everything> store, Map<String, Everything> all, RecordComponent component, Object value)
            throws ReflectiveOperationException {
        Map<String, Everything> expected = new LinkedHashMap<>();
        for (Map.Entry<String, Everything> one : all.entrySet()) {
            if (Objects.equals(component.getAccessor().invoke(one.getValue()), value)) {
                expected.put(one.getKey(), one.getValue());
            }
        }
        assertThat(DB.queryExactFieldsWithKey(store, Collections.singletonMap(component.getName(), value)))
                .as(component.getName())
                .isEqualTo(expected);
    }
}
