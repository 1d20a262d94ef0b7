package dev.quarry.benchmarks;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is measured, done in two ways. Used by one thread. */
interface CityStore extends AutoCloseable {
    /** Writes all cities, as one transaction. */
    void load(Map<String, City> cities) throws SQLException;

    /** The city under a key. */
    Optional<City> get(String key) throws SQLException;

    /** Writes a city, as a transaction of its own. */
    void set(String key, City city) throws SQLException;

    /** The cities of a country, in no order; an index leads to them. */
    List<City> inCountry(String country) throws SQLException;

    /** The largest cities of a country from a size upwards, those of equal size in key order; an index leads to them. */
    List<City> largest(String country, int atLeast, int most) throws SQLException;

    /** How many cities have a size and the beginning of a name; looks at all of them. */
    long count(int atLeast, String beginning) throws SQLException;

    @Override
    void close() throws SQLException;
}
