package dev.quarry.query.laboratory;

import dev.quarry.plan.Node.Outcome;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts what the expressions of a run were made of and how they came out. Thread-safe. */
final class Coverage {
    private final Map<String, Integer> hits = new TreeMap<>();
    private final Map<String, String> refusals = new TreeMap<>();
    private final Map<String, Integer> setAside = new TreeMap<>();
    private int expressions;
    private int values;
    private int withBothOutcomes;
    private int throwing;
    private long comparisons;
    private int runs;
    private int invalidTexts;
    private int withoutForm;

    Coverage() {
        Generator.OPERATIONS.forEach(operation -> hits.put(operation.id(), 0));
    }

    /**
     * Counts an expression.
     *
     * @param outcomes all that it came to
     * @param compared on how many records its two answers were compared, over all that it captured
     */
    synchronized void count(Term term, Set<Outcome> outcomes, long compared) {
        expressions++;
        values += term.isBoolean() ? 0 : 1;
        comparisons += compared;
        withBothOutcomes += outcomes.contains(Outcome.TRUE) && outcomes.contains(Outcome.FALSE) ? 1 : 0;
        throwing += outcomes.contains(Outcome.THROWS) ? 1 : 0;
        Set<String> operations = new LinkedHashSet<>();
        term.all()
                .map(Term::operation)
                .filter(operation -> !operation.isEmpty())
                .forEach(operations::add);
        operations.forEach(operation -> hits.merge(operation, 1, Integer::sum));
    }

    /** Counts so many comparisons, some of which ended because of a captured text that no store can hold. */
    synchronized void ran(int more, int withInvalidTexts) {
        runs += more;
        invalidTexts += withInvalidTexts;
    }

    /** Counts an expression that the engine has no exact form of. */
    synchronized void withoutForm() {
        withoutForm++;
    }

    /** How much of the expressions the engine has an exact form of. */
    synchronized double shareWithForm() {
        return (double) expressions / (expressions + withoutForm);
    }

    synchronized double shareOfInvalidTexts() {
        return (double) invalidTexts / runs;
    }

    /** Counts an expression that the compiler refused. */
    synchronized void refused(Term term, String message) {
        refusals.put(term.source(), message);
    }

    /** Counts expressions that were not tried, for a reason that lies in javac. */
    synchronized void setAside(String reason, int count) {
        setAside.merge(reason, count, Integer::sum);
    }

    synchronized int expressions() {
        return expressions;
    }

    /** In how many expressions each operation stands. */
    synchronized Map<String, Integer> hits() {
        return new TreeMap<>(hits);
    }

    /** What the compiler said to the expressions that it refused. */
    synchronized Map<String, String> refusals() {
        return new TreeMap<>(refusals);
    }

    /** How many expressions were not tried, by the reason. */
    synchronized Map<String, Integer> setAside() {
        return new TreeMap<>(setAside);
    }

    synchronized double shareSetAside() {
        int aside = setAside.values().stream().mapToInt(Integer::intValue).sum();
        return (double) aside / (expressions + aside);
    }

    synchronized double shareWithBothOutcomes() {
        return (double) withBothOutcomes / expressions;
    }

    synchronized double shareThatThrows() {
        return (double) throwing / expressions;
    }

    synchronized double shareRefused() {
        return (double) refusals.size() / (expressions + refusals.size());
    }

    @Override
    public synchronized String toString() {
        return String.format(
                Locale.ROOT,
                "%d expressions, %d of them values, compared on %,d records; %.1f %% with both outcomes, %.1f %% that"
                        + " throw, %.1f %% refused, %.1f %% of the runs with a captured text that no store holds, %.1f %%"
                        + " of all with a form; set aside: %s",
                expressions,
                values,
                comparisons,
                100 * shareWithBothOutcomes(),
                100 * shareThatThrows(),
                100 * shareRefused(),
                100 * shareOfInvalidTexts(),
                100 * shareWithForm(),
                setAside.isEmpty() ? "none" : setAside);
    }
}
