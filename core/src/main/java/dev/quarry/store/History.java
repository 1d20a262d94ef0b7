package dev.quarry.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quarry.engine.Session;
import dev.quarry.schema.SchemaHints;
import dev.quarry.schema.SchemaHintsJson;
import dev.quarry.schema.SchemaJson;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The shapes that stores have had, one row each, which nothing ever changes. Every method runs inside the caller's session. */
final class History {
    private static final ObjectMapper JSON = new ObjectMapper();

    private History() {}

    static void append(Session session, StoreEntry entry, SchemaHints hints, List<String> changes) throws SQLException {
        ObjectNode json = JSON.createObjectNode()
                .put("at", Instant.now().toString())
                .put("schema", SchemaJson.write(entry.schema()));
        json.set("hints", SchemaHintsJson.write(hints));
        changes.forEach(json.putArray("changes")::add);
        session.execute(
                "insert into quarry_history (store, version, entry) values (?, ?, ?)",
                entry.id(),
                entry.version(),
                json.toString());
    }

    static List<SchemaShape> of(Session session, StoreEntry store) throws SQLException {
        PreparedStatement statement =
                session.statement("select version, entry from quarry_history where store = ? order by version");
        statement.setLong(1, store.id());
        List<SchemaShape> applied = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                applied.add(read(rows.getInt(1), rows.getString(2)));
            }
        }
        return applied;
    }

    /** Copies the history of a store of another database. */
    static void copy(Session from, StoreEntry source, Session to, StoreEntry target) throws SQLException {
        PreparedStatement statement =
                from.statement("select version, entry from quarry_history where store = ? order by version");
        statement.setLong(1, source.id());
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                to.execute(
                        "insert into quarry_history (store, version, entry) values (?, ?, ?)",
                        target.id(),
                        rows.getLong(1),
                        rows.getString(2));
            }
        }
    }

    private static SchemaShape read(int version, String text) {
        try {
            JsonNode json = JSON.readTree(text);
            List<String> changes = new ArrayList<>();
            json.path("changes").forEach(line -> changes.add(line.textValue()));
            return new SchemaShape(
                    version,
                    Instant.parse(json.required("at").textValue()),
                    SchemaJson.read(json.required("schema").textValue()),
                    SchemaHintsJson.read(json.required("hints")),
                    changes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the history of a store is damaged: " + text, e);
        }
    }
}
