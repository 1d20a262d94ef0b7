package dev.quarry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams, which read a store in several goes. */
@ParameterizedClass
@EnumSource(Where.class)
final class StreamTest {
    record Number(int value) {}

    private static final int MANY = 1_300;

    @Parameter
    Where where;

    @TempDir
    Path directory;

    private Database db;
    private Datastore<Number> numbers;

    @BeforeEach
    void open() {
        db = where.open(directory);
        numbers = db.store("numbers", Number.class);
    }

    @AfterEach
    void close() {
        db.close();
    }

    private static String key(int value) {
        return String.format("n%05d", value);
    }

    private void fill(int count) {
        Map<String, Number> records = new HashMap<>();
        IntStream.range(0, count).forEach(value -> records.put(key(value), new Number(value)));
        DB.setAll(numbers, records);
    }

    private static List<Number> upTo(int count) {
        return IntStream.range(0, count).mapToObj(Number::new).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 511, 512, 513, 1_024, MANY})
    void aStreamGivesEveryRecordInKeyOrder(int count) {
        fill(count);

        assertThat(DB.stream(numbers)).isEqualTo(upTo(count));
        assertThat(DB.stream(numbers).count()).isEqualTo(count);
    }

    @Test
    void aParallelStreamGivesTheSame() {
        fill(MANY);

        assertThat(DB.stream(numbers).parallel().toList()).isEqualTo(upTo(MANY));
    }

    @Test
    void aStreamThatIsLeftEarlyKeepsNothingBusy() {
        fill(MANY);
        Iterator<Number> abandoned = DB.stream(numbers).iterator();
        assertThat(abandoned.next()).isEqualTo(new Number(0));

        assertThat(DB.stream(numbers).limit(3)).isEqualTo(upTo(3));
        assertThat(DB.deleteAll(numbers)).isEqualTo(MANY);
        db.drop("numbers");
    }

    @Test
    void recordsThatAreWrittenMeanwhileDisturbNothing() {
        fill(MANY);
        List<Number> seen = new ArrayList<>();

        DB.stream(numbers).forEach(number -> {
            if (number.value() == 100) {
                DB.set(numbers, "a-behind-the-reader", new Number(-1));
                DB.set(numbers, "z-ahead-of-the-reader", new Number(MANY));
                DB.delete(numbers, key(99), key(1_200));
            }
            seen.add(number);
        });

        List<Number> expected = new ArrayList<>(upTo(MANY + 1));
        expected.remove(new Number(1_200));
        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void aRecordThatIsRewrittenOnTheWayComesOnce() {
        fill(MANY);
        List<Integer> seen = new ArrayList<>();

        DB.stream(numbers).forEach(number -> {
            DB.set(numbers, key(number.value()), number);
            seen.add(number.value());
        });

        assertThat(seen).hasSize(MANY).doesNotHaveDuplicates();
    }

    @Test
    void aScanTestsEveryRecordInTheProgram() {
        fill(MANY);

        assertThat(DB.scan(numbers, number -> Integer.toString(number.value()).endsWith("99")))
                .extracting(Number::value)
                .containsExactly(99, 199, 299, 399, 499, 599, 699, 799, 899, 999, 1_099, 1_199, 1_299);
    }
}
