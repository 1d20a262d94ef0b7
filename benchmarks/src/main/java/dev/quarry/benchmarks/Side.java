package dev.quarry.benchmarks;

import java.sql.SQLException;

/** The two ways. Public for the code that JMH generates. */
public enum Side {
    /** Hand-written JDBC. */
    JDBC {
        @Override
        CityStore open(Engine engine, String location) throws SQLException {
            return engine.jdbc(location);
        }
    },
    /** Quarry. */
    QUARRY {
        @Override
        CityStore open(Engine engine, String location) {
            return new QuarryCities(location);
        }
    };

    /** A store without cities in a new database. */
    abstract CityStore open(Engine engine, String location) throws SQLException;
}
