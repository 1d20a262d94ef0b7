package dev.quarry.examples.data;

import org.jspecify.annotations.Nullable;

/**
 * A populated place.
 *
 * @param name the place's name in its usual spelling, not unique
 * @param country the country's two-letter code, {@link Country#cca2()}
 * @param admin1 the code of the first-level division inside the country, or null where there is none
 * @param admin2 the code of the second-level division, or null where there is none
 * @param lat degrees north of the equator
 * @param lng degrees east of Greenwich
 */
public record City(
        String name,
        String country,
        @Nullable String admin1,
        @Nullable String admin2,
        double lat,
        double lng) {}
