package dev.quarry.examples.data;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A country or territory. The collections are unmodifiable and may be empty.
 *
 * @param cca2 the two-letter code
 * @param cca3 the three-letter code
 * @param name the English names
 * @param region the continent, roughly
 * @param subregion a part of the region, or null where the region has no parts
 * @param capital the capitals
 * @param borders the {@code cca3} of the countries that share a land border
 * @param tld the top-level domains, each with its leading dot
 * @param languages the official languages: three-letter code to English name
 * @param independent whether the country is a sovereign state, or null where that is disputed
 * @param unMember whether the country is a member of the United Nations
 * @param landlocked whether the country has no coast
 * @param area the land area in square kilometres; the source has -1 where it does not know
 */
public record Country(
        String cca2,
        String cca3,
        Name name,
        String region,
        @Nullable String subregion,
        List<String> capital,
        List<String> borders,
        List<String> tld,
        Map<String, String> languages,
        @Nullable Boolean independent,
        boolean unMember,
        boolean landlocked,
        double area) {

    /**
     * The English names of a country.
     *
     * @param common the everyday name
     * @param official the name in formal documents
     */
    public record Name(String common, String official) {}
}
