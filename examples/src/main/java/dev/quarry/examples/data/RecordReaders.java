package dev.quarry.examples.data;

import java.io.IOException;
import java.util.Locale;

/** How a record of each file is made from its JSON. */
final class RecordReaders {
    private RecordReaders() {}

    static Keyed<City> city(JsonFields json, int number) throws IOException {
        City city = new City(
                json.text("name"),
                json.text("country"),
                json.textOrNull("admin1"),
                json.textOrNull("admin2"),
                json.numberInText("lat"),
                json.numberInText("lng"));
        // A million and the number, without the leading 1: six digits, and far cheaper than a format string.
        String digits = Integer.toString(1_000_000 + number).substring(1);
        return new Keyed<>(city.country().toLowerCase(Locale.ROOT) + "-" + digits, city);
    }

    static Keyed<Country> country(JsonFields json, int number) throws IOException {
        JsonFields name = json.object("name");
        Country country = new Country(
                json.text("cca2"),
                json.text("cca3"),
                new Country.Name(name.text("common"), name.text("official")),
                json.text("region"),
                json.textOrNull("subregion"),
                json.texts("capital"),
                json.texts("borders"),
                json.texts("tld"),
                json.textMap("languages"),
                json.boolOrNull("independent"),
                json.bool("unMember"),
                json.bool("landlocked"),
                json.number("area"));
        return new Keyed<>(country.cca3(), country);
    }

    static Keyed<Earthquake> earthquake(JsonFields json, int number) throws IOException {
        JsonFields properties = json.object("properties");
        // Longitude, latitude, depth: the order of GeoJSON.
        double[] position = json.object("geometry").numbers("coordinates", 3);
        Earthquake earthquake = new Earthquake(
                properties.textOrNull("place"),
                properties.numberOrNull("mag"),
                properties.epochMillis("time"),
                properties.epochMillis("updated"),
                properties.integer("sig"),
                properties.zeroOrOne("tsunami"),
                properties.constant("status", Earthquake.Status.class),
                properties.constantOrNull("alert", Earthquake.Alert.class),
                properties.text("magType"),
                properties.integerOrNull("felt"),
                properties.numberOrNull("cdi"),
                properties.numberOrNull("mmi"),
                position[2],
                position[1],
                position[0],
                properties.commaPacked("types"));
        return new Keyed<>(json.text("id"), earthquake);
    }
}
