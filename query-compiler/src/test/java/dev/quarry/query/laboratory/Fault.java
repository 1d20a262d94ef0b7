package dev.quarry.query.laboratory;

import dev.quarry.plan.EnginePlan;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A wrong lowering that the laboratory must notice.
 *
 * @param trap the difference between SQL and Java that it falls for, by its number in {@code docs/exactness.md}
 * @param description what it does
 * @param change makes the wrong plan out of the right one
 * @param expressions conditions that show it
 */
record Fault(int trap, String description, UnaryOperator<EnginePlan> change, List<String> expressions) {
    Fault {
        expressions = List.copyOf(expressions);
    }

    static Fault of(int trap, String description, UnaryOperator<EnginePlan> change, String... expressions) {
        return new Fault(trap, description, change, List.of(expressions));
    }

    @Override
    public String toString() {
        return trap + ": " + description;
    }
}
