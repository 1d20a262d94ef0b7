package dev.quarry.benchmarks;

import static dev.quarry.Options.index;
import static dev.quarry.Options.limit;
import static dev.quarry.Options.orderByDescending;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Quarry as a user has it, with no option set. */
final class QuarryCities implements CityStore {
    private final Database database;
    private final Datastore<City> cities;

    QuarryCities(Path directory) {
        database = DB.open(directory.resolve("quarry.db").toString());
        cities = database.store("cities", City.class, index(City::country, City::population));
    }

    @Override
    public void load(Map<String, City> all) {
        DB.setAll(cities, all);
    }

    @Override
    public Optional<City> get(String key) {
        return DB.get(cities, key);
    }

    @Override
    public void set(String key, City city) {
        DB.set(cities, key, city);
    }

    @Override
    public List<City> inCountry(String country) {
        return DB.query(cities, c -> c.country().equals(country));
    }

    @Override
    public List<City> largest(String country, int atLeast, int most) {
        return DB.query(
                cities,
                c -> c.country().equals(country) && c.population() >= atLeast,
                orderByDescending(City::population),
                limit(most));
    }

    @Override
    public long count(int atLeast, String beginning) {
        return DB.queryCount(cities, c -> c.population() >= atLeast && c.name().startsWith(beginning));
    }

    @Override
    public void close() {
        database.close();
    }
}
