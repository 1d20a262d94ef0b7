package dev.quarry.examples.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

final class DataFileTest {
    private static <T> Map<String, T> read(DataFile<T> file) {
        Map<String, T> records = new LinkedHashMap<>();
        file.forEach(
                keyed -> assertThat(records.put(keyed.key(), keyed.value())).isNull());
        return records;
    }

    /** The whole file as one tree, past the reader under test. */
    private static JsonNode raw(String name) throws IOException {
        try (InputStream stream = DataFileTest.class.getResourceAsStream("/data/" + name)) {
            InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(stream) : stream;
            return new ObjectMapper().readTree(plain);
        }
    }

    @Test
    void everyFileHoldsAsManyUniquelyKeyedRecordsAsItSays() {
        assertThat(DataFile.CITIES.size()).isEqualTo(171_075);
        assertThat(read(DataFile.CITIES)).hasSize(171_075);
        assertThat(DataFile.COUNTRIES.size()).isEqualTo(250);
        assertThat(read(DataFile.COUNTRIES)).hasSize(250);
        assertThat(DataFile.EARTHQUAKES.size()).isEqualTo(1_707);
        assertThat(read(DataFile.EARTHQUAKES)).hasSize(1_707);
    }

    @Test
    void namesAreThoseOfTheFiles() {
        assertThat(List.of(DataFile.CITIES.name(), DataFile.COUNTRIES.name(), DataFile.EARTHQUAKES.name()))
                .containsExactly("cities.json.gz", "countries.json", "earthquakes.geojson");
    }

    @Test
    void readingAgainGivesTheSameRecords() {
        assertThat(read(DataFile.EARTHQUAKES)).isEqualTo(read(DataFile.EARTHQUAKES));
    }

    @Test
    void knownCitiesAreRead() {
        Map<String, City> cities = read(DataFile.CITIES);

        assertThat(cities)
                .containsEntry("ad-000001", new City("Vila", "AD", "03", null, 42.53176, 1.56654))
                .containsEntry("ae-000049", new City("Abū Mūsá", "AE", null, null, 25.86698, 55.02363))
                .containsEntry("it-085001", new City("Partanna", "IT", "15", "TP", 37.7268, 12.88917))
                .containsEntry("zw-171075", new City("Mhangura Mine", "ZW", "05", null, -16.89196, 30.15902));
    }

    @Test
    void everyCityIsWhatTheRawFileSays() throws IOException {
        List<City> expected = new ArrayList<>();
        for (JsonNode node : raw("cities.json.gz")) {
            String admin1 = node.get("admin1").asText();
            String admin2 = node.get("admin2").asText();
            expected.add(new City(
                    node.get("name").asText(),
                    node.get("country").asText(),
                    admin1.isEmpty() ? null : admin1,
                    admin2.isEmpty() ? null : admin2,
                    node.get("lat").asDouble(),
                    node.get("lng").asDouble()));
        }

        // A plain comparison: AssertJ's element by element one is slow at this size.
        assertThat(new ArrayList<>(read(DataFile.CITIES).values()).equals(expected))
                .isTrue();
        assertThat(expected.stream().filter(city -> city.admin1() == null)).hasSize(100);
        assertThat(expected.stream().filter(city -> city.admin2() == null)).hasSize(21_531);
    }

    @Test
    void knownCountriesAreRead() {
        Map<String, Country> countries = read(DataFile.COUNTRIES);

        assertThat(countries.get("CHE"))
                .isEqualTo(new Country(
                        "CH",
                        "CHE",
                        new Country.Name("Switzerland", "Swiss Confederation"),
                        "Europe",
                        "Western Europe",
                        List.of("Bern"),
                        List.of("AUT", "FRA", "ITA", "LIE", "DEU"),
                        List.of(".ch"),
                        Map.of("fra", "French", "gsw", "Swiss German", "ita", "Italian", "roh", "Romansh"),
                        true,
                        true,
                        true,
                        41_284));
        assertThat(countries.get("ATA"))
                .isEqualTo(new Country(
                        "AQ",
                        "ATA",
                        new Country.Name("Antarctica", "Antarctica"),
                        "Antarctic",
                        null,
                        List.of(),
                        List.of(),
                        List.of(".aq"),
                        Map.of(),
                        false,
                        false,
                        false,
                        14_000_000));
        assertThat(countries.get("UNK").independent()).isNull();
        assertThat(countries.get("SJM").area()).isEqualTo(-1);
        assertThat(countries.get("CHE").languages())
                .containsExactly(
                        entry("fra", "French"),
                        entry("gsw", "Swiss German"),
                        entry("ita", "Italian"),
                        entry("roh", "Romansh"));
    }

    @Test
    void everyBorderIsTheKeyOfACountry() throws IOException {
        Map<String, Country> countries = read(DataFile.COUNTRIES);

        for (JsonNode node : raw("countries.json")) {
            Country country = countries.get(node.get("cca3").asText());
            assertThat(country.borders()).hasSize(node.get("borders").size());
            assertThat(countries.keySet()).containsAll(country.borders());
        }
        assertThat(countries.values().stream().filter(country -> country.subregion() == null))
                .extracting(Country::cca3)
                .containsExactlyInAnyOrder("ATA", "ATF", "BVT", "HMD", "SGS");
    }

    @Test
    void knownEarthquakesAreRead() {
        Map<String, Earthquake> earthquakes = read(DataFile.EARTHQUAKES);

        assertThat(earthquakes.get("us2000crq6"))
                .isEqualTo(new Earthquake(
                        "34km SE of Lae, Papua New Guinea",
                        5.6,
                        Instant.parse("2018-01-31T11:49:39.210Z"),
                        Instant.parse("2018-01-31T22:27:44.509Z"),
                        486,
                        true,
                        Earthquake.Status.REVIEWED,
                        Earthquake.Alert.GREEN,
                        "mww",
                        9,
                        4.1,
                        4.1,
                        74.7,
                        -6.9339,
                        147.218,
                        List.of("dyfi", "geoserve", "losspager", "moment-tensor", "origin", "phase-data", "shakemap")));
        assertThat(earthquakes.get("ci37868143"))
                .isEqualTo(new Earthquake(
                        "4km W of Castaic, CA",
                        2.0,
                        Instant.ofEpochMilli(1_517_966_773_840L),
                        Instant.ofEpochMilli(1_517_966_996_303L),
                        62,
                        false,
                        Earthquake.Status.AUTOMATIC,
                        null,
                        "ml",
                        null,
                        null,
                        null,
                        26.49,
                        34.4945,
                        -118.6671667,
                        List.of("geoserve", "nearby-cities", "origin", "phase-data", "scitech-link")));
    }

    @Test
    void everyEarthquakeIsWhatTheRawFileSays() throws IOException {
        Map<String, Earthquake> earthquakes = read(DataFile.EARTHQUAKES);

        for (JsonNode feature : raw("earthquakes.geojson").get("features")) {
            Earthquake earthquake = earthquakes.get(feature.get("id").asText());
            JsonNode properties = feature.get("properties");
            assertThat(earthquake.magnitude()).isEqualTo(properties.get("mag").asDouble());
            assertThat(earthquake.time().toEpochMilli())
                    .isEqualTo(properties.get("time").asLong());
            assertThat(earthquake.felt() == null)
                    .isEqualTo(properties.get("felt").isNull());
            assertThat(earthquake.mmi() == null).isEqualTo(properties.get("mmi").isNull());
            assertThat(earthquake.depth())
                    .isEqualTo(feature.at("/geometry/coordinates/2").asDouble());
            assertThat("," + String.join(",", earthquake.types()) + ",")
                    .isEqualTo(properties.get("types").asText());
        }
        assertThat(earthquakes.values().stream().filter(Earthquake::tsunami)).hasSize(4);
        assertThat(earthquakes.values().stream().filter(e -> e.status() == Earthquake.Status.REVIEWED))
                .hasSize(1_214);
        assertThat(earthquakes.values().stream().filter(e -> e.alert() == Earthquake.Alert.GREEN))
                .hasSize(12);
    }
}
