package dev.quarry.query.differential;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Values at which implementations differ. Records and captures come from the same pools, so that they meet. */
final class Pools {
    static final List<Integer> INTS =
            List.of(0, 1, -1, 2, -2, 3, 7, 10, 31, 32, 46341, -46341, Integer.MAX_VALUE, Integer.MIN_VALUE, 1_000_000);
    static final List<Long> LONGS = List.of(
            0L,
            1L,
            -1L,
            2L,
            3L,
            3_037_000_500L,
            -3_037_000_500L,
            9_007_199_254_740_993L,
            9_007_199_254_740_992L,
            Long.MAX_VALUE,
            Long.MIN_VALUE,
            (long) Integer.MAX_VALUE + 1);
    static final List<Double> DOUBLES = List.of(
            0.0,
            -0.0,
            1.0,
            -1.0,
            0.1,
            0.5,
            2.5,
            3.0,
            1e308,
            -1e308,
            Double.MIN_VALUE,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            9_007_199_254_740_992.0,
            2_147_483_647.0);
    static final List<String> TEXTS = List.of(
            "",
            "a",
            "A",
            "ab",
            "abc",
            "b",
            "E",
            "Eve",
            "%",
            "_",
            "a%b",
            "'",
            "\"",
            "\\",
            "[a]",
            "*",
            "é",
            "e\u0301",
            "ß",
            "\u00df",
            "\ud7ff",
            "\ue000",
            "\uffff",
            "😀",
            "a😀",
            "😀b",
            "\udbff\udfff",
            "a\uffff",
            " ",
            "NaN",
            "1");
    static final List<Instant> INSTANTS = List.of(
            Instant.EPOCH,
            Instant.ofEpochSecond(0, 1),
            Instant.ofEpochSecond(-1, 999_999_999),
            Instant.MIN,
            Instant.MAX,
            Instant.parse("2026-11-23T12:00:00.5Z"),
            Instant.parse("+10000-01-01T00:00:00Z"));
    static final List<UUID> UUIDS =
            List.of(new UUID(0, 0), new UUID(-1, -1), new UUID(1, Long.MIN_VALUE), new UUID(Long.MIN_VALUE, 1));

    private final Random random;

    Pools(long seed) {
        this.random = new Random(seed);
    }

    private <T> T pick(List<T> pool) {
        return pool.get(random.nextInt(pool.size()));
    }

    private <T> @Nullable T orNull(Supplier<T> value) {
        return random.nextInt(3) == 0 ? null : value.get();
    }

    private <T> List<T> some(List<T> pool) {
        List<T> picked = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            picked.add(pick(pool));
        }
        return picked;
    }

    private Probe.Mood mood() {
        return pick(Arrays.asList(Probe.Mood.values()));
    }

    private Probe.Place place() {
        return new Probe.Place(pick(TEXTS), orNull(() -> pick(TEXTS)), pick(INTS));
    }

    Probe probe() {
        Map<String, String> labels = new LinkedHashMap<>();
        some(TEXTS).forEach(text -> labels.put(text, pick(TEXTS)));
        return new Probe(
                pick(INTS),
                pick(INTS),
                pick(LONGS),
                pick(DOUBLES),
                random.nextBoolean(),
                pick(TEXTS),
                pick(INSTANTS),
                pick(UUIDS),
                mood(),
                orNull(() -> pick(INTS)),
                orNull(() -> pick(LONGS)),
                orNull(() -> pick(DOUBLES)),
                orNull(random::nextBoolean),
                orNull(() -> pick(TEXTS)),
                orNull(() -> pick(INSTANTS)),
                orNull(this::mood),
                pick(INTS),
                some(TEXTS),
                labels,
                place(),
                orNull(this::place));
    }

    Captured captured() {
        return new Captured(
                pick(INTS),
                pick(INTS),
                pick(LONGS),
                pick(DOUBLES),
                pick(DOUBLES),
                random.nextBoolean(),
                pick(TEXTS),
                orNull(() -> pick(TEXTS)),
                pick(INSTANTS),
                pick(UUIDS),
                orNull(this::mood),
                orNull(() -> pick(INTS)),
                some(TEXTS),
                new HashSet<>(some(INTS)),
                some(UUIDS),
                new HashSet<>(some(Arrays.asList(Probe.Mood.values()))),
                some(INSTANTS),
                some(LONGS));
    }
}
