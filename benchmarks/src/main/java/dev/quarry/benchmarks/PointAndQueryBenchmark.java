package dev.quarry.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Point operations, writes and queries on one database. Every call asks for something else, in the same sequence on both sides. A
 * file is made in the directory for temporary files, which must be on a disk for the writes to mean anything.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and calls open() before anything else
public class PointAndQueryBenchmark {
    private static final int LIMIT = 10;
    private static final int PAGE = 5;
    private static final int BATCH = 100;

    /** A prime: multiples of it reach every city, in no order that a cache could like. */
    private static final int STRIDE = 7_919;

    private static final Instant START = Instant.parse("2026-06-01T00:00:00.5Z");

    @Param
    Engine engine;

    @Param
    Side side;

    @Param("20000")
    int rows;

    private SampleCities sample;
    private String[] keys;
    private City[] cities;
    private Path directory;
    private CityStore store;
    private int turn;
    private long writes;

    /** Makes the database and what the calls ask for. */
    @Setup
    public void open() throws IOException, SQLException {
        sample = new SampleCities(rows);
        keys = new String[rows];
        cities = new City[rows];
        for (int i = 0; i < rows; i++) {
            keys[i] = SampleCities.key(i);
            cities[i] = sample.city(i);
        }
        directory = Files.createTempDirectory("quarry-benchmark");
        String location = engine.location(directory);
        store = side.open(engine, location);
        store.setAll(sample.all());
        engine.settle(location);
    }

    /** Deletes the file. */
    @TearDown
    public void close() throws IOException, SQLException {
        store.close();
        Directories.delete(directory);
    }

    private int next() {
        turn = (turn + STRIDE) % rows;
        return turn;
    }

    /** Reads a record by its key. */
    @Benchmark
    public Optional<?> get() throws SQLException {
        return store.get(keys[next()]);
    }

    /** Writes a record over the one that is there, and waits until it is on the disk. */
    @Benchmark
    public void set() throws SQLException {
        int number = next();
        store.set(keys[number], changed(number));
    }

    private City changed(int number) {
        return cities[number].seenAt(START.plusSeconds(writes++));
    }

    /** Writes a record under a new key, and waits until it is on the disk. */
    @Benchmark
    public String add() throws SQLException {
        return store.add(changed(next()));
    }

    /** Writes two records in a transaction. */
    @Benchmark
    public void setBoth() throws SQLException {
        int first = next();
        int second = next();
        store.setBoth(keys[first], changed(first), keys[second], changed(second));
    }

    /** Writes a hundred records as a batch. */
    @Benchmark
    public void setAll() throws SQLException {
        Map<String, City> batch = new LinkedHashMap<>();
        for (int i = 0; i < BATCH; i++) {
            int number = next();
            batch.put(keys[number], changed(number));
        }
        store.setAll(batch);
    }

    /** Twenty records by an index. */
    @Benchmark
    public List<?> inCountry() throws SQLException {
        return store.inCountry(cities[next()].country());
    }

    /** The ten largest of twenty, or fewer where fewer are large enough, by an index. */
    @Benchmark
    public List<?> largest() throws SQLException {
        City city = cities[next()];
        return store.largest(city.country(), city.population() / 4, LIMIT);
    }

    /** Two pages, the second behind the first, by an index. */
    @Benchmark
    public List<?> twoPages() throws SQLException {
        return store.twoPages(cities[next()].country(), PAGE);
    }

    /** Counts among all records. */
    @Benchmark
    public long count() throws SQLException {
        int number = next();
        return store.count(cities[number].population(), SampleCities.letter(number));
    }
}
