package dev.quarry.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.quarry.DB;
import dev.quarry.benchmarks.CityRows.CityPage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a careful programmer would write by hand: a pool, from which each piece of work takes a connection and prepares its
 * statements, which the driver keeps; columns read by their position. The table is the one that Quarry makes, and the pool is the
 * one that it uses.
 */
final class PostgresJdbcCities implements CityStore {
    private static final String TABLE = """
            create table city (
              key text collate "C" not null primary key, version bigint not null, name text collate "C" not null,
              country text collate "C" not null, region text collate "C", population bigint not null,
              latitude double precision not null, seen bigint not null, seen_nano bigint not null)""";

    private final HikariDataSource pool;

    PostgresJdbcCities(String url) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMinimumIdle(1);
        pool = new HikariDataSource(config);
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
            statement.execute(CityRows.INDEX);
        }
    }

    @Override
    public void setAll(Map<String, City> all) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement set = connection.prepareStatement(CityRows.UPSERT)) {
            connection.setAutoCommit(false);
            for (Map.Entry<String, City> entry : all.entrySet()) {
                CityRows.bind(set, entry.getKey(), entry.getValue());
                set.addBatch();
            }
            set.executeBatch();
            connection.commit();
        }
    }

    @Override
    public Optional<City> get(String key) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement get = connection.prepareStatement(CityRows.GET)) {
            return CityRows.get(get, key);
        }
    }

    @Override
    public void set(String key, City city) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            write(connection, CityRows.UPSERT, key, city);
        }
    }

    @Override
    public String add(City city) throws SQLException {
        String key = DB.generateKey();
        try (Connection connection = pool.getConnection()) {
            write(connection, CityRows.INSERT, key, city);
        }
        return key;
    }

    @Override
    public void setBoth(String firstKey, City first, String secondKey, City second) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            write(connection, CityRows.UPSERT, firstKey, first);
            write(connection, CityRows.UPSERT, secondKey, second);
            connection.commit();
        }
    }

    private static void write(Connection connection, String sql, String key, City city) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            CityRows.bind(statement, key, city);
            statement.executeUpdate();
        }
    }

    @Override
    public List<City> inCountry(String country) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement inCountry = connection.prepareStatement(CityRows.IN_COUNTRY)) {
            return CityRows.inCountry(inCountry, country);
        }
    }

    @Override
    public List<City> largest(String country, int atLeast, int most) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement largest = connection.prepareStatement(CityRows.LARGEST)) {
            return CityRows.largest(largest, country, atLeast, most);
        }
    }

    @Override
    public List<City> twoPages(String country, int size) throws SQLException {
        CityPage first = firstPage(country, size);
        List<City> both = new ArrayList<>(first.cities());
        both.addAll(nextPage(country, size, first).cities());
        return both;
    }

    private CityPage firstPage(String country, int size) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement page = connection.prepareStatement(CityRows.FIRST_PAGE)) {
            CityRows.bindFirstPage(page, country, size);
            return CityRows.page(page, size);
        }
    }

    private CityPage nextPage(String country, int size, CityPage first) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement page = connection.prepareStatement(CityRows.NEXT_PAGE)) {
            CityRows.bindNextPage(page, country, size, first);
            return CityRows.page(page, size);
        }
    }

    @Override
    public long count(int atLeast, String beginning) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement count = connection.prepareStatement(
                        "select count(*) from city where population >= ? and name like ?")) {
            return CityRows.count(count, atLeast, beginning + "%");
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
