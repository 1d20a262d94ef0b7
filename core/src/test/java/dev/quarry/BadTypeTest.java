package dev.quarry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.error.UnsupportedRecord;
import dev.quarry.error.UnsupportedType;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Classes that no store holds. */
final class BadTypeTest {
    record OfFloat(String name, float value) {}

    record OfDate(String name, Date value) {}

    record OfNumbers(String name, List<Integer> value) {}

    record OfNumberKeys(String name, Map<Integer, String> value) {}

    record OfNumberValues(String name, Map<String, Integer> value) {}

    record OfObject(String name, Object value) {}

    record OfArray(String name, String[] value) {}

    record OfBytes(String name, byte[] value) {}

    record OfChar(String name, char value) {}

    record OfSet(String name, Set<String> value) {}

    record OfOptional(String name, Optional<String> value) {}

    record OfArrayList(String name, ArrayList<String> value) {}

    @SuppressWarnings("rawtypes")
    record OfRawList(String name, List value) {}

    record OfWildcards(String name, List<? extends String> value) {}

    record OfNullableElements(String name, List<@Nullable String> value) {}

    record OfNullableValues(String name, Map<String, @Nullable String> value) {}

    record Generic<A>(String name, A value) {}

    record Outer(String name, OfFloat inner) {}

    record Empty() {}

    record HandWritten(String name, int size) {
        @Override
        public String name() {
            return name.trim();
        }
    }

    record AroundHandWritten(HandWritten inner) {}

    record Constant(String name) {
        @Override
        public String name() {
            return "Athens";
        }
    }

    record WrittenOut(String name) {
        @Override
        public String name() {
            return name;
        }
    }

    record Chain(String name, @Nullable Chain next) {}

    record Odd(
            String select,
            int rowid,
            String oid,
            long _rowid_,
            String t,
            String excluded,
            String name,
            String Name,
            String ünïcode,
            String Ünïcode,
            double a$b,
            Inner inner) {
        record Inner(String select, String key) {}
    }

    static final class NoRecord {}

    private Database db;

    @BeforeEach
    void open() {
        db = DB.inMemory();
    }

    @AfterEach
    void close() {
        assertThat(db.stores()).isEmpty();
        db.close();
    }

    private void assertTypeRefused(Class<?> record, String type) {
        assertTypeRefused(record, record, type);
    }

    private void assertTypeRefused(Class<?> opened, Class<?> record, String type) {
        UnsupportedType refused = Refusal.of(UnsupportedType.class, () -> db.store("store", opened));
        assertThat(refused.record()).isEqualTo(record.getName());
        assertThat(refused.field()).isEqualTo("value");
        assertThat(refused.type()).isEqualTo(type);
        assertThat(refused)
                .hasMessageContaining("component 'value' of " + record.getName() + " is " + type)
                .hasMessageContaining("use String, int, long, double");
    }

    @Test
    void singleValues() {
        assertTypeRefused(OfFloat.class, "float");
        assertTypeRefused(OfChar.class, "char");
        assertTypeRefused(OfDate.class, "java.util.Date");
        assertTypeRefused(OfObject.class, "java.lang.Object");
        assertTypeRefused(OfOptional.class, "java.util.Optional<java.lang.String>");
        assertTypeRefused(Generic.class, "A");
    }

    @Test
    void collections() {
        assertTypeRefused(OfNumbers.class, "java.util.List<java.lang.Integer>");
        assertTypeRefused(OfNumberKeys.class, "java.util.Map<java.lang.Integer, java.lang.String>");
        assertTypeRefused(OfNumberValues.class, "java.util.Map<java.lang.String, java.lang.Integer>");
        assertTypeRefused(OfSet.class, "java.util.Set<java.lang.String>");
        assertTypeRefused(OfArrayList.class, "java.util.ArrayList<java.lang.String>");
        assertTypeRefused(OfRawList.class, "java.util.List");
        assertTypeRefused(OfWildcards.class, "java.util.List<? extends java.lang.String>");
        assertTypeRefused(OfArray.class, "java.lang.String[]");
        assertTypeRefused(OfBytes.class, "byte[]");
    }

    @Test
    void nullableContents() {
        assertTypeRefused(OfNullableElements.class, "java.util.List<@Nullable java.lang.String>");
        assertTypeRefused(OfNullableValues.class, "java.util.Map<java.lang.String, @Nullable java.lang.String>");
    }

    @Test
    void aTypeInsideANestedRecord() {
        assertTypeRefused(Outer.class, OfFloat.class, "float");
    }

    private void assertRecordRefused(Class<?> opened, Class<?> record, String reason) {
        UnsupportedRecord refused = Refusal.of(UnsupportedRecord.class, () -> db.store("store", opened));
        assertThat(refused.record()).isEqualTo(record.getName());
        assertThat(refused.reason()).contains(reason);
        assertThat(refused).hasMessageContaining(record.getName()).hasMessageContaining(reason);
    }

    @Test
    void classesThatAreNoRecord() {
        assertRecordRefused(NoRecord.class, NoRecord.class, "declare it as record NoRecord(…) {}");
        assertRecordRefused(String.class, String.class, "it is not a record");
        assertRecordRefused(Thread.State.class, Thread.State.class, "it is not a record");
        assertRecordRefused(int.class, int.class, "it is not a record");
        assertRecordRefused(Record.class, Record.class, "it is not a record");
    }

    @Test
    void recordsWithNothingToStore() {
        assertRecordRefused(Empty.class, Empty.class, "it has no components");
    }

    @Test
    void accessorsThatGiveSomethingElse() {
        assertRecordRefused(HandWritten.class, HandWritten.class, "the accessor name() is written by hand");
        assertRecordRefused(AroundHandWritten.class, HandWritten.class, "remove it, or give the method another name");
        assertRecordRefused(Constant.class, Constant.class, "the accessor name() is written by hand");
    }

    @Test
    void recordsWithoutAnEnd() {
        assertRecordRefused(Chain.class, Chain.class, "nested more than 8 deep");
    }

    @Test
    void anAccessorThatDoesWhatItWouldDoAnywayIsTaken() {
        Datastore<WrittenOut> store = db.store("store", WrittenOut.class);
        DB.set(store, "a", new WrittenOut("Athens"));

        assertThat(DB.get(store, "a")).contains(new WrittenOut("Athens"));
        db.drop("store");
    }

    @Test
    void componentsMayHaveAnyName() {
        Datastore<Odd> store = db.store(
                "store", Odd.class, Options.index(Odd::name), Options.index(Odd::Name), Options.unique(Odd::ünïcode));
        Odd odd = new Odd("1", 2, "3", 4, "5", "6", "7", "8", "9", "10", 11, new Odd.Inner("12", "13"));
        DB.set(store, "a", odd);
        DB.set(store, "a", odd);

        assertThat(DB.getAllWithKeys(store)).isEqualTo(Map.of("a", odd));
        assertThat(DB.queryExactFields(store, Map.of("Name", "8", "Ünïcode", "10")))
                .containsExactly(odd);
        assertThat(DB.queryExactFields(store, Map.of("name", "8"))).isEmpty();
        db.drop("store");
    }
}
