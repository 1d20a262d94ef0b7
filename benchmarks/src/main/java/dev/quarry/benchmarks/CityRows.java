package dev.quarry.benchmarks;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The SQL that is the same for both engines, and how cities get into its statements and out of its rows, by position. */
final class CityRows {
    static final String INDEX = "create index city_country_population on city (country, population)";
    static final String INSERT = """
            insert into city (key, version, name, country, region, population, latitude, seen, seen_nano)
            values (?, 1, ?, ?, ?, ?, ?, ?, ?)""";
    static final String UPSERT = INSERT + """
             on conflict (key) do update set version = city.version + 1, name = excluded.name,
              country = excluded.country, region = excluded.region, population = excluded.population,
              latitude = excluded.latitude, seen = excluded.seen, seen_nano = excluded.seen_nano""";
    static final String GET = select("where key = ?");
    static final String IN_COUNTRY = select("where country = ?");
    static final String LARGEST = select("where country = ? and population >= ? order by population desc, key limit ?");
    static final String FIRST_PAGE = page("");
    static final String NEXT_PAGE = page(" and population <= ? and (population < ? or (population = ? and key > ?))");

    private static final int KEY = 8;

    private CityRows() {}

    private static String select(String rest) {
        return "select name, country, region, population, latitude, seen, seen_nano from city " + rest;
    }

    private static String page(String behind) {
        return "select name, country, region, population, latitude, seen, seen_nano, key from city where country = ?"
                + behind + " order by population desc, key limit ?";
    }

    /** Binds what {@link #INSERT} and {@link #UPSERT} write. */
    static void bind(PreparedStatement statement, String key, City city) throws SQLException {
        Instant seen = city.seen();
        statement.setString(1, key);
        statement.setString(2, city.name());
        statement.setString(3, city.country());
        statement.setString(4, city.region());
        statement.setInt(5, city.population());
        statement.setDouble(6, city.latitude());
        statement.setLong(7, seen.getEpochSecond());
        statement.setInt(8, seen.getNano());
    }

    /** Runs {@link #GET}. */
    static Optional<City> get(PreparedStatement get, String key) throws SQLException {
        get.setString(1, key);
        try (ResultSet rows = get.executeQuery()) {
            return rows.next() ? Optional.of(city(rows)) : Optional.empty();
        }
    }

    /** Runs {@link #IN_COUNTRY}. */
    static List<City> inCountry(PreparedStatement inCountry, String country) throws SQLException {
        inCountry.setString(1, country);
        return list(inCountry);
    }

    /** Runs {@link #LARGEST}. */
    static List<City> largest(PreparedStatement largest, String country, int atLeast, int most) throws SQLException {
        largest.setString(1, country);
        largest.setInt(2, atLeast);
        largest.setInt(3, most);
        return list(largest);
    }

    /** Runs what counts the cities of so many people whose names are like a pattern. */
    static long count(PreparedStatement count, int atLeast, String pattern) throws SQLException {
        count.setInt(1, atLeast);
        count.setString(2, pattern);
        try (ResultSet rows = count.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static List<City> list(PreparedStatement statement) throws SQLException {
        List<City> cities = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                cities.add(city(rows));
            }
        }
        return cities;
    }

    private static City city(ResultSet row) throws SQLException {
        return new City(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getDouble(5),
                Instant.ofEpochSecond(row.getLong(6), row.getInt(7)));
    }

    /**
     * A page of cities and where it ends.
     *
     * @param last the key of the last city, if there are more behind it
     */
    record CityPage(List<City> cities, Optional<String> last) {}

    /** Runs a query for a page. */
    static CityPage page(PreparedStatement statement, int size) throws SQLException {
        List<City> cities = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            String key = "";
            while (rows.next()) {
                if (cities.size() == size) {
                    return new CityPage(cities, Optional.of(key));
                }
                cities.add(city(rows));
                key = rows.getString(KEY);
            }
        }
        return new CityPage(cities, Optional.empty());
    }

    static void bindFirstPage(PreparedStatement statement, String country, int size) throws SQLException {
        statement.setString(1, country);
        statement.setInt(2, size + 1);
    }

    static void bindNextPage(PreparedStatement statement, String country, int size, CityPage before)
            throws SQLException {
        int population = before.cities().get(size - 1).population();
        statement.setString(1, country);
        statement.setInt(2, population);
        statement.setInt(3, population);
        statement.setInt(4, population);
        statement.setString(5, before.last().orElseThrow());
        statement.setInt(6, size + 1);
    }
}
