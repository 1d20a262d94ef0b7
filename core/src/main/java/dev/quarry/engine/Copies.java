package dev.quarry.engine;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Copies of a whole database, and the way back from one. Thread-safe.
 *
 * <p>A copy is a database of its own that any program can open.
 */
public interface Copies {

    /** The file that is copied. */
    Path file();

    /**
     * Copies what is committed. It may be called by work that writes: then the copy is of the moment before that work, and
     * nobody else writes until the work is done.
     *
     * @param target a file that is not there yet; it is there when the copy is complete, and never before
     * @throws SQLException if the copy cannot be written or is not sound
     */
    void copyTo(Path target) throws SQLException;

    /** Runs work that writes, in one transaction, beside a copy from which {@link #restore} takes tables. */
    <R> R writeBeside(Path copy, Work<R> work);

    /** What the catalog of the copy has for a store; inside {@link #writeBeside}. */
    Optional<String> catalogEntry(Session session, String store) throws SQLException;

    /** Creates a table as the copy has it, with its rows and indexes; inside {@link #writeBeside}. */
    void restore(Session session, String table) throws SQLException;
}
