package dev.quarry;

import static dev.quarry.Options.synchronousNormal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.testing.Place;
import dev.quarry.testing.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.jspecify.annotations.Nullable;

/** What was set comes back as it was. */
final class RoundTripPropertyTest {
    record Reals(double real, @Nullable Double maybe) {}

    record Texts(String text, List<String> list, Map<String, String> map) {}

    record Moment(Instant at) {}

    private static final BothEngines ENGINES = new BothEngines();

    private Path directory;

    @BeforeProperty
    void makeDirectory() throws IOException {
        directory = Files.createTempDirectory("round-trip");
    }

    @AfterProperty
    void removeDirectory() throws IOException {
        try (var files = Files.list(directory)) {
            for (Path one : files.toList()) {
                Files.delete(one);
            }
        }
        Files.delete(directory);
    }

    @AfterContainer
    static void close() {
        ENGINES.close();
    }

    @Provide
    Arbitrary<List<Record>> records() {
        return Arbitraries.of(Everything.class, EveryKind.class, EveryCollection.class, Levels.class)
                .flatMap(type -> ArbitraryRecords.of(type)
                        .map(Record.class::cast)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(6));
    }

    @Provide
    Arbitrary<Map<String, String>> maps() {
        return Arbitraries.maps(ArbitraryValues.texts(), ArbitraryValues.texts())
                .ofMaxSize(4);
    }

    @Property(tries = 200)
    void everyRecordComesBackEqualAlsoAfterReopening(@ForAll("records") List<Record> records) {
        roundTrip(Place.FILE.in(directory), records.get(0).getClass(), records);
    }

    @Property(tries = 30)
    void everyRecordComesBackEqualAlsoFromAServer(@ForAll("records") List<Record> records) {
        roundTrip(Place.POSTGRESQL.in(directory), records.get(0).getClass(), records);
    }

    private static <T extends Record> void roundTrip(Site site, Class<T> type, List<Record> records) {
        Map<String, T> written = new TreeMap<>();
        try (Database db = DB.open(site.location(), synchronousNormal())) {
            Datastore<T> store = db.store(type.getSimpleName(), type);
            DB.deleteAll(store);
            for (int i = 0; i < records.size(); i++) {
                String key = String.format("%03d", i);
                written.put(key, DB.set(store, key, type.cast(records.get(i))));
            }
            assertThat(DB.getAllWithKeys(store)).isEqualTo(written);
        }
        try (Database db = DB.open(site.location(), synchronousNormal())) {
            Datastore<T> store = db.store(type.getSimpleName(), type);
            assertThat(DB.getAllWithKeys(store)).isEqualTo(written);
            written.forEach((key, record) -> assertThat(DB.get(store, key)).contains(record));
        }
    }

    @Property(tries = 150)
    void mapsKeepTheirOrder(@ForAll("maps") Map<String, String> map) {
        List<String> keys = new ArrayList<>(map.keySet());
        Map<String, String> backwards = new LinkedHashMap<>();
        for (int i = keys.size() - 1; i >= 0; i--) {
            backwards.put(keys.get(i), map.get(keys.get(i)));
        }
        ENGINES.check(db -> {
            Datastore<Texts> texts = db.store("texts", Texts.class);
            DB.set(texts, "k", new Texts("", List.of(), backwards));
            assertThat(DB.get(texts, "k").orElseThrow().map()).containsExactlyEntriesOf(backwards);
        });
    }

    @Property(tries = 40)
    void doublesComeBackBitForBit(@ForAll @Size(25) long[] bits) {
        assertSameBits(Arrays.stream(bits).mapToDouble(Double::longBitsToDouble).toArray());
    }

    @Example
    void oddDoublesComeBackBitForBit() {
        assertSameBits(
                0.0,
                -0.0,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.MIN_VALUE,
                -Double.MIN_VALUE,
                Double.MIN_NORMAL,
                Double.MAX_VALUE,
                1e15,
                0x1p53,
                0x1p63,
                -0x1p63);
    }

    private static void assertSameBits(double... reals) {
        ENGINES.check(db -> {
            Datastore<Reals> store = db.store("reals", Reals.class);
            for (double real : reals) {
                DB.set(store, "k", new Reals(real, real));
                Reals read = DB.get(store, "k").orElseThrow();
                assertThat(Double.doubleToLongBits(read.real())).isEqualTo(Double.doubleToLongBits(real));
                assertThat(read.maybe()).isNotNull();
                assertThat(Double.doubleToLongBits(read.maybe())).isEqualTo(Double.doubleToLongBits(real));
            }
        });
    }

    @Example
    void theFirstAndTheLastInstantComeBack() {
        List<Instant> instants = List.of(
                Instant.MIN, Instant.MAX, Instant.EPOCH, Instant.EPOCH.minusNanos(1), Instant.MAX.minusNanos(1));
        ENGINES.check(db -> {
            Datastore<Moment> moments = db.store("moments", Moment.class);
            for (Instant instant : instants) {
                DB.set(moments, instant.toString(), new Moment(instant));
                assertThat(DB.get(moments, instant.toString())).contains(new Moment(instant));
            }
        });
    }

    @Property
    void longTextsComeBack(@ForAll Place place) {
        Site site = place.in(directory);
        String ascii = "x".repeat(70_000);
        String astral = "\uD83D\uDE00\"\\".repeat(20_000);
        Texts written = new Texts(astral, List.of(ascii, astral, ""), Map.of(ascii, astral, astral, ascii, "", ""));
        try (Database db = DB.open(site.location())) {
            DB.set(db.store("texts", Texts.class), "k", written);
        }
        try (Database db = DB.open(site.location())) {
            assertThat(DB.get(db.store("texts", Texts.class), "k")).contains(written);
        }
    }

    @Example
    void bigCollectionsComeBack() {
        List<String> list = new ArrayList<>();
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < 60_000; i++) {
            list.add("element " + i);
            map.put("key " + i, "value " + i);
        }
        assertComesBack(new Texts("", list, map));
    }

    /** Readers of JSON take many names with the same hash for an attack. */
    @Example
    void mapsWhoseKeysHaveTheSameHashComeBack() {
        Map<String, String> map = new LinkedHashMap<>();
        for (int bits = 0; bits < 1 << 12; bits++) {
            StringBuilder key = new StringBuilder();
            for (int bit = 0; bit < 12; bit++) {
                key.append((bits >> bit & 1) == 0 ? "Ab" : "BA");
            }
            map.put(key.toString(), "");
        }
        assertComesBack(new Texts("", List.of(), map));
    }

    private static void assertComesBack(Texts record) {
        ENGINES.check(db -> {
            Datastore<Texts> texts = db.store("texts", Texts.class);
            DB.set(texts, "k", record);
            assertThat(DB.get(texts, "k").orElseThrow().equals(record)).isTrue();
        });
    }
}
