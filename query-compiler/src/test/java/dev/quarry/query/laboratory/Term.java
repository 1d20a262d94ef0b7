package dev.quarry.query.laboratory;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An expression of Java with the expressions inside it, so that it can be cut down.
 *
 * @param sort its type, as source: {@code int}, {@code List<String>}
 * @param pattern its source with <code>{0}</code>, <code>{1}</code> … for its parts, delimited by itself
 * @param parts the expressions inside
 * @param operation what it is an example of; empty for a leaf
 */
record Term(String sort, String pattern, List<Term> parts, String operation) {
    private static final Pattern NAME = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|(?<!\\.)\\b[a-z]\\w*");

    Term {
        parts = List.copyOf(parts);
    }

    /** A column, a captured variable or a literal. */
    static Term leaf(String sort, String source) {
        return new Term(sort, source, List.of(), "");
    }

    boolean isBoolean() {
        return sort.equals("boolean");
    }

    /** The expression as Java has it. */
    String source() {
        String source = pattern;
        for (int i = 0; i < parts.size(); i++) {
            source = source.replace("{" + i + "}", parts.get(i).source());
        }
        return withFreshName(source);
    }

    /** The source with a name for its own variable, <code>{x}</code>, that no expression inside has. */
    static String withFreshName(String source) {
        int number = 0;
        while (source.contains("x" + number)) {
            number++;
        }
        return source.replace("{x}", "x" + number);
    }

    /** The names outside texts that no dot precedes. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        NAME.matcher(source()).results().forEach(found -> names.add(found.group()));
        return names;
    }

    /** This and every expression inside. */
    Stream<Term> all() {
        return Stream.concat(Stream.of(this), parts.stream().flatMap(Term::all));
    }

    int size() {
        return 1 + parts.stream().mapToInt(Term::size).sum();
    }

    /** All expressions that differ from this one in one place, where a smaller one stands. */
    List<Term> smaller() {
        List<Term> smaller = new ArrayList<>();
        all().skip(1).filter(inner -> inner.sort().equals(sort)).forEach(smaller::add);
        if (!parts.isEmpty()) {
            Leaves.simplest(sort).forEach(smaller::add);
        }
        for (int i = 0; i < parts.size(); i++) {
            for (Term part : parts.get(i).smaller()) {
                List<Term> replaced = new ArrayList<>(parts);
                replaced.set(i, part);
                smaller.add(new Term(sort, pattern, replaced, operation));
            }
        }
        return smaller;
    }

    @Override
    public String toString() {
        return source();
    }
}
