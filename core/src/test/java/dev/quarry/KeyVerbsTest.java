package dev.quarry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.error.InvalidKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Reading and writing single records by key. */
@ParameterizedClass
@EnumSource(Where.class)
final class KeyVerbsTest {
    record City(String name, int population) {}

    private static final City ATHENS = new City("Athens", 643_452);
    private static final City PATRAS = new City("Patras", 173_600);
    private static final City VOLOS = new City("Volos", 85_803);

    @Parameter
    Where where;

    @TempDir
    Path directory;

    private Database db;
    private Datastore<City> cities;

    @BeforeEach
    void open() {
        db = where.open(directory);
        cities = db.store("cities", City.class);
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void aRecordThatWasSetIsThere() {
        City returned = DB.set(cities, "gr-athens", ATHENS);

        assertThat(returned).isSameAs(ATHENS);
        assertThat(DB.get(cities, "gr-athens")).contains(ATHENS);
        assertThat(DB.has(cities, "gr-athens")).isTrue();
        assertThat(DB.count(cities)).isEqualTo(1);
    }

    @Test
    void whatWasNeverSetIsNotThere() {
        assertThat(DB.get(cities, "nobody")).isEmpty();
        assertThat(DB.entry(cities, "nobody")).isEmpty();
        assertThat(DB.has(cities, "nobody")).isFalse();
        assertThat(DB.count(cities)).isZero();
        assertThat(DB.getAll(cities)).isEmpty();
        assertThat(DB.getAllWithKeys(cities)).isEmpty();
        assertThat(DB.keys(cities)).isEmpty();
        assertThat(DB.stream(cities)).isEmpty();
    }

    @Test
    void setReplacesTheWholeRecord() {
        DB.set(cities, "a", ATHENS);
        DB.set(cities, "a", PATRAS);

        assertThat(DB.getAllWithKeys(cities)).isEqualTo(Map.of("a", PATRAS));
    }

    @Test
    void keysDifferInEveryCharacter() {
        List<String> keys = List.of("a", "A", " a", "a ", "a\n", "'", "\"", "%", "_", "ä", "a\u0308", "\u0001", "[1]");
        keys.forEach(key -> DB.set(cities, key, new City(key, key.length())));

        assertThat(DB.count(cities)).isEqualTo(keys.size());
        assertThat(keys).allSatisfy(key -> assertThat(DB.get(cities, key)).contains(new City(key, key.length())));
        assertThat(DB.getManyWithKeys(cities, keys).keySet()).containsExactlyElementsOf(keys);
    }

    @Test
    void theLongestKeyHas1024CharactersAnd2600Bytes() {
        String longest = "k".repeat(1_024);
        DB.set(cities, longest, ATHENS);

        assertThat(DB.keys(cities)).containsExactly(longest);
        assertThat(DB.delete(cities, longest)).isEqualTo(1);

        String incompressible = new Random(1)
                .ints(866, 0x4E00, 0x9FFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        DB.set(cities, incompressible, ATHENS);
        assertThat(DB.keys(cities)).containsExactly(incompressible);
        assertThat(Refusal.of(InvalidKey.class, cities, () -> DB.set(cities, incompressible + "\u4e00", ATHENS))
                        .reason())
                .contains("2601 bytes");
    }

    @Test
    void addGivesAKeyThatLeadsToTheRecord() {
        String first = DB.add(cities, ATHENS);
        String second = DB.add(cities, ATHENS);

        assertThat(first).isLessThan(second);
        assertThat(DB.getAllWithKeys(cities)).isEqualTo(Map.of(first, ATHENS, second, ATHENS));
        assertThat(DB.entry(cities, first).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void setAllWritesNewRecordsAndReplacesOldOnes() {
        DB.set(cities, "a", VOLOS);

        assertThat(DB.setAll(cities, Map.of("a", ATHENS, "p", PATRAS))).isEqualTo(2);
        assertThat(DB.getAllWithKeys(cities)).isEqualTo(Map.of("a", ATHENS, "p", PATRAS));
        assertThat(DB.setAll(cities, Map.of())).isZero();
    }

    @Test
    void getManyGivesAllInTheOrderAskedWithRepeats() {
        DB.setAll(cities, Map.of("a", ATHENS, "p", PATRAS, "v", VOLOS));

        assertThat(DB.getMany(cities, List.of("v", "a", "v", "p")))
                .hasValueSatisfying(many -> assertThat(many).containsExactly(VOLOS, ATHENS, VOLOS, PATRAS));
        assertThat(DB.getMany(cities, List.of())).contains(List.of());
    }

    @Test
    void getManyIsEmptyIfOneIsMissing() {
        DB.set(cities, "a", ATHENS);

        assertThat(DB.getMany(cities, List.of("a", "nobody", "a"))).isEmpty();
    }

    @Test
    void getExistingLeavesOutWhatIsMissing() {
        DB.setAll(cities, Map.of("a", ATHENS, "p", PATRAS));

        assertThat(DB.getExisting(cities, List.of("p", "nobody", "a", "p"))).containsExactly(PATRAS, ATHENS);
        assertThat(DB.getManyWithKeys(cities, List.of("p", "nobody", "a", "p")))
                .containsExactly(Map.entry("p", PATRAS), Map.entry("a", ATHENS));
    }

    @Test
    void aVersionCountsTheWritesSinceTheRecordWasAbsent() {
        DB.set(cities, "a", ATHENS);
        assertThat(DB.entry(cities, "a")).contains(new Entry<>("a", ATHENS, 1));

        DB.set(cities, "a", ATHENS);
        DB.setAll(cities, Map.of("a", PATRAS));
        assertThat(DB.entry(cities, "a")).contains(new Entry<>("a", PATRAS, 3));

        DB.delete(cities, "a");
        DB.set(cities, "a", VOLOS);
        assertThat(DB.entry(cities, "a")).contains(new Entry<>("a", VOLOS, 1));
    }

    @Test
    void keysComeInTheOrderOfTheirCodePoints() {
        String lastOfTheBasicPlane = "\uFFFF";
        String emoji = "\uD83D\uDE00";
        List<String> keys = List.of(emoji, "a", lastOfTheBasicPlane, "Z", "ä", "a" + emoji, "a\uFFFF", "ab", "\u0001");
        keys.forEach(key -> DB.set(cities, key, new City(key, 1)));

        List<String> sorted = new ArrayList<>(keys);
        sorted.sort(Comparator.comparing(KeyVerbsTest::codePointsInHex));
        assertThat(sorted).endsWith(lastOfTheBasicPlane, emoji);
        assertThat(DB.keys(cities)).isEqualTo(sorted);
        assertThat(DB.getAllWithKeys(cities).keySet()).containsExactlyElementsOf(sorted);
        assertThat(DB.getAll(cities)).extracting(City::name).isEqualTo(sorted);
        assertThat(DB.stream(cities)).extracting(City::name).isEqualTo(sorted);
    }

    private static String codePointsInHex(String text) {
        StringBuilder hex = new StringBuilder();
        text.codePoints().forEach(point -> hex.append(String.format("%06x", point)));
        return hex.toString();
    }

    @Test
    void deleteCountsWhatWasThere() {
        DB.setAll(cities, Map.of("a", ATHENS, "p", PATRAS, "v", VOLOS));

        assertThat(DB.delete(cities, "nobody")).isZero();
        assertThat(DB.delete(cities, "a", "nobody", "v", "a")).isEqualTo(2);
        assertThat(DB.getAllWithKeys(cities)).isEqualTo(Map.of("p", PATRAS));
    }

    @Test
    void deleteAllCountsWhatWasThere() {
        DB.setAll(cities, Map.of("a", ATHENS, "p", PATRAS, "v", VOLOS));

        assertThat(DB.deleteAll(cities)).isEqualTo(3);
        assertThat(DB.deleteAll(cities)).isZero();
        assertThat(DB.count(cities)).isZero();
    }

    @Test
    void storesDoNotSeeEachOther() {
        Datastore<City> others = db.store("others", City.class);
        DB.set(cities, "a", ATHENS);
        DB.set(others, "a", PATRAS);

        assertThat(DB.deleteAll(others)).isEqualTo(1);
        assertThat(DB.get(cities, "a")).contains(ATHENS);
    }

    @Test
    void theSchemaListsTheComponentsInOrder() {
        assertThat(DB.schemaFields(cities)).containsExactly("name", "population");
        assertThat(DB.schema(cities).className()).isEqualTo(City.class.getName());
        assertThat(DB.schema(cities).component("population"))
                .hasValueSatisfying(
                        population -> assertThat(population.describe()).isEqualTo("int population"));
    }

    @Test
    void aHandleSaysWhatItIs() {
        assertThat(cities.name()).isEqualTo("cities");
        assertThat(cities).hasToString("Datastore<City>(cities)");
    }

    @Test
    void whatAVerbReturnsIsTheCallersOwn() {
        DB.set(cities, "a", ATHENS);
        DB.getAll(cities).clear();
        DB.getAllWithKeys(cities).put("x", VOLOS);
        DB.keys(cities).add("x");

        assertThat(DB.getAllWithKeys(cities)).isEqualTo(Map.of("a", ATHENS));
    }

    @Test
    void whatARecordHoldsCannotBeChangedThroughIt() {
        record Tagged(List<String> tags, Map<String, String> labels) {}
        Datastore<Tagged> tagged = db.store("tagged", Tagged.class);
        Map<String, String> labels = new LinkedHashMap<>(Map.of("k", "v"));
        DB.set(tagged, "t", new Tagged(new ArrayList<>(List.of("x")), labels));
        labels.clear();

        Tagged read = DB.get(tagged, "t").orElseThrow();
        assertThat(read).isEqualTo(new Tagged(List.of("x"), Map.of("k", "v")));
        assertThatThrownBy(() -> read.tags().add("y")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> read.labels().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
