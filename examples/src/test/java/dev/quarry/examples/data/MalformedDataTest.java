package dev.quarry.examples.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MalformedDataTest {
    private static final String VILA = """
        {"name": "Vila", "lat": "42.5", "lng": "1.5", "country": "AD", "admin1": "03", "admin2": ""}\
        """;

    private static final String QUAKE = """
        {"features": [{"id": "q1", "geometry": {"coordinates": [1.5, 2.5, 10]}, "properties": {"time": 1,
        "updated": 2, "sig": 3, "tsunami": 0, "status": "Reviewed", "magType": "ml", "types": ",origin,,dyfi,"}}]}\
        """;

    private static DataFile<City> cities(String json) {
        return new DataFile<>("cities.json", 1, null, RecordReaders::city, () -> bytes(json));
    }

    private static DataFile<Earthquake> earthquakes(String json) {
        return new DataFile<>("quakes.json", 1, "features", RecordReaders::earthquake, () -> bytes(json));
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static <T> List<Keyed<T>> read(DataFile<T> file) {
        List<Keyed<T>> records = new ArrayList<>();
        file.forEach(records::add);
        return records;
    }

    private static void assertFails(DataFile<?> file, String message) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void recordsBeforeAMalformedOneAreHandedOver() {
        List<String> keys = new ArrayList<>();
        DataFile<City> file = cities("[" + VILA + ", {\"name\": \"Nowhere\"}]");

        assertThatThrownBy(() -> file.forEach(keyed -> keys.add(keyed.key())))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cities.json, record 2: 'country' is missing");
        assertThat(keys).containsExactly("ad-000001");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"42.5\" | 42.5        | 'lat' should be text, found 42.5",
                "\"42.5\" | \"north\"   | 'lat' should be a number, found \"north\"",
                "\"42.5\" | \"NaN\"     | 'lat' should be a number, found \"NaN\"",
                "\"42.5\" | \"\"        | 'lat' is missing",
                "\"Vila\" | null        | 'name' is missing",
                "\"03\"   | 3           | 'admin1' should be text, found 3",
            },
            quoteCharacter = '`')
    void aWrongFieldOfACityIsNamed(String before, String after, String message) {
        assertFails(cities("[" + VILA.replace(before, after) + "]"), "cities.json, record 1: " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"Reviewed\"   | \"guessed\"    | 'status' should be one of [AUTOMATIC, REVIEWED], found \"guessed\"",
                "\"tsunami\": 0 | \"tsunami\": 2 | 'tsunami' should be 0 or 1, found 2",
                "\"sig\": 3     | \"sig\": 3.5   | 'sig' should be an integer, found 3.5",
                "\"time\": 1    | \"time\": \"x\" | 'time' should be milliseconds since 1970, found \"x\"",
                "[1.5, 2.5, 10] | [1.5, 2.5]     | 'coordinates' should be 3 numbers, found [1.5,2.5]",
                "\"id\"         | \"code\"       | 'id' is missing",
            },
            quoteCharacter = '`')
    void aWrongFieldOfAnEarthquakeIsNamed(String before, String after, String message) {
        assertFails(earthquakes(QUAKE.replace(before, after)), "quakes.json, record 1: " + message);
    }

    @Test
    void statusIgnoresCaseAndEmptyPartsOfAListAreDropped() {
        List<Keyed<Earthquake>> records = read(earthquakes(QUAKE));

        assertThat(records).hasSize(1);
        assertThat(records.get(0).key()).isEqualTo("q1");
        assertThat(records.get(0).value().status()).isEqualTo(Earthquake.Status.REVIEWED);
        assertThat(records.get(0).value().types()).containsExactly("origin", "dyfi");
        assertThat(records.get(0).value().magnitude()).isNull();
    }

    @Test
    void aFileThatEndsEarlyNamesTheRecordItStopsIn() {
        assertFails(cities("[" + VILA + ", {\"name\": \"Tr"), "cities.json, record 2: ");
        assertFails(cities("[" + VILA), "cities.json, record 2: ");
    }

    @Test
    void brokenJsonNamesTheRecord() {
        assertFails(cities("[" + VILA + " " + VILA + "]"), "cities.json, record 2: Unexpected character");
        assertFails(cities("[" + VILA + ", 7]"), "cities.json, record 2: expected an object, found 7");
    }

    @Test
    void aFileOfAnotherShapeIsRefused() {
        assertFails(cities(VILA), "cities.json: the file is not an array of records");
        assertFails(cities(""), "cities.json: the file is not an array of records");
        assertFails(earthquakes("{\"metadata\": {\"features\": []}}"), "quakes.json: the file has no array 'features'");
        assertFails(earthquakes("[]"), "quakes.json: the file has no array 'features'");
    }

    @Test
    void aTruncatedCompressedFileIsAnError() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(("[" + VILA + "]").getBytes(StandardCharsets.UTF_8));
        }
        byte[] half = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);

        assertFails(
                new DataFile<>("c.json.gz", 1, null, RecordReaders::city, () -> new ByteArrayInputStream(half)),
                "c.json.gz");
        assertFails(
                new DataFile<>("c.json.gz", 1, null, RecordReaders::city, () -> bytes("[]")), "c.json.gz: Not in GZIP");
    }

    @Test
    void aMissingFileIsNamed() {
        DataFile<City> file = new DataFile<>("gone.json", 1, null, RecordReaders::city, () -> {
            throw new FileNotFoundException("the file is not on the class path");
        });

        assertFails(file, "gone.json: the file is not on the class path");
    }

    @Test
    void whatTheActionThrowsComesThroughAsItIs() {
        IllegalStateException mine = new IllegalStateException("enough");

        assertThatThrownBy(() -> DataFile.COUNTRIES.forEach(keyed -> {
                    throw mine;
                }))
                .isSameAs(mine);
    }
}
