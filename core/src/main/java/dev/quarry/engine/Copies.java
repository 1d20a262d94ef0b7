package dev.quarry.engine;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * Copies of stores as they were before a change, and the way back from one. Thread-safe. A copy is known by its name, which tells
 * it from all others of the database.
 */
public interface Copies {

    /** The file beside which a copy is another file; empty if copies are kept in the database itself. */
    Optional<Path> file();

    /**
     * A name that no copy has.
     *
     * @param label stands in it; without dots
     */
    String freeName(Session session, String label) throws SQLException;

    /**
     * Makes a copy of what is committed, by work that changes tables and before it does so: nobody else writes until the work is
     * done.
     *
     * @param name from {@link #freeName}
     * @param tables the table of each store
     * @throws SQLException if the copy cannot be made or is not sound
     */
    Copy make(Session session, String name, Map<String, String> tables) throws SQLException;

    /** Whether there is a copy of that name. */
    boolean has(String name);

    /** Deletes a copy; false if there is none of that name. */
    boolean delete(String name);

    /** Runs work that writes, in one transaction, beside a copy from which it takes tables. */
    <R> R restoring(String name, Restoring<R> work);

    /** A copy that has been made, in the work that changes what was copied. */
    interface Copy {
        /** Its name. */
        String name();

        /** Whether it takes over a table that the work gives up; else that may be dropped at once. */
        boolean takes(String table);

        /**
         * Takes over what was given up. Others may read these tables until then, and wait from then on until the work is done: this
         * comes last.
         */
        void complete(Session session) throws SQLException;
    }

    /** A copy from which tables come back. */
    interface Source {
        /** What the catalog had for a store. */
        Optional<String> catalogEntry(Session session, String store) throws SQLException;

        /** Makes a table what it was, with its rows, indexes and triggers; there must be none of that name. */
        void restore(Session session, String table) throws SQLException;
    }

    /** Work that brings tables back. */
    @FunctionalInterface
    interface Restoring<R> {
        /** Does it. */
        R run(Session session, Source source) throws SQLException;
    }
}
