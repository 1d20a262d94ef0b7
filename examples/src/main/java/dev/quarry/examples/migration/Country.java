package dev.quarry.examples.migration;

import dev.quarry.annotation.Indexed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A country as version 2 of the program has it.
 *
 * @param commonName the everyday name
 * @param officialName the name in formal documents
 * @param region the continent, roughly
 * @param subregion a part of the region, or null where the region has no parts
 * @param regionCode both in short: {@code EU-NE} for Northern Europe
 * @param currencies what one pays with, in the order of the source
 * @param area the land area in square kilometres
 */
public record Country(
        String commonName,
        String officialName,
        String region,
        @Nullable String subregion,
        @Indexed String regionCode,
        List<Currency> currencies,
        double area) {

    /**
     * A currency.
     *
     * @param code its three-letter code
     * @param name its English name
     * @param symbol its sign
     */
    public record Currency(String code, String name, String symbol) {}
}
