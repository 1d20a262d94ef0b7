package dev.quarry.query.differential;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record with every type that a query can read. */
public record Probe(
        int i,
        int j,
        long l,
        double d,
        boolean b,
        String s,
        Instant t,
        UUID u,
        Mood m,
        @Nullable Integer ni,
        @Nullable Long nl,
        @Nullable Double nd,
        @Nullable Boolean nb,
        @Nullable String ns,
        @Nullable Instant nt,
        @Nullable Mood nm,
        Integer bi,
        List<String> tags,
        Map<String, String> labels,
        Place home,
        @Nullable Place away) {

    /** An enum whose names are not in the order of its constants. */
    public enum Mood {
        GLAD,
        CALM,
        SAD
    }

    /** A nested record. */
    public record Place(String city, @Nullable String zip, int floor) {}
}
