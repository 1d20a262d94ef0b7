package dev.quarry.examples.data;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A seismic event. Its identifier is the key it is stored under.
 *
 * @param place where it was, in words, or null
 * @param magnitude the magnitude on the scale that {@code magType} names, or null; small events can be below zero
 * @param time when it happened
 * @param updated when the report was last changed
 * @param significance how significant the event is; larger is more significant
 * @param tsunami whether a tsunami notice exists
 * @param status whether a person has looked at the report
 * @param alert the expected impact, or null where none was estimated
 * @param magType how the magnitude was computed, for example {@code ml}
 * @param felt how many people reported it, or null where none did
 * @param cdi the intensity that people reported, or null where none did
 * @param mmi the intensity that instruments estimated, or null where none was
 * @param depth kilometres below the surface; negative above sea level
 * @param latitude degrees north of the equator
 * @param longitude degrees east of Greenwich
 * @param types the kinds of product that go with the report; unmodifiable
 */
public record Earthquake(
        @Nullable String place,
        @Nullable Double magnitude,
        Instant time,
        Instant updated,
        int significance,
        boolean tsunami,
        Status status,
        @Nullable Alert alert,
        String magType,
        @Nullable Integer felt,
        @Nullable Double cdi,
        @Nullable Double mmi,
        double depth,
        double latitude,
        double longitude,
        List<String> types) {

    /** Whether a person has looked at the report. */
    public enum Status {
        AUTOMATIC,
        REVIEWED
    }

    /** The expected impact, the mildest first. */
    public enum Alert {
        GREEN,
        YELLOW,
        ORANGE,
        RED
    }
}
