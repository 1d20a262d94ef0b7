package dev.quarry.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is compared must be the same work: both sides give the answers that the sample itself gives. */
final class SidesTest {
    private static final int ROWS = 400;

    private final SampleCities sample = new SampleCities(ROWS);
    private final List<City> all = List.copyOf(sample.all().values());

    @TempDir
    Path directory;

    private CityStore jdbc;
    private CityStore quarry;

    @BeforeEach
    void load() throws SQLException {
        jdbc = Side.JDBC.open(directory);
        quarry = Side.QUARRY.open(directory);
        jdbc.load(sample.all());
        quarry.load(sample.all());
    }

    @AfterEach
    void close() throws SQLException {
        jdbc.close();
        quarry.close();
    }

    @Test
    void bothGetTheSameRecords() throws SQLException {
        for (int i = 0; i < ROWS; i++) {
            String key = SampleCities.key(i);
            assertThat(jdbc.get(key)).contains(sample.city(i));
            assertThat(quarry.get(key)).contains(sample.city(i));
        }
        assertThat(jdbc.get("nowhere")).isEmpty();
        assertThat(quarry.get("nowhere")).isEmpty();
    }

    @Test
    void bothOverwrite() throws SQLException {
        City later = sample.city(7).seenAt(Instant.parse("2030-01-01T00:00:00.000000001Z"));
        for (CityStore store : List.of(jdbc, quarry)) {
            store.set(SampleCities.key(7), later);
            assertThat(store.get(SampleCities.key(7))).contains(later);
            assertThat(store.count(0, "")).isEqualTo(ROWS);
        }
    }

    @Test
    void bothFindTheCitiesOfACountry() throws SQLException {
        String country = sample.country(3);
        List<City> expected =
                all.stream().filter(city -> city.country().equals(country)).toList();
        assertThat(expected).hasSize(SampleCities.PER_COUNTRY);
        assertThat(jdbc.inCountry(country)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(quarry.inCountry(country)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void bothOrderAndLimit() throws SQLException {
        String country = sample.country(5);
        List<City> expected = all.stream()
                .filter(city -> city.country().equals(country) && city.population() >= 100_000)
                .sorted(Comparator.comparingInt(City::population).reversed())
                .limit(10)
                .toList();
        assertThat(expected).hasSize(10);
        assertThat(jdbc.largest(country, 100_000, 10)).isEqualTo(expected);
        assertThat(quarry.largest(country, 100_000, 10)).isEqualTo(expected);
    }

    @Test
    void bothCount() throws SQLException {
        long expected = all.stream()
                .filter(city -> city.population() >= 500_000 && city.name().startsWith("E"))
                .count();
        assertThat(expected).isPositive();
        assertThat(jdbc.count(500_000, "E")).isEqualTo(expected);
        assertThat(quarry.count(500_000, "E")).isEqualTo(expected);
    }
}
