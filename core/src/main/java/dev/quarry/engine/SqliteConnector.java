package dev.quarry.engine;

import dev.quarry.error.CannotOpen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Makes connections to one SQLite database, all set up alike. Thread-safe. */
final class SqliteConnector {
    private static final int PAGES_BETWEEN_CHECKPOINTS = 10_000;
    private static final long NANOS_BETWEEN_TRIES = 5_000_000;

    private final String url;
    private final String location;
    private final Settings settings;
    private final PreparedCount prepared = new PreparedCount();

    private SqliteConnector(String url, String location, Settings settings) {
        this.url = url;
        this.location = location;
        this.settings = settings;
    }

    static SqliteConnector toFile(Path file, Settings settings) {
        Path absolute = file.toAbsolutePath();
        if (Files.isDirectory(absolute)) {
            throw new CannotOpen(file.toString(), "this is a directory; give the path of a file in it", null);
        }
        if (absolute.toString().contains("?")) {
            throw new CannotOpen(
                    file.toString(),
                    "the path has a '?', and SQLite's driver takes what follows for options; give another path, and options"
                            + " as readOnly() or timeout(…)",
                    null);
        }
        Path parent = absolute.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new CannotOpen(file.toString(), "there is no directory " + parent + "; create it first", null);
        }
        if (settings.readOnly() && !Files.exists(absolute)) {
            throw new CannotOpen(
                    file.toString(), "there is no such file, and a read-only database is not created", null);
        }
        return new SqliteConnector("jdbc:sqlite:" + absolute, file.toString(), settings);
    }

    static SqliteConnector inMemory(Settings settings) {
        return new SqliteConnector("jdbc:sqlite::memory:", "in memory", settings);
    }

    String location() {
        return location;
    }

    long preparedStatements() {
        return prepared.sum();
    }

    /**
     * Opens a connection and makes sure that there is a database behind it. SQLite itself does not wait for others that turn
     * a new file to write-ahead logging at the same time, so this does.
     */
    Session connect() {
        long deadline = System.nanoTime() + settings.timeout().toNanos();
        while (true) {
            try {
                return connectOnce();
            } catch (SQLException e) {
                if (!isBusy(e)) {
                    throw new CannotOpen(location, reason(e), e);
                }
                if (System.nanoTime() - deadline >= 0) {
                    throw SqliteFailures.translate(e, location);
                }
                PatientWait.pause(NANOS_BETWEEN_TRIES);
            }
        }
    }

    private Session connectOnce() throws SQLException {
        Connection connection = config().createConnection(url);
        try {
            check(connection);
            SqliteFunctions.register(connection);
            return new Session(connection, sql -> prepared.add(), new SqliteBinder());
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static boolean isBusy(SQLException e) {
        return e instanceof SQLiteException sqlite
                && sqlite.getResultCode().name().startsWith("SQLITE_BUSY");
    }

    private SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout((int) settings.timeout().toMillis());
        config.setReadOnly(settings.readOnly());
        if (!settings.readOnly()) {
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(
                    SQLiteConfig.SynchronousMode.valueOf(settings.synchronous().name()));
            config.setPragma(SQLiteConfig.Pragma.JOURNAL_SIZE_LIMIT, "67108864");
        }
        return config;
    }

    private static void check(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma wal_autocheckpoint = " + PAGES_BETWEEN_CHECKPOINTS);
            try (ResultSet encoding = statement.executeQuery("pragma encoding")) {
                if (encoding.next() && !encoding.getString(1).equals("UTF-8")) {
                    throw new SQLException("its texts are stored in " + encoding.getString(1)
                            + "; Quarry needs a file that stores them in UTF-8");
                }
            }
            try (ResultSet schema = statement.executeQuery("select count(*) from sqlite_schema")) {
                schema.next();
            }
        }
    }

    private static String reason(SQLException e) {
        if (e instanceof SQLiteException sqlite) {
            SQLiteErrorCode code = sqlite.getResultCode();
            if (code == SQLiteErrorCode.SQLITE_NOTADB) {
                return "this file is not a SQLite database; give another path, or move the file away";
            }
            if (code == SQLiteErrorCode.SQLITE_CANTOPEN) {
                return "the file cannot be opened; check that this program may read and write it";
            }
            if (code == SQLiteErrorCode.SQLITE_READONLY || code.name().startsWith("SQLITE_READONLY")) {
                return "this program may not write the file; give it the right to, or open with readOnly()";
            }
        }
        return String.valueOf(e.getMessage());
    }
}
