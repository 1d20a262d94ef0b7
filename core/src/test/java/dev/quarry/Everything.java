package dev.quarry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record with a component of every type that a store holds, each as it is and nullable. */
record Everything(
        String text,
        int number,
        long big,
        double real,
        boolean truth,
        Integer boxed,
        Instant moment,
        UUID id,
        Color color,
        List<String> tags,
        Map<String, String> labels,
        Part part,
        @Nullable String maybeText,
        @Nullable Integer maybeNumber,
        @Nullable Long maybeBig,
        @Nullable Double maybeReal,
        @Nullable Boolean maybeTruth,
        @Nullable Instant maybeMoment,
        @Nullable UUID maybeId,
        @Nullable Color maybeColor,
        @Nullable List<String> maybeTags,
        @Nullable Map<String, String> maybeLabels,
        @Nullable Part maybePart) {
    /** Constants whose order is not that of their names, one of them with a body. */
    enum Color {
        RED,
        GREEN {
            @Override
            public String toString() {
                return "verde";
            }
        },
        BLUE
    }

    record Part(
            String name,
            double weight,
            @Nullable String note,
            @Nullable Instant since,
            @Nullable Core core) {}

    record Core(int depth, @Nullable List<String> words, Map<String, String> marks) {}
}
