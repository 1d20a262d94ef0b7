package dev.quarry.engine;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Whoever writes to a table holds its row of {@code quarry_gate}, see {@link TableLocks#GATE}, and learns there which look-up
 * tables it has to keep: those that the table has now, whatever it had when the program opened the store.
 */
final class GatedAccess implements WriteAccess {
    private static final String ENTER = "select rules from quarry_gate where table_name = ? for share";

    private final String table;
    private final TableStatements statements;
    private final SqlWrites free;
    private volatile @Nullable Ruled last;

    GatedAccess(String table, TableStatements statements) {
        this.table = table;
        this.statements = statements;
        this.free = new SqlWrites(statements);
    }

    /** What writes under some rules, as they stand in the table's row. */
    private record Ruled(String rules, TableWrites writes) {}

    @Override
    public boolean isDirect() {
        return false;
    }

    @Override
    public TableWrites admit(Session session) throws SQLException {
        String rules = enter(session);
        if (rules.equals(LookupTables.NONE)) {
            return free;
        }
        Ruled known = last;
        if (known == null || !known.rules().equals(rules)) {
            known = new Ruled(rules, new LookupWrites(table, statements, LookupTables.read(rules)));
            last = known;
        }
        return known.writes();
    }

    private String enter(Session session) throws SQLException {
        PreparedStatement enter = session.statement(ENTER);
        enter.setString(1, table);
        try (ResultSet row = enter.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("the table " + table + " is gone", PostgresFailures.UNDEFINED_TABLE);
            }
            return row.getString(1);
        }
    }
}
