package dev.quarry.plan;

import java.util.List;
import java.util.Objects;

/**
 * SQL ready to be prepared.
 *
 * @param sql the text, with a question mark for each bind
 * @param binds for each question mark, the index of its value in {@link BoundFilter#values()}
 */
public record SqlText(String sql, List<Integer> binds) {
    public SqlText {
        Objects.requireNonNull(sql, "sql");
        binds = List.copyOf(binds);
    }
}
