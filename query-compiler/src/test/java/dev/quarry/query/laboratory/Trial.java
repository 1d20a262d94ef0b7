package dev.quarry.query.laboratory;

import dev.quarry.Filter;
import dev.quarry.plan.Node.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An expression with what it captures.
 *
 * @param term the expression
 * @param filter it, compiled
 * @param captured what it captures, and more
 * @param of what a value is compared with; null for a boolean
 */
record Trial(
        Term term,
        Filter<Specimen> filter,
        Captured captured,
        @Nullable Object of) {

    /** What the lambda comes to in the JVM. */
    Outcome outcome(Specimen record) {
        try {
            return filter.test(record) ? Outcome.TRUE : Outcome.FALSE;
        } catch (RuntimeException e) {
            return Outcome.THROWS;
        }
    }

    /** What the lambda throws, or what it gives. */
    String described(Specimen record) {
        try {
            return String.valueOf(filter.test(record));
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    /** The captured variables that the expression names. */
    Map<String, @Nullable Object> captures() {
        Map<String, @Nullable Object> captures = new LinkedHashMap<>();
        Set<String> names = term.names();
        Records.values(captured).forEach((name, value) -> {
            if (names.contains(name)) {
                captures.put(name, value);
            }
        });
        return captures;
    }

    /** The condition as Java has it. */
    String condition() {
        return term.isBoolean() ? term.source() : Sorts.equality(term.sort(), term.source());
    }

    /** The source of the value that the expression is compared with, if it is. */
    Optional<String> ofSource() {
        return term.isBoolean() ? Optional.empty() : Optional.of(JavaText.of(of));
    }
}
