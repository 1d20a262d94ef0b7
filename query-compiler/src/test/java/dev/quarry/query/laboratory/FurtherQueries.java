package dev.quarry.query.laboratory;

import dev.quarry.DB;
import dev.quarry.Datastore;
import dev.quarry.Filter;
import dev.quarry.Options;
import dev.quarry.error.DatastoreException;
import dev.quarry.plan.Node.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;

/** The filter of a trial in other questions than its own: joined with another one, asked strictly, and for whether there is any. */
final class FurtherQueries {
    /** It is true for some records, false for some, and throws for some. */
    static final Filter<Specimen> OTHER = p -> 12 / p.small() > 4;

    private final Datastore<Specimen> store;
    private final Map<String, Specimen> records;

    /**
     * Questions to a store.
     *
     * @param records all that it has, in the order of their keys
     */
    FurtherQueries(Datastore<Specimen> store, Map<String, Specimen> records) {
        this.store = store;
        this.records = records;
    }

    /** Where one of the answers differs from Java's. */
    Optional<Disagreement> compare(Trial trial, Map<String, Outcome> inJava) {
        Map<String, Outcome> other = new LinkedHashMap<>();
        records.forEach((key, record) -> other.put(key, Trial.outcome(OTHER, record)));
        Filter<Specimen> filter = trial.filter();
        return joined(trial, inJava, other)
                .or(() -> exists(trial, filter, inJava.containsValue(Outcome.TRUE)))
                .or(() -> exists(trial, filter.negate(), inJava.containsValue(Outcome.FALSE)))
                .or(() -> strict(trial, inJava));
    }

    /** One of the four ways to join, the same one for the same expression. */
    private Optional<Disagreement> joined(Trial trial, Map<String, Outcome> inJava, Map<String, Outcome> other) {
        Filter<Specimen> filter = trial.filter();
        return switch (Math.floorMod(trial.condition().hashCode(), 4)) {
            case 0 -> joined(trial, "filter.and(other)", filter.and(OTHER), pairs(inJava, other, FurtherQueries::and));
            case 1 -> joined(trial, "other.and(filter)", OTHER.and(filter), pairs(other, inJava, FurtherQueries::and));
            case 2 -> joined(trial, "filter.or(other)", filter.or(OTHER), pairs(inJava, other, FurtherQueries::or));
            default -> joined(trial, "other.or(filter)", OTHER.or(filter), pairs(other, inJava, FurtherQueries::or));
        };
    }

    private static Map<String, Outcome> pairs(
            Map<String, Outcome> left, Map<String, Outcome> right, BinaryOperator<Outcome> join) {
        Map<String, Outcome> joined = new LinkedHashMap<>();
        left.forEach((key, outcome) -> joined.put(key, join.apply(outcome, right.get(key))));
        return joined;
    }

    private static Outcome and(Outcome left, Outcome right) {
        return left == Outcome.TRUE ? right : left;
    }

    private static Outcome or(Outcome left, Outcome right) {
        return left == Outcome.FALSE ? right : left;
    }

    private Optional<Disagreement> joined(
            Trial trial, String form, Filter<Specimen> joined, Map<String, Outcome> expected) {
        Set<String> whenTrue = DB.queryWithKey(store, joined).keySet();
        Set<String> whenFalse = DB.queryWithKey(store, joined.negate()).keySet();
        for (Map.Entry<String, Outcome> entry : expected.entrySet()) {
            Specimen record = records.get(entry.getKey());
            Outcome inJava = Trial.outcome(joined, record);
            String inSql = Bench.told(whenTrue.contains(entry.getKey()), whenFalse.contains(entry.getKey()));
            if (inJava != entry.getValue() || !inSql.equals(inJava.name())) {
                return Optional.of(new Disagreement(
                        trial,
                        List.of(record),
                        entry.getValue() + " in " + form,
                        inSql + ", and " + inJava + " for test(record)"));
            }
        }
        return Optional.empty();
    }

    private Optional<Disagreement> exists(Trial trial, Filter<Specimen> filter, boolean expected) {
        boolean exists = DB.exists(store, filter);
        return exists == expected
                ? Optional.empty()
                : Optional.of(new Disagreement(trial, all(), "there is one: " + expected, "exists says " + exists));
    }

    /** A strict query throws what the lambda throws for the first record, and gives its records if it throws for none. */
    private Optional<Disagreement> strict(Trial trial, Map<String, Outcome> inJava) {
        Optional<Specimen> throwing = inJava.entrySet().stream()
                .filter(entry -> entry.getValue() == Outcome.THROWS)
                .map(entry -> records.get(entry.getKey()))
                .findFirst();
        String expected = throwing.map(trial::thrown)
                .orElseGet(() ->
                        inJava.values().stream().filter(Outcome.TRUE::equals).count() + " records");
        String answered = strictly(trial.filter());
        return answered.equals(expected)
                ? Optional.empty()
                : Optional.of(new Disagreement(
                        trial, throwing.map(List::of).orElseGet(this::all), expected + " with strict()", answered));
    }

    private String strictly(Filter<Specimen> filter) {
        try {
            return DB.query(store, filter, Options.strict()).size() + " records";
        } catch (DatastoreException e) {
            throw e;
        } catch (RuntimeException e) {
            return e.getClass().getName();
        }
    }

    private List<Specimen> all() {
        return List.copyOf(records.values());
    }
}
