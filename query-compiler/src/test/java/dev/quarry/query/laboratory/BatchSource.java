package dev.quarry.query.laboratory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The source of a {@link Batch}: each expression's filter stands on a line of its own, so that an error names it. */
final class BatchSource {
    static final String NO_MORE = "";
    static final String IMPORTS = """
            package generated;
            import dev.quarry.Filter;
            import dev.quarry.query.laboratory.*;
            import java.math.BigDecimal;
            import java.time.*;
            import java.time.temporal.ChronoUnit;
            import java.util.*;
            import org.jspecify.annotations.Nullable;
            """;

    private final StringBuilder text = new StringBuilder(IMPORTS);
    private final List<Integer> indexes = new ArrayList<>();
    private long line;

    private BatchSource() {
        line = IMPORTS.lines().count();
    }

    static BatchSource of(List<Term> terms, Set<Integer> without, String more) {
        BatchSource source = new BatchSource();
        source.line("public final class Generated implements Batch {", -1);
        for (int i = 0; i < terms.size(); i++) {
            if (!without.contains(i)) {
                source.line(filter(i, terms.get(i)), i);
                source.line(value(i, terms.get(i)), i);
            }
        }
        source.line("public Filter<Specimen> filter(int index, Captured captured, Object value) {", -1);
        source.choice("filter", "captured, value", terms.size(), without);
        source.line("public Object value(int index, Captured captured, Specimen p) {", -1);
        source.choice("value", "captured, p", terms.size(), without);
        source.line(more + "}", -1);
        return source;
    }

    private void choice(String method, String arguments, int count, Set<Integer> without) {
        line("switch (index) {", -1);
        for (int i = 0; i < count; i++) {
            if (!without.contains(i)) {
                line("case " + i + ": return " + method + i + "(" + arguments + ");", -1);
            }
        }
        line("default: throw new IllegalArgumentException(); } }", -1);
    }

    private static String filter(int index, Term term) {
        String type = Sorts.typeOfValue(term.sort());
        String condition = term.isBoolean() ? term.source() : Sorts.equality(term.sort(), term.source());
        String of = term.isBoolean() ? "" : type + " of = (" + Sorts.boxed(type) + ") value; ";
        return "static Filter<Specimen> filter" + index + "(Captured captured, Object value) { " + locals(term) + of
                + "return p -> " + condition + "; }";
    }

    private static String value(int index, Term term) {
        return "static Object value" + index + "(Captured captured, Specimen p) { " + locals(term) + "return "
                + term.source() + "; }";
    }

    private static String locals(Term term) {
        StringBuilder locals = new StringBuilder();
        Set<String> names = term.names();
        for (Leaves.Leaf leaf : Leaves.CAPTURES) {
            if (names.contains(leaf.source())) {
                locals.append(leaf.sort())
                        .append(' ')
                        .append(leaf.source())
                        .append(" = captured.")
                        .append(leaf.source())
                        .append("(); ");
            }
        }
        return locals.toString();
    }

    private void line(String written, int index) {
        text.append(written).append('\n');
        for (long i = written.lines().count(); i > 0; i--) {
            indexes.add(index);
        }
    }

    String text() {
        return text.toString();
    }

    /** The index of the expression on a line, counted from 1. */
    Optional<Integer> indexAt(long at) {
        int place = (int) (at - 1 - line);
        return place >= 0 && place < indexes.size() && indexes.get(place) >= 0
                ? Optional.of(indexes.get(place))
                : Optional.empty();
    }
}
