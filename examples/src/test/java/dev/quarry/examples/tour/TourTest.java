package dev.quarry.examples.tour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.examples.data.City;
import dev.quarry.examples.data.Country;
import dev.quarry.examples.data.Earthquake;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer is compared with what a loop over the raw files finds. */
final class TourTest {
    private static final ByteArrayOutputStream OUTPUT = new ByteArrayOutputStream();
    private static final String NOTHING = "nothing: with these captured values the filter is true for no record";
    private static final PrintStream CONSOLE = new PrintStream(OUTPUT, true, StandardCharsets.UTF_8);

    @TempDir
    private static Path directory;

    private static RawData raw;
    private static Database db;
    private static World world;
    private static TourOutput loading;

    private Questions questions;

    /** The questions are asked of a database that was closed and opened again: what was loaded is in the file. */
    @BeforeAll
    static void loadTheWorld() throws IOException {
        raw = new RawData();
        String file = directory.resolve("world.db").toString();
        try (Database fresh = DB.open(file)) {
            World.open(fresh).load(CONSOLE);
        }
        loading = printed();
        db = DB.open(file);
        world = World.open(db);
    }

    @AfterAll
    static void close() {
        db.close();
    }

    @BeforeEach
    void countTheQuestionsFromOne() {
        OUTPUT.reset();
        questions = new Questions(world, new Report(CONSOLE));
    }

    private static TourOutput printed() {
        return new TourOutput(OUTPUT.toString(StandardCharsets.UTF_8));
    }

    private static List<JsonNode> select(List<JsonNode> nodes, Predicate<JsonNode> condition) {
        List<JsonNode> selected = new ArrayList<>();
        for (JsonNode node : nodes) {
            if (condition.test(node)) {
                selected.add(node);
            }
        }
        return selected;
    }

    private static List<JsonNode> citiesIn(String country) {
        return select(raw.cities(), city -> city.get("country").textValue().equals(country));
    }

    private static List<String> cityLines(List<JsonNode> cities) {
        return cities.stream().map(RawData::line).toList();
    }

    private static List<String> linesOf(List<City> cities) {
        return cities.stream().map(RawData::line).toList();
    }

    private static List<String> quakeLines(List<JsonNode> quakes) {
        return quakes.stream().map(RawData::quakeLine).toList();
    }

    private static List<String> linesOfQuakes(List<Earthquake> quakes) {
        return quakes.stream().map(RawData::quakeLine).toList();
    }

    private static List<String> sortedNames(List<JsonNode> countries) {
        List<String> names = new ArrayList<>();
        countries.forEach(country -> names.add(country.at("/name/common").textValue()));
        names.sort(RawData.byText(name -> name));
        return names;
    }

    @Test
    void theWorldHoldsEveryRecordOfTheFiles() {
        assertThat(DB.count(world.cities())).isEqualTo(raw.cities().size()).isEqualTo(171_075);
        assertThat(DB.count(world.countries()))
                .isEqualTo(raw.countries().size())
                .isEqualTo(250);
        assertThat(DB.count(world.earthquakes())).isEqualTo(raw.quakes().size()).isEqualTo(1_707);
        assertThat(world.size()).isEqualTo(173_032);
    }

    @Test
    void loadingShowsABarForEachStoreThatEndsFull() {
        assertThat(loading.lastBar("cities")).contains("100%", "171075/171075 records");
        assertThat(loading.lastBar("countries")).contains("100%", "250/250 records");
        assertThat(loading.lastBar("earthquakes")).contains("100%", "1707/1707 records");
    }

    @ParameterizedTest
    @CsvSource({
        "GR, Ath",
        "GR, ''",
        "FR, Saint-É",
        "US, 'San '",
        "NO, Ø",
        "ID, a",
        "DE, %",
        "DE, B_",
        "GR, ath",
        "ZZ, A",
        "gr, A",
        "US, \uDBFF\uDFFF",
        "'', ''"
    })
    void citiesOfACountryWithAStartAreThoseOfTheFileByName(String country, String start) {
        List<JsonNode> expected =
                select(citiesIn(country), city -> city.get("name").textValue().startsWith(start));
        expected.sort(RawData.byText(city -> city.get("name").textValue()));

        assertThat(linesOf(questions.citiesOf(country, start))).isEqualTo(cityLines(expected));
        assertThat(printed().access(1)).isEqualTo("index (country, name)");
        assertThat(printed().answers(1)).hasSize(Math.min(5, expected.size()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {78.0, 70.0, 78.22334, 78.22333, 0.0, -0.0, 90.0, -90.0, Double.POSITIVE_INFINITY})
    void citiesBehindALatitudeAreThoseOfTheFileFromTheNorth(double latitude) {
        List<JsonNode> expected = select(raw.cities(), city -> RawData.lat(city) > latitude);
        // Adding zero makes one value of the two zeros, as the order of a query does.
        expected.sort((left, right) -> Double.compare(RawData.lat(right) + 0.0, RawData.lat(left) + 0.0));

        assertThat(linesOf(questions.citiesNorthOf(latitude))).isEqualTo(cityLines(expected));
        assertThat(printed().access(1)).isEqualTo(Double.isNaN(latitude) ? NOTHING : "index (lat)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DE", "US", "GR", "VA", "MC", "gr", "ZZ", "", "D"})
    void citiesAreCountedAsInTheFile(String country) {
        assertThat(questions.countCities(country)).isEqualTo(citiesIn(country).size());
        assertThat(printed().access(1)).isEqualTo("index (country, name)");
    }

    @ParameterizedTest
    @CsvSource({"CHE, AUT", "AUT, CHE", "AUT, AUT", "CHN, RUS", "BRA, ARG", "ZAF, MOZ", "FRA, ISL", "che, aut", "'', ''"
    })
    void landlockedNeighboursAreThoseOfTheFile(String one, String other) {
        List<JsonNode> expected = select(
                raw.countries(),
                country -> country.get("landlocked").booleanValue()
                        && RawData.contains(country.get("borders"), one)
                        && RawData.contains(country.get("borders"), other));

        assertThat(questions.landlockedNeighbours(one, other)).isEqualTo(sortedNames(expected));
        assertThat(printed().access(1)).startsWith("scan of every record");
    }

    @ParameterizedTest
    @CsvSource({"fra, Oceania", "eng, Africa", "spa, Americas", "deu, Europe", "zzz, Europe", "fra, Nowhere", "fra, ''"
    })
    void countriesThatSpeakALanguageAreThoseOfTheFile(String language, String region) {
        List<JsonNode> expected = select(
                raw.countries(),
                country -> country.get("region").textValue().equals(region)
                        && country.get("languages").has(language));

        assertThat(questions.countriesSpeaking(language, region)).isEqualTo(sortedNames(expected));
        assertThat(printed().access(1)).isEqualTo("index (region)");
    }

    @Test
    void countriesWithoutSubregionAreThoseWhoseSubregionIsEmptyInTheFile() {
        List<JsonNode> expected = select(
                raw.countries(), country -> country.get("subregion").textValue().isEmpty());

        assertThat(questions.countriesWithoutSubregion())
                .isEqualTo(sortedNames(expected))
                .hasSize(5);
        assertThat(printed().access(1)).startsWith("scan of every record");
    }

    @Test
    void everyCodeFindsItsCountry() {
        for (JsonNode node : raw.countries()) {
            Country country =
                    questions.countryByCode(node.get("cca2").textValue()).orElseThrow();
            assertThat(country.cca3()).isEqualTo(node.get("cca3").textValue());
            assertThat(country.name().official())
                    .isEqualTo(node.at("/name/official").textValue());
            assertThat(country.area()).isEqualTo(node.get("area").doubleValue());
            assertThat(country.languages()).hasSize(node.get("languages").size());
        }
        assertThat(printed().access(250)).isEqualTo("index (cca2)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"is", "XX", "", "ISL", "%"})
    void aCodeThatNoCountryHasFindsNone(String code) {
        assertThat(select(raw.countries(), node -> node.get("cca2").textValue().equals(code)))
                .isEmpty();
        assertThat(questions.countryByCode(code)).isEmpty();
        assertThat(printed().answers(1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {6.0, 5.0, 6.4, 6.1, 0.0, -10.0, 6.5, Double.POSITIVE_INFINITY})
    void theStrongestEarthquakesAreThoseOfTheFile(double least) {
        List<JsonNode> expected = select(raw.quakes(), quake -> {
            JsonNode magnitude = RawData.property(quake, "mag");
            return !magnitude.isNull() && magnitude.doubleValue() >= least;
        });
        expected.sort(Comparator.<JsonNode>comparingDouble(
                        quake -> -RawData.property(quake, "mag").doubleValue())
                .thenComparing(quake -> RawData.property(quake, "time").longValue()));
        List<JsonNode> first = expected.subList(0, Math.min(5, expected.size()));

        assertThat(linesOfQuakes(questions.strongestQuakes(least))).isEqualTo(quakeLines(first));
        assertThat(printed().access(1)).isEqualTo(Double.isNaN(least) ? NOTHING : "index (magnitude)");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 0, 1, 30, 934, 935, -1, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void theEarthquakesThatWereFeltAreThoseOfTheFile(int people) {
        List<JsonNode> expected = select(raw.quakes(), quake -> {
            JsonNode felt = RawData.property(quake, "felt");
            return (!felt.isNull() && felt.intValue() > people)
                    || RawData.property(quake, "tsunami").intValue() == 1;
        });
        // An absent number is less than any other, and so comes last.
        expected.sort(Comparator.comparingLong(quake -> {
            JsonNode felt = RawData.property(quake, "felt");
            return felt.isNull() ? Long.MAX_VALUE : -felt.longValue();
        }));

        assertThat(linesOfQuakes(questions.feltQuakes(people))).isEqualTo(quakeLines(expected));
        assertThat(printed().access(1)).startsWith("scan of every record");
    }

    /** Nothing compares with it, which is known before any SQL is written. */
    @Test
    void notANumberIsLessAndGreaterThanNothing() {
        assertThat(questions.citiesNorthOf(Double.NaN)).isEmpty();
        assertThat(questions.strongestQuakes(Double.NaN)).isEmpty();
        assertThat(printed().sql(1)).contains(" where FALSE order by ");
        assertThat(printed().sql(2)).contains(" where FALSE order by ");
        assertThat(printed().access(1)).isEqualTo(NOTHING);
        assertThat(printed().access(2)).isEqualTo(NOTHING);
    }

    /** The third and fourth are the exact moments of the first and the last earthquake of the week. */
    @ParameterizedTest
    @CsvSource({
        "2018-02-06T12:00:00Z, 2018-02-06T18:00:00Z",
        "1970-01-01T00:00:00Z, 2100-01-01T00:00:00Z",
        "2018-01-31T01:49:59.650Z, 2018-02-07T01:26:13.840Z",
        "2018-01-31T01:49:59.650000001Z, 2018-02-07T01:26:13.840000001Z",
        "2018-02-06T15:50:42.400Z, 2018-02-06T15:50:42.401Z",
        "2018-02-06T18:00:00Z, 2018-02-06T12:00:00Z",
        "2018-02-06T15:50:42.400Z, 2018-02-06T15:50:42.400Z",
        "2030-01-01T00:00:00Z, 2040-01-01T00:00:00Z",
        "-1000000000-01-01T00:00:00Z, +1000000000-12-31T23:59:59.999999999Z"
    })
    void earthquakesBetweenTwoMomentsAreCountedAsInTheFile(Instant from, Instant to) {
        List<JsonNode> expected = select(raw.quakes(), quake -> {
            Instant time = Instant.ofEpochMilli(RawData.property(quake, "time").longValue());
            return time.compareTo(from) >= 0 && time.compareTo(to) < 0;
        });

        assertThat(questions.quakesBetween(from, to)).isEqualTo(expected.size());
        assertThat(printed().access(1)).isEqualTo("index (time)");
    }

    @ParameterizedTest
    @CsvSource({
        "REVIEWED, 500",
        "REVIEWED, 10",
        "REVIEWED, 498.01",
        "AUTOMATIC, 0",
        "AUTOMATIC, -3.5",
        "REVIEWED, 573.76",
        "AUTOMATIC, 1000",
        "REVIEWED, NaN"
    })
    void deepEarthquakesWithAStatusAreThoseOfTheFile(Earthquake.Status status, double depth) {
        List<JsonNode> expected = select(
                raw.quakes(),
                quake -> RawData.property(quake, "status").textValue().equalsIgnoreCase(status.name())
                        && RawData.depth(quake) * 1000 > depth * 1000
                        && RawData.property(quake, "sig").intValue() % 2 == 0);
        expected.sort((left, right) -> Double.compare(RawData.depth(right) + 0.0, RawData.depth(left) + 0.0));

        assertThat(linesOfQuakes(questions.deepAndReviewed(status, depth))).isEqualTo(quakeLines(expected));
        assertThat(printed().access(1)).startsWith(Double.isNaN(depth) ? NOTHING : "scan of every record");
    }

    @ParameterizedTest
    @CsvSource({", 7", ", 0", ", -1", ", 100", "ml, 3", "mww, 6", "md, 2", "ML, 0", "zz, 0", "'', 0"})
    void aConditionWithoutAValueAcceptsEveryType(String type, int least) {
        List<JsonNode> expected = select(
                raw.quakes(),
                quake -> (type == null
                                || RawData.property(quake, "magType")
                                        .textValue()
                                        .equals(type))
                        && RawData.kinds(quake) > least);

        assertThat(questions.optionalFilter(type, least)).isEqualTo(expected.size());
        assertThat(printed().sql(1).contains("magType")).isEqualTo(type != null);
        assertThat(printed().access(1)).startsWith("scan of every record");
    }

    @ParameterizedTest
    @CsvSource({"NO, 3", "NO, 2", "NO, 99", "DE, 5", "DE, 1000", "VA, 3", "VA, 1", "NO, 0", "ZZ, 3"})
    void pagesEndWithTheCityThatIsLastOnThemInTheFile(String country, int most) {
        List<JsonNode> expected = citiesIn(country);
        expected.sort(RawData.byText(city -> city.get("name").textValue()));
        int pages = Math.max(1, Math.min(most, (expected.size() + 199) / 200));
        int seen = Math.min(expected.size(), pages * 200);
        List<String> last = seen == 0
                ? Collections.emptyList()
                : List.of("name=" + expected.get(seen - 1).get("name").textValue() + ", country=" + country
                        + ", admin1=" + expected.get(seen - 1).get("admin1").textValue());

        assertThat(questions.pages(country, most)).isEqualTo(pages);
        assertThat(printed().answers(1)).hasSameSizeAs(last);
        last.forEach(city -> assertThat(printed().answers(1).get(0)).startsWith("City[" + city));
        assertThat(printed().access(1)).isEqualTo("index (country, name)");
    }
}
