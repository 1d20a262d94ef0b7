package dev.quarry.engine;

import dev.quarry.error.DatabaseBusy;
import dev.quarry.error.DatabaseFailed;
import dev.quarry.error.DatastoreException;
import java.sql.SQLException;
import org.sqlite.SQLiteException;

/** SQLite's failures in Quarry's words. */
final class SqliteFailures {
    private SqliteFailures() {}

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
