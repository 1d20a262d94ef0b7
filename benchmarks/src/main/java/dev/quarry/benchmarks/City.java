package dev.quarry.benchmarks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What both sides store.
 *
 * @param name the city's name
 * @param country the code of its country
 * @param region a part of the country, or null
 * @param population how many live there
 * @param latitude degrees north of the equator
 * @param seen when it was last looked at
 */
record City(String name, String country, @Nullable String region, int population, double latitude, Instant seen) {
    City seenAt(Instant moment) {
        return new City(name, country, region, population, latitude, moment);
    }
}
