package dev.quarry.store.query;

import dev.quarry.engine.Session;
import dev.quarry.error.FilterMisjudged;
import dev.quarry.plan.BoundFilter;
import dev.quarry.store.StoreTable;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Predicate;

/** Runs a filter in the JVM on the first record for which its SQL says that it throws. Thread-safe. */
final class Suspects<T> {
    private final StoreTable<T> table;
    private final Questions questions;

    Suspects(StoreTable<T> table, Questions questions) {
        this.table = table;
        this.questions = questions;
    }

    /**
     * Throws what the filter throws for the first such record in key order, if there is one.
     *
     * @throws FilterMisjudged if the filter does not throw for it
     */
    void check(Session session, BoundFilter bound, Predicate<? super T> filter) throws SQLException {
        Asked asked = questions.ask(bound, Questions.Result.THROWING, QuerySpec.ALL.atMost(1));
        PreparedStatement statement = session.statement(asked.sql());
        session.bind(statement, asked.values());
        try (ResultSet rows = statement.executeQuery()) {
            if (rows.next()) {
                boolean outcome = filter.test(table.record(rows));
                throw new FilterMisjudged(table.name(), rows.getString(StoreTable.KEY_COLUMN), bound.text(), outcome);
            }
        }
    }
}
