package dev.quarry;

import static dev.quarry.Options.limit;
import static dev.quarry.Options.orderBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A call that was made once before prepares no statement. */
@ParameterizedClass
@EnumSource(Where.class)
final class PreparedStatementsTest {
    record City(String name, @Nullable String region, int population) {}

    private static final Map<String, @Nullable String> NO_REGION = Collections.singletonMap("region", null);

    @Parameter
    Where where;

    @TempDir
    Path directory;

    private static Map<String, Runnable> verbs(Database db, Datastore<City> cities) {
        int[] calls = {0};
        Map<String, Runnable> verbs = new LinkedHashMap<>();
        verbs.put("set", () -> DB.set(cities, "k" + calls[0]++ % 50, city(calls[0])));
        verbs.put("add", () -> DB.add(cities, city(calls[0]++)));
        verbs.put("setAll", () -> DB.setAll(cities, Map.of("a" + calls[0]++ % 50, city(1), "b", city(2))));
        verbs.put("get", () -> DB.get(cities, "k" + calls[0]++));
        verbs.put("entry", () -> DB.entry(cities, "k" + calls[0]++));
        verbs.put("has", () -> DB.has(cities, "k" + calls[0]++));
        verbs.put("getMany", () -> DB.getMany(cities, List.of("k1", "k2").subList(0, calls[0]++ % 3)));
        verbs.put("getAll", () -> DB.getAll(cities));
        verbs.put("getAllWithKeys", () -> DB.getAllWithKeys(cities));
        verbs.put("keys", () -> DB.keys(cities));
        verbs.put("count", () -> DB.count(cities));
        verbs.put("stream", () -> assertThat(DB.stream(cities)).isNotEmpty());
        verbs.put("fields", () -> DB.queryExactFields(cities, Map.of("name", "n" + calls[0]++)));
        verbs.put("nullable field", () -> DB.queryExactFields(cities, Map.of("region", "r" + calls[0]++)));
        verbs.put("null field", () -> DB.queryExactFields(cities, NO_REGION));
        verbs.put(
                "ordered fields",
                () -> DB.queryExactFields(
                        cities, Map.of("name", "n" + calls[0]), orderBy(City::population), limit(calls[0]++)));
        verbs.put("one by fields", () -> DB.queryOneWithExactFields(cities, Map.of("population", calls[0]++)));
        verbs.put("open again", () -> db.store("cities", City.class));
        verbs.put("stores", db::stores);
        verbs.put("delete", () -> DB.delete(cities, "k" + calls[0]++, "x"));
        verbs.put("deleteAll", () -> DB.deleteAll(cities));
        return verbs;
    }

    private static City city(int number) {
        return new City("n" + number, number % 2 == 0 ? null : "r", number);
    }

    @Test
    void everyVerbPreparesItsStatementOnlyOnce() {
        try (Database db = where.open(directory)) {
            Datastore<City> cities = db.store("cities", City.class);
            verbs(db, cities).forEach((name, verb) -> {
                verb.run();
                long afterTheFirst = db.preparedStatements();
                for (int i = 0; i < 20; i++) {
                    verb.run();
                }
                assertThat(db.preparedStatements()).as(name).isEqualTo(afterTheFirst);
            });
        }
    }

    @Test
    void allVerbsInTurnPrepareNothingTheSecondTime() {
        try (Database db = where.open(directory)) {
            Datastore<City> cities = db.store("cities", City.class);
            verbs(db, cities).values().forEach(Runnable::run);
            long afterTheFirst = db.preparedStatements();
            for (int i = 0; i < 20; i++) {
                verbs(db, cities).values().forEach(Runnable::run);
            }
            assertThat(db.preparedStatements()).isEqualTo(afterTheFirst);
        }
    }

    @Test
    void moreStatementsThanAreKeptStillWork() {
        try (Database db = where.open(directory)) {
            for (int i = 0; i < 300; i++) {
                Datastore<City> cities = db.store("cities" + i, City.class);
                DB.set(cities, "k", city(i));
                assertThat(DB.get(cities, "k")).contains(city(i));
            }
            for (int i = 0; i < 300; i++) {
                Datastore<City> cities = db.store("cities" + i, City.class);
                DB.set(cities, "k", city(i + 1));
                assertThat(DB.getAll(cities)).containsExactly(city(i + 1));
            }
        }
    }
}
