package dev.quarry.examples.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quarry.examples.migration.V2__split_name.Before;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The countries of the data file in the shape that version 1 of the program gave them, by their three-letter codes. */
final class CountriesOfVersion1 {
    private CountriesOfVersion1() {}

    static Map<String, Before> read() {
        Map<String, Before> countries = new LinkedHashMap<>();
        for (JsonNode json : json()) {
            countries.put(json.required("cca3").textValue(), country(json));
        }
        return countries;
    }

    private static JsonNode json() {
        try (InputStream file = CountriesOfVersion1.class.getResourceAsStream("/data/countries.json")) {
            if (file == null) {
                throw new FileNotFoundException("countries.json is not on the class path");
            }
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Before country(JsonNode json) {
        Map<String, Before.Money> currencies = new LinkedHashMap<>();
        json.required("currencies")
                .fields()
                .forEachRemaining(currency -> currencies.put(
                        currency.getKey(),
                        new Before.Money(
                                currency.getValue().required("name").textValue(),
                                currency.getValue().required("symbol").textValue())));
        JsonNode name = json.required("name");
        return new Before(
                new Before.Name(
                        name.required("common").textValue(),
                        name.required("official").textValue()),
                json.required("region").textValue(),
                orNull(json.required("subregion").textValue()),
                currencies,
                json.required("area").doubleValue());
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
