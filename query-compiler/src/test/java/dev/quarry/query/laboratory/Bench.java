package dev.quarry.query.laboratory;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.Filter;
import dev.quarry.Options;
import dev.quarry.Page;
import dev.quarry.error.FilterNotOnEngine;
import dev.quarry.error.InvalidText;
import dev.quarry.plan.Node.Outcome;
import dev.quarry.query.testing.Backend;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Records in two stores, one of which has indexes, on which filters are tried. Not thread-safe. */
final class Bench implements AutoCloseable {
    private static final int PAGE = 7;

    private final Database database;
    private final Datastore<Specimen> plain;
    private final Datastore<Specimen> indexed;
    private final Map<String, Specimen> records;
    private final FurtherQueries further;
    private final Backend backend;
    private final List<String> stores = List.of(Backend.store("plain"), Backend.store("indexed"));
    private int invalidTexts;
    private int withoutForm;

    /** A bench on SQLite. */
    Bench(List<Specimen> specimens) {
        this(Backend.SQLITE, specimens);
    }

    Bench(Backend backend, List<Specimen> specimens) {
        this.backend = backend;
        database = backend.open();
        plain = database.store(stores.get(0), Specimen.class);
        indexed = database.store(
                stores.get(1),
                Specimen.class,
                Options.index(Specimen::i),
                Options.index(Specimen::s),
                Options.index(Specimen::ns),
                Options.index(Specimen::d),
                Options.index(Specimen::nd),
                Options.index(Specimen::t),
                Options.index(Specimen::day, Specimen::s),
                Options.index(Specimen::u),
                Options.index(Specimen::m, Specimen::l),
                Options.index(Specimen::c),
                Options.index(Specimen::ni, Specimen::f));
        Map<String, Specimen> keyed = new TreeMap<>();
        for (int i = 0; i < specimens.size(); i++) {
            keyed.put(String.format("k%04d", i), specimens.get(i));
        }
        DB.setAll(plain, keyed);
        DB.setAll(indexed, keyed);
        records = new LinkedHashMap<>(DB.getAllWithKeys(plain));
        further = new FurtherQueries(plain, records);
    }

    /** The records as they are read back. */
    List<Specimen> records() {
        return List.copyOf(records.values());
    }

    /** How many comparisons ended because of a captured text that no store can hold. */
    int invalidTexts() {
        return invalidTexts;
    }

    /** How many comparisons ended because the engine has no form of the filter. */
    int withoutForm() {
        return withoutForm;
    }

    /** How much is compared. */
    enum Depth {
        /** The records for which it is true. */
        TRUTH,
        /** The records of both outcomes, and their numbers where there are indexes. */
        SETS,
        /** Pages as well, where there are indexes, the number where there are none, and {@link FurtherQueries}. */
        EVERYTHING
    }

    /** What the lambda comes to in the JVM, for each record. */
    Map<String, Outcome> inJava(Trial trial) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        records.forEach((key, record) -> outcomes.put(key, trial.outcome(record)));
        return outcomes;
    }

    /** Where the SQL of a filter differs from its lambda. */
    Optional<Disagreement> compare(Trial trial, Map<String, Outcome> inJava, Depth depth) {
        try {
            Filter<Specimen> filter = trial.filter();
            Set<String> whenTrue = DB.queryWithKey(plain, filter).keySet();
            if (depth == Depth.TRUTH) {
                return truth(trial, inJava, whenTrue);
            }
            Filter<Specimen> opposite = filter.negate();
            Set<String> whenFalse = DB.queryWithKey(plain, opposite).keySet();
            Optional<Disagreement> found = difference(trial, inJava, whenTrue, whenFalse);
            if (found.isEmpty()) {
                found = number(trial, "true, with indexes", DB.queryCount(indexed, filter), whenTrue)
                        .or(() -> number(trial, "false, with indexes", DB.queryCount(indexed, opposite), whenFalse));
            }
            if (found.isEmpty() && depth == Depth.EVERYTHING) {
                found = number(trial, "true", DB.queryCount(plain, filter), whenTrue)
                        .or(() -> pages(trial, whenTrue))
                        .or(() -> further.compare(trial, inJava));
            }
            return found;
        } catch (FilterNotOnEngine e) {
            withoutForm++;
            return backend == Backend.SQLITE ? Optional.of(failed(trial, e)) : Optional.empty();
        } catch (InvalidText e) {
            // what is captured, or computed of it, is a text that no store holds: an error of the call, not of any
            // record
            invalidTexts++;
            return trial.canHold(e.character()) ? Optional.empty() : Optional.of(failed(trial, e));
        } catch (RuntimeException e) {
            return Optional.of(failed(trial, e));
        }
    }

    private Optional<Disagreement> truth(Trial trial, Map<String, Outcome> inJava, Set<String> whenTrue) {
        for (Map.Entry<String, Outcome> entry : inJava.entrySet()) {
            boolean isTrue = whenTrue.contains(entry.getKey());
            if (isTrue != (entry.getValue() == Outcome.TRUE)) {
                return Optional.of(new Disagreement(
                        trial,
                        List.of(records.get(entry.getKey())),
                        entry.getValue().name(),
                        isTrue ? "TRUE" : "not TRUE"));
            }
        }
        return Optional.empty();
    }

    private Optional<Disagreement> difference(
            Trial trial, Map<String, Outcome> inJava, Set<String> whenTrue, Set<String> whenFalse) {
        for (Map.Entry<String, Outcome> entry : inJava.entrySet()) {
            String inSql = told(whenTrue.contains(entry.getKey()), whenFalse.contains(entry.getKey()));
            if (!inSql.equals(entry.getValue().name())) {
                return Optional.of(new Disagreement(
                        trial,
                        List.of(records.get(entry.getKey())),
                        entry.getValue().name(),
                        inSql));
            }
        }
        return Optional.empty();
    }

    /** What the answers to a filter and to its negation say of a record. */
    static String told(boolean isTrue, boolean isFalse) {
        return isTrue && isFalse
                ? "TRUE and FALSE"
                : (isTrue ? Outcome.TRUE : isFalse ? Outcome.FALSE : Outcome.THROWS).name();
    }

    private Optional<Disagreement> number(Trial trial, String what, long counted, Collection<String> keys) {
        return counted == keys.size()
                ? Optional.empty()
                : Optional.of(
                        new Disagreement(trial, records(), keys.size() + " records " + what, "a count of " + counted));
    }

    /** Pages of the store with indexes, one behind the other. */
    private Optional<Disagreement> pages(Trial trial, Set<String> keys) {
        int items = 0;
        Page<Specimen> page = DB.page(indexed, trial.filter(), Options.limit(PAGE));
        List<Specimen> all = new ArrayList<>(page.items());
        while (page.next().isPresent() && items++ <= records.size()) {
            page = DB.page(
                    indexed,
                    trial.filter(),
                    Options.limit(PAGE),
                    Options.after(page.next().get()));
            all.addAll(page.items());
        }
        List<Long> expected =
                keys.stream().sorted().map(key -> records.get(key).serial()).toList();
        List<Long> paged = all.stream().map(Specimen::serial).toList();
        return paged.equals(expected)
                ? Optional.empty()
                : Optional.of(new Disagreement(trial, records(), "the records " + expected, "pages of " + paged));
    }

    private Disagreement failed(Trial trial, RuntimeException e) {
        return new Disagreement(trial, records(), "no failure", e.toString());
    }

    /** The SQL that is run for a filter. */
    String sql(Filter<Specimen> filter) {
        try {
            return DB.explain(plain, filter).sql() + "\n  with "
                    + DB.explain(plain, filter).binds();
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        backend.close(database, stores);
    }
}
