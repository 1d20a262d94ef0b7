package dev.quarry.query.endtoend;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.Filter;
import dev.quarry.query.processor.FilterProcessor;
import dev.quarry.query.testing.Backend;
import dev.quarry.query.testing.CompiledSources;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What lists, sets and maps of every kind of single value hold, in SQL and in the JVM. */
@ParameterizedClass
@EnumSource(Backend.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CollectionsTest {
    private static final int RECORDS = 60;

    @Parameter
    Backend backend;

    private Database database;
    private Datastore<Assorted> store;
    private final Map<String, Assorted> records = new TreeMap<>();

    /** Conditions on the components whose names begin with {@code x}, of type {@code X}. */
    private static final List<String> CONDITIONS = List.of(
            "r.xList().contains(captured)",
            "r.xSet().contains(captured)",
            "r.xMap().containsValue(captured)",
            "r.xList().indexOf(captured) == 0",
            "r.xList().lastIndexOf(captured) > r.xList().indexOf(captured)",
            "r.xMap().getOrDefault(\"a\\\"b\", captured).equals(r.t())",
            "Objects.equals(r.xOrNull(), captured)",
            "Objects.equals(r.xMap().get(r.t()), captured)",
            "r.xMap().get(\"a\\\"b\") == null",
            "r.xMap().containsKey(r.t()) && r.xMap().get(r.t()).equals(r.x())",
            "r.xMap().get(r.t()) != null && set.contains(r.xMap().get(r.t()))",
            "Objects.requireNonNullElse(r.xMap().get(\"\"), r.x()).equals(r.xList().get(0))",
            "r.xSet().contains(r.xMap().get(\"$.a\"))",
            "set.contains(r.xMap().get(r.t()))",
            "r.xList().contains(r.x())",
            "r.xSet().contains(r.xOrNull())",
            "r.xSet().contains(r.xList().get(1))",
            "r.xList().lastIndexOf(r.xList().get(0)) == 1",
            "r.xList().indexOf(r.xOrNull()) < 1",
            "r.xMap().containsValue(r.xList().get(r.i() % 5))",
            "r.xSet().containsAll(r.xList())",
            "r.xList().containsAll(some)",
            "set.containsAll(r.xSet())",
            "some.contains(r.x())",
            "set.contains(r.xOrNull())",
            "immutable.contains(r.xOrNull())",
            "set.contains(r.xList().get(0))",
            "some.indexOf(r.x()) > 0",
            "some.indexOf(r.xOrNull()) > 0",
            "set.contains(r.xMap().getOrDefault(r.t(), r.x()))",
            "set.contains(r.xMap().getOrDefault(\"\", r.xList().get(0)))",
            "r.xMap().size() > some.size()",
            "r.xList().get(0) == null",
            "map.containsValue(r.xOrNull())",
            "map.containsValue(r.xList().get(2))",
            "r.xList().isEmpty() || r.xSet().contains(captured)",
            "!r.xList().contains(captured) && r.xSet().contains(r.x())");

    @BeforeParameterizedClassInvocation
    void fill() {
        this.database = backend.open();
        this.store = database.store("assorted", Assorted.class);
        for (int i = 0; i < RECORDS; i++) {
            DB.set(store, "k" + i, Assorted.of(i));
        }
        records.putAll(DB.getAllWithKeys(store));
    }

    @AfterParameterizedClassInvocation
    void close() {
        backend.close(database);
    }

    /** What one compiled class gives for captured values. */
    @FunctionalInterface
    private interface Filters {
        List<Filter<Assorted>> of(
                @Nullable Object captured,
                List<? extends @Nullable Object> some,
                Map<String, ? extends @Nullable Object> map);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "i, Integer, INTS",
        "l, Long, LONGS",
        "s, Short, SHORTS",
        "y, Byte, BYTES",
        "c, Character, CHARS",
        "d, Double, DOUBLES",
        "f, Float, FLOATS",
        "b, Boolean, TRUTHS",
        "t, String, TEXTS",
        "at, Instant, INSTANTS",
        "day, LocalDate, DATES",
        "local, LocalDateTime, LOCALS",
        "span, Duration, SPANS",
        "id, UUID, IDS",
        "price, BigDecimal, PRICES",
        "mood, Mood, MOODS",
    })
    void everyKindIsFoundAsInTheJvm(String component, String type, String pool, @TempDir Path directory)
            throws ReflectiveOperationException {
        List<String> conditions = CONDITIONS.stream()
                .filter(condition -> type.equals("String") || !condition.endsWith(".equals(r.t())"))
                .map(condition -> condition.replaceAll("\\bx(?=[A-Z(])", component))
                .toList();
        List<?> values = (List<?>) Assorted.class.getDeclaredField(pool).get(null);
        Filters filters = compile(conditions, type, directory);
        List<List<? extends @Nullable Object>> samples = samples(values);
        int round = 0;
        for (Object captured : withNull(values)) {
            List<?> some = samples.get(round++ % samples.size());
            List<Filter<Assorted>> compiled = filters.of(captured, some, byText(some));
            for (int i = 0; i < compiled.size(); i++) {
                agrees(conditions.get(i) + " with " + captured + " and " + some, compiled.get(i));
            }
        }
    }

    private static Filters compile(List<String> conditions, String type, Path directory) {
        StringBuilder source = new StringBuilder("""
            package generated;
            import dev.quarry.Filter;
            import dev.quarry.query.endtoend.Assorted;
            import dev.quarry.query.endtoend.Assorted.Mood;
            import java.math.BigDecimal;
            import java.time.*;
            import java.util.*;
            public class Generated {
              public static List<Filter<Assorted>> filters(
                  X captured, List<X> some, Set<X> set, List<X> immutable, Map<String, X> map) {
                List<Filter<Assorted>> filters = new ArrayList<>();
            """.replaceAll("\\bX\\b", type));
        conditions.forEach(condition ->
                source.append("filters.add(r -> ").append(condition).append(");\n"));
        Class<?> compiled = CompiledSources.into(directory)
                .source(
                        "generated/Generated.java",
                        source.append("return filters; } }").toString())
                .classPath(CompiledSources.origin(Assorted.class))
                .processor(new FilterProcessor())
                .compile()
                .orFail()
                .load("generated.Generated");
        return (captured, some, map) -> {
            try {
                @SuppressWarnings("unchecked") // the method is written above
                List<Filter<Assorted>> filters = (List<Filter<Assorted>>) compiled.getMethods()[0].invoke(
                        null,
                        captured,
                        some,
                        new HashSet<>(some),
                        List.copyOf(some.stream().filter(Objects::nonNull).toList()),
                        map);
                return filters;
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        };
    }

    private static List<@Nullable Object> withNull(List<?> pool) {
        List<@Nullable Object> all = new ArrayList<>(pool);
        all.add(null);
        return all;
    }

    /** Some of them and a null, all, none, one. */
    private static List<List<? extends @Nullable Object>> samples(List<?> pool) {
        return List.of(
                Arrays.asList(pool.get(1), null, pool.get(pool.size() - 1)),
                new ArrayList<>(pool),
                List.of(),
                List.of(pool.get(0)));
    }

    private static Map<String, ? extends @Nullable Object> byText(List<?> values) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        values.forEach(value -> map.put(Assorted.TEXTS.get(map.size() % Assorted.TEXTS.size()), value));
        return map;
    }

    private void agrees(String what, Filter<Assorted> filter) {
        Agreement.assertAgrees(store, records, what, filter);
    }

    @Test
    void keysAreWholeTextsWhateverTheyWouldMeanInAPath() {
        for (String key : withNullText()) {
            agrees("key " + key, r -> r.iMap().containsKey(key));
            agrees("value at " + key, r -> r.iMap().getOrDefault(key, 1) > 0);
            agrees("double at " + key, r -> r.dMap().getOrDefault(key, 0.5) >= 0.1);
            agrees("truth at " + key, r -> r.bMap().getOrDefault(key, false));
            agrees("truth or component at " + key, r -> r.bMap().getOrDefault(key, r.b()) || r.i() > 0);
            agrees("instant at " + key, r -> r.atMap().getOrDefault(key, r.at()).isBefore(Instant.EPOCH));
            agrees("text at " + key, r -> r.tMap().getOrDefault(key, key).startsWith("a"));
        }
        agrees("key", r -> r.tMap().containsKey(r.t()));
        agrees("nullable key", r -> r.tMap().containsKey(r.tOrNull()));
        agrees("computed key", r -> r.tMap().containsKey(r.t().substring(1)));
        agrees("enum at", r -> r.moodMap().getOrDefault("a", r.mood()) == Assorted.Mood.SAD);
        agrees("uuid at", r -> r.idMap().getOrDefault(r.t(), r.id()).equals(r.id()));
        agrees("decimal at", r -> r.priceMap().getOrDefault(r.t(), r.price()).compareTo(r.price()) == 0);
    }

    @Test
    void theOtherValueIsEvaluatedBeforeTheMapIsAsked() {
        agrees("throwing other", r -> r.iMap().getOrDefault("a", 10 / r.i()) > 0);
        agrees("throwing double", r -> r.dMap().getOrDefault("a", (double) (10 / r.i())) > 0);
        agrees(
                "throwing text",
                r -> r.tMap().getOrDefault("a", r.t().substring(1)).isEmpty());
        agrees("throwing truth", r -> r.bMap().getOrDefault("a", 10 / r.i() > 2));
        agrees("throwing key", r -> r.iMap().getOrDefault(r.t().substring(1), 3) > 0);
    }

    @Test
    void aCapturedMapIsAskedForItsKeysAndValues() {
        Map<String, Integer> map = new TreeMap<>(Map.of("a", 1, "$.a", 2, "", 7));

        agrees("keys", r -> map.containsKey(r.t()));
        agrees("keys of a sorted map", r -> map.containsKey(r.tOrNull()));
        agrees("values", r -> map.containsValue(r.i()));
        agrees("not of the record", r -> map.getOrDefault("a", 3) > r.i());
    }

    @Test
    void elementsAreUsedAsTheirTypeIs() {
        for (int index : List.of(0, 1, -1, 4, Integer.MAX_VALUE, Integer.MIN_VALUE)) {
            agrees("int", r -> r.iList().get(index) > r.i());
            agrees("long", r -> r.lList().get(index) * 2 > r.l());
            agrees("double", r -> r.dList().get(index) < r.d());
            agrees("double is NaN", r -> Double.isNaN(r.dList().get(index)));
            agrees("not less", r -> !(r.dList().get(index) < 1.0));
            agrees("float", r -> r.fList().get(index) * 3 == r.f());
            agrees("truth", r -> r.bList().get(index));
            agrees("truths", r -> r.bList().get(index) == r.b() || r.i() > 1);
            agrees("text", r -> r.tList().get(index).length() > 1);
            agrees("concatenation", r -> (r.tList().get(index) + r.t()).contains("a"));
            agrees("text order", r -> r.tList().get(index).compareTo(r.t()) < 0);
            agrees("char", r -> r.cList().get(index) > 'a');
            agrees("short", r -> r.sList().get(index) + r.yList().get(index) > 0);
            agrees("instant", r -> r.atList().get(index).isAfter(r.at()));
            agrees("date", r -> r.dayList().get(index).getYear() > 0);
            agrees("date and time", r -> r.localList().get(index).equals(r.local()));
            agrees("duration", r -> r.spanList().get(index).isNegative());
            agrees("uuid", r -> r.idList().get(index).equals(r.id()));
            agrees("decimal", r -> r.priceList().get(index).compareTo(r.price()) > 0);
            agrees("equal decimal", r -> r.priceList().get(index).equals(r.price()));
            agrees("decimal's sign", r -> r.priceList().get(index).signum() < 0);
            agrees("enum", r -> r.moodList().get(index) == r.mood());
        }
        agrees("index of the record", r -> r.tList().get(r.i()).isEmpty());
    }

    @Test
    void conditionsAreLookedForToo() {
        agrees("list", r -> r.bList().contains(r.i() > 0));
        agrees("throwing", r -> r.bSet().contains(10 / r.i() > 0));
        agrees("index", r -> r.bList().indexOf(r.t().isEmpty()) == 1);
        agrees("equality", r -> r.bSet().contains(r.b() == (r.l() > 1)));
    }

    private static List<@Nullable String> withNullText() {
        List<@Nullable String> all = new ArrayList<>(Assorted.TEXTS);
        all.add("\ud800");
        all.add(null);
        return all;
    }
}
