package dev.quarry.store;

import dev.quarry.engine.Engine;
import dev.quarry.engine.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies which migrations have run, so that a copied database does not ask for them again. */
final class MigrationHistoryCopy {
    private static final String TABLE = "quarry_migration_history";
    private static final String COLUMNS =
            "run, version, description, checksum, outcome, started, millis, records, detail";
    private static final int COLUMN_COUNT = 9;

    private final Engine from;
    private final Engine to;

    MigrationHistoryCopy(Engine from, Engine to) {
        this.from = from;
        this.to = to;
    }

    /** Copies it, unless there is none, or the target has one of its own. */
    void run(Session source) throws SQLException {
        if (!from.hasTable(source, TABLE)) {
            return;
        }
        List<@Nullable Object[]> rows = rows(source);
        to.connections().change(session -> {
            if (!to.hasTable(session, TABLE)) {
                to.createMigrationHistory(session);
                session.executeAll(
                        "insert into " + TABLE + " (" + COLUMNS + ") values (?" + ", ?".repeat(COLUMN_COUNT - 1) + ")",
                        rows);
            }
            return rows.size();
        });
    }

    private static List<@Nullable Object[]> rows(Session source) throws SQLException {
        List<@Nullable Object[]> all = new ArrayList<>();
        try (ResultSet rows = source.statement("select " + COLUMNS + " from " + TABLE + " order by id")
                .executeQuery()) {
            while (rows.next()) {
                @Nullable Object[] row = new Object[COLUMN_COUNT];
                for (int i = 0; i < COLUMN_COUNT; i++) {
                    row[i] = rows.getObject(i + 1);
                }
                all.add(row);
            }
        }
        return all;
    }
}
