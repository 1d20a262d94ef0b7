package dev.quarry.query.laboratory;

import static dev.quarry.query.laboratory.Operation.named;

import dev.quarry.plan.function.JavaFunction;
import dev.quarry.query.catalog.Catalog;
import dev.quarry.query.catalog.Owner;
import dev.quarry.query.catalog.Row;
import dev.quarry.schema.ScalarKind;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.chrono.ChronoLocalDate;
import java.time.chrono.ChronoLocalDateTime;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.time.temporal.TemporalUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The supported rows of the compiler's catalogue as operations: each of them, so that none goes untried. */
final class Methods {
    private static final List<String> COMPARISONS = List.of("<", "<=", ">", ">=", "==", "!=");
    /** Element types of captured collections, one of each interface at least, by what {@link Captured} has. */
    private static final List<String> CAPTURED_COLLECTIONS = List.of(
            "List<String>",
            "Set<String>",
            "Collection<String>",
            "Set<Integer>",
            "List<Long>",
            "Collection<UUID>",
            "Set<Mood>",
            "List<Instant>",
            "List<Boolean>");

    /** What has a text: an enum's may be its own affair. */
    static final List<String> WRITTEN =
            Sorts.REFERENCES.stream().filter(type -> !type.equals("Mood")).toList();

    private Methods() {}

    /** What coverage counts a row under. */
    static String id(Row row) {
        return row.owner().displayName() + "." + row.signature();
    }

    static List<Operation> all() {
        List<Operation> all = new ArrayList<>();
        for (Row row : Catalog.all()) {
            if (row.treatment() instanceof Row.Registered registered) {
                all.addAll(registered(row, registered.function()));
            } else if (row.isSupported()) {
                all.addAll(ownRule(row));
            }
        }
        return all;
    }

    private static List<Operation> registered(Row row, JavaFunction function) {
        JavaFunction.Signature signature = function.signature();
        boolean instance = signature.form() == JavaFunction.Form.INSTANCE;
        Method method = method(row, signature);
        List<String> parameters = new ArrayList<>();
        if (instance) {
            parameters.add(signature.operands().get(0).displayName());
        }
        for (Class<?> parameter : method.getParameterTypes()) {
            parameters.add(parameter(row, signature.operands().get(parameters.size()), parameter));
        }
        String result = method.getReturnType().getSimpleName();
        String[] operands = parameters.toArray(String[]::new);
        String pattern = instance
                ? "{0}." + row.method() + arguments(1, operands.length)
                : row.owner().displayName() + "." + row.method() + arguments(0, operands.length);
        List<Operation> operations = new ArrayList<>(List.of(named(id(row), result, pattern, operands)));
        if (!instance && operands.length == 1 && isAlsoOfBox(row, operands[0])) {
            operations.add(named(id(row), result, "{0}." + row.method() + "()", Sorts.boxed(operands[0])));
        }
        if (!instance && Arrays.stream(operands).anyMatch(Sorts.BOXES::containsKey)) {
            String[] boxes = Arrays.stream(operands).map(Sorts::boxed).toArray(String[]::new);
            operations.add(named(id(row), result, pattern, boxes));
        }
        return operations;
    }

    private static boolean isAlsoOfBox(Row row, String operand) {
        return Sorts.boxed(operand).equals(row.owner().displayName())
                && Arrays.stream(type(row.owner()).getMethods())
                        .anyMatch(method -> method.getName().equals(row.method()) && method.getParameterCount() == 0);
    }

    private static String arguments(int from, int to) {
        StringBuilder arguments = new StringBuilder("(");
        for (int i = from; i < to; i++) {
            arguments.append(i == from ? "" : ", ").append('{').append(i).append('}');
        }
        return arguments.append(')').toString();
    }

    /** Indexes, days of months, radixes and texts to parse fit seldom when they are drawn from all values. */
    private static String parameter(Row row, ScalarKind kind, Class<?> parameter) {
        if (parameter == TemporalUnit.class) {
            return "ChronoUnit";
        }
        if (row.method().equals("copySign")) {
            // which sign a computed NaN has Java leaves open
            return "!" + kind.displayName();
        }
        boolean parsed = row.method().startsWith("parse") || row.method().equals("fromString");
        boolean fitting = kind == ScalarKind.INT && row.owner() != Owner.MATH && row.owner() != Owner.INTEGER
                || kind == ScalarKind.LONG && isOfTime(row.owner())
                || kind == ScalarKind.STRING && parsed;
        return (fitting ? "#" : "") + kind.displayName();
    }

    private static boolean isOfTime(Owner owner) {
        return owner == Owner.INSTANT
                || owner == Owner.LOCAL_DATE
                || owner == Owner.LOCAL_DATE_TIME
                || owner == Owner.DURATION;
    }

    private static Class<?> type(Owner owner) {
        try {
            return Class.forName(owner.className());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Method method(Row row, JavaFunction.Signature signature) {
        boolean isStatic = signature.form() == JavaFunction.Form.STATIC;
        List<ScalarKind> kinds = signature
                .operands()
                .subList(isStatic ? 0 : 1, signature.operands().size());
        return Arrays.stream(type(row.owner()).getMethods())
                .filter(method -> method.getName().equals(row.method()))
                .filter(method -> !method.isBridge() && Modifier.isStatic(method.getModifiers()) == isStatic)
                .filter(method -> takes(method.getParameterTypes(), kinds))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no method of Java: " + id(row)));
    }

    private static boolean takes(Class<?>[] parameters, List<ScalarKind> kinds) {
        if (parameters.length != kinds.size()) {
            return false;
        }
        for (int i = 0; i < parameters.length; i++) {
            if (!takes(parameters[i], kinds.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean takes(Class<?> parameter, ScalarKind kind) {
        return parameter.getName().equals(kind.className())
                || switch (kind) {
                    case STRING -> parameter == TemporalUnit.class || parameter == CharSequence.class;
                    case DURATION -> parameter == TemporalAmount.class;
                    case INSTANT -> parameter == Temporal.class;
                    case LOCAL_DATE -> parameter == Temporal.class || parameter == ChronoLocalDate.class;
                    case LOCAL_DATE_TIME -> parameter == Temporal.class || parameter == ChronoLocalDateTime.class;
                    default -> false;
                };
    }

    private static List<Operation> ownRule(Row row) {
        return switch (row.owner()) {
            case OBJECTS -> ObjectsMethods.of(row);
            case MATH -> List.of(math(row));
            case LIST, SET, COLLECTION, MAP -> collections(row);
            case OPTIONAL -> optionals(row);
            case ENUM -> ofValue(row, "Mood");
            default -> ofValue(row, row.owner().displayName());
        };
    }

    private static Operation math(Row row) {
        String[] parameters = row.parameters().toArray(String[]::new);
        String pattern = "Math." + row.method() + arguments(0, parameters.length);
        return named(id(row), parameters[0], pattern, parameters);
    }

    private static List<Operation> ofValue(Row row, String type) {
        String receiver = "{0}." + row.method();
        return switch (row.method()) {
            case "equals" -> List.of(named(id(row), "boolean", receiver + "({1})", type, "?" + type));
            case "valueOf" ->
                WRITTEN.stream()
                        .map(any -> named(id(row), "String", "String.valueOf({0})", "?" + any))
                        .toList();
            case "compareTo" ->
                COMPARISONS.stream()
                        .flatMap(operator -> Stream.of(type, Sorts.unboxed(type))
                                .distinct()
                                .map(other -> named(
                                        id(row), "boolean", "(" + receiver + "({1}) " + operator + " 0)", type, other)))
                        .toList();
            case "toString", "name" -> List.of(named(id(row), "String", receiver + "()", type));
            case "concat" -> List.of(named(id(row), "String", receiver + "({1})", type, type));
            case "toLowerCase", "toUpperCase" -> List.of(named(id(row), "String", receiver + "(Locale.ROOT)", type));
            case "length" -> List.of(named(id(row), "int", receiver + "()", type));
            case "intValue", "longValue", "shortValue", "byteValue", "floatValue", "doubleValue", "charValue" ->
                List.of(named(id(row), row.method().replace("Value", ""), receiver + "()", type));
            case "isEmpty", "booleanValue" -> List.of(named(id(row), "boolean", receiver + "()", type));
            case "equalsIgnoreCase" -> List.of(named(id(row), "boolean", receiver + "({1})", type, "?" + type));
            default -> List.of(named(id(row), "boolean", receiver + "({1})", type, type));
        };
    }

    private static List<Operation> collections(Row row) {
        String raw = row.owner().displayName();
        if (row.owner() == Owner.MAP) {
            return maps(row);
        }
        if (row.method().equals("get")) {
            return List.of(
                    named(id(row), "String", "{0}.get({1})", "stored List<String>", "#int"),
                    named(id(row), "Integer", "{0}.get({1})", "stored List<Integer>", "#int"),
                    named(id(row), "String", "{0}.get({1})", "captured List<String>", "captured int"),
                    named(id(row), "Long", "{0}.get({1})", "captured List<Long>", "captured int"));
        }
        List<Operation> operations = new ArrayList<>();
        for (String type : CAPTURED_COLLECTIONS) {
            if (type.startsWith(raw + "<")) {
                operations.add(ofCollection(row, type));
            }
        }
        if (row.owner() == Owner.LIST) {
            operations.add(ofCollection(row, "List<Integer>"));
        }
        return operations;
    }

    /** What a captured map holds at a key that the record tells only the program knows. */
    private static List<Operation> maps(Row row) {
        List<Operation> operations = new ArrayList<>();
        for (String value : List.of("String", "Double")) {
            String type = "Map<String, " + value + ">";
            String stored = "stored " + type;
            String id = id(row);
            switch (row.method()) {
                case "containsKey" -> operations.add(named(id, "boolean", "{0}.containsKey({1})", type, "?String"));
                case "containsValue" ->
                    operations.add(named(id, "boolean", "{0}.containsValue({1})", type, "?" + value));
                case "getOrDefault" ->
                    operations.add(named(id, value, "{0}.getOrDefault({1}, {2})", stored, "String", value));
                case "get" -> {
                    operations.add(
                            named(id, "boolean", "Objects.equals({0}.get({1}), {2})", stored, "?String", "?" + value));
                    operations.add(named(id, "boolean", "({0}.get({1}) == null)", stored, "String"));
                    operations.add(named(
                            id,
                            "boolean",
                            "({0}.containsKey({1}) && {0}.get({1}).equals({2}))",
                            stored,
                            "!String",
                            "?" + value));
                    operations.add(
                            named(id, value, "Objects.requireNonNullElse({0}.get({1}), {2})", stored, "String", value));
                }
                case "size" -> operations.add(named(id, "int", "{0}.size()", type));
                default -> operations.add(named(id, "boolean", "{0}.isEmpty()", type));
            }
        }
        if (row.method().equals("get")) {
            operations.add(named(id(row), "String", "{0}.get({1})", "captured Map<String, String>", "captured String"));
        }
        return operations;
    }

    private static Operation ofCollection(Row row, String type) {
        String element = type.substring(type.indexOf('<') + 1, type.length() - 1);
        return switch (row.method()) {
            case "contains" -> named(id(row), "boolean", "{0}.contains({1})", type, "?" + element);
            case "containsAll" -> named(id(row), "boolean", "{0}.containsAll({1})", type, type);
            case "indexOf", "lastIndexOf" ->
                named(id(row), "int", "{0}." + row.method() + "({1})", type, "?" + element);
            case "size" -> named(id(row), "int", "{0}.size()", type);
            default -> named(id(row), "boolean", "{0}." + row.method() + "()", type);
        };
    }

    private static List<Operation> optionals(Row row) {
        List<Operation> operations = new ArrayList<>();
        for (String type : List.of("Integer", "Long", "Double", "Boolean", "String", "Instant", "UUID", "Mood")) {
            operations.addAll(ofOptional(row, "Optional<" + type + ">", type));
        }
        return operations;
    }

    private static List<Operation> ofOptional(Row row, String optional, String type) {
        String id = id(row);
        String method = row.method();
        boolean supplied = row.parameters().equals(List.of("Supplier"));
        return switch (method) {
            case "of" -> List.of(named(id, optional, "Optional.<" + type + ">of({0})", type));
            case "ofNullable" -> List.of(named(id, optional, "Optional.<" + type + ">ofNullable({0})", "?" + type));
            case "empty" ->
                List.of(
                        named(id, optional, "({0} ? {1} : Optional.<" + type + ">empty())", "boolean", optional),
                        named(
                                id,
                                optional,
                                "{0}.flatMap({x} -> {1} ? {2} : Optional.<" + type + ">empty())",
                                optional,
                                "boolean",
                                optional));
            case "equals" -> equalOptionals(id, optional);
            case "toString" -> WRITTEN.contains(type) ? textsOfOptional(id, optional) : List.of();
            case "isPresent", "isEmpty" -> List.of(named(id, "boolean", "{0}." + method + "()", optional));
            case "orElse" -> List.of(named(id, type, "{0}.orElse({1})", optional, Sorts.unboxed(type)));
            case "orElseGet" -> List.of(named(id, type, "{0}.orElseGet(() -> {1})", optional, Sorts.unboxed(type)));
            case "or" -> List.of(named(id, optional, "{0}.or(() -> {1})", optional, optional));
            case "flatMap" -> List.of(named(id, optional, "{0}.flatMap({x} -> {1})", optional, optional));
            case "filter" ->
                List.of(
                        named(id, optional, "{0}.filter({x} -> {1})", optional, "boolean"),
                        named(id, optional, "{0}.filter({x} -> {x}.equals({1}))", optional, type),
                        named(id, optional, "{0}.filter({1}::equals)", optional, type));
            case "map" -> {
                List<Operation> maps = new ArrayList<>(List.of(
                        named(
                                id,
                                "Optional<Integer>",
                                "{0}.map({x} -> {x}.equals({1}) ? {2} : 7)",
                                optional,
                                type,
                                "int"),
                        named(id, "Optional<Boolean>", "{0}.map({x} -> {1})", optional, "Boolean")));
                if (WRITTEN.contains(type)) {
                    maps.add(named(id, "Optional<String>", "{0}.map({x} -> {x} + {1})", optional, "String"));
                }
                yield maps;
            }
            default ->
                List.of(named(
                        id,
                        type,
                        "{0}." + method + (supplied ? "(() -> new IllegalStateException())" : "()"),
                        optional));
        };
    }

    private static List<Operation> equalOptionals(String id, String optional) {
        return List.of(
                named(id, "boolean", "{0}.equals({1})", optional, optional),
                named(id, "boolean", "{0}.equals(Optional.empty())", optional),
                named(id, "boolean", "Objects.equals(Optional.empty(), {0})", optional),
                named(id, "boolean", "Objects.equals({0}, {1})", optional, optional),
                named(id, "boolean", "(Objects.nonNull({0}) && {1} != null)", optional, optional),
                named(id, "boolean", "(Objects.requireNonNullElse({0}, {1}) == null)", optional, optional));
    }

    private static List<Operation> textsOfOptional(String id, String optional) {
        return List.of(
                named(id, "String", "{0}.toString()", optional),
                named(id, "String", "({0} + {1})", "!String", optional),
                named(id, "String", "String.valueOf({0})", optional),
                named(id, "String", "Objects.toString({0})", optional));
    }

    /** The catalogue's rows that coverage must reach. */
    static List<String> ids() {
        return Catalog.all().stream()
                .filter(Row::isSupported)
                .map(Methods::id)
                .distinct()
                .toList();
    }

    /** The row that an id stands for, if it is one. */
    static Optional<Row> row(String id) {
        return Catalog.all().stream()
                .filter(row -> row.isSupported() && id(row).equals(id))
                .findFirst();
    }
}
