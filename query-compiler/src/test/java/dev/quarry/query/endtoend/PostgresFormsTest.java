package dev.quarry.query.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.Filter;
import dev.quarry.error.FilterNotOnEngine;
import dev.quarry.query.testing.Backend;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What filters are on PostgreSQL, and what they are not. */
class PostgresFormsTest {
    private final Database database = Backend.POSTGRESQL.open();
    private final Datastore<Line> lines = database.store("lines", Line.class);

    record Line(String text, @Nullable String note, int number, long total, double share) {}

    @AfterEach
    void close() {
        Backend.POSTGRESQL.close(database);
    }

    private String condition(Filter<Line> filter) {
        String sql = DB.explain(lines, filter).sql();
        return sql.substring(sql.indexOf(" where ") + 7);
    }

    @Test
    void aBindSaysItsType() {
        int least = 3;

        assertThat(condition(l -> l.number() >= least)).startsWith("t.\"number\" >= ?::int8");
        assertThat(condition(l -> l.text().equals("a"))).startsWith("t.\"text\" = ?::text");
    }

    @Test
    void whatACapturedNullAsksForIsKnownBeforeAnySqlIsWritten() {
        assertThat(condition(noted("a"))).startsWith("t.\"note\" = ?::text");
        assertThat(condition(noted(null))).startsWith("t.\"note\" is null");
    }

    private static Filter<Line> noted(@Nullable String note) {
        return l -> java.util.Objects.equals(l.note(), note);
    }

    @Test
    void nothingThatTheRecordHoldsMakesAnAtomFail() {
        DB.set(lines, "a", new Line("", null, 0, Long.MAX_VALUE, Double.MIN_VALUE));
        DB.set(lines, "b", new Line("b", null, Integer.MIN_VALUE, Long.MIN_VALUE, Double.MAX_VALUE));
        int one = 1;
        double tiny = 0.25;

        assertThat(DB.queryCount(lines, l -> 10 / l.number() == 0 && l.share() * l.share() > 1))
                .isEqualTo(1);
        assertThat(DB.queryCount(lines, l -> l.share() * tiny == 0)).isEqualTo(1);
        assertThat(DB.queryCount(lines, l -> l.total() + one < l.total())).isEqualTo(1);
        assertThat(DB.queryCount(lines, l -> l.total() / -1 == l.total())).isEqualTo(1);
        assertThat(DB.queryCount(lines, l -> l.text().charAt(0) == 'b')).isEqualTo(1);
    }

    @Test
    void aFilterWithoutAFormSaysWhichAndWhereAndWhy() {
        Filter<Line> upper = l -> l.text().toUpperCase().equals("A");

        assertThatThrownBy(() -> DB.query(lines, upper)).isInstanceOfSatisfying(FilterNotOnEngine.class, e -> {
            assertThat(e.filter()).isEqualTo("l -> l.text().toUpperCase().equals(\"A\")");
            assertThat(e.place()).startsWith("PostgresFormsTest.java:");
            assertThat(e.engine()).isEqualTo("postgresql");
            assertThat(e.reason()).hasValueSatisfying(why -> assertThat(why).contains("String.toUpperCase"));
            assertThat(e).hasMessageContaining("-Aquarry.engines=sqlite,postgresql");
        });
        assertThatThrownBy(() -> DB.query(lines, l -> l.text().substring(1).isEmpty()))
                .isInstanceOf(FilterNotOnEngine.class)
                .hasMessageContaining("half of a character");
    }
}
