package dev.quarry.query.endtoend;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record with each kind of single value: alone, nullable, and in a list, a set and a map. */
public record Assorted(
        int i,
        @Nullable Integer iOrNull,
        List<Integer> iList,
        Set<Integer> iSet,
        Map<String, Integer> iMap,
        long l,
        @Nullable Long lOrNull,
        List<Long> lList,
        Set<Long> lSet,
        Map<String, Long> lMap,
        short s,
        @Nullable Short sOrNull,
        List<Short> sList,
        Set<Short> sSet,
        Map<String, Short> sMap,
        byte y,
        @Nullable Byte yOrNull,
        List<Byte> yList,
        Set<Byte> ySet,
        Map<String, Byte> yMap,
        char c,
        @Nullable Character cOrNull,
        List<Character> cList,
        Set<Character> cSet,
        Map<String, Character> cMap,
        double d,
        @Nullable Double dOrNull,
        List<Double> dList,
        Set<Double> dSet,
        Map<String, Double> dMap,
        float f,
        @Nullable Float fOrNull,
        List<Float> fList,
        Set<Float> fSet,
        Map<String, Float> fMap,
        boolean b,
        @Nullable Boolean bOrNull,
        List<Boolean> bList,
        Set<Boolean> bSet,
        Map<String, Boolean> bMap,
        String t,
        @Nullable String tOrNull,
        List<String> tList,
        Set<String> tSet,
        Map<String, String> tMap,
        Instant at,
        @Nullable Instant atOrNull,
        List<Instant> atList,
        Set<Instant> atSet,
        Map<String, Instant> atMap,
        LocalDate day,
        @Nullable LocalDate dayOrNull,
        List<LocalDate> dayList,
        Set<LocalDate> daySet,
        Map<String, LocalDate> dayMap,
        LocalDateTime local,
        @Nullable LocalDateTime localOrNull,
        List<LocalDateTime> localList,
        Set<LocalDateTime> localSet,
        Map<String, LocalDateTime> localMap,
        Duration span,
        @Nullable Duration spanOrNull,
        List<Duration> spanList,
        Set<Duration> spanSet,
        Map<String, Duration> spanMap,
        UUID id,
        @Nullable UUID idOrNull,
        List<UUID> idList,
        Set<UUID> idSet,
        Map<String, UUID> idMap,
        BigDecimal price,
        @Nullable BigDecimal priceOrNull,
        List<BigDecimal> priceList,
        Set<BigDecimal> priceSet,
        Map<String, BigDecimal> priceMap,
        Mood mood,
        @Nullable Mood moodOrNull,
        List<Mood> moodList,
        Set<Mood> moodSet,
        Map<String, Mood> moodMap) {
    public enum Mood {
        GLAD,
        CALM,
        SAD
    }

    static final List<Integer> INTS = List.of(0, 1, -1, 2, 7, Integer.MAX_VALUE, Integer.MIN_VALUE);
    static final List<Long> LONGS =
            List.of(0L, 1L, 2L, 9_007_199_254_740_993L, 9_007_199_254_740_992L, Long.MAX_VALUE, Long.MIN_VALUE);
    static final List<Short> SHORTS = List.of((short) 0, (short) 1, Short.MAX_VALUE, Short.MIN_VALUE);
    static final List<Byte> BYTES = List.of((byte) 0, (byte) 1, Byte.MAX_VALUE, Byte.MIN_VALUE);
    static final List<Character> CHARS = List.of('a', 'b', '"', '0', (char) 0, (char) 0xD83D, (char) 0xFFFF);
    static final List<Double> DOUBLES = List.of(
            0.0,
            -0.0,
            1.0,
            0.1,
            -2.5,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            5.0E-324,
            9_007_199_254_740_992.0,
            1.7976931348623155E308,
            0.30000000000000004);
    static final List<Float> FLOATS = List.of(
            0.0f,
            -0.0f,
            1.0f,
            0.1f,
            3.0f,
            -7.25f,
            16_777_217f,
            16_777_216f,
            Float.NaN,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            Float.MIN_VALUE,
            -Float.MIN_VALUE,
            Float.MIN_NORMAL,
            Float.MAX_VALUE,
            1e-20f,
            1e20f);
    static final List<Boolean> TRUTHS = List.of(true, false);
    static final List<String> TEXTS = List.of(
            "",
            "a",
            "A",
            "a\"b",
            "$.a",
            "$",
            "[0]",
            "0",
            "1",
            "true",
            "null",
            "\\",
            "'",
            "\n",
            "NaN",
            "😀",
            "\uffff",
            "{\"a\":1}");
    static final List<Instant> INSTANTS = List.of(
            Instant.EPOCH,
            Instant.ofEpochSecond(0, 1),
            Instant.ofEpochSecond(-1, 999_999_999),
            Instant.MIN,
            Instant.MAX);
    static final List<LocalDate> DATES =
            List.of(LocalDate.EPOCH, LocalDate.MIN, LocalDate.MAX, LocalDate.of(2024, 2, 29));
    static final List<LocalDateTime> LOCALS = List.of(
            LocalDateTime.MIN,
            LocalDateTime.MAX,
            LocalDateTime.of(LocalDate.EPOCH, LocalTime.MIN),
            LocalDateTime.of(LocalDate.EPOCH, LocalTime.MAX));
    static final List<Duration> SPANS = List.of(
            Duration.ZERO,
            Duration.ofNanos(1),
            Duration.ofNanos(-1),
            Duration.ofSeconds(Long.MIN_VALUE),
            Duration.ofSeconds(Long.MAX_VALUE, 999_999_999));
    static final List<UUID> IDS =
            List.of(new UUID(0, 0), new UUID(-1, -1), new UUID(1, Long.MIN_VALUE), new UUID(Long.MIN_VALUE, 1));
    static final List<BigDecimal> PRICES = List.of(
            BigDecimal.ZERO,
            new BigDecimal("0.00"),
            new BigDecimal("2"),
            new BigDecimal("2.0"),
            new BigDecimal("-2.50"),
            new BigDecimal("0.1"),
            new BigDecimal("1E+3"),
            new BigDecimal("1000"),
            new BigDecimal("-99999999999999999999999.5"),
            new BigDecimal("1E-400"));
    static final List<Mood> MOODS = List.of(Mood.values());

    /** A record of values from the lists above; the same seed gives the same one. */
    static Assorted of(long seed) {
        return new Source(new Random(seed)).record();
    }

    private record Source(Random random) {
        private <T> T pick(List<T> pool) {
            return pool.get(random.nextInt(pool.size()));
        }

        private <T> @Nullable T orNull(List<T> pool) {
            return random.nextInt(3) == 0 ? null : pick(pool);
        }

        private <T> List<T> some(List<T> pool) {
            List<T> picked = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                picked.add(pick(pool));
            }
            return picked;
        }

        private <T> Map<String, T> byText(List<T> values) {
            Map<String, T> map = new LinkedHashMap<>();
            values.forEach(value -> map.put(pick(TEXTS), value));
            return map;
        }

        Assorted record() {
            return new Assorted(
                    pick(INTS),
                    orNull(INTS),
                    some(INTS),
                    new LinkedHashSet<>(some(INTS)),
                    byText(some(INTS)),
                    pick(LONGS),
                    orNull(LONGS),
                    some(LONGS),
                    new LinkedHashSet<>(some(LONGS)),
                    byText(some(LONGS)),
                    pick(SHORTS),
                    orNull(SHORTS),
                    some(SHORTS),
                    new LinkedHashSet<>(some(SHORTS)),
                    byText(some(SHORTS)),
                    pick(BYTES),
                    orNull(BYTES),
                    some(BYTES),
                    new LinkedHashSet<>(some(BYTES)),
                    byText(some(BYTES)),
                    pick(CHARS),
                    orNull(CHARS),
                    some(CHARS),
                    new LinkedHashSet<>(some(CHARS)),
                    byText(some(CHARS)),
                    pick(DOUBLES),
                    orNull(DOUBLES),
                    some(DOUBLES),
                    new LinkedHashSet<>(some(DOUBLES)),
                    byText(some(DOUBLES)),
                    pick(FLOATS),
                    orNull(FLOATS),
                    some(FLOATS),
                    new LinkedHashSet<>(some(FLOATS)),
                    byText(some(FLOATS)),
                    pick(TRUTHS),
                    orNull(TRUTHS),
                    some(TRUTHS),
                    new LinkedHashSet<>(some(TRUTHS)),
                    byText(some(TRUTHS)),
                    pick(TEXTS),
                    orNull(TEXTS),
                    some(TEXTS),
                    new LinkedHashSet<>(some(TEXTS)),
                    byText(some(TEXTS)),
                    pick(INSTANTS),
                    orNull(INSTANTS),
                    some(INSTANTS),
                    new LinkedHashSet<>(some(INSTANTS)),
                    byText(some(INSTANTS)),
                    pick(DATES),
                    orNull(DATES),
                    some(DATES),
                    new LinkedHashSet<>(some(DATES)),
                    byText(some(DATES)),
                    pick(LOCALS),
                    orNull(LOCALS),
                    some(LOCALS),
                    new LinkedHashSet<>(some(LOCALS)),
                    byText(some(LOCALS)),
                    pick(SPANS),
                    orNull(SPANS),
                    some(SPANS),
                    new LinkedHashSet<>(some(SPANS)),
                    byText(some(SPANS)),
                    pick(IDS),
                    orNull(IDS),
                    some(IDS),
                    new LinkedHashSet<>(some(IDS)),
                    byText(some(IDS)),
                    pick(PRICES),
                    orNull(PRICES),
                    some(PRICES),
                    new LinkedHashSet<>(some(PRICES)),
                    byText(some(PRICES)),
                    pick(MOODS),
                    orNull(MOODS),
                    some(MOODS),
                    new LinkedHashSet<>(some(MOODS)),
                    byText(some(MOODS)));
        }
    }
}
