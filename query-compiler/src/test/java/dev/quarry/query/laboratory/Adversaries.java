package dev.quarry.query.laboratory;

import dev.quarry.Password;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Values at which implementations differ. */
final class Adversaries {
    static final List<Integer> INTS = List.of(
            0,
            1,
            -1,
            2,
            -2,
            3,
            5,
            7,
            10,
            31,
            32,
            33,
            63,
            64,
            97,
            127,
            128,
            -128,
            255,
            65_535,
            46_341,
            -46_341,
            1_000_000,
            16_777_217,
            Integer.MAX_VALUE,
            Integer.MIN_VALUE);
    static final List<Long> LONGS = List.of(
            0L,
            1L,
            -1L,
            2L,
            -3L,
            10L,
            63L,
            64L,
            32_768L,
            86_400L,
            1_000_000_000L,
            3_037_000_500L,
            -3_037_000_500L,
            (1L << 53) + 1,
            1L << 53,
            -(1L << 53) - 1,
            Long.MAX_VALUE - 512,
            Long.MAX_VALUE,
            Long.MIN_VALUE,
            (long) Integer.MAX_VALUE + 1,
            (long) Integer.MIN_VALUE - 1);
    static final List<Double> DOUBLES = List.of(
            0.0,
            -0.0,
            1.0,
            -1.0,
            0.1,
            0.2,
            0.5,
            -0.5,
            1.5,
            2.5,
            -2.5,
            -7.5,
            3.0,
            0.49999999999999994,
            4503599627370495.5,
            1e22,
            1e308,
            -1e308,
            Double.MIN_VALUE,
            Double.MIN_NORMAL,
            Double.MAX_VALUE,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            9_007_199_254_740_992.0,
            9.223372036854775807E18,
            2_147_483_647.0,
            -2_147_483_649.0);
    static final List<Float> FLOATS = List.of(
            0f,
            -0f,
            1f,
            -1f,
            0.1f,
            0.5f,
            2.5f,
            16_777_216f,
            16_777_217f,
            1e38f,
            Float.MIN_VALUE,
            Float.MAX_VALUE,
            Float.NaN,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            2_147_483_648f);
    static final List<Character> CHARS = List.of(
            '\0', 'a', 'A', 'z', ' ', '0', '9', '\'', 'é', 'ß', 'İ', 'ı', 'Σ', 'ς', '\u212a', '\ud83d', '\ude00',
            '\uffff', '\u00a0', '\u2003', '٣');
    static final List<String> TEXTS = Stream.concat(
                    Stream.of(
                            "", "a", "A", "aa", "ab", "abc", "b", "E", "Eve", "%", "?", "_", "a%b", "'", "\"", "\\",
                            "[a]", "*", "?", " ", " a ", "\t", "\u00a0", "\u2003a", "\n", "NaN", "null", "true", "1",
                            "-0", "12", "K", "k", "I", "i", "x'00'"),
                    Stream.of(
                            "é",
                            "e\u0301",
                            "É",
                            "ß",
                            "SS",
                            "ẞ",
                            "ﬀ",
                            "İ",
                            "ı",
                            "i\u0307",
                            "Σ",
                            "ς",
                            "σ",
                            "ΑΣ",
                            "\u212a",
                            "ſ",
                            "ǆ",
                            "ŉ",
                            "\ud7ff",
                            "\ue000",
                            "\uffff",
                            "\ufffd",
                            "a\uffff",
                            "😀",
                            "a😀",
                            "😀b",
                            "😁",
                            "\ud800\udc00",
                            "\udbff\udfff",
                            "𐐀",
                            "𐐨",
                            "ab😀cd",
                            "x".repeat(300)))
            .toList();
    /** Texts that a captured variable may hold, and no record. */
    static final List<String> UNSTORABLE = List.of("\0", "a\0b", "\ud83d", "\ude00", "a\ud83d", "\ude00\ud83d");
    /** Texts that some {@code parse} reads, or just does not. */
    static final List<String> CODES = List.of(
            "0",
            "12",
            "-7",
            "+3",
            "٣",
            "2147483648",
            "-9223372036854775808",
            "1f",
            "7z",
            "true",
            "TRUE",
            "2024-02-29",
            "2023-02-29",
            "-0001-12-31",
            "+10000-01-01",
            "-999999999-01-01",
            "2024-02-29T23:59:59.999999999",
            "2024-02-29T00:00",
            "1970-01-01T00:00:00Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "PT1S",
            "PT-0.5S",
            "P2DT3H4M",
            "PT2562047788015215H30M7.999999999S",
            "00000000-0000-0000-ffff-ffffffffffff",
            "c232ab00-9414-11ec-b3c8-9f6bdeced846");

    static final List<Instant> INSTANTS = List.of(
            Instant.EPOCH,
            Instant.ofEpochSecond(0, 1),
            Instant.ofEpochSecond(-1, 999_999_999),
            Instant.ofEpochSecond(-1),
            Instant.MIN,
            Instant.MIN.plusNanos(1),
            Instant.MAX,
            Instant.MAX.minusNanos(1),
            Instant.parse("2026-11-23T12:00:00Z"),
            Instant.parse("2026-11-23T12:00:00.5Z"),
            Instant.parse("2026-11-23T12:00:00.000000999Z"),
            Instant.parse("+10000-01-01T00:00:00Z"),
            Instant.parse("-5000-01-01T00:00:00Z"),
            Instant.ofEpochSecond(9_223_372_036L, 854_775_808));
    static final List<LocalDate> DATES = List.of(
            LocalDate.EPOCH,
            LocalDate.of(2024, 2, 29),
            LocalDate.of(2023, 2, 28),
            LocalDate.of(1900, 2, 28),
            LocalDate.of(2000, 12, 31),
            LocalDate.of(0, 1, 1),
            LocalDate.of(-1, 12, 31),
            LocalDate.of(-5000, 3, 1),
            LocalDate.of(9999, 12, 31),
            LocalDate.of(10_000, 1, 1),
            LocalDate.MIN,
            LocalDate.MAX);
    static final List<LocalDateTime> DATE_TIMES = List.of(
            LocalDateTime.of(1970, 1, 1, 0, 0),
            LocalDateTime.of(1970, 1, 1, 0, 0, 0, 1),
            LocalDateTime.of(1969, 12, 31, 23, 59, 59, 999_999_999),
            LocalDateTime.of(2024, 2, 29, 12, 30),
            LocalDateTime.of(2024, 2, 29, 12, 30, 0, 1_000),
            LocalDateTime.of(2026, 3, 29, 2, 30),
            LocalDateTime.of(10_000, 1, 1, 0, 0),
            LocalDateTime.of(-1, 12, 31, 23, 59),
            LocalDateTime.MIN,
            LocalDateTime.MAX);
    static final List<Duration> DURATIONS = List.of(
            Duration.ZERO,
            Duration.ofNanos(1),
            Duration.ofNanos(-1),
            Duration.ofMillis(1_500),
            Duration.ofSeconds(-1, 500_000_000),
            Duration.ofSeconds(1),
            Duration.ofHours(25),
            Duration.ofDays(-400),
            Duration.ofSeconds(Long.MAX_VALUE, 999_999_999),
            Duration.ofSeconds(Long.MIN_VALUE),
            Duration.ofSeconds(9_223_372_036L, 854_775_808));
    static final List<UUID> IDS = List.of(
            new UUID(0, 0),
            new UUID(0, 1),
            new UUID(-1, -1),
            new UUID(1, Long.MIN_VALUE),
            new UUID(1, Long.MAX_VALUE),
            new UUID(Long.MIN_VALUE, 1),
            new UUID(Long.MAX_VALUE, -1),
            UUID.fromString("c232ab00-9414-11ec-b3c8-9f6bdeced846"));
    static final List<BigDecimal> DECIMALS = List.of(
            BigDecimal.ZERO,
            new BigDecimal("0.00"),
            new BigDecimal("1.0"),
            new BigDecimal("1.00"),
            new BigDecimal("-0.1"),
            new BigDecimal("123456789012345678901234567890.5"),
            new BigDecimal("1E+400"));
    static final Password PASSWORD = Password.hash("laboratory");

    private Adversaries() {}
}
