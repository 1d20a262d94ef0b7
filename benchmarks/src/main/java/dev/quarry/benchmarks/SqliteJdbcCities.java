package dev.quarry.benchmarks;

import dev.quarry.DB;
import dev.quarry.benchmarks.CityRows.CityPage;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a careful programmer would write by hand for one thread: one connection, its statements prepared once and kept,
 * columns read by their position. The table and the settings are those that Quarry makes.
 */
final class SqliteJdbcCities implements CityStore {
    private static final List<String> SETTINGS = List.of(
            "pragma journal_mode = wal",
            "pragma synchronous = full",
            "pragma wal_autocheckpoint = 10000",
            "pragma journal_size_limit = 67108864",
            "pragma busy_timeout = 5000");
    private static final List<String> SCHEMA = List.of("""
            create table city (
              key text not null primary key, version integer not null, name text not null, country text not null,
              region text, population integer not null, latitude any not null,
              seen integer not null, seen_nano integer not null
            ) strict""", CityRows.INDEX);

    private final Connection connection;
    private final PreparedStatement get;
    private final PreparedStatement set;
    private final PreparedStatement add;
    private final PreparedStatement inCountry;
    private final PreparedStatement largest;
    private final PreparedStatement firstPage;
    private final PreparedStatement nextPage;
    private final PreparedStatement count;

    SqliteJdbcCities(String file) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            for (String setting : SETTINGS) {
                statement.execute(setting);
            }
            for (String definition : SCHEMA) {
                statement.execute(definition);
            }
        }
        get = connection.prepareStatement(CityRows.GET);
        set = connection.prepareStatement(CityRows.UPSERT);
        add = connection.prepareStatement(CityRows.INSERT);
        inCountry = connection.prepareStatement(CityRows.IN_COUNTRY);
        largest = connection.prepareStatement(CityRows.LARGEST);
        firstPage = connection.prepareStatement(CityRows.FIRST_PAGE);
        nextPage = connection.prepareStatement(CityRows.NEXT_PAGE);
        count = connection.prepareStatement("select count(*) from city where population >= ? and name glob ?");
    }

    @Override
    public void setAll(Map<String, City> all) throws SQLException {
        connection.setAutoCommit(false);
        for (Map.Entry<String, City> entry : all.entrySet()) {
            CityRows.bind(set, entry.getKey(), entry.getValue());
            set.addBatch();
        }
        set.executeBatch();
        connection.commit();
        connection.setAutoCommit(true);
    }

    @Override
    public Optional<City> get(String key) throws SQLException {
        return CityRows.get(get, key);
    }

    @Override
    public void set(String key, City city) throws SQLException {
        CityRows.bind(set, key, city);
        set.executeUpdate();
    }

    @Override
    public String add(City city) throws SQLException {
        String key = DB.generateKey();
        CityRows.bind(add, key, city);
        add.executeUpdate();
        return key;
    }

    @Override
    public void setBoth(String firstKey, City first, String secondKey, City second) throws SQLException {
        connection.setAutoCommit(false);
        set(firstKey, first);
        set(secondKey, second);
        connection.commit();
        connection.setAutoCommit(true);
    }

    @Override
    public List<City> inCountry(String country) throws SQLException {
        return CityRows.inCountry(inCountry, country);
    }

    @Override
    public List<City> largest(String country, int atLeast, int most) throws SQLException {
        return CityRows.largest(largest, country, atLeast, most);
    }

    @Override
    public List<City> twoPages(String country, int size) throws SQLException {
        CityRows.bindFirstPage(firstPage, country, size);
        CityPage first = CityRows.page(firstPage, size);
        CityRows.bindNextPage(nextPage, country, size, first);
        List<City> both = new ArrayList<>(first.cities());
        both.addAll(CityRows.page(nextPage, size).cities());
        return both;
    }

    @Override
    public long count(int atLeast, String beginning) throws SQLException {
        return CityRows.count(count, atLeast, beginning + "*");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
