package dev.quarry.engine;

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
     * Runs work that changes tables or the catalog, in one transaction and one at a time in the whole database. Nobody writes to
     * a table between {@link TableChanges#lock} and the end of it.
     */
    <R> R change(Work<R> work);

    /** Runs work that writes with a single statement, which is a transaction by itself. */
    <R> R writeOne(Work<R> work);

    /** How many statements have been prepared since the database was opened. */
    long preparedStatements();

    /** The file or URL, for messages. */
    String location();

    @Override
    void close();
}
