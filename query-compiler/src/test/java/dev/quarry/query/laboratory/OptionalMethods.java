package dev.quarry.query.laboratory;

import static dev.quarry.query.laboratory.Operation.named;

import dev.quarry.query.catalog.Row;
import java.util.ArrayList;
import java.util.List;

/** Methods of Optionals, of everything that an Optional of a record may hold. */
final class OptionalMethods {
    private OptionalMethods() {}

    static List<Operation> of(Row row) {
        List<Operation> operations = new ArrayList<>();
        for (String type : Sorts.REFERENCES) {
            operations.addAll(ofOptional(row, "Optional<" + type + ">", type));
        }
        return operations;
    }

    private static List<Operation> ofOptional(Row row, String optional, String type) {
        String id = Methods.id(row);
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
            case "toString" -> Methods.WRITTEN.contains(type) ? textsOfOptional(id, optional) : List.of();
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
                if (Methods.WRITTEN.contains(type)) {
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
}
