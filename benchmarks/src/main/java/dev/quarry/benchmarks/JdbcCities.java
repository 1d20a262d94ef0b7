package dev.quarry.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a careful programmer would write by hand for one thread: one connection, its statements prepared once and kept,
 * columns read by their position. The table and the settings are those that Quarry makes.
 */
final class JdbcCities implements CityStore {
    private static final List<String> SETTINGS = List.of(
            "pragma journal_mode = wal",
            "pragma synchronous = full",
            "pragma wal_autocheckpoint = 10000",
            "pragma journal_size_limit = 67108864",
            "pragma busy_timeout = 5000");
    private static final List<String> SCHEMA =
            List.of("""
            create table city (
              key text not null primary key, version integer not null, name text not null, country text not null,
              region text, population integer not null, latitude any not null,
              seen integer not null, seen_nano integer not null
            ) strict""", "create index city_country_population on city (country, population)");
    private static final String SELECT =
            "select name, country, region, population, latitude, seen, seen_nano from city ";

    private final Connection connection;
    private final PreparedStatement get;
    private final PreparedStatement set;
    private final PreparedStatement inCountry;
    private final PreparedStatement largest;
    private final PreparedStatement count;

    JdbcCities(Path directory) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("jdbc.db"));
        try (Statement statement = connection.createStatement()) {
            for (String setting : SETTINGS) {
                statement.execute(setting);
            }
            for (String definition : SCHEMA) {
                statement.execute(definition);
            }
        }
        get = connection.prepareStatement(SELECT + "where key = ?");
        set = connection.prepareStatement("""
                insert into city (key, version, name, country, region, population, latitude, seen, seen_nano)
                values (?, 1, ?, ?, ?, ?, ?, ?, ?)
                on conflict (key) do update set version = version + 1, name = excluded.name,
                  country = excluded.country, region = excluded.region, population = excluded.population,
                  latitude = excluded.latitude, seen = excluded.seen, seen_nano = excluded.seen_nano""");
        inCountry = connection.prepareStatement(SELECT + "where country = ?");
        largest = connection.prepareStatement(
                SELECT + "where country = ? and population >= ? order by population desc, key limit ?");
        count = connection.prepareStatement("select count(*) from city where population >= ? and name glob ?");
    }

    @Override
    public void load(Map<String, City> all) throws SQLException {
        connection.setAutoCommit(false);
        for (Map.Entry<String, City> entry : all.entrySet()) {
            bind(entry.getKey(), entry.getValue());
            set.addBatch();
        }
        set.executeBatch();
        connection.commit();
        connection.setAutoCommit(true);
    }

    @Override
    public Optional<City> get(String key) throws SQLException {
        get.setString(1, key);
        try (ResultSet rows = get.executeQuery()) {
            return rows.next() ? Optional.of(city(rows)) : Optional.empty();
        }
    }

    @Override
    public void set(String key, City city) throws SQLException {
        bind(key, city);
        set.executeUpdate();
    }

    private void bind(String key, City city) throws SQLException {
        Instant seen = city.seen();
        set.setString(1, key);
        set.setString(2, city.name());
        set.setString(3, city.country());
        set.setString(4, city.region());
        set.setInt(5, city.population());
        set.setDouble(6, city.latitude());
        set.setLong(7, seen.getEpochSecond());
        set.setInt(8, seen.getNano());
    }

    @Override
    public List<City> inCountry(String country) throws SQLException {
        inCountry.setString(1, country);
        return list(inCountry);
    }

    @Override
    public List<City> largest(String country, int atLeast, int most) throws SQLException {
        largest.setString(1, country);
        largest.setInt(2, atLeast);
        largest.setInt(3, most);
        return list(largest);
    }

    @Override
    public long count(int atLeast, String beginning) throws SQLException {
        count.setInt(1, atLeast);
        count.setString(2, beginning + "*");
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

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
