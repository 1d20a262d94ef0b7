package dev.quarry.query.rewrites;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.Filter;
import dev.quarry.query.processor.FilterProcessor;
import dev.quarry.query.testing.CompiledSources;
import dev.quarry.query.testing.CompiledSources.Problem;
import dev.quarry.query.testing.MemoryFiles;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Lambdas on one record, each in a method of its own, compiled by the real javac with the real processor. */
final class Programs {
    private static final String RECORD = """
            package app;
            import java.math.BigDecimal;
            import java.time.*;
            import java.util.*;
            import org.jspecify.annotations.Nullable;
            public record R(int i, @Nullable Integer in, @Nullable Long ln, Integer boxed, long l, double d, char c, boolean b,
                    String s, @Nullable String ns, @Nullable Inner nn, @Nullable Boolean bn, Mood m, Instant t, LocalDate day,
                    LocalDateTime at, BigDecimal p, UUID id, Optional<String> os, List<String> ss, Map<String, String> sm) {
                public enum Mood { GLAD, SAD }
                public static final int LIMIT = 3;
                public record Inner(int z, @Nullable Inner2 in2) {}
                public record Inner2(int z, @Nullable String zs) {}

                static R of(int n) {
                    LocalDateTime at = LocalDateTime.of(1999 + n % 4, 1 + n % 12, 1, n % 24, 0);
                    boolean even = n % 2 == 0;
                    Inner2 deepest = new Inner2(n, n % 3 == 0 ? null : "z" + n);
                    Inner inner = n % 3 == 0 ? null : new Inner(n - 3, n % 5 == 0 ? null : deepest);
                    String s = List.of("", "a", "ab", "12", "3", "GLAD", "-7", "Ab").get(n % 8);
                    return new R(n - 4, even ? null : n, n % 3 == 0 ? null : (long) n, n % 4, n, n / 2.0, (char) (n * 5 + 7), even,
                            s, n % 4 == 1 ? null : s, inner, n % 3 == 1 ? null : even, even ? Mood.GLAD : Mood.SAD,
                            at.toInstant(ZoneOffset.UTC), at.toLocalDate(), at, BigDecimal.valueOf(n),
                            UUID.nameUUIDFromBytes(new byte[] {(byte) n}), Optional.of(s).filter(x -> !x.isEmpty()),
                            even ? List.of(s, "x") : List.of("a"), even ? Map.of("k", s) : Map.of());
                }
            }
            """;
    private static final int RECORDS = 24;
    private static final String HEAD = """
            package app;
            import app.R.*;
            import dev.quarry.Filter;
            import java.math.BigDecimal;
            import java.time.*;
            import java.time.temporal.ChronoField;
            import java.util.*;
            import java.util.function.Predicate;
            import java.util.stream.Stream;
            class Main {
                static String slug(String text) { return text.strip(); }
            """;

    private final StringBuilder methods = new StringBuilder();
    private final Map<Long, String> lines = new LinkedHashMap<>();
    private int line = (int) HEAD.lines().count();

    /** Adds a method that gives a lambda as a filter, behind statements. */
    Programs filter(String name, String before, String lambda) {
        return method("Filter<R>", name, before, lambda);
    }

    /** The same lambda for Java alone. */
    Programs predicate(String name, String before, String lambda) {
        return method("Predicate<R>", name, before, lambda);
    }

    private Programs method(String type, String name, String before, String lambda) {
        String text = before + " return " + lambda + ";";
        methods.append("static " + type + " " + name + "() { " + text + " }\n");
        line++;
        lines.put((long) line, name);
        return this;
    }

    /** What javac says, by the method in which it says so. */
    Map<String, List<String>> errors() {
        Map<String, List<String>> errors = new TreeMap<>();
        CompiledSources compiled = sources(Path.of("unused")).compile(new MemoryFiles());
        for (Problem error : compiled.errors()) {
            errors.computeIfAbsent(lines.getOrDefault(error.line(), "elsewhere"), any -> new ArrayList<>())
                    .add(error.message());
        }
        return errors;
    }

    /** The compiled methods, and records in a store. */
    Run run(Path directory) {
        return new Run(sources(directory).compile().orFail().loader());
    }

    private CompiledSources.Builder sources(Path output) {
        return CompiledSources.into(output)
                .source("app/R.java", RECORD)
                .source("app/Main.java", HEAD + methods + "}\n")
                .processor(new FilterProcessor())
                .options("-Aquarry.advice=off");
    }

    /** Records in a store, and lambdas about them. */
    static final class Run implements AutoCloseable {
        private final ClassLoader loader;
        private final Class<?> type;
        private final Database database = DB.inMemory();
        private final Datastore<Object> store;
        private final Map<String, Object> records = new TreeMap<>();

        @SuppressWarnings("unchecked")
        private Run(ClassLoader loader) {
            this.loader = loader;
            this.type = load("app.R");
            this.store = (Datastore<Object>) database.store("r", type);
            for (int i = 0; i < RECORDS; i++) {
                records.put("k" + i, call(type, "of", i));
            }
            DB.setAll(store, records);
        }

        Class<?> type() {
            return type;
        }

        /** The keys of the records for which a filter is true, from the store. */
        @SuppressWarnings("unchecked")
        List<String> found(String name) {
            return sorted(DB.queryWithKey(store, (Filter<Object>) call(load("app.Main"), name)));
        }

        /** The keys of the records for which a predicate is true, without those for which it throws. */
        @SuppressWarnings("unchecked")
        List<String> matching(String name) {
            return keys((Predicate<Object>) call(load("app.Main"), name), true);
        }

        /** The keys of the records for which a predicate throws. */
        @SuppressWarnings("unchecked")
        List<String> throwing(String name) {
            Predicate<Object> test = (Predicate<Object>) call(load("app.Main"), name);
            List<String> known = keys(test, true);
            known.addAll(keys(test, false));
            return records.keySet().stream().filter(key -> !known.contains(key)).toList();
        }

        private List<String> keys(Predicate<Object> test, boolean outcome) {
            List<String> keys = new ArrayList<>();
            records.forEach((key, record) -> {
                try {
                    if (test.test(record) == outcome) {
                        keys.add(key);
                    }
                } catch (RuntimeException e) {
                    // neither true nor false
                }
            });
            return keys;
        }

        /** The keys of all records. */
        List<String> all() {
            return List.copyOf(records.keySet());
        }

        /** What a scan of the store finds. */
        @SuppressWarnings("unchecked")
        long scanned(String name) {
            Predicate<Object> test = (Predicate<Object>) call(load("app.Main"), name);
            try (Stream<Object> scanned = DB.scan(store, test)) {
                return scanned.count();
            }
        }

        private static List<String> sorted(Map<String, Object> found) {
            return found.keySet().stream().sorted().toList();
        }

        private Class<?> load(String name) {
            try {
                return Class.forName(name, true, loader);
            } catch (ClassNotFoundException e) {
                throw new AssertionError(name, e);
            }
        }

        private static Object call(Class<?> type, String method, Object... arguments) {
            try {
                Method found = Arrays.stream(type.getDeclaredMethods())
                        .filter(one -> one.getName().equals(method))
                        .findFirst()
                        .orElseThrow();
                found.setAccessible(true);
                return found.invoke(null, arguments);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(method, e);
            }
        }

        @Override
        public void close() {
            database.close();
        }
    }
}
