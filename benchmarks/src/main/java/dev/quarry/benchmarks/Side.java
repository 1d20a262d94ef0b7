package dev.quarry.benchmarks;

import java.nio.file.Path;
import java.sql.SQLException;

/** The two ways. Public for the code that JMH generates. */
public enum Side {
    /** Hand-written JDBC. */
    JDBC {
        @Override
        CityStore open(Path directory) throws SQLException {
            return new JdbcCities(directory);
        }
    },
    /** Quarry. */
    QUARRY {
        @Override
        CityStore open(Path directory) {
            return new QuarryCities(directory);
        }
    };

    /** A store without cities in a new file in the directory. */
    abstract CityStore open(Path directory) throws SQLException;
}
