package dev.quarry.engine;

import dev.quarry.error.DatastoreException;
import java.sql.SQLException;

/**
 * The connections to one database. Thread-safe. Every failure of the database becomes a
 * {@link dev.quarry.error.DatastoreException}.
 */
public interface Connections extends AutoCloseable {

    /** Runs work that only reads; each statement sees one moment of the database. */
    <R> R read(Work<R> work);

    /** Runs work that only reads; all its statements see the same moment of the database. */
    <R> R snapshot(Work<R> work);

    /** Runs work that writes, in one transaction: all of it happens, or none. It runs again where others got in its way. */
    <R> R write(Work<R> work);

    /**
     * Runs work of a program's own, in one transaction whose result is as if it were alone. It runs again where others got in its
     * way.
     */
    <R> R transaction(Work<R> work);

    /**
     * Runs work that changes tables or the catalog, in one transaction and one at a time in the whole database. Nobody writes to
     * a table between {@link TableChanges#lock} and the end of it. The thread can do nothing else in the database meanwhile:
     * {@link dev.quarry.error.InvalidUse} is thrown at every other use of these connections.
     */
    <R> R change(Work<R> work);

    /** Runs work that writes with a single statement, which is a transaction by itself. */
    <R> R writeOne(Work<R> work);

    /** Whether a failure undoes the whole transaction that it happens in. */
    boolean undoes(SQLException failure);

    /** A failure in Quarry's words. */
    DatastoreException failure(SQLException failure);

    /** How many statements have been prepared since the database was opened. */
    long preparedStatements();

    /** The file or URL, for messages. */
    String location();

    @Override
    void close();
}
