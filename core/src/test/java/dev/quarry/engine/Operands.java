package dev.quarry.engine;

import dev.quarry.schema.ScalarKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Operands on which functions are tried: the ends of each type's range, their neighbours, and what parts the cases between. */
final class Operands {
    private static final List<Long> WHOLE = numbers("""
            -9223372036854775808 -9223372036854775807 -9223372036854775 -9223372036854776 -9223372037 -4611686018427387905
            -4611686018427387904 -3037000500 -31557014167219200 -365243219162 -2147483649 -2147483648 -2147483647
            -1000000001 -999999999 -86400 -32769 -32768 -1000 -366 -129 -128 -60 -33 -12 -7 -2 -1 0 1 2 3 4 5 7 8 9 10 11
            12 16 23 24 28 29 30 31 32 36 37 59 60 63 64 65 90 100 127 128 255 256 365 366 400 999 1000 1900 1970 1999
            2000 2024 9999 10000 32767 32768 55296 56319 56320 57343 65535 65536 86399 86400 999999 1000000 1114111
            1114112 16777217 999999999 1000000000 983040 2147483647 2147483648 4294967295 4294967296 9223372037
            365241780471 365241780472 31556889864403199 31556889864403200 9007199254740993 3037000500 4611686018427387904
            9223372036854775 1311768467463790320 -6148914691236517206 9223372036854775806 9223372036854775807""", Long::valueOf);

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "a",
            "A",
            "ab",
            "abc",
            "bca",
            "abab",
            "%",
            "_",
            "\\",
            "'",
            "\"",
            "é",
            "e\u0301",
            "ß",
            "İ",
            "ı",
            "Σ",
            "\uFFFF",
            "\uE000",
            "\uD7FF",
            "\uD83D\uDE00",
            "a\uD83D\uDE00b",
            "\uD83D\uDE00\uD83D\uDE01",
            "x\uFFFF\uD800\uDC00",
            "\uDBFF\uDFFF",
            "\uDB80\uDC00",
            "\uD800\uDC00\uE000",
            " a ",
            "\t\n\u000B\f\r",
            "\u001C\u001F\u0001",
            "\u00A0x\u00A0",
            "\u2003x\u3000",
            "\u1680 \u2007",
            "\u2028\u2029\u205F",
            "\u0085",
            "true",
            "TRUE",
            "tRuE",
            "truee",
            "false",
            "null",
            "aaaa\uD83D\uDE00aaaa",
            "the quick brown fox",
            "\uD83D\uDE00abc\uD83D\uDE00abc",
            "Zebra",
            "zebra",
            "10",
            "9");

    private static final List<BigDecimal> DECIMALS = numbers("""
            0 0.00 0E+7 0E-20 1 -1 1.0 1.00 10 1E+1 1E+2147483647 1E-2147483647 -1E-2147483647 123.456 -123.456 0.000001
            0.0000001 0.00000010 -0.0000001 12345678901234567890.123 9.99E+30 -9.99E+30 99E-7 1000000 -1000000 1.000000
            0.1 0.10 -0.1""", BigDecimal::new);

    private Operands() {}

    /** The values of a kind; texts are names of units where they stand beside a moment or a duration. */
    static List<Object> of(ScalarKind kind, boolean unit) {
        return switch (kind) {
            case BOOLEAN -> List.of(false, true);
            case INT ->
                List.copyOf(WHOLE.stream().map(Long::intValue).distinct().toList());
            case SHORT ->
                List.copyOf(WHOLE.stream().map(Long::shortValue).distinct().toList());
            case BYTE ->
                List.copyOf(WHOLE.stream().map(Long::byteValue).distinct().toList());
            case CHAR ->
                List.copyOf(
                        WHOLE.stream().map(n -> (char) n.longValue()).distinct().toList());
            case LONG -> List.copyOf(WHOLE);
            case DOUBLE -> List.copyOf(doubles());
            case FLOAT ->
                List.copyOf(
                        doubles().stream().map(Double::floatValue).distinct().toList());
            case STRING ->
                unit
                        ? List.copyOf(Arrays.stream(ChronoUnit.values())
                                .map(Enum::name)
                                .toList())
                        : List.copyOf(TEXTS);
            case BIG_DECIMAL -> List.copyOf(DECIMALS);
            case UUID -> List.copyOf(uuids());
            case LOCAL_DATE -> List.copyOf(dates());
            case LOCAL_DATE_TIME -> List.copyOf(dateTimes());
            case INSTANT -> List.copyOf(instants());
            case DURATION -> List.copyOf(durations());
            default -> throw new IllegalArgumentException("no operands: " + kind);
        };
    }

    private static <N> List<N> numbers(String written, Function<String, N> number) {
        return Arrays.stream(written.strip().split("\\s+")).map(number).toList();
    }

    private static List<Double> doubles() {
        List<Double> all = new ArrayList<>();
        List<Double> least = numbers("""
            0 0x1p-1074 0x1p-1073 0x3p-1074 0x0.fffffffffffffp-1022 0x1p-1022 0x1.0000000000001p-1022 0x1p-1000 0x1.8p-538 0x1p-537
            0x1p-538 0x1.0000000000001p-537 0x1p-149 0x1p-150 0x1.8p-150 0x1.8p-149 0x1.000002p-150 0x1p-126 1e-150 9e-151 0.1 0.3
            0.49999999999999994 0.5 0.7 0.9999999999999999 1 1.0000000000000002 1.5 2 2.5 3 3.5 5 7.5 10 100 1e10 16777216 16777217
            16777219 2147483647 2147483648 2147483646.5 4294967296 4503599627370495.5 0x1p52 0x1p53 9007199254740994 0x1p62 0x1p63
            0x1.fffffffffffffp62 0x1p64 1e100 1e150 1.1e150 0x1p511 0x1p512 1e160 0x1.fffffep127 0x1.ffffffp127 0x1p128
            0x1.fffffefffffffp127 8e307 8.98e307 0x1p1022 0x1p1023 0x1.fffffffffffffp1022 1.7e308 0x1.ffffffffffffep1023
            0x1.fffffffffffffp1023 Infinity 3.141592653589793 2.718281828459045""", Double::valueOf);
        for (Double number : least) {
            all.add(number);
            all.add(-number);
        }
        all.add(Double.NaN);
        return all;
    }

    private static List<UUID> uuids() {
        return List.of(
                new UUID(0, 0),
                new UUID(-1, -1),
                new UUID(Long.MIN_VALUE, Long.MAX_VALUE),
                new UUID(1, Long.MIN_VALUE),
                new UUID(0x123456789ABC1DEFL, 0x8123456789ABCDEFL),
                new UUID(0x123456789ABC4DEFL, 0xC123456789ABCDEFL),
                new UUID(0x123456789ABC1DEFL, 0xE123456789ABCDEFL),
                new UUID(0xF23456789ABC1DEFL, 0x0123456789ABCDEFL),
                new UUID(0x123456789ABC1DEFL, 0x7123456789ABCDEFL));
    }

    private static List<LocalDate> dates() {
        return List.of(
                LocalDate.MIN,
                LocalDate.MIN.plusDays(1),
                LocalDate.of(-10000, 3, 1),
                LocalDate.of(-9999, 12, 31),
                LocalDate.of(-400, 2, 29),
                LocalDate.of(-1, 1, 1),
                LocalDate.of(-1, 12, 31),
                LocalDate.of(0, 1, 1),
                LocalDate.of(0, 2, 29),
                LocalDate.of(0, 12, 31),
                LocalDate.of(1, 1, 1),
                LocalDate.of(4, 2, 29),
                LocalDate.of(1582, 10, 10),
                LocalDate.of(1899, 12, 31),
                LocalDate.of(1900, 2, 28),
                LocalDate.of(1900, 3, 1),
                LocalDate.of(1969, 12, 31),
                LocalDate.EPOCH,
                LocalDate.of(1999, 12, 31),
                LocalDate.of(2000, 2, 29),
                LocalDate.of(2023, 1, 31),
                LocalDate.of(2024, 2, 29),
                LocalDate.of(2024, 3, 31),
                LocalDate.of(2024, 12, 31),
                LocalDate.of(9999, 12, 31),
                LocalDate.of(10000, 1, 1),
                LocalDate.MAX.minusDays(1),
                LocalDate.MAX);
    }

    private static List<LocalDateTime> dateTimes() {
        List<LocalTime> times = List.of(
                LocalTime.MIDNIGHT,
                LocalTime.of(0, 0, 0, 1),
                LocalTime.of(0, 0, 59),
                LocalTime.of(9, 5),
                LocalTime.NOON,
                LocalTime.of(13, 7, 0, 120_000_000),
                LocalTime.of(23, 59, 59, 999_000),
                LocalTime.MAX);
        List<LocalDateTime> all = new ArrayList<>();
        for (LocalDate date : dates()) {
            all.add(date.atTime(times.get(all.size() % times.size())));
            all.add(date.atTime(times.get((all.size() * 3 + 1) % times.size())));
        }
        all.add(LocalDateTime.MIN);
        all.add(LocalDateTime.MAX);
        return all;
    }

    private static List<Instant> instants() {
        List<Instant> all = new ArrayList<>();
        dateTimes().forEach(time -> all.add(time.toInstant(ZoneOffset.UTC)));
        all.addAll(List.of(
                Instant.MIN,
                Instant.MAX,
                Instant.MIN.plusNanos(1),
                Instant.MAX.minusNanos(1),
                Instant.EPOCH,
                Instant.ofEpochSecond(-1, 999_999_999),
                Instant.ofEpochSecond(0, 1),
                Instant.ofEpochMilli(Long.MAX_VALUE),
                Instant.ofEpochMilli(Long.MIN_VALUE),
                Instant.ofEpochSecond(9223372036L, 854775807),
                Instant.ofEpochSecond(-9223372037L, 145224192)));
        return all;
    }

    private static List<Duration> durations() {
        List<Duration> all = new ArrayList<>();
        for (Long seconds : WHOLE) {
            all.add(Duration.ofSeconds(seconds));
            all.add(Duration.ofSeconds(seconds, 1));
        }
        all.addAll(List.of(
                Duration.ofNanos(-1),
                Duration.ofNanos(-999_999_999),
                Duration.ofSeconds(Long.MIN_VALUE, 999_999_999),
                Duration.ofSeconds(Long.MAX_VALUE, 999_999_999),
                Duration.ofMillis(1500),
                Duration.ofSeconds(61, 120_000_000),
                Duration.ofSeconds(-61, 120_000),
                Duration.ofNanos(Long.MIN_VALUE),
                Duration.ofNanos(Long.MAX_VALUE),
                Duration.ofMillis(Long.MIN_VALUE),
                Duration.ofMillis(Long.MAX_VALUE),
                Duration.ofSeconds(-3600, 5),
                Duration.ofSeconds(3600),
                Duration.ofSeconds(43200)));
        return all;
    }
}
