package dev.quarry;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Single values of any kind, the odd cases more often than chance would have them. */
final class ArbitraryValues {
    private static final long FIRST_SECOND = Instant.MIN.getEpochSecond();
    private static final long LAST_SECOND = Instant.MAX.getEpochSecond();
    private static final Map<Class<?>, Arbitrary<?>> BY_CLASS = Map.ofEntries(
            Map.entry(String.class, texts()),
            Map.entry(int.class, Arbitraries.integers()),
            Map.entry(Integer.class, Arbitraries.integers()),
            Map.entry(long.class, Arbitraries.longs()),
            Map.entry(Long.class, Arbitraries.longs()),
            Map.entry(short.class, Arbitraries.shorts()),
            Map.entry(Short.class, Arbitraries.shorts()),
            Map.entry(byte.class, Arbitraries.bytes()),
            Map.entry(Byte.class, Arbitraries.bytes()),
            Map.entry(char.class, characters()),
            Map.entry(Character.class, characters()),
            Map.entry(double.class, doubles()),
            Map.entry(Double.class, doubles()),
            Map.entry(float.class, floats()),
            Map.entry(Float.class, floats()),
            Map.entry(boolean.class, Arbitraries.of(true, false)),
            Map.entry(Boolean.class, Arbitraries.of(true, false)),
            Map.entry(Instant.class, instants()),
            Map.entry(LocalDate.class, dates()),
            Map.entry(LocalDateTime.class, locals()),
            Map.entry(Duration.class, durations()),
            Map.entry(BigDecimal.class, decimals()),
            Map.entry(UUID.class, uuids()),
            Map.entry(
                    Password.class,
                    Arbitraries.of(Stream.of("", "a", "a").map(Password::hash).toList())));

    private ArbitraryValues() {}

    static Arbitrary<Object> of(Class<?> type) {
        Arbitrary<?> values = BY_CLASS.get(type);
        if (values == null) {
            throw new IllegalArgumentException("no values of " + type);
        }
        return values.asGeneric();
    }

    /** Texts of any characters but U+0000 and lone surrogates. */
    static Arbitrary<String> texts() {
        Arbitrary<Integer> points = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.integers().between(1, 0x7F)),
                Tuple.of(1, Arbitraries.integers().between(0x80, 0xD7FF)),
                Tuple.of(1, Arbitraries.integers().between(0xE000, 0xFFFF)),
                Tuple.of(1, Arbitraries.integers().between(0x1_0000, Character.MAX_CODE_POINT)));
        Arbitrary<String> any = points.array(Integer[].class).ofMaxSize(12).map(ArbitraryValues::textOf);
        return Arbitraries.frequencyOf(Tuple.of(2, any), Tuple.of(1, oddTexts()));
    }

    private static String textOf(Integer[] points) {
        StringBuilder text = new StringBuilder();
        for (int point : points) {
            text.appendCodePoint(point);
        }
        return text.toString();
    }

    /** Few, so that two records often have the same. */
    private static Arbitrary<String> oddTexts() {
        return Arbitraries.of(
                "",
                " ",
                "a",
                "A",
                "\"",
                "'",
                "\\",
                ".",
                "[0]",
                "$",
                "$.a",
                "#",
                "?",
                "%",
                "{}",
                "[]",
                "null",
                "NaN",
                "0",
                "1.0",
                "\n",
                "\t",
                "\u0001",
                "\u007F",
                "\uFEFF",
                "\uFFFF",
                "\uD83D\uDE00",
                "ä",
                "a\u0308",
                "\\u0041");
    }

    static Arbitrary<Double> doubles() {
        Arbitrary<Double> odd = Arbitraries.of(
                0.0,
                -0.0,
                1.0,
                -1.0,
                0.1,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.MIN_VALUE,
                -Double.MIN_VALUE,
                Double.MIN_NORMAL,
                Double.MAX_VALUE,
                -Double.MAX_VALUE,
                9007199254740993.0,
                9.223372036854775807e18);
        return Arbitraries.oneOf(odd, Arbitraries.longs().map(Double::longBitsToDouble));
    }

    static Arbitrary<Instant> instants() {
        Arbitrary<Instant> odd = Arbitraries.of(
                Instant.MIN, Instant.MAX, Instant.EPOCH, Instant.EPOCH.minusNanos(1), Instant.EPOCH.plusNanos(1));
        Arbitrary<Instant> any = Combinators.combine(
                        Arbitraries.longs().between(FIRST_SECOND, LAST_SECOND),
                        Arbitraries.integers().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
        return Arbitraries.oneOf(odd, any);
    }

    static Arbitrary<UUID> uuids() {
        Arbitrary<Long> half = Arbitraries.oneOf(Arbitraries.of(0L, -1L, Long.MIN_VALUE), Arbitraries.longs());
        return Combinators.combine(half, half).as(UUID::new);
    }

    /** A char is a number to a store: it may be what no text may have. */
    static Arbitrary<Character> characters() {
        return Arbitraries.oneOf(
                Arbitraries.of('\0', 'a', '"', '\uD83D', '\uDE00', '\uFFFF'),
                Arbitraries.chars().range(Character.MIN_VALUE, Character.MAX_VALUE));
    }

    static Arbitrary<Float> floats() {
        Arbitrary<Float> odd = Arbitraries.of(
                0.0f,
                -0.0f,
                0.1f,
                Float.NaN,
                Float.POSITIVE_INFINITY,
                Float.NEGATIVE_INFINITY,
                Float.MIN_VALUE,
                -Float.MIN_VALUE,
                Float.MIN_NORMAL,
                Float.MAX_VALUE,
                16_777_217f);
        return Arbitraries.oneOf(odd, Arbitraries.integers().map(Float::intBitsToFloat));
    }

    static Arbitrary<LocalDate> dates() {
        Arbitrary<LocalDate> odd = Arbitraries.of(
                LocalDate.MIN,
                LocalDate.MAX,
                LocalDate.EPOCH,
                LocalDate.of(-1, 12, 31),
                LocalDate.of(0, 2, 29),
                LocalDate.of(10_000, 1, 1));
        return Arbitraries.oneOf(
                odd,
                Arbitraries.longs()
                        .between(LocalDate.MIN.toEpochDay(), LocalDate.MAX.toEpochDay())
                        .map(LocalDate::ofEpochDay));
    }

    static Arbitrary<LocalDateTime> locals() {
        Arbitrary<LocalTime> times = Arbitraries.oneOf(
                Arbitraries.of(LocalTime.MIN, LocalTime.MAX, LocalTime.NOON),
                Arbitraries.longs().between(0, LocalTime.MAX.toNanoOfDay()).map(LocalTime::ofNanoOfDay));
        return Combinators.combine(dates(), times).as(LocalDateTime::of);
    }

    static Arbitrary<Duration> durations() {
        Arbitrary<Duration> odd = Arbitraries.of(
                Duration.ZERO,
                Duration.ofNanos(-1),
                Duration.ofNanos(1),
                Duration.ofSeconds(-1),
                Duration.ofSeconds(Long.MIN_VALUE),
                Duration.ofSeconds(Long.MAX_VALUE, 999_999_999));
        Arbitrary<Duration> any = Combinators.combine(
                        Arbitraries.longs(), Arbitraries.integers().between(0, 999_999_999))
                .as(Duration::ofSeconds);
        return Arbitraries.oneOf(odd, any);
    }

    static Arbitrary<BigDecimal> decimals() {
        Arbitrary<BigDecimal> odd = Arbitraries.of("0", "0.00", "0E+7", "1", "1.0", "1E+1", "10", "-1", "-1.00", "0.1")
                .map(BigDecimal::new);
        Arbitrary<Integer> scales = Arbitraries.oneOf(
                Arbitraries.integers().between(-3, 3),
                Arbitraries.of(Integer.MIN_VALUE, Integer.MAX_VALUE),
                Arbitraries.integers());
        Arbitrary<BigDecimal> any = Combinators.combine(
                        Arbitraries.oneOf(Arbitraries.longs().map(BigInteger::valueOf), Arbitraries.bigIntegers()),
                        scales)
                .as(BigDecimal::new);
        return Arbitraries.oneOf(odd, any);
    }
}
