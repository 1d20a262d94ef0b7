package dev.quarry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quarry.error.IncomparableField;
import dev.quarry.error.WrongFieldType;
import dev.quarry.testing.Place;
import dev.quarry.testing.Site;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Arrays of bytes, lists, sets and maps: how they are kept, given back and compared. */
@ParameterizedClass
@EnumSource(Place.class)
final class CollectionFieldsTest {
    record Point(int x, Optional<String> label) {}

    record Track(String name, List<Point> points, Set<String> tags, Map<String, Point> marks) {}

    record Blob(byte[] data, byte @Nullable [] maybe, Optional<byte[]> optional, List<byte[]> list) {}

    record Folded(String text) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Folded folded && text.equalsIgnoreCase(folded.text);
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }

    record Deep(List<Track> tracks, Folded folded, Optional<List<Folded>> foldeds, Blob blob, Point point) {}

    record Forms(
            List<Double> reals,
            List<Float> floats,
            List<Character> characters,
            List<Instant> moments,
            List<Duration> durations,
            List<LocalDate> dates,
            List<LocalDateTime> locals,
            List<UUID> ids,
            List<BigDecimal> decimals,
            List<byte[]> bytes,
            Set<Boolean> truths,
            Map<String, Thread.State> states,
            List<Point> points) {}

    @Parameter
    Place place;

    @TempDir
    Path directory;

    private Site site;
    private Database db;

    @BeforeEach
    void open() {
        site = place.in(directory);
        db = DB.open(site.location());
    }

    @AfterEach
    void close() {
        db.close();
    }

    /** Other programs read the file, and the SQL of filters reads it by these forms. */
    @Test
    void elementsHaveTheDocumentedForms() throws Exception {
        Forms forms = new Forms(
                List.of(1.0, -0.0, 0.1, 1e23, Double.MIN_VALUE, Double.NaN, Double.NEGATIVE_INFINITY),
                List.of(0.1f, Float.POSITIVE_INFINITY),
                List.of('a', '\0'),
                List.of(Instant.ofEpochSecond(-1, 5)),
                List.of(Duration.ofSeconds(-2, 7)),
                List.of(LocalDate.of(1969, 12, 31)),
                List.of(LocalDateTime.of(1970, 1, 2, 0, 0, 0, 3)),
                List.of(new UUID(1, 2)),
                List.of(new BigDecimal("1.50"), new BigDecimal("1E+3")),
                List.of(new byte[] {1, -1}),
                Set.of(true),
                Map.of("\"k\"", Thread.State.NEW),
                List.of(new Point(1, Optional.empty()), new Point(2, Optional.of("b"))));
        DB.set(db.store("forms", Forms.class), "k", forms);

        String table = site.dataTables().get(0);
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("reals", "[1.0,-0.0,0.1,1.0E23,4.9E-324,\"NaN\",\"-Infinity\"]");
        expected.put("floats", "[0.10000000149011612,\"Infinity\"]");
        expected.put("characters", "[97,0]");
        expected.put("moments", "[[-1,5]]");
        expected.put("durations", "[[-2,7]]");
        expected.put("dates", "[-1]");
        expected.put("locals", "[[1,3]]");
        expected.put("ids", "[\"00000000-0000-0001-0000-000000000002\"]");
        expected.put("decimals", "[\"1.50\",\"1E+3\"]");
        expected.put("bytes", "[\"Af8=\"]");
        expected.put("truths", "[true]");
        expected.put("states", "{\"\\\"k\\\"\":\"NEW\"}");
        expected.put("points", "[{\"x\":1,\"label\":null},{\"x\":2,\"label\":\"b\"}]");
        for (Map.Entry<String, String> column : expected.entrySet()) {
            assertThat(site.column("select " + column.getKey() + " from \"" + table + "\""))
                    .containsExactly(column.getValue());
        }
    }

    @Test
    void whatIsReadKeepsItsOrderAndCannotBeChanged() {
        Set<String> tags = new LinkedHashSet<>(List.of("z", "a", "m"));
        Map<String, Point> marks = new LinkedHashMap<>();
        for (String key : List.of("z", "", "\"", ".", "[0]", "$", "a")) {
            marks.put(key, new Point(key.length(), Optional.of(key)));
        }
        Datastore<Track> tracks = db.store("tracks", Track.class);
        DB.set(tracks, "k", new Track("t", List.of(new Point(2, Optional.empty())), tags, marks));
        Track read = DB.get(tracks, "k").orElseThrow();

        assertThat(read.tags()).containsExactly("z", "a", "m");
        assertThat(read.marks()).containsExactlyEntriesOf(marks);
        assertThat(read.points().contains(null)).isFalse();
        assertThat(read.tags().contains(null)).isFalse();
        assertThat(read.marks().containsKey(null)).isFalse();
        for (Collection<?> collection :
                List.<Collection<?>>of(read.points(), read.tags(), read.marks().keySet())) {
            assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(collection::clear);
        }
    }

    @Test
    void theCallersArraysAndCollectionsMayChangeAfterwards() {
        byte[] data = {1, 2, 3};
        List<byte[]> list = new ArrayList<>(List.of(data));
        Datastore<Blob> blobs = db.store("blobs", Blob.class);
        DB.set(blobs, "k", new Blob(data, data, Optional.of(data), list));
        Arrays.fill(data, (byte) 9);
        list.clear();

        Blob first = DB.get(blobs, "k").orElseThrow();
        Arrays.fill(first.data(), (byte) 7);
        Blob second = DB.get(blobs, "k").orElseThrow();
        assertThat(second.data()).containsExactly(1, 2, 3);
        assertThat(second.maybe()).containsExactly(1, 2, 3);
        assertThat(second.optional().orElseThrow()).containsExactly(1, 2, 3);
        assertThat(second.list()).singleElement().isEqualTo(new byte[] {1, 2, 3});
    }

    @Test
    void bytesMayBeEmptyOrAbsentAndAreNotTheSame() {
        Datastore<Blob> blobs = db.store("blobs", Blob.class);
        DB.set(blobs, "empty", new Blob(new byte[0], new byte[0], Optional.of(new byte[0]), List.of(new byte[0])));
        DB.set(blobs, "absent", new Blob(new byte[] {0}, null, Optional.empty(), List.of()));

        Blob empty = DB.get(blobs, "empty").orElseThrow();
        Blob absent = DB.get(blobs, "absent").orElseThrow();
        assertThat(empty.data()).isEmpty();
        assertThat(empty.maybe()).isNotNull().isEmpty();
        assertThat(empty.optional().orElseThrow()).isEmpty();
        assertThat(empty.list().get(0)).isEmpty();
        assertThat(absent.maybe()).isNull();
        assertThat(absent.optional()).isEmpty();
        assertThat(DB.queryExactFieldsWithKey(blobs, Collections.singletonMap("maybe", null)))
                .containsOnlyKeys("absent");
    }

    private void assertIncomparable(Datastore<?> store, String field, Object value, String type, String reason) {
        IncomparableField refused =
                Refusal.of(IncomparableField.class, () -> DB.queryExactFields(store, Map.of(field, value)));
        assertThat(refused.store()).isEqualTo(store.name());
        assertThat(refused.field()).isEqualTo(field);
        assertThat(refused.type()).isEqualTo(type);
        assertThat(refused.reason()).contains(reason);
        assertThat(refused)
                .hasMessageContaining("'" + field + "' of store '" + store.name() + "' is " + type)
                .hasMessageContaining(reason);
    }

    @Test
    void whatJavaComparesByRulesOfItsOwnIsNotCompared() {
        Datastore<Deep> deeps = db.store("deeps", Deep.class);
        byte[] data = {1};
        Blob blob = new Blob(data, null, Optional.empty(), List.of());
        Track track = new Track("t", List.of(), Set.of(), Map.of());
        Folded folded = new Folded("a");
        DB.set(
                deeps,
                "k",
                new Deep(List.of(track), folded, Optional.of(List.of(folded)), blob, new Point(1, Optional.empty())));

        assertIncomparable(deeps, "tracks", List.of(track), "List<Track>", "a Set or Map inside the records");
        assertIncomparable(deeps, "folded", folded, "Folded", "an equals of its own");
        assertIncomparable(
                deeps, "foldeds", Optional.of(List.of(folded)), "Optional<List<Folded>>", "an equals of its own");
        assertIncomparable(deeps, "blob", blob, "Blob", "equals nothing but itself");
        assertIncomparable(deeps, "blob.data", data, "byte[]", "keep what identifies the bytes");
        assertIncomparable(deeps, "blob.optional", Optional.of(data), "Optional<byte[]>", "another array");
        assertIncomparable(deeps, "blob.list", List.of(data), "List<byte[]>", "another array");
        assertThat(DB.queryExactFields(deeps, Map.of("folded.text", "a"))).hasSize(1);
        assertThat(DB.queryExactFields(deeps, Map.of("folded.text", "A"))).isEmpty();
        assertThat(DB.queryExactFields(deeps, Map.of("point", new Point(1, Optional.empty()))))
                .hasSize(1);
    }

    private void assertWrong(Datastore<?> store, String field, Object value, String expected, Class<?> actual) {
        WrongFieldType wrong =
                Refusal.of(WrongFieldType.class, store, () -> DB.queryExactFields(store, Map.of(field, value)));
        assertThat(wrong.expected()).isEqualTo(expected);
        assertThat(wrong.actual()).isEqualTo(actual.getTypeName());
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void valuesOfAnotherTypeAreFoundAtAnyDepth() {
        Datastore<Track> tracks = db.store("tracks", Track.class);
        Datastore<Forms> forms = db.store("forms", Forms.class);
        Datastore<EveryKind> kinds = db.store("kinds", EveryKind.class);
        Datastore<Levels> levels = db.store("levels", Levels.class);

        assertWrong(tracks, "points", List.of("x"), "List<Point>", String.class);
        assertWrong(tracks, "points", List.of(new Point(1, (Optional) Optional.of(2))), "List<Point>", Integer.class);
        assertWrong(tracks, "tags", List.of("x"), "Set<String>", List.of("x").getClass());
        assertWrong(tracks, "tags", Set.of('x'), "Set<String>", Character.class);
        assertWrong(tracks, "marks", Map.of("k", "v"), "Map<String, Point>", String.class);
        assertWrong(tracks, "marks", Map.of(1, new Point(1, Optional.empty())), "Map<String, Point>", Integer.class);
        assertWrong(forms, "floats", List.of(1.0), "List<Float>", Double.class);
        assertWrong(forms, "characters", List.of(97), "List<Character>", Integer.class);
        assertWrong(kinds, "little", 1, "short", Integer.class);
        assertWrong(kinds, "date", LocalDateTime.MIN, "LocalDate", LocalDateTime.class);
        assertWrong(kinds, "decimal", 1.0, "BigDecimal", Double.class);
        assertWrong(kinds, "password", "secret", "Password", String.class);
        assertWrong(kinds, "optionalText", "x", "Optional<String>", String.class);
        assertWrong(kinds, "optionalText", Optional.of(1), "Optional<String>", Integer.class);
        assertWrong(kinds, "optionalSet", Optional.of(Set.of(1L)), "Optional<Set<Integer>>", Long.class);
        Levels.Second polluted =
                new Levels.Second(null, null, Optional.empty(), (List) List.of(new Point(1, Optional.empty())));
        assertWrong(levels, "maybe", polluted, "Second", Point.class);
    }
}
