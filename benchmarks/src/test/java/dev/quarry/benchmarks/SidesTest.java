package dev.quarry.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is compared must be the same work: both sides give the answers that the sample itself gives. */
final class SidesTest {
    private static final int ROWS = 400;
    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00.000000001Z");

    private final SampleCities sample = new SampleCities(ROWS);
    private final List<City> all = List.copyOf(sample.all().values());

    @TempDir
    Path directory;

    private final List<CityStore> sides = new ArrayList<>();

    private List<CityStore> sidesOf(Engine engine) throws IOException, SQLException {
        for (Side side : Side.values()) {
            Path own = Files.createDirectory(directory.resolve(side.name()));
            CityStore store = side.open(engine, engine.location(own));
            sides.add(store);
            store.setAll(sample.all());
        }
        return sides;
    }

    @AfterEach
    void close() throws SQLException {
        for (CityStore side : sides) {
            side.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void bothGetTheSameRecords(Engine engine) throws Exception {
        for (CityStore store : sidesOf(engine)) {
            for (int i = 0; i < ROWS; i++) {
                assertThat(store.get(SampleCities.key(i))).contains(sample.city(i));
            }
            assertThat(store.get("nowhere")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void bothOverwrite(Engine engine) throws Exception {
        City later = sample.city(7).seenAt(LATER);
        for (CityStore store : sidesOf(engine)) {
            store.set(SampleCities.key(7), later);
            assertThat(store.get(SampleCities.key(7))).contains(later);
            assertThat(store.count(0, "")).isEqualTo(ROWS);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void bothAdd(Engine engine) throws Exception {
        for (CityStore store : sidesOf(engine)) {
            String key = store.add(sample.city(ROWS));
            assertThat(store.get(key)).contains(sample.city(ROWS));
            assertThat(store.count(0, "")).isEqualTo(ROWS + 1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void bothWriteTwo(Engine engine) throws Exception {
        City first = sample.city(3).seenAt(LATER);
        City second = sample.city(4).seenAt(LATER);
        for (CityStore store : sidesOf(engine)) {
            store.setBoth(SampleCities.key(3), first, SampleCities.key(4), second);
            assertThat(store.get(SampleCities.key(3))).contains(first);
            assertThat(store.get(SampleCities.key(4))).contains(second);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void bothFindTheCitiesOfACountry(Engine engine) throws Exception {
        String country = sample.country(3);
        List<City> expected =
                all.stream().filter(city -> city.country().equals(country)).toList();
        assertThat(expected).hasSize(SampleCities.PER_COUNTRY);
        for (CityStore store : sidesOf(engine)) {
            assertThat(store.inCountry(country)).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void bothOrderAndLimit(Engine engine) throws Exception {
        String country = sample.country(5);
        List<City> expected = largest(country, 100_000, 10);
        assertThat(expected).hasSize(10);
        for (CityStore store : sidesOf(engine)) {
            assertThat(store.largest(country, 100_000, 10)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void bothTurnPages(Engine engine) throws Exception {
        String country = sample.country(6);
        for (CityStore store : sidesOf(engine)) {
            assertThat(store.twoPages(country, 5)).isEqualTo(largest(country, 0, 10));
        }
    }

    private List<City> largest(String country, int atLeast, int most) {
        return all.stream()
                .filter(city -> city.country().equals(country) && city.population() >= atLeast)
                .sorted(Comparator.comparingInt(City::population).reversed())
                .limit(most)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void bothCount(Engine engine) throws Exception {
        long expected = all.stream()
                .filter(city -> city.population() >= 500_000 && city.name().startsWith("E"))
                .count();
        assertThat(expected).isPositive();
        for (CityStore store : sidesOf(engine)) {
            assertThat(store.count(500_000, "E")).isEqualTo(expected);
        }
    }
}
