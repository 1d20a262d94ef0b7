package dev.quarry;

import dev.quarry.Everything.Color;
import dev.quarry.Everything.Core;
import dev.quarry.Everything.Part;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Records with any content that a store accepts, the odd cases more often than chance would have them. */
final class ArbitraryRecords {
    private static final double SOMETIMES = 0.3;
    private static final long FIRST_SECOND = Instant.MIN.getEpochSecond();
    private static final long LAST_SECOND = Instant.MAX.getEpochSecond();

    private ArbitraryRecords() {}

    static Arbitrary<Everything> everything() {
        Arbitrary<List<Object>> values = Combinators.combine(List.<Arbitrary<Object>>of(
                        texts().asGeneric(),
                        Arbitraries.integers().asGeneric(),
                        Arbitraries.longs().asGeneric(),
                        doubles().asGeneric(),
                        Arbitraries.of(true, false).asGeneric(),
                        Arbitraries.integers().asGeneric(),
                        instants().asGeneric(),
                        uuids().asGeneric(),
                        Arbitraries.of(Color.class).asGeneric(),
                        lists().asGeneric(),
                        maps().asGeneric(),
                        parts().asGeneric(),
                        texts().injectNull(SOMETIMES).asGeneric(),
                        Arbitraries.integers().injectNull(SOMETIMES).asGeneric(),
                        Arbitraries.longs().injectNull(SOMETIMES).asGeneric(),
                        doubles().injectNull(SOMETIMES).asGeneric(),
                        Arbitraries.of(true, false).injectNull(SOMETIMES).asGeneric(),
                        instants().injectNull(SOMETIMES).asGeneric(),
                        uuids().injectNull(SOMETIMES).asGeneric(),
                        Arbitraries.of(Color.class).injectNull(SOMETIMES).asGeneric(),
                        lists().injectNull(SOMETIMES).asGeneric(),
                        maps().injectNull(SOMETIMES).asGeneric(),
                        parts().injectNull(SOMETIMES).asGeneric()))
                .as(list -> list);
        return values.map(ArbitraryRecords::everything);
    }

    private static Everything everything(List<Object> values) {
        try {
            return (Everything) Everything.class.getDeclaredConstructors()[0].newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Arbitrary<Part> parts() {
        return Combinators.combine(
                        texts(),
                        doubles(),
                        texts().injectNull(SOMETIMES),
                        instants().injectNull(SOMETIMES),
                        cores().injectNull(SOMETIMES))
                .as(Part::new);
    }

    private static Arbitrary<Core> cores() {
        return Combinators.combine(Arbitraries.integers(), lists().injectNull(SOMETIMES), maps())
                .as(Core::new);
    }

    /** Texts of any characters but U+0000 and lone surrogates. */
    static Arbitrary<String> texts() {
        Arbitrary<Integer> points = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.integers().between(1, 0x7F)),
                Tuple.of(1, Arbitraries.integers().between(0x80, 0xD7FF)),
                Tuple.of(1, Arbitraries.integers().between(0xE000, 0xFFFF)),
                Tuple.of(1, Arbitraries.integers().between(0x1_0000, Character.MAX_CODE_POINT)));
        Arbitrary<String> any = points.array(Integer[].class).ofMaxSize(12).map(ArbitraryRecords::textOf);
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

    static Arbitrary<List<String>> lists() {
        return texts().list().ofMaxSize(4);
    }

    static Arbitrary<Map<String, String>> maps() {
        return Arbitraries.maps(texts(), texts()).ofMaxSize(4);
    }
}
