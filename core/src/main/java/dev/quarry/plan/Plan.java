package dev.quarry.plan;

import dev.quarry.schema.FieldPath;
import java.util.Map;
import java.util.Objects;

/** What a compiler made of one lambda. */
public sealed interface Plan {

    /** What the plan was made from. */
    Origin origin();

    /**
     * Where a plan comes from, and what must still be true when it is used.
     *
     * @param key the implementing method
     * @param source file and line of the lambda, {@code Hello.java:9}
     * @param text the lambda as written
     * @param record binary name of the record it reads
     * @param fingerprint {@link dev.quarry.schema.Schema#fingerprint()} of that record
     * @param digest {@link MethodDigest} of the implementing method; empty where there is none, as for text filters
     */
    record Origin(LambdaKey key, String source, String text, String record, String fingerprint, String digest) {
        public Origin {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(record, "record");
            Objects.requireNonNull(fingerprint, "fingerprint");
            Objects.requireNonNull(digest, "digest");
        }
    }

    /**
     * A filter.
     *
     * @param engines its form on each engine that can say it exactly, by the engine's name
     * @param refused why the others cannot
     */
    record FilterPlan(Origin origin, Map<String, EnginePlan> engines, Map<String, String> refused) implements Plan {
        public FilterPlan {
            Objects.requireNonNull(origin, "origin");
            engines = Map.copyOf(engines);
            refused = Map.copyOf(refused);
        }
    }

    /** A field to order or index by. */
    record FieldPlan(Origin origin, FieldPath path) implements Plan {
        public FieldPlan {
            Objects.requireNonNull(origin, "origin");
            Objects.requireNonNull(path, "path");
        }
    }
}
