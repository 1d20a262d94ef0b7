package dev.quarry.migration.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quarry.engine.Engine;
import dev.quarry.engine.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The history in a database's table. Every method runs inside the caller's session. Thread-safe. */
public final class History {
    private static final String TABLE = "quarry_migration_history";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Engine engine;

    /** The history in an engine's database. */
    public History(Engine engine) {
        this.engine = engine;
    }

    /** All entries, the oldest first. */
    public List<HistoryEntry> all(Session session) throws SQLException {
        if (!engine.hasTable(session, TABLE)) {
            return List.of();
        }
        List<HistoryEntry> entries = new ArrayList<>();
        try (ResultSet rows = session.statement("select run, version, description, checksum, outcome, started, millis,"
                        + " records, detail from " + TABLE + " order by id")
                .executeQuery()) {
            while (rows.next()) {
                entries.add(new HistoryEntry(
                        rows.getLong(1),
                        rows.getInt(2),
                        rows.getString(3),
                        rows.getString(4),
                        Outcome.valueOf(rows.getString(5)),
                        Instant.parse(rows.getString(6)),
                        Duration.ofMillis(rows.getLong(7)),
                        rows.getLong(8),
                        detail(rows.getString(9))));
            }
        }
        return entries;
    }

    /** The entries that say what the database holds now, by version: done or taken as done, and not undone since. */
    public static Map<Integer, HistoryEntry> applied(List<HistoryEntry> entries) {
        Map<Integer, HistoryEntry> applied = new HashMap<>();
        for (HistoryEntry entry : entries) {
            switch (entry.outcome()) {
                case DONE, BASELINE -> applied.put(entry.version(), entry);
                case UNDONE -> applied.remove(entry.version());
                case FAILED -> {}
            }
        }
        return applied;
    }

    /** The number of the next run. */
    public static long nextRun(List<HistoryEntry> entries) {
        return entries.stream().mapToLong(HistoryEntry::run).max().orElse(0) + 1;
    }

    /** Adds an entry, and before the first one the table. */
    public void append(Session session, HistoryEntry entry) throws SQLException {
        if (!engine.hasTable(session, TABLE)) {
            engine.createMigrationHistory(session);
        }
        session.execute(
                "insert into " + TABLE + " (run, version, description, checksum, outcome, started, millis, records,"
                        + " detail) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entry.run(),
                entry.version(),
                entry.description(),
                entry.checksum(),
                entry.outcome().name(),
                entry.started().toString(),
                entry.duration().toMillis(),
                entry.records(),
                json(entry.detail()));
    }

    private static String json(HistoryEntry.Detail detail) {
        ObjectNode json = JSON.createObjectNode()
                .put("application", detail.application())
                .put("user", detail.user())
                .put("quarry", detail.quarry());
        detail.backup().ifPresent(backup -> json.put("backup", backup));
        detail.failure().ifPresent(failure -> json.put("failure", failure));
        detail.stores().ifPresent(stores -> {
            ObjectNode before = json.putObject("before");
            stores.before().forEach(before::put);
            ObjectNode after = json.putObject("after");
            stores.after()
                    .forEach((store, left) -> after.putObject(store)
                            .put("table", left.table())
                            .put("id", left.id())
                            .put("version", left.version())
                            .put("records", left.records())
                            .put("digest", left.digest())
                            .put("writes", left.writes()));
        });
        return json.toString();
    }

    private static HistoryEntry.Detail detail(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return new HistoryEntry.Detail(
                    json.path("application").asText(),
                    json.path("user").asText(),
                    json.path("quarry").asText(),
                    text(json.get("backup")),
                    text(json.get("failure")),
                    json.has("before") ? Optional.of(changes(json)) : Optional.empty());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an entry of " + TABLE + " is damaged: " + text, e);
        }
    }

    private static Optional<String> text(@Nullable JsonNode json) {
        return Optional.ofNullable(json).map(JsonNode::asText);
    }

    private static RunChanges changes(JsonNode json) {
        Map<String, String> before = new HashMap<>();
        json.path("before")
                .fields()
                .forEachRemaining(
                        store -> before.put(store.getKey(), store.getValue().asText()));
        Map<String, RunChanges.Left> after = new HashMap<>();
        json.path("after")
                .fields()
                .forEachRemaining(store -> after.put(
                        store.getKey(),
                        new RunChanges.Left(
                                store.getValue().path("table").asText(),
                                store.getValue().path("id").asLong(),
                                store.getValue().path("version").asInt(),
                                store.getValue().path("records").asLong(),
                                store.getValue().path("digest").asText(),
                                store.getValue().path("writes").asText())));
        return new RunChanges(before, after);
    }
}
