package dev.quarry.store;

import dev.quarry.engine.Engine;
import dev.quarry.engine.Session;
import dev.quarry.error.CannotOpen;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables in which a database keeps what stores it has. Every method runs inside the caller's session. */
final class Catalog {
    private static final String FORMAT = "3";
    private static final String WITHOUT = " without ";

    private static final String UNFINISHED = "copy of ";

    private final Engine engine;

    Catalog(Engine engine) {
        this.engine = engine;
    }

    boolean exists(Session session) throws SQLException {
        if (!engine.hasCatalog(session)) {
            return false;
        }
        Optional<String> found = meta(session, "format");
        if (found.isEmpty()) {
            // a program is making it, or was killed while it did
            return false;
        }
        requireReadable(found.get());
        return true;
    }

    private void requireReadable(String format) {
        if (format.equals(format())) {
            return;
        }
        boolean sameVersion = format.equals(FORMAT) || format.startsWith(FORMAT + WITHOUT);
        throw new CannotOpen(
                engine.connections().location(),
                sameVersion
                        ? "its tables are of format " + format + ", and this program opened it as one of format "
                                + format() + ", before another said what it lacks; open it again"
                        : "it was written by another version of Quarry (format " + format + ", this one reads " + FORMAT
                                + "); use that version",
                null);
    }

    /** What a database lacks is part of the format: a program that was there before it was said must not write. */
    private String format() {
        String missing = engine.capabilities().missing();
        return missing.isEmpty() ? FORMAT : FORMAT + WITHOUT + missing;
    }

    void createIfMissing(Session session) throws SQLException {
        if (!exists(session)) {
            engine.createCatalog(session);
            session.execute("insert into quarry_meta (key, value) values ('format', ?)", format());
            session.execute("insert into quarry_meta (key, value) values ('generation', '0')");
        }
        if (!hasFunctions(session)) {
            engine.createFunctions(session);
            session.execute("delete from quarry_meta where key = 'functions'");
            session.execute("insert into quarry_meta (key, value) values ('functions', ?)", engine.functions());
        }
    }

    /** Whether the functions that queries call are those of this version of Quarry, or of a later one, which has them too. */
    boolean hasFunctions(Session session) throws SQLException {
        String own = engine.functions();
        return own.isEmpty()
                || meta(session, "functions")
                        .filter(there -> there.equals(own) || number(there) > number(own))
                        .isPresent();
    }

    /** The number that a version begins with. */
    private static int number(String version) {
        int end = version.indexOf(' ');
        return end < 0 ? 0 : Integer.parseInt(version.substring(0, end));
    }

    /** A number that no table of this database had before. */
    long nextGeneration(Session session) throws SQLException {
        long next = Long.parseLong(meta(session, "generation").orElseThrow()) + 1;
        session.execute("update quarry_meta set value = ? where key = 'generation'", Long.toString(next));
        return next;
    }

    /** What gave a table its shape, in words; empty if it was the program that opened the store. */
    Optional<String> origin(Session session, String table) throws SQLException {
        return meta(session, "origin of " + table);
    }

    /** Notes what gave a table its shape. A table's name is never used again, so the note never goes stale. */
    void setOrigin(Session session, String table, String origin) throws SQLException {
        session.execute("insert into quarry_meta (key, value) values (?, ?)", "origin of " + table, origin);
    }

    /** The entry of a store that is being copied into this database and is not complete yet. */
    Optional<StoreEntry> unfinished(Session session, String store) throws SQLException {
        return meta(session, UNFINISHED + store).map(entry -> StoreEntryJson.read(store, entry));
    }

    /** The entries of all such stores. */
    List<StoreEntry> allUnfinished(Session session) throws SQLException {
        List<StoreEntry> entries = new ArrayList<>();
        try (ResultSet rows = session.statement(
                        "select key, value from quarry_meta where key like '" + UNFINISHED + "%' order by key")
                .executeQuery()) {
            while (rows.next()) {
                entries.add(StoreEntryJson.read(rows.getString(1).substring(UNFINISHED.length()), rows.getString(2)));
            }
        }
        return entries;
    }

    /** Whether it is still being copied into that table, which stays so until the caller's transaction ends. */
    boolean isUnfinished(Session session, StoreEntry entry) throws SQLException {
        return session.execute(
                        "update quarry_meta set value = value where key = ? and value = ?",
                        UNFINISHED + entry.name(),
                        StoreEntryJson.write(entry))
                == 1;
    }

    void setUnfinished(Session session, StoreEntry entry) throws SQLException {
        forgetUnfinished(session, entry.name());
        session.execute(
                "insert into quarry_meta (key, value) values (?, ?)",
                UNFINISHED + entry.name(),
                StoreEntryJson.write(entry));
    }

    void forgetUnfinished(Session session, String store) throws SQLException {
        session.execute("delete from quarry_meta where key = ?", UNFINISHED + store);
    }

    private static Optional<String> meta(Session session, String key) throws SQLException {
        PreparedStatement statement = session.statement("select value from quarry_meta where key = ?");
        statement.setString(1, key);
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }

    Optional<StoreEntry> find(Session session, String name) throws SQLException {
        PreparedStatement statement = session.statement("select entry from quarry_store where name = ?");
        statement.setString(1, name);
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(StoreEntryJson.read(name, rows.getString(1))) : Optional.empty();
        }
    }

    List<StoreEntry> all(Session session) throws SQLException {
        List<StoreEntry> entries = new ArrayList<>();
        try (ResultSet rows = session.statement("select name, entry from quarry_store order by name")
                .executeQuery()) {
            while (rows.next()) {
                entries.add(StoreEntryJson.read(rows.getString(1), rows.getString(2)));
            }
        }
        return entries;
    }

    void insert(Session session, StoreEntry entry) throws SQLException {
        session.execute(
                "insert into quarry_store (name, entry) values (?, ?)", entry.name(), StoreEntryJson.write(entry));
    }

    void replace(Session session, StoreEntry entry) throws SQLException {
        session.execute("update quarry_store set entry = ? where name = ?", StoreEntryJson.write(entry), entry.name());
    }

    void rename(Session session, String from, String to) throws SQLException {
        session.execute("update quarry_store set name = ? where name = ?", to, from);
    }

    void delete(Session session, String name) throws SQLException {
        session.execute("delete from quarry_store where name = ?", name);
    }
}
