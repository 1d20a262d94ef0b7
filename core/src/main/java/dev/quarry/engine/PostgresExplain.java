package dev.quarry.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how PostgreSQL means to run a query. */
final class PostgresExplain {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<String> indexes = new LinkedHashSet<>();
    private final List<String> steps = new ArrayList<>();
    private boolean scans;

    private PostgresExplain() {}

    static AccessPath explain(Session session, String sql, @Nullable Object... values) throws SQLException {
        PostgresExplain explain = new PostgresExplain();
        PreparedStatement statement = session.statement("explain (format json) " + sql);
        session.bind(statement, values);
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            explain.read(JSON.readTree(row.getString(1)).path(0).path("Plan"));
        } catch (JsonProcessingException e) {
            throw new SQLException("the plan is no JSON", e);
        }
        return new AccessPath(List.copyOf(explain.indexes), explain.scans, explain.steps);
    }

    private void read(JsonNode node) {
        String type = node.path("Node Type").asText();
        StringBuilder step = new StringBuilder(type);
        if (node.has("Index Name")) {
            String index = node.path("Index Name").asText();
            step.append(" using ").append(index);
            indexes.add(index.endsWith("_pkey") ? AccessPath.KEY : index);
        }
        if (type.equals("Seq Scan") && node.path("Alias").asText().equals("t")) {
            scans = true;
        }
        for (String condition : List.of("Index Cond", "Filter")) {
            if (node.has(condition)) {
                step.append(", ")
                        .append(condition)
                        .append(": ")
                        .append(node.path(condition).asText());
            }
        }
        steps.add(step.toString());
        node.path("Plans").forEach(this::read);
    }
}
