package dev.quarry.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quarry.engine.Engine;
import dev.quarry.engine.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies which migrations have run, so that a copied database does not ask for them again. What it would take to undo them stays
 * behind: the backups belong to the database in which they were made, and the tables are others in the copy.
 */
final class MigrationHistoryCopy {
    private static final String TABLE = "quarry_migration_history";
    private static final String COLUMNS =
            "run, version, description, checksum, outcome, started, millis, records, detail";
    private static final int COLUMN_COUNT = 9;
    private static final int DETAIL = 8;
    private static final List<String> FOR_UNDO = List.of("backup", "before", "after");
    private static final ObjectMapper JSON = new ObjectMapper();

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
                row[DETAIL] = elsewhere(rows.getString(DETAIL + 1));
                all.add(row);
            }
        }
        return all;
    }

    /** The detail of an entry as another database has it. */
    private static String elsewhere(String detail) {
        try {
            JsonNode json = JSON.readTree(detail);
            return json instanceof ObjectNode object ? object.remove(FOR_UNDO).toString() : detail;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an entry of " + TABLE + " is damaged: " + detail, e);
        }
    }
}
