package dev.quarry.benchmarks;

import dev.quarry.testing.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The databases. Public for the code that JMH generates. */
public enum Engine {
    /** A file. */
    SQLITE {
        @Override
        String location(Path directory) {
            return directory.resolve("cities.db").toString();
        }

        @Override
        CityStore jdbc(String location) throws SQLException {
            return new SqliteJdbcCities(location);
        }

        @Override
        void settle(String location) {}
    },
    /** A server: the one that the system property {@code quarry.url} names. */
    POSTGRESQL {
        @Override
        String location(Path directory) {
            return PostgresServer.newDatabase();
        }

        @Override
        CityStore jdbc(String location) throws SQLException {
            return new PostgresJdbcCities(location);
        }

        @Override
        void settle(String location) throws SQLException {
            try (Connection connection = DriverManager.getConnection(location);
                    Statement statement = connection.createStatement()) {
                statement.execute("vacuum analyze");
                statement.execute("checkpoint");
            }
        }
    };

    /** Where a new database is; a file is in the directory. */
    abstract String location(Path directory);

    /** A store without cities, written by hand. */
    abstract CityStore jdbc(String location) throws SQLException;

    /** Does at once what the database would do by itself some time after much was written. */
    abstract void settle(String location) throws SQLException;
}
