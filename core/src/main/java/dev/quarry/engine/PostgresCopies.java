package dev.quarry.engine;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Copies that cost nothing: a table that a change leaves behind gets the name of the copy instead of being dropped, and its own
 * name again when it comes back, with all that belongs to it. {@code quarry_backup} lists which copy has which table.
 */
final class PostgresCopies implements Copies {
    private static final String LIST = "quarry_backup";
    private static final String SUFFIX = ".backup";

    private final Engine engine;
    private final PostgresTableChanges changes;

    PostgresCopies(Engine engine, PostgresTableChanges changes) {
        this.engine = engine;
        this.changes = changes;
    }

    @Override
    public Optional<Path> file() {
        return Optional.empty();
    }

    @Override
    public String freeName(Session session, String label) throws SQLException {
        String name = label + SUFFIX;
        for (int i = 2; has(session, name); i++) {
            name = label + "-" + i + SUFFIX;
        }
        return name;
    }

    @Override
    public boolean has(String name) {
        return engine.connections().read(session -> has(session, name));
    }

    private boolean has(Session session, String name) throws SQLException {
        return !tables(session, name).isEmpty();
    }

    /** The tables that a copy is to have, by the names that they had. */
    private List<String> tables(Session session, String name) throws SQLException {
        return engine.hasTable(session, LIST)
                ? session.texts("select table_name from " + LIST + " where backup = ? order by table_name", name)
                : List.of();
    }

    @Override
    public Copy make(Session session, String name, Map<String, String> tables) throws SQLException {
        if (!engine.hasTable(session, LIST)) {
            session.define(PostgresCatalog.backups());
        }
        for (Map.Entry<String, String> store : tables.entrySet()) {
            session.execute(
                    "insert into " + LIST + " (backup, store, table_name, entry)"
                            + " select ?, name, ?, entry from quarry_store where name = ?",
                    name,
                    store.getValue(),
                    store.getKey());
        }
        return new KeptTables(changes, name, Set.copyOf(tables.values()), new TreeSet<>());
    }

    /** Tables of which those that are given up are kept. */
    private record KeptTables(PostgresTableChanges changes, String name, Set<String> tables, SortedSet<String> givenUp)
            implements Copy {
        @Override
        public boolean takes(String table) {
            return tables.contains(table) && (givenUp.add(table) || givenUp.contains(table));
        }

        @Override
        public void complete(Session session) throws SQLException {
            if (!givenUp.isEmpty()) {
                changes.lockBehindReaders(session, givenUp);
            }
            for (String table : givenUp) {
                changes.putAside(session, table, kept(table, name));
            }
        }
    }

    private static String kept(String table, String copy) {
        return table + "@" + copy;
    }

    @Override
    public boolean delete(String name) {
        return engine.connections().change(session -> {
            boolean there = has(session, name);
            forget(session, name);
            return there;
        });
    }

    /** Drops what the copy still has. */
    private void forget(Session session, String name) throws SQLException {
        for (String table : tables(session, name)) {
            if (engine.hasTable(session, kept(table, name))) {
                changes.drop(session, kept(table, name));
            }
        }
        if (engine.hasTable(session, LIST)) {
            session.execute("delete from " + LIST + " where backup = ?", name);
        }
    }

    /** A copy that has been brought back is gone. */
    @Override
    public <R> R restoring(String name, Restoring<R> work) {
        return engine.connections().change(session -> {
            R result = work.run(session, new Kept(changes, name));
            forget(session, name);
            return result;
        });
    }

    private record Kept(PostgresTableChanges changes, String name) implements Source {
        @Override
        public Optional<String> catalogEntry(Session session, String store) throws SQLException {
            return session.texts("select entry from " + LIST + " where backup = ? and store = ?", name, store).stream()
                    .findFirst();
        }

        @Override
        public void restore(Session session, String table) throws SQLException {
            changes.takeBack(session, table, kept(table, name));
        }
    }
}
