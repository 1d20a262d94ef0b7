package dev.quarry.query.laboratory;

import static dev.quarry.query.laboratory.Operation.named;

import dev.quarry.query.catalog.Catalog;
import dev.quarry.query.catalog.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The supported rows of the compiler's catalogue as operations: each of them, so that none goes untried. */
final class Methods {
    private static final List<String> COMPARISONS = List.of("<", "<=", ">", ">=", "==", "!=");

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
                all.addAll(RegisteredMethods.of(row, registered.function()));
            } else if (row.isSupported()) {
                all.addAll(ownRule(row));
            }
        }
        return all;
    }

    /** Places of operands in parentheses, from one on to before another one. */
    static String arguments(int from, int to) {
        StringBuilder arguments = new StringBuilder("(");
        for (int i = from; i < to; i++) {
            arguments.append(i == from ? "" : ", ").append('{').append(i).append('}');
        }
        return arguments.append(')').toString();
    }

    private static List<Operation> ownRule(Row row) {
        return switch (row.owner()) {
            case OBJECTS -> ObjectsMethods.of(row);
            case MATH -> List.of(math(row));
            case LIST, SET, COLLECTION, MAP -> CollectionMethods.of(row);
            case OPTIONAL -> OptionalMethods.of(row);
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
