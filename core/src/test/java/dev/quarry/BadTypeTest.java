package dev.quarry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.error.UnsupportedRecord;
import dev.quarry.error.UnsupportedType;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Classes that no store holds. */
@ParameterizedClass
@EnumSource(Where.class)
final class BadTypeTest {
    record OfDate(String name, Date value) {}

    record OfObject(String name, Object value) {}

    record OfBigInteger(String name, BigInteger value) {}

    record OfArray(String name, String[] value) {}

    record OfInts(String name, int[] value) {}

    record OfArrayList(String name, ArrayList<String> value) {}

    record OfCollection(String name, Collection<String> value) {}

    record OfDates(String name, List<Date> value) {}

    record OfLists(String name, List<List<String>> value) {}

    record OfMapsInSet(String name, Set<Map<String, String>> value) {}

    record OfOptionals(String name, Map<String, Optional<String>> value) {}

    record OfNumberKeys(String name, Map<Integer, String> value) {}

    record OfEnumKeys(String name, Map<Thread.State, String> value) {}

    @SuppressWarnings("rawtypes")
    record OfRawList(String name, List value) {}

    @SuppressWarnings("rawtypes")
    record OfRawSet(String name, Set value) {}

    @SuppressWarnings("rawtypes")
    record OfRawMap(String name, Map value) {}

    @SuppressWarnings("rawtypes")
    record OfRawOptional(String name, Optional value) {}

    record OfWildcards(String name, List<? extends String> value) {}

    record OfWildcardKeys(String name, Map<?, String> value) {}

    record OfWildcardOptional(String name, Optional<?> value) {}

    record OfOptionalOptional(String name, Optional<Optional<String>> value) {}

    record OfOptionalLists(String name, Optional<List<List<String>>> value) {}

    record OfNullableOptional(String name, @Nullable Optional<String> value) {}

    record OfNullableInOptional(String name, Optional<@Nullable String> value) {}

    record OfNullableElements(String name, List<@Nullable String> value) {}

    record OfNullableMembers(String name, Set<@Nullable Integer> value) {}

    record OfNullableValues(String name, Map<String, @Nullable String> value) {}

    record OfNullableKeys(String name, Map<@Nullable String, String> value) {}

    record OfNullableElementsInOptional(String name, Optional<List<@Nullable String>> value) {}

    @SuppressWarnings("NullAway")
    record OfNullableBytes(String name, @Nullable byte[] value) {}

    record OfNullableArrays(String name, List<byte @Nullable []> value) {}

    record Outer(String name, OfDate inner) {}

    record Around(String name, Map<String, Outer> outers) {}

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

    record Tree(String name, List<Tree> children) {}

    record Pair<A, B>(A a, B b) {}

    record AroundPair(Pair<String, Integer> pair) {}

    record D1(int n, @Nullable D2 d) {
        record D2(D3 d) {}

        record D3(Optional<D4> d) {}

        record D4(D5 d) {}

        record D5(@Nullable D6 d) {}

        record D6(D7 d) {}

        record D7(D8 d) {}

        record D8(Optional<D9> d) {}

        record D9(D10 d) {}

        record D10(@Nullable D11 d) {}

        record D11(D12 d) {}

        record D12(String text) {}
    }

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

    @Parameter
    Where where;

    @TempDir
    Path directory;

    private Database db;

    @BeforeEach
    void open() {
        db = where.open(directory);
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
        assertTypeRefused(OfDate.class, "java.util.Date");
        assertTypeRefused(OfObject.class, "java.lang.Object");
        assertTypeRefused(OfBigInteger.class, "java.math.BigInteger");
        assertTypeRefused(OfArray.class, "java.lang.String[]");
        assertTypeRefused(OfInts.class, "int[]");
    }

    @Test
    void collections() {
        assertTypeRefused(OfArrayList.class, "java.util.ArrayList<java.lang.String>");
        assertTypeRefused(OfCollection.class, "java.util.Collection<java.lang.String>");
        assertTypeRefused(OfDates.class, "java.util.List<java.util.Date>");
        assertTypeRefused(OfLists.class, "java.util.List<java.util.List<java.lang.String>>");
        assertTypeRefused(OfMapsInSet.class, "java.util.Set<java.util.Map<java.lang.String, java.lang.String>>");
        assertTypeRefused(OfOptionals.class, "java.util.Map<java.lang.String, java.util.Optional<java.lang.String>>");
        assertTypeRefused(OfNumberKeys.class, "java.util.Map<java.lang.Integer, java.lang.String>");
        assertTypeRefused(OfEnumKeys.class, "java.util.Map<java.lang.Thread$State, java.lang.String>");
        assertTypeRefused(OfRawList.class, "java.util.List");
        assertTypeRefused(OfRawSet.class, "java.util.Set");
        assertTypeRefused(OfRawMap.class, "java.util.Map");
        assertTypeRefused(OfWildcards.class, "java.util.List<? extends java.lang.String>");
        assertTypeRefused(OfWildcardKeys.class, "java.util.Map<?, java.lang.String>");
    }

    @Test
    void optionals() {
        assertTypeRefused(OfRawOptional.class, "java.util.Optional");
        assertTypeRefused(OfWildcardOptional.class, "java.util.Optional<?>");
        assertTypeRefused(OfOptionalOptional.class, "java.util.Optional<java.util.Optional<java.lang.String>>");
        assertTypeRefused(
                OfOptionalLists.class, "java.util.Optional<java.util.List<java.util.List<java.lang.String>>>");
        assertTypeRefused(OfNullableInOptional.class, "java.util.Optional<@Nullable java.lang.String>");

        UnsupportedType refused = Refusal.of(UnsupportedType.class, () -> db.store("store", OfNullableOptional.class));
        assertThat(refused.field()).isEqualTo("value");
        assertThat(refused.type()).isEqualTo("@Nullable java.util.Optional<java.lang.String>");
        assertThat(refused).hasMessageContaining("remove @Nullable, or remove Optional");
    }

    @Test
    void nullableContents() {
        assertTypeRefused(OfNullableElements.class, "java.util.List<@Nullable java.lang.String>");
        assertTypeRefused(OfNullableMembers.class, "java.util.Set<@Nullable java.lang.Integer>");
        assertTypeRefused(OfNullableValues.class, "java.util.Map<java.lang.String, @Nullable java.lang.String>");
        assertTypeRefused(OfNullableKeys.class, "java.util.Map<@Nullable java.lang.String, java.lang.String>");
        assertTypeRefused(
                OfNullableElementsInOptional.class, "java.util.Optional<java.util.List<@Nullable java.lang.String>>");
    }

    /** An array that may be null is written {@code byte @Nullable []}. */
    @Test
    void bytesThatMayBeNull() {
        assertTypeRefused(OfNullableBytes.class, "@Nullable byte[]");
        assertTypeRefused(OfNullableArrays.class, "java.util.List<byte @Nullable []>");
    }

    @Test
    void aTypeInsideANestedRecord() {
        assertTypeRefused(Outer.class, OfDate.class, "java.util.Date");
        assertTypeRefused(Around.class, OfDate.class, "java.util.Date");
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
        assertRecordRefused(Chain.class, Chain.class, "hold the key of the other record instead");
        assertRecordRefused(Tree.class, Tree.class, Tree.class.getName() + " in " + Tree.class.getName());
    }

    @Test
    void recordsWithTypeParameters() {
        assertRecordRefused(Pair.class, Pair.class, "declare a record for each use of Pair");
        assertRecordRefused(AroundPair.class, Pair.class, "declare a record for each use of Pair");
    }

    @Test
    void recordsMayBeInsideEachOtherAtAnyDepth() {
        Datastore<D1> store = db.store("store", D1.class);
        D1.D10 deep = new D1.D10(new D1.D11(new D1.D12("deep")));
        D1.D5 half = new D1.D5(new D1.D6(new D1.D7(new D1.D8(Optional.of(new D1.D9(deep))))));
        D1 whole = new D1(1, new D1.D2(new D1.D3(Optional.of(new D1.D4(half)))));
        D1 none = new D1(2, new D1.D2(new D1.D3(Optional.of(new D1.D4(new D1.D5(null))))));
        DB.set(store, "a", whole);
        DB.set(store, "b", none);

        assertThat(DB.getAll(store)).containsExactly(whole, none);
        assertThat(DB.queryExactFields(store, Map.of("d.d.d.d.d.d.d.d.d.d.d.text", "deep")))
                .containsExactly(whole);
        db.drop("store");
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
