package dev.quarry.migration;

import dev.quarry.engine.Session;
import dev.quarry.migration.Planned.PlannedTask;
import dev.quarry.schema.Index;
import dev.quarry.schema.Schema;
import dev.quarry.store.Generation;
import dev.quarry.store.Generations;
import dev.quarry.store.StoreDescription;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Moves the records of one task to the tables of the next generation, inside the transaction of the run. */
final class Rebuilding {
    private static final int BETWEEN_REPORTS = 1_000;

    private final Session session;
    private final Generations generations;
    private final Script script;
    private final PlannedTask planned;
    private final Task.Rebuild task;
    private final Failures failures;
    private final Progress progress;
    private final Map<String, Generation<?>> next = new LinkedHashMap<>();
    private final KeyConflicts conflicts;
    private long converted;

    Rebuilding(
            Session session,
            Generations generations,
            Script script,
            PlannedTask planned,
            Task.Rebuild task,
            Failures failures,
            Progress progress) {
        this.session = session;
        this.generations = generations;
        this.script = script;
        this.planned = planned;
        this.task = task;
        this.failures = failures;
        this.progress = progress;
        this.conflicts = new KeyConflicts(script.version(), failures);
    }

    /** Does all of it; how many records were converted. Throws {@link Failures.Stopped}. */
    long run() throws SQLException {
        for (String target : task.targets()) {
            next.put(
                    target,
                    generations.create(
                            session, target, task.routesTo(target).get(0).target()));
        }
        try {
            for (String source : planned.sources()) {
                convert(source, task.routesFrom(source).get(0));
            }
            for (Generation<?> generation : next.values()) {
                generation.flush(session);
            }
        } catch (KeyConflicts.Found e) {
            // the first record of that key is found only when nothing else is being read
        }
        if (conflicts.any()) {
            for (String source : planned.sources()) {
                findFirst(source, task.routesFrom(source).get(0));
            }
            conflicts.report();
        }
        for (Generation<?> generation : next.values()) {
            index(generation);
        }
        return converted;
    }

    /** Puts the new tables in the place of the old ones. */
    void install() throws SQLException {
        String origin = script.origin();
        List<String> there =
                generations.stores(session).stream().map(StoreDescription::name).toList();
        for (String source : task.sources()) {
            if (!next.containsKey(source) && there.contains(source)) {
                generations.drop(session, source);
            }
        }
        for (Generation<?> generation : next.values()) {
            generations.install(session, generation, origin);
        }
    }

    /** All routes from one store read its records alike. */
    private <O> void convert(String source, Route<O, ?> first) throws SQLException {
        long total = generations.count(session, source);
        long[] done = {0};
        progress.at(Progress.Phase.CONVERT, source, 0, total);
        generations.forEach(session, source, schema(source, first), readers(source, first), (key, version, content) -> {
            convert(source, key, version, content);
            if (++done[0] % BETWEEN_REPORTS == 0) {
                progress.at(Progress.Phase.CONVERT, source, done[0], total);
            }
        });
        progress.at(Progress.Phase.CONVERT, source, done[0], total);
    }

    private <O> Generations.RowReaders<O> readers(String source, Route<O, ?> route) throws SQLException {
        Schema read = schema(source, route);
        return members -> route.shape().reader(read, members);
    }

    /** As what the records are read: components may stand in another order in the script than in the store. */
    private Schema schema(String source, Route<?, ?> route) throws SQLException {
        Optional<Schema> declared = route.shape().expected();
        if (declared.isPresent()) {
            return declared.get();
        }
        return generations.stores(session).stream()
                .filter(store -> store.name().equals(source))
                .findFirst()
                .orElseThrow()
                .schema();
    }

    private <O> void convert(String source, String key, long version, Generations.Content<O> content)
            throws SQLException {
        try {
            unconvertedIfItThrows(() -> send(source, key, version, content));
        } catch (Unconverted e) {
            Failure failure = new Failure(script.version(), source, key, e.field(), e.reason(), e.words());
            failures.add(failure, e.getCause());
        }
    }

    /** Work on one record. */
    @FunctionalInterface
    private interface Conversion {
        void run() throws SQLException;
    }

    /** A record's constructor is the user's code too, and may assert. */
    private static void unconvertedIfItThrows(Conversion work) throws SQLException {
        try {
            work.run();
        } catch (SQLException | KeyConflicts.Found | Failures.Stopped e) {
            throw e;
        } catch (Throwable e) {
            throw FailureWords.of(e);
        }
    }

    @SuppressWarnings("unchecked")
    private <O> void send(String source, String key, long version, Generations.Content<O> content) throws SQLException {
        O old = content.read();
        Arrival arrival = new Arrival();
        boolean taken = false;
        for (Route<?, ?> route : task.routesFrom(source)) {
            taken |= write(source, key, version, old, (Route<O, ?>) route, arrival);
        }
        if (!taken) {
            throw new Unconverted(
                    Failure.Reason.NO_TARGET, null, "none of " + String.join(", ", task.targets()) + " takes it", null);
        }
        arrival.sent();
    }

    /** Counts a record that was sent to all its stores and that each of them takes, as soon as both is known. */
    private final class Arrival {
        private boolean sent;
        private boolean refused;

        private void sent() {
            sent = true;
            converted += refused ? 0 : 1;
        }

        private void refused() {
            converted -= sent && !refused ? 1 : 0;
            refused = true;
        }
    }

    @SuppressWarnings("unchecked")
    private <O, N> boolean write(String source, String key, long version, O old, Route<O, N> route, Arrival arrival)
            throws SQLException {
        Optional<Converter.Converted<N>> made = route.converter().convert(key, old);
        if (made.isEmpty()) {
            return false;
        }
        Generation<N> generation = (Generation<N>) generation(route.to());
        N record = made.get().record();
        String newKey = made.get().key();
        generation.add(session, newKey, version, record, () -> {
            arrival.refused();
            conflicts.add(route.to(), newKey, source, key);
        });
        if (!failures.stopping()) {
            compareTheWayBack(route, old, record);
        }
        return true;
    }

    private <O, N> void compareTheWayBack(Route<O, N> route, O old, N record) {
        try {
            Optional<O> back = route.converter().back(record);
            if (back.isPresent() && !route.shape().isSame(back.get(), old)) {
                failures.countNotReversible();
            }
        } catch (RuntimeException e) {
            failures.countNotReversible();
        }
    }

    private Generation<?> generation(String store) {
        Generation<?> generation = next.get(store);
        if (generation == null) {
            throw new IllegalStateException("every target has one: " + store);
        }
        return generation;
    }

    private <O> void findFirst(String source, Route<O, ?> first) throws SQLException {
        generations.forEach(session, source, schema(source, first), readers(source, first), (key, version, content) -> {
            try {
                unconvertedIfItThrows(() -> {
                    O old = content.read();
                    for (Route<?, ?> route : task.routesFrom(source)) {
                        offer(source, key, old, route);
                    }
                });
            } catch (Unconverted e) {
                // it has no new key, and was reported already
                return;
            }
        });
    }

    @SuppressWarnings("unchecked")
    private <O> void offer(String source, String key, O old, Route<?, ?> route) {
        ((Route<O, ?>) route)
                .converter()
                .convert(key, old)
                .ifPresent(made -> conflicts.offer(route.to(), made.key(), source, key));
    }

    private void index(Generation<?> generation) throws SQLException {
        List<Index> indexes = planned.indexes().getOrDefault(generation.store(), List.of());
        progress.at(Progress.Phase.INDEX, generation.store(), 0, 0);
        long before = failures.counts().getOrDefault(Failure.Reason.NOT_UNIQUE, 0L);
        for (Index index : indexes) {
            if (index.unique()) {
                reportDuplicates(generation, index);
            }
        }
        // a dry run in which a rule is broken goes on without the rules
        boolean broken = failures.counts().getOrDefault(Failure.Reason.NOT_UNIQUE, 0L) > before;
        generation.index(
                session,
                broken ? indexes.stream().filter(index -> !index.unique()).toList() : indexes);
    }

    private void reportDuplicates(Generation<?> generation, Index rule) throws SQLException {
        String fields =
                String.join(", ", rule.paths().stream().map(Object::toString).toList());
        generation.duplicates(
                session,
                rule,
                (first, last, count) -> failures.add(
                        new Failure(
                                script.version(),
                                generation.store(),
                                first,
                                Optional.of(fields),
                                Failure.Reason.NOT_UNIQUE,
                                "it would have the same " + fields + " as '" + last + "', where that is to be unique ("
                                        + count + " records agree)"),
                        null));
    }
}
