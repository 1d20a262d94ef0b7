package dev.quarry.query.laboratory;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One operation of the language: a line of a table.
 *
 * @param id what coverage counts it under
 * @param sort the type of its result, as source
 * @param pattern its source with <code>{0}</code>, <code>{1}</code> … for its operands
 * @param parameters its operands
 */
record Operation(String id, String sort, String pattern, List<Parameter> parameters) {
    Operation {
        parameters = List.copyOf(parameters);
    }

    /** A line of a table; parameters are written as {@link Parameter#parse} reads them. */
    static Operation named(String id, String sort, String pattern, String... parameters) {
        return new Operation(
                id,
                sort,
                pattern,
                Arrays.stream(parameters).map(Parameter::parse).toList());
    }

    boolean isBoolean() {
        return sort.equals("boolean");
    }

    /** What an operand may be, besides an expression of its type. */
    enum Trait {
        /** It may be null. */
        NULLABLE,
        /** It is a column, a captured variable or a literal. */
        SIMPLE,
        /** Most values of its type make the operation throw, so it is drawn from those that do not. */
        FITTING
    }

    /** An operand. */
    record Parameter(String sort, Set<Trait> traits) {
        /** A type behind {@code ?} (may be null), {@code !} (simple) and {@code #} (fitting), in this order. */
        static Parameter parse(String written) {
            Set<Trait> traits = EnumSet.noneOf(Trait.class);
            String rest = written;
            if (rest.startsWith("?")) {
                traits.add(Trait.NULLABLE);
                rest = rest.substring(1);
            }
            if (rest.startsWith("!")) {
                traits.add(Trait.SIMPLE);
                rest = rest.substring(1);
            }
            if (rest.startsWith("#")) {
                traits.add(Trait.FITTING);
                rest = rest.substring(1);
            }
            return new Parameter(rest, traits);
        }

        boolean is(Trait trait) {
            return traits.contains(trait);
        }
    }
}
