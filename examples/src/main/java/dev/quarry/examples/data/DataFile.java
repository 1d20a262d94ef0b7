package dev.quarry.examples.data;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * One of the data files that come with the examples. Reading holds one record in memory at a time. Immutable and
 * thread-safe: every reading opens the file anew.
 *
 * @param <T> the type of the records
 */
public final class DataFile<T> {
    /** The populated places of the world, keyed by country and running number: {@code ad-000001}. */
    public static final DataFile<City> CITIES = bundled("cities.json.gz", 171_075, null, RecordReaders::city);

    /** The countries and territories of the world, keyed by {@link Country#cca3()}. */
    public static final DataFile<Country> COUNTRIES = bundled("countries.json", 250, null, RecordReaders::country);

    /** The earthquakes of one week, keyed by the identifier of the event. */
    public static final DataFile<Earthquake> EARTHQUAKES =
            bundled("earthquakes.geojson", 1_707, "features", RecordReaders::earthquake);

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String name;
    private final int size;
    private final @Nullable String arrayField;
    private final RecordReader<T> reader;
    private final Source source;

    /** A file whose records are the elements of the top-level array, or of the top-level object's {@code arrayField}. */
    DataFile(String name, int size, @Nullable String arrayField, RecordReader<T> reader, Source source) {
        this.name = name;
        this.size = size;
        this.arrayField = arrayField;
        this.reader = reader;
        this.source = source;
    }

    private static <T> DataFile<T> bundled(String name, int size, @Nullable String arrayField, RecordReader<T> reader) {
        return new DataFile<>(name, size, arrayField, reader, () -> openBundled(name));
    }

    private static InputStream openBundled(String name) throws IOException {
        InputStream stream = DataFile.class.getResourceAsStream("/data/" + name);
        if (stream == null) {
            throw new FileNotFoundException("the file is not on the class path");
        }
        return stream;
    }

    /** The file's name. */
    public String name() {
        return name;
    }

    /** How many records the file holds, known without reading it. */
    public int size() {
        return size;
    }

    /**
     * Hands every record to {@code action}, in the order of the file. What the action throws comes through as it is and
     * ends the reading.
     *
     * @throws UncheckedIOException when the file cannot be read or a record is malformed; the message names the file and
     *     the record's number, counted from 1. The records before it have been handed over.
     */
    public void forEach(Consumer<? super Keyed<T>> action) {
        int number = 0;
        try (InputStream raw = source.open();
                InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
                JsonParser parser = MAPPER.createParser(plain)) {
            enterRecords(parser);
            number = 1;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                JsonNode json = MAPPER.readTree(parser);
                action.accept(reader.read(new JsonFields(json), number));
                number++;
            }
        } catch (IOException e) {
            String place = number == 0 ? name : name + ", record " + number;
            throw new UncheckedIOException(place + ": " + reason(e), e);
        }
    }

    /** Moves the parser to the start of the array of records. */
    private void enterRecords(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (arrayField == null) {
            if (first != JsonToken.START_ARRAY) {
                throw new IOException("the file is not an array of records");
            }
            return;
        }
        if (first == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals(arrayField);
                if (parser.nextToken() == JsonToken.START_ARRAY && found) {
                    return;
                }
                parser.skipChildren();
            }
        }
        throw new IOException("the file has no array '" + arrayField + "'");
    }

    /** The parser's own message without its second line, which describes the stream object. */
    private static String reason(IOException e) {
        return e instanceof JsonProcessingException syntax
                ? syntax.getOriginalMessage()
                : String.valueOf(e.getMessage());
    }

    /** Makes a record from its JSON; {@code number} counts the file's records from 1. */
    @FunctionalInterface
    interface RecordReader<T> {
        Keyed<T> read(JsonFields json, int number) throws IOException;
    }

    /** Opens the bytes of a file, from their start. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }
}
