package dev.quarry.engine;

import dev.quarry.error.DatabaseBusy;
import dev.quarry.error.DatabaseFailed;
import dev.quarry.error.DatastoreException;
import java.sql.SQLException;
import java.util.Set;
import org.sqlite.SQLiteException;

/** SQLite's failures in Quarry's words. */
final class SqliteFailures {
    private SqliteFailures() {}

    /** Failures on which SQLite ends the transaction by itself, so that what follows would be outside of it. */
    private static final Set<String> FATAL = Set.of("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_NOMEM", "SQLITE_CORRUPT");

    /** Whether a failure ends the transaction that it happens in. */
    static boolean endsTransaction(SQLException e) {
        return e instanceof SQLiteException sqlite
                && FATAL.stream().anyMatch(code -> sqlite.getResultCode().name().startsWith(code));
    }

    static DatastoreException translate(SQLException e, String location) {
        if (e instanceof SQLiteException sqlite) {
            String code = sqlite.getResultCode().name();
            if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED")) {
                return new DatabaseBusy(location, e);
            }
        }
        return new DatabaseFailed(location, String.valueOf(e.getMessage()), e);
    }
}
