package dev.quarry.store;

import dev.quarry.engine.Engine;
import dev.quarry.engine.Session;
import dev.quarry.error.CopyFailed;
import dev.quarry.error.StoreExists;
import dev.quarry.plan.StoredDouble;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Copies all stores of one database, as they are at one moment, into another, which may be of another engine. A copy that was
 * interrupted goes on where it stopped. Used by one thread.
 */
public final class Copying {
    private static final int BATCH = 1_000;

    /** Comes before every key. */
    private static final String BEFORE_ALL = "";

    private final Engine from;
    private final Engine to;
    private final Catalog source;
    private final CopyTarget target;
    private final Progress progress;

    /** What copies one database into another. */
    public Copying(Engine from, Engine to, Progress progress) {
        this.from = from;
        this.to = to;
        this.source = new Catalog(from);
        this.target = new CopyTarget(to);
        this.progress = progress;
    }

    /** Is told how far a store is. */
    @FunctionalInterface
    public interface Progress {
        /** So many records of a store are there, of so many. */
        void at(String store, long done, long total);
    }

    /**
     * A store that is there, and the same as its source.
     *
     * @param digest of all its keys, records and versions, in hexadecimal
     */
    public record Copied(String store, long records, String digest) {}

    /**
     * Copies what is missing.
     *
     * @throws StoreExists if the target has another store of a name
     * @throws CopyFailed if a copy is not what was copied
     */
    public List<Copied> run() {
        return from.connections().snapshot(session -> {
            List<Copied> copied = new ArrayList<>();
            if (source.exists(session)) {
                List<StoreEntry> entries = source.all(session);
                target.dropAllBegunBut(entries.stream().map(StoreEntry::name).collect(Collectors.toSet()));
                for (StoreEntry entry : entries) {
                    copied.add(copy(session, entry));
                }
                new MigrationHistoryCopy(from, to).run(session);
            }
            return copied;
        });
    }

    private Copied copy(Session session, StoreEntry entry) throws SQLException {
        Copied wanted = state(session, from, entry);
        Optional<StoreEntry> there = target.finished(entry.name());
        if (there.isPresent()) {
            requireSame(session, entry, wanted, there.get());
            target.dropBegun(entry.name());
            progress.at(entry.name(), wanted.records(), wanted.records());
            return wanted;
        }
        StoreEntry begun = target.begin(entry);
        long before = fill(session, entry, begun, wanted.records());
        if (before > 0 && !begunState(begun).equals(wanted)) {
            // the source has changed since the copy was begun
            begun = target.beginAnew(entry);
            fill(session, entry, begun, wanted.records());
        }
        Copied found = begunState(begun);
        if (!found.equals(wanted)) {
            throw new CopyFailed(entry.name(), wanted.records(), wanted.digest(), found.records(), found.digest());
        }
        target.finish(session, from, entry, begun);
        return wanted;
    }

    private void requireSame(Session session, StoreEntry entry, Copied wanted, StoreEntry there) throws SQLException {
        if (!state(there).equals(wanted)) {
            throw StoreExists.inTheWayOfACopy(entry.name(), "its records are others");
        }
        if (!there.indexes().equals(entry.indexes())) {
            throw StoreExists.inTheWayOfACopy(entry.name(), "its indexes are others");
        }
        if (!there.agreesWith(entry) || !target.history(there).equals(History.of(session, entry))) {
            throw StoreExists.inTheWayOfACopy(entry.name(), "its schema, or the history of it, is another");
        }
    }

    /** Copies the records behind those that are there; how many there were. */
    private long fill(Session session, StoreEntry entry, StoreEntry begun, long total) throws SQLException {
        long before = target.count(begun);
        long done = before;
        String insert = to.table(begun.layout()).insertEntry();
        int columns = entry.layout().columns().size();
        PreparedStatement statement =
                session.statement(from.table(entry.layout()).entriesBehind());
        statement.setString(1, target.lastKey(begun).orElse(BEFORE_ALL));
        List<@Nullable Object[]> batch = new ArrayList<>(BATCH);
        progress.at(entry.name(), done, total);
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                batch.add(row(rows, columns));
                if (batch.size() == BATCH) {
                    done += write(begun, insert, batch);
                    progress.at(entry.name(), done, total);
                }
            }
        }
        done += write(begun, insert, batch);
        progress.at(entry.name(), done, total);
        return before;
    }

    private int write(StoreEntry begun, String insert, List<@Nullable Object[]> batch) {
        int size = batch.size();
        to.connections().write(session -> {
            target.requireUnfinished(session, begun);
            session.executeAll(insert, batch);
            return size;
        });
        batch.clear();
        return size;
    }

    /** Key, version and components; what is not a number goes as the text that every engine takes for it. */
    private static @Nullable Object[] row(ResultSet rows, int columns) throws SQLException {
        @Nullable Object[] row = new Object[2 + columns];
        row[0] = rows.getString(StoreTable.KEY_COLUMN);
        row[1] = rows.getLong(StoreTable.KEY_COLUMN + columns + 1);
        for (int i = 0; i < columns; i++) {
            Object value = rows.getObject(StoreTable.KEY_COLUMN + 1 + i);
            boolean nan = value instanceof Double number && number.isNaN();
            row[2 + i] = nan ? StoredDouble.NAN : value;
        }
        return row;
    }

    private Copied state(StoreEntry entry) {
        return to.connections().snapshot(session -> state(session, to, entry));
    }

    private Copied begunState(StoreEntry begun) {
        return to.connections().snapshot(session -> {
            target.requireBegun(session, begun);
            return state(session, to, begun);
        });
    }

    private static Copied state(Session session, Engine engine, StoreEntry entry) throws SQLException {
        long records = session.number(engine.table(entry.layout()).count());
        return new Copied(entry.name(), records, StoredEntries.digest(session, engine, entry.layout()));
    }
}
