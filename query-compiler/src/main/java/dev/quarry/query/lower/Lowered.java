package dev.quarry.query.lower;

import dev.quarry.plan.EnginePlan;
import dev.quarry.query.source.SourceSpan;
import java.util.Objects;

/** What lowering a filter for one engine comes to. */
public sealed interface Lowered {

    /** The filter as the engine runs it. */
    record Exact(EnginePlan plan) implements Lowered {
        public Exact {
            Objects.requireNonNull(plan, "plan");
        }
    }

    /**
     * The engine cannot say it exactly.
     *
     * @param span the smallest part that it cannot say
     * @param why what stands in the way
     * @param instead what to write instead
     */
    record Refused(SourceSpan span, String why, String instead) implements Lowered {
        public Refused {
            Objects.requireNonNull(span, "span");
            Objects.requireNonNull(why, "why");
            Objects.requireNonNull(instead, "instead");
        }
    }
}
