package dev.quarry.query.laboratory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A nested record, with another one in it. */
public record Place(
        String city,
        @Nullable String zip,
        int floor,
        double height,
        Spot spot,
        @Nullable Spot door) {
    /** Nested in a nested record. */
    public record Spot(long x, @Nullable Instant seen) {}
}
