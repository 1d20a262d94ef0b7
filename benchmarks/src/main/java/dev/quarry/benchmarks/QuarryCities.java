package dev.quarry.benchmarks;

import static dev.quarry.Options.after;
import static dev.quarry.Options.index;
import static dev.quarry.Options.limit;
import static dev.quarry.Options.orderByDescending;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.Filter;
import dev.quarry.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Quarry as a user has it, with no option set. */
final class QuarryCities implements CityStore {
    private final Database database;
    private final Datastore<City> cities;

    QuarryCities(String location) {
        database = DB.open(location);
        cities = database.store("cities", City.class, index(City::country, City::population));
    }

    @Override
    public void setAll(Map<String, City> all) {
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
    public String add(City city) {
        return DB.add(cities, city);
    }

    @Override
    public void setBoth(String firstKey, City first, String secondKey, City second) {
        database.transaction(() -> {
            DB.set(cities, firstKey, first);
            return DB.set(cities, secondKey, second);
        });
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
    public List<City> twoPages(String country, int size) {
        Filter<City> inCountry = c -> c.country().equals(country);
        Page<City> first = DB.page(cities, inCountry, orderByDescending(City::population), limit(size));
        Page<City> second = DB.page(
                cities,
                inCountry,
                orderByDescending(City::population),
                limit(size),
                after(first.next().orElseThrow()));
        List<City> both = new ArrayList<>(first.items());
        both.addAll(second.items());
        return both;
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
