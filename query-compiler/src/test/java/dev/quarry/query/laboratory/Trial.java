package dev.quarry.query.laboratory;

import dev.quarry.Filter;
import dev.quarry.plan.Node.Outcome;
import java.util.Collection;
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
        return outcome(filter, record);
    }

    /** What a filter comes to in the JVM. */
    static Outcome outcome(Filter<Specimen> filter, Specimen record) {
        try {
            return filter.test(record) ? Outcome.TRUE : Outcome.FALSE;
        } catch (RuntimeException e) {
            return Outcome.THROWS;
        }
    }

    /** The class of what the lambda throws for a record for which it does. */
    String thrown(Specimen record) {
        try {
            throw new AssertionError(condition() + " is " + filter.test(record) + " the second time");
        } catch (RuntimeException e) {
            return e.getClass().getName();
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

    /**
     * Whether a text that captured values come to can have this character: it is in one of them, in a literal, or the expression
     * makes characters out of numbers.
     */
    boolean canHold(char character) {
        String source = term.source();
        String escape = character == 0 ? "\\0" : String.format("\\u%04x", (int) character);
        return source.contains("(char)")
                || source.contains("Character.")
                || source.contains(escape)
                || captures().values().stream().anyMatch(value -> holds(value, character));
    }

    private static boolean holds(@Nullable Object value, char character) {
        if (value instanceof Map<?, ?> map) {
            return holds(map.keySet(), character) || holds(map.values(), character);
        }
        return value instanceof Collection<?> collection
                ? collection.stream().anyMatch(element -> holds(element, character))
                : String.valueOf(value).indexOf(character) >= 0;
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
