package dev.quarry.engine;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Each write is one statement, and the table's own indexes keep its rules. */
final class SqlWrites implements TableWrites, WriteAccess {
    private final String upsert;
    private final String insert;
    private final String delete;
    private final String deleteAll;

    SqlWrites(TableStatements statements) {
        this.upsert = statements.upsert();
        this.insert = statements.insert();
        this.delete = statements.delete();
        this.deleteAll = statements.deleteAll();
    }

    @Override
    public boolean isDirect() {
        return true;
    }

    @Override
    public TableWrites admit(Session session) {
        return this;
    }

    @Override
    public int upsert(Session session, @Nullable Object[] row) throws SQLException {
        return session.execute(upsert, row);
    }

    @Override
    public void upsertAll(Session session, List<@Nullable Object[]> rows) throws SQLException {
        session.executeAll(upsert, rows);
    }

    @Override
    public int insert(Session session, @Nullable Object[] row) throws SQLException {
        return session.execute(insert, row);
    }

    @Override
    public int delete(Session session, String keys) throws SQLException {
        return session.execute(delete, keys);
    }

    @Override
    public int deleteAll(Session session) throws SQLException {
        return session.execute(deleteAll);
    }
}
