package dev.quarry.query.differential;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts what the expressions of a run were made of and how they came out. */
final class Coverage {
    private static final List<String> OPERATIONS = List.of(
            " + ",
            " - ",
            " * ",
            " / ",
            " % ",
            "(-",
            " == ",
            " != ",
            " < ",
            " <= ",
            " > ",
            " >= ",
            " && ",
            " || ",
            "!(",
            ".equals(",
            "Objects.equals(",
            "Objects.isNull(",
            "Objects.nonNull(",
            "== null",
            "!= null",
            ".startsWith(",
            ".endsWith(",
            ".contains(",
            ".isEmpty()",
            ".length()",
            ".size()",
            ".compareTo(",
            ".isBefore(",
            ".isAfter(",
            "Math.min(",
            "Math.max(",
            "Math.abs(",
            "(int) ",
            "(long) ",
            "(double) ",
            " & ",
            " | ",
            " ^ ",
            "(~ ",
            " << ",
            " >> ",
            " >>> ",
            " ? ",
            ".trim()",
            ".strip()",
            ".toLowerCase()",
            ".toUpperCase()",
            ".concat(",
            ".indexOf(",
            ".isBlank()",
            ".equalsIgnoreCase(",
            "numbers.contains",
            "ids.contains",
            "moods.contains",
            "times.contains",
            "longs.contains",
            "texts.contains",
            "Mood.",
            "p.home()",
            "p.away()");

    private final Map<String, Integer> hits = new LinkedHashMap<>();
    private int expressions;
    private int withBothOutcomes;
    private int throwing;

    Coverage() {
        OPERATIONS.forEach(operation -> hits.put(operation, 0));
    }

    void count(String expression, boolean sometimesTrue, boolean sometimesFalse, boolean sometimesThrows) {
        expressions++;
        withBothOutcomes += sometimesTrue && sometimesFalse ? 1 : 0;
        throwing += sometimesThrows ? 1 : 0;
        hits.replaceAll((operation, count) -> count + (expression.contains(operation) ? 1 : 0));
    }

    int expressions() {
        return expressions;
    }

    Map<String, Integer> hits() {
        return hits;
    }

    double shareWithBothOutcomes() {
        return (double) withBothOutcomes / expressions;
    }

    double shareThatThrows() {
        return (double) throwing / expressions;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d expressions, %.0f %% with both outcomes, %.0f %% that throw; hits: %s",
                expressions,
                100 * shareWithBothOutcomes(),
                100 * shareThatThrows(),
                hits);
    }
}
