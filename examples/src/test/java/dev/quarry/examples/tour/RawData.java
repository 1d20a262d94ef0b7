package dev.quarry.examples.tour;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quarry.examples.data.City;
import dev.quarry.examples.data.Earthquake;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/** The data files as plain JSON trees, past the loaders and the records. Each list is in the order of the stores' keys. */
final class RawData {
    private final List<JsonNode> cities;
    private final List<JsonNode> countries;
    private final List<JsonNode> quakes;

    RawData() throws IOException {
        List<String> cityKeys = new ArrayList<>();
        List<JsonNode> unordered = list(tree("cities.json.gz"));
        for (JsonNode city : unordered) {
            String country = city.get("country").textValue().toLowerCase(Locale.ROOT);
            cityKeys.add(String.format(Locale.ROOT, "%s-%06d", country, cityKeys.size() + 1));
        }
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < unordered.size(); i++) {
            positions.add(i);
        }
        positions.sort(byText(cityKeys::get));
        cities = positions.stream().map(unordered::get).toList();
        countries = list(tree("countries.json"));
        countries.sort(byText(country -> country.get("cca3").textValue()));
        quakes = list(tree("earthquakes.geojson").get("features"));
        quakes.sort(byText(quake -> quake.get("id").textValue()));
    }

    private static JsonNode tree(String name) throws IOException {
        try (InputStream stream = RawData.class.getResourceAsStream("/data/" + name)) {
            return new ObjectMapper().readTree(name.endsWith(".gz") ? new GZIPInputStream(stream) : stream);
        }
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> list = new ArrayList<>();
        array.forEach(list::add);
        return list;
    }

    List<JsonNode> cities() {
        return cities;
    }

    List<JsonNode> countries() {
        return countries;
    }

    List<JsonNode> quakes() {
        return quakes;
    }

    /** By code points, which is the order of the UTF-8 bytes; {@link String#compareTo} has another one. */
    static <T> Comparator<T> byText(Function<T, String> text) {
        return (left, right) -> Arrays.compareUnsigned(
                text.apply(left).getBytes(StandardCharsets.UTF_8),
                text.apply(right).getBytes(StandardCharsets.UTF_8));
    }

    static double lat(JsonNode city) {
        return Double.parseDouble(city.get("lat").textValue());
    }

    static boolean contains(JsonNode array, String text) {
        for (JsonNode element : array) {
            if (element.textValue().equals(text)) {
                return true;
            }
        }
        return false;
    }

    static JsonNode property(JsonNode quake, String name) {
        return quake.get("properties").get(name);
    }

    static double depth(JsonNode quake) {
        return quake.get("geometry").get("coordinates").get(2).doubleValue();
    }

    /** How many kinds of product a text such as {@code ,dyfi,origin,} lists. */
    static int kinds(JsonNode quake) {
        int kinds = 0;
        for (String part : property(quake, "types").textValue().split(",")) {
            kinds += part.isEmpty() ? 0 : 1;
        }
        return kinds;
    }

    /** A city in one line, as {@link #line(City)} has it. */
    static String line(JsonNode city) {
        return String.join(
                "|",
                city.get("country").textValue(),
                city.get("name").textValue(),
                city.get("admin1").textValue(),
                city.get("admin2").textValue(),
                String.valueOf(lat(city)),
                String.valueOf(Double.parseDouble(city.get("lng").textValue())));
    }

    static String line(City city) {
        return String.join(
                "|",
                city.country(),
                city.name(),
                city.admin1() == null ? "" : city.admin1(),
                city.admin2() == null ? "" : city.admin2(),
                String.valueOf(city.lat()),
                String.valueOf(city.lng()));
    }

    /** What tells one earthquake from all others. */
    static String quakeLine(JsonNode quake) {
        return property(quake, "time").longValue() + "|"
                + property(quake, "mag").doubleValue() + "|"
                + property(quake, "place").textValue() + "|" + depth(quake);
    }

    static String quakeLine(Earthquake quake) {
        return quake.time().toEpochMilli() + "|" + quake.magnitude() + "|" + quake.place() + "|" + quake.depth();
    }
}
