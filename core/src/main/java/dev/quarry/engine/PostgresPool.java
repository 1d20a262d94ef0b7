package dev.quarry.engine;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.quarry.error.CannotOpen;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** A pool of connections to what a URL names. HikariCP is an optional dependency, and named nowhere else. */
final class PostgresPool {
    private static final int MOST_CONNECTIONS = 10;
    private static final long LEAST_WAIT_MILLIS = 250;

    private PostgresPool() {}

    /** The pool; throws {@link CannotOpen} if what it needs is not on the class path. */
    static DataSource of(String url, Settings settings) {
        requireNoUser(url);
        require("org.postgresql.Driver", "org.postgresql:postgresql", url);
        require("com.zaxxer.hikari.HikariDataSource", "com.zaxxer:HikariCP", url);
        return Pool.open(url, settings);
    }

    /** Closes a pool that {@link #of} made. */
    static void close(DataSource pool) {
        Pool.close(pool);
    }

    private static void requireNoUser(String url) {
        String location = withoutSecrets(url);
        if (!url.startsWith(location)) {
            throw new CannotOpen(
                    location,
                    "the driver takes the user and the password behind the name of the database:"
                            + " jdbc:postgresql://host/database?user=…&password=…",
                    null);
        }
    }

    private static void require(String type, String artifact, String url) {
        try {
            Class.forName(type, false, PostgresPool.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new CannotOpen(
                    withoutSecrets(url),
                    "PostgreSQL needs " + artifact + " on the class path; add it to your build",
                    e);
        }
    }

    /** The URL without where a password may stand: what follows the question mark, and what stands before the hosts. */
    static String withoutSecrets(String url) {
        int options = url.indexOf('?');
        String location = options < 0 ? url : url.substring(0, options);
        int hosts = location.indexOf("//") + 2;
        int user = location.lastIndexOf('@');
        return hosts < 2 || user < hosts ? location : location.substring(0, hosts) + location.substring(user + 1);
    }

    /** Loaded only when the library is there. */
    private static final class Pool {
        static DataSource open(String url, Settings settings) {
            HikariConfig config = new HikariConfig();
            config.setPoolName("quarry");
            config.setJdbcUrl(url);
            config.setMaximumPoolSize(MOST_CONNECTIONS);
            config.setMinimumIdle(1);
            config.setConnectionTimeout(
                    Math.max(LEAST_WAIT_MILLIS, settings.timeout().toMillis()));
            config.setValidationTimeout(Math.max(
                    LEAST_WAIT_MILLIS,
                    Math.min(TimeUnit.SECONDS.toMillis(5), settings.timeout().toMillis())));
            config.setInitializationFailTimeout(-1);
            // else a pool whose first connection is lost while it is asked for its own never sets up another one
            config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
            // else the savepoints of a long transaction fill the server's table of locks
            config.addDataSourceProperty("cleanupSavepoints", "true");
            // a server that vanished without a word is noticed by the operating system, if late
            config.addDataSourceProperty("tcpKeepAlive", "true");
            config.setConnectionInitSql(PostgresSettings.sql(settings));
            return new HikariDataSource(config);
        }

        static void close(DataSource pool) {
            ((HikariDataSource) pool).close();
        }
    }
}
