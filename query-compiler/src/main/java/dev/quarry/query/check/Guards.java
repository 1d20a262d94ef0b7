package dev.quarry.query.check;

import dev.quarry.query.ast.Expr;
import dev.quarry.query.source.SourceSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The tests for null that a lambda lacks, by the place that each would go to and in the order of evaluation there. A lambda is
 * checked twice if something is wrong with it, so that its errors know all of them. Not thread-safe.
 */
final class Guards {
    private static final String REQUIRED = "Objects.requireNonNull(";

    private final String text;
    private final Map<Place, Map<String, Guard>> lacking = new LinkedHashMap<>();

    Guards(String text) {
        this.text = text;
    }

    /** Notes that a reference must not be null at a place; whether it is the first one there that says so. */
    boolean add(Place place, String reference, SourceSpan span, Facts nonNull) {
        Guard guard = new Guard(span, nonNull);
        Guard first =
                lacking.computeIfAbsent(place, any -> new LinkedHashMap<>()).putIfAbsent(reference, guard);
        return first == null || first.span().equals(span);
    }

    /** What is known behind a condition that is true, once it has its tests. */
    Facts of(Expr condition) {
        Facts facts = Facts.NONE;
        for (Guard guard :
                lacking.getOrDefault(new Place.InCondition(condition), Map.of()).values()) {
            facts = facts.and(guard.nonNull());
        }
        return facts;
    }

    /** What to write at a place, all that is needed; empty if the source there is a method reference. */
    String at(Place place) {
        if (place instanceof Place.InStatement) {
            return references(place).stream()
                    .map(reference -> asOperand(reference) + " == null")
                    .collect(Collectors.joining(" || ", "if (", ") { return false; } before this statement"));
        }
        boolean whole = lacking.size() > 1 && !text.contains(";") && !text.contains("//");
        SourceSpan range = whole ? new SourceSpan(0, text.length()) : span(place);
        Insertions insertions = new Insertions();
        (whole ? lacking.keySet() : List.of(place)).forEach(each -> insert(insertions, each));
        return insertions.into(text, range).strip().replaceAll("\\s*\\R\\s*", " ");
    }

    /** The tests before a condition: {@code a != null && a.b() != null && }. */
    String tests(Place place) {
        StringBuilder tests = new StringBuilder();
        for (String reference : references(place)) {
            tests.append(asOperand(reference)).append(" != null && ");
        }
        return tests.toString();
    }

    /** What must be there for something else stands first: it ends before that. */
    private List<String> references(Place place) {
        return lacking.getOrDefault(place, Map.of()).entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getValue().span().end()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void insert(Insertions insertions, Place place) {
        if (place instanceof Place.InCondition in) {
            boolean bindsLess = in.condition() instanceof Expr.Conditional;
            insertions.around(in.condition().span(), tests(place) + (bindsLess ? "(" : ""), bindsLess ? ")" : "");
        } else {
            lacking.getOrDefault(place, Map.of())
                    .values()
                    .forEach(guard -> insertions.around(guard.span(), REQUIRED, ")"));
        }
    }

    private static SourceSpan span(Place place) {
        return place instanceof Place.InCondition in
                ? in.condition().span()
                : ((Place.InLambda) place).body().span();
    }

    /** A choice is written without the parentheses around it; one too many does no harm. */
    private static String asOperand(String reference) {
        return reference.contains("?") || reference.startsWith("switch") ? "(" + reference + ")" : reference;
    }

    /**
     * A reference that may be null.
     *
     * @param span where it stands first
     * @param nonNull what a test of it tells
     */
    private record Guard(SourceSpan span, Facts nonNull) {}

    /** Texts to be put around parts of a source, which may lie inside each other. */
    private static final class Insertions {
        private final List<Around> all = new ArrayList<>();

        void around(SourceSpan span, String before, String after) {
            all.add(new Around(span, before, after));
        }

        String into(String text, SourceSpan range) {
            StringBuilder result = new StringBuilder();
            for (int i = range.start(); i <= range.end(); i++) {
                int place = i;
                all.stream()
                        .filter(around -> around.span().end() == place)
                        .sorted((a, b) -> b.span().start() - a.span().start())
                        .forEach(around -> result.append(around.after()));
                if (i < range.end()) {
                    all.stream()
                            .filter(around -> around.span().start() == place)
                            .sorted((a, b) -> b.span().end() - a.span().end())
                            .forEach(around -> result.append(around.before()));
                    result.append(text.charAt(i));
                }
            }
            return result.toString();
        }
    }

    private record Around(SourceSpan span, String before, String after) {}
}
