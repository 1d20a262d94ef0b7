package dev.quarry.query.laboratory;

import static dev.quarry.query.laboratory.Operation.named;

import dev.quarry.query.catalog.Owner;
import dev.quarry.query.catalog.Row;
import java.util.ArrayList;
import java.util.List;

/** Methods of collections and maps, stored and captured. */
final class CollectionMethods {
    /** What {@link Specimen} or {@link Captured} has, or both. */
    private static final List<String> COLLECTIONS = List.of(
            "List<String>",
            "Set<String>",
            "Collection<String>",
            "Set<Integer>",
            "List<Integer>",
            "List<Long>",
            "List<Double>",
            "Collection<UUID>",
            "Set<Mood>",
            "List<Instant>",
            "List<LocalDate>",
            "List<Boolean>");

    private CollectionMethods() {}

    static List<Operation> of(Row row) {
        String raw = row.owner().displayName();
        if (row.owner() == Owner.MAP) {
            return maps(row);
        }
        if (row.method().equals("get")) {
            return elements(row);
        }
        return COLLECTIONS.stream()
                .filter(type -> type.startsWith(raw + "<"))
                .map(type -> ofCollection(row, type))
                .toList();
    }

    /** An index that the record tells is asked of a stored list; in a captured one the program alone knows what it comes to. */
    private static List<Operation> elements(Row row) {
        List<Operation> operations = new ArrayList<>();
        for (String element : List.of("String", "Integer", "Long", "Double", "LocalDate")) {
            operations.add(named(Methods.id(row), element, "{0}.get({1})", "stored List<" + element + ">", "#int"));
        }
        for (String element : List.of("String", "Long")) {
            operations.add(
                    named(Methods.id(row), element, "{0}.get({1})", "captured List<" + element + ">", "captured int"));
        }
        return operations;
    }

    /** What a captured map holds at a key that the record tells only the program knows. */
    private static List<Operation> maps(Row row) {
        List<Operation> operations = new ArrayList<>();
        for (String value : List.of("String", "Double", "Integer", "Instant")) {
            String type = "Map<String, " + value + ">";
            String stored = "stored " + type;
            String id = Methods.id(row);
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
            operations.add(named(
                    Methods.id(row), "String", "{0}.get({1})", "captured Map<String, String>", "captured String"));
        }
        return operations;
    }

    private static Operation ofCollection(Row row, String type) {
        String element = type.substring(type.indexOf('<') + 1, type.length() - 1);
        return switch (row.method()) {
            case "contains" -> named(Methods.id(row), "boolean", "{0}.contains({1})", type, "?" + element);
            case "containsAll" -> named(Methods.id(row), "boolean", "{0}.containsAll({1})", type, type);
            case "indexOf", "lastIndexOf" ->
                named(Methods.id(row), "int", "{0}." + row.method() + "({1})", type, "?" + element);
            case "size" -> named(Methods.id(row), "int", "{0}.size()", type);
            default -> named(Methods.id(row), "boolean", "{0}." + row.method() + "()", type);
        };
    }
}
