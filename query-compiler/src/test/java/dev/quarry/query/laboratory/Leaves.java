package dev.quarry.query.laboratory;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has no parts: components of {@link Specimen}, components of {@link Captured}, literals. */
final class Leaves {
    private static final Map<String, List<String>> LITERALS = Map.ofEntries(
            Map.entry("boolean", List.of("true", "false")),
            Map.entry("int", List.of("0", "1", "-1", "7", "2147483647", "-2147483648")),
            Map.entry("#int", List.of("0", "1", "2", "10")),
            Map.entry("long", List.of("0L", "1L", "-1L", "3L", "9223372036854775807L", "-9223372036854775808L")),
            Map.entry("#long", List.of("0L", "1L", "-2L", "100L")),
            Map.entry("double", List.of("0.5", "-0.0", "1e308", "0.0", "1.0")),
            Map.entry("float", List.of("0.5f", "-0.0f")),
            Map.entry("short", List.of("((short) 1)", "((short) 70000)")),
            Map.entry("byte", List.of("((byte) 1)", "((byte) 200)")),
            Map.entry("char", List.of("'a'", "'\\ud83d'")),
            Map.entry(
                    "String",
                    List.of("\"\"", "\"a\"", "\"E\"", "\"\\uffff\"", "\"\\ud83d\\ude00\"", "\"%\"", "\"\\ud83d\"")),
            Map.entry("#String", List.of("\"12\"", "\"2024-02-29\"", "\"PT1S\"")),
            Map.entry("captured String", List.of("s0", "\"a\"", "\"$.a\"")),
            Map.entry("captured int", List.of("small0", "i0", "0")),
            Map.entry("stored List<String>", List.of("p.tags()")),
            Map.entry("stored List<Integer>", List.of("p.numbers()")),
            Map.entry("stored List<Long>", List.of("p.counts()")),
            Map.entry("stored List<Double>", List.of("p.reals()")),
            Map.entry("stored List<LocalDate>", List.of("p.holidays()")),
            Map.entry("captured List<String>", List.of("texts")),
            Map.entry("captured List<Long>", List.of("longs")),
            Map.entry("stored Map<String, String>", List.of("p.labels()")),
            Map.entry("stored Map<String, Double>", List.of("p.weights()")),
            Map.entry("stored Map<String, Integer>", List.of("p.scores()")),
            Map.entry("stored Map<String, Instant>", List.of("p.visits()")),
            Map.entry("captured Map<String, String>", List.of("words")),
            Map.entry("Mood", List.of("Mood.GLAD", "Mood.SAD")),
            Map.entry("Month", List.of("Month.FEBRUARY", "Month.JANUARY")),
            Map.entry("DayOfWeek", List.of("DayOfWeek.SUNDAY", "DayOfWeek.MONDAY")),
            Map.entry("ChronoUnit", List.of("ChronoUnit.DAYS", "ChronoUnit.NANOS", "ChronoUnit.MONTHS")));

    static final List<Leaf> COLUMNS = columns("p.", Specimen.class, Set.of());
    static final List<Leaf> CAPTURES = captures();

    private Leaves() {}

    /**
     * A column or captured variable.
     *
     * @param sort its type, as source
     * @param source how it is read
     * @param facts the columns that must not be null before it may be read
     * @param presence whether it must be tested before it is used
     */
    record Leaf(String sort, String source, Set<String> facts, Presence presence) {
        Leaf {
            facts = Set.copyOf(facts);
        }

        boolean isNullable() {
            return presence == Presence.NULLABLE;
        }

        /** Whether it may be used where these columns are known not to be null. */
        boolean isUsable(Set<String> known) {
            return known.containsAll(facts) && (!isNullable() || known.contains(source));
        }

        /** Whether it is drawn where only fitting values make sense. */
        boolean isFitting() {
            return source.startsWith("small")
                    || source.startsWith("code")
                    || source.startsWith("p.small")
                    || source.startsWith("p.code");
        }

        Term term() {
            return Term.leaf(sort, source);
        }
    }

    /** Whether the compiler lets it be used as it is; a captured null it lets through. */
    enum Presence {
        PRESENT,
        NULLABLE
    }

    static List<String> literals(String sort) {
        return LITERALS.getOrDefault(sort, List.of());
    }

    /** The terms that a failing expression is reduced to. */
    static List<Term> simplest(String sort) {
        List<Term> simplest = new ArrayList<>();
        literals(sort).stream().limit(2).forEach(literal -> simplest.add(Term.leaf(sort, literal)));
        COLUMNS.stream()
                .filter(leaf -> leaf.sort().equals(sort) && leaf.facts().isEmpty() && !leaf.isNullable())
                .limit(1)
                .forEach(leaf -> simplest.add(leaf.term()));
        CAPTURES.stream().filter(leaf -> leaf.sort().equals(sort)).limit(1).forEach(leaf -> simplest.add(leaf.term()));
        return simplest;
    }

    private static List<Leaf> columns(String path, Class<?> type, Set<String> facts) {
        List<Leaf> columns = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String source = path + component.getName() + "()";
            Presence presence = component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    ? Presence.NULLABLE
                    : Presence.PRESENT;
            columns.add(new Leaf(sort(component.getGenericType()), source, facts, presence));
            if (component.getType().isRecord()) {
                List<String> inner = new ArrayList<>(facts);
                if (presence == Presence.NULLABLE) {
                    inner.add(source);
                }
                columns.addAll(columns(source + ".", component.getType(), Set.copyOf(inner)));
            }
        }
        return columns;
    }

    private static List<Leaf> captures() {
        return Arrays.stream(Captured.class.getRecordComponents())
                .map(component ->
                        new Leaf(sort(component.getGenericType()), component.getName(), Set.of(), Presence.PRESENT))
                .toList();
    }

    /** A type without its packages. */
    static String sort(Type type) {
        return type.getTypeName().replaceAll("[\\w$]+[.$](?=\\w)", "");
    }
}
