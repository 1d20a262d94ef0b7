package dev.quarry.engine;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Makes and drops look-up tables. Those of a table stand in its row of {@code quarry_gate}, which the change that runs this holds
 * alone: nobody writes to the table meanwhile, and whoever writes to it later reads there what the change has made of it.
 */
final class LookupIndexes {
    private LookupIndexes() {}

    /** Makes the look-up table of a unique index; fails as the index would if records break the rule. */
    static void create(Session session, String table, String index, List<Engine.IndexColumn> columns)
            throws SQLException {
        LookupTable lookup = LookupTable.of(index, columns);
        session.define(lookup.create(columns), lookup.drop());
        session.define(lookup.fill(table));
        List<LookupTable> all = new ArrayList<>(of(session, table));
        all.add(lookup);
        keep(session, table, all);
    }

    /** Drops the look-up table of an index, if it has one. */
    static void drop(Session session, String table, String index) throws SQLException {
        drop(session, table, lookup -> lookup.index().equals(index));
    }

    /** Drops all look-up tables of a table. */
    static void dropAll(Session session, String table) throws SQLException {
        drop(session, table, lookup -> true);
    }

    private static void drop(Session session, String table, Predicate<LookupTable> doomed) throws SQLException {
        List<LookupTable> before = of(session, table);
        if (before.stream().noneMatch(doomed)) {
            return;
        }
        keep(session, table, before.stream().filter(doomed.negate()).toList());
        for (LookupTable lookup : before) {
            if (doomed.test(lookup)) {
                session.afterwards(lookup.drop());
            }
        }
    }

    /** The look-up tables of a table, in the order in which they were made. */
    static List<LookupTable> of(Session session, String table) throws SQLException {
        return session.texts("select rules from quarry_gate where table_name = ?", table).stream()
                .flatMap(rules -> LookupTables.read(rules).stream())
                .toList();
    }

    private static void keep(Session session, String table, List<LookupTable> tables) throws SQLException {
        session.execute("update quarry_gate set rules = ? where table_name = ?", LookupTables.write(tables), table);
    }
}
