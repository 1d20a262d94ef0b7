package dev.quarry.benchmarks;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is measured, done in two ways. Used by one thread. */
interface CityStore extends AutoCloseable {
    /** Writes cities, new or not, as one transaction. */
    void setAll(Map<String, City> cities) throws SQLException;

    /** The city under a key. */
    Optional<City> get(String key) throws SQLException;

    /** Writes a city, new or not, as a transaction of its own. */
    void set(String key, City city) throws SQLException;

    /** Writes a city under a new key, as a transaction of its own. */
    String add(City city) throws SQLException;

    /** Writes two cities, one after the other, in one transaction. */
    void setBoth(String firstKey, City first, String secondKey, City second) throws SQLException;

    /** The cities of a country, in no order; an index leads to them. */
    List<City> inCountry(String country) throws SQLException;

    /** The largest cities of a country from a size upwards, those of equal size in key order; an index leads to them. */
    List<City> largest(String country, int atLeast, int most) throws SQLException;

    /** The largest cities of a country on two pages, one asked for behind the other. */
    List<City> twoPages(String country, int size) throws SQLException;

    /** How many cities have a size and the beginning of a name; looks at all of them. */
    long count(int atLeast, String beginning) throws SQLException;

    @Override
    void close() throws SQLException;
}
