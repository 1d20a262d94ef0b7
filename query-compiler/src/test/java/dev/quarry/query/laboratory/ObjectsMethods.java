package dev.quarry.query.laboratory;

import static dev.quarry.query.laboratory.Operation.named;

import dev.quarry.query.catalog.Row;
import java.util.ArrayList;
import java.util.List;

/** The methods of Objects as operations. */
final class ObjectsMethods {
    private ObjectsMethods() {}

    static List<Operation> of(Row row) {
        List<Operation> operations = new ArrayList<>();
        for (String type : isOfTexts(row) ? Methods.WRITTEN : Sorts.REFERENCES) {
            String orNull = "?" + type;
            operations.add(
                    switch (row.signature()) {
                        case "toString(Object, String)" ->
                            named(Methods.id(row), "String", "Objects.toString({0}, {1})", orNull, "String");
                        case "hashCode(Object)" -> named(Methods.id(row), "int", "Objects.hashCode({0})", orNull);
                        case "requireNonNull(Object, String)" ->
                            named(Methods.id(row), type, "Objects.requireNonNull({0}, {1})", orNull, "?String");
                        case "requireNonNull(Object, Supplier)" ->
                            named(Methods.id(row), type, "Objects.requireNonNull({0}, () -> \"none\")", orNull);
                        default -> object(row, type);
                    });
        }
        return operations;
    }

    /** An enum's text and hash are its own affair. */
    private static boolean isOfTexts(Row row) {
        return row.method().equals("toString") || row.method().equals("hashCode");
    }

    private static Operation object(Row row, String type) {
        String orNull = "?" + type;
        return switch (row.method()) {
            case "equals" -> named(Methods.id(row), "boolean", "Objects.equals({0}, {1})", orNull, orNull);
            case "toString" -> named(Methods.id(row), "String", "Objects.toString({0})", orNull);
            case "requireNonNull" -> named(Methods.id(row), type, "Objects.requireNonNull({0})", orNull);
            case "requireNonNullElse" ->
                named(Methods.id(row), type, "Objects.requireNonNullElse({0}, {1})", orNull, type);
            case "requireNonNullElseGet" ->
                named(Methods.id(row), type, "Objects.requireNonNullElseGet({0}, () -> {1})", orNull, type);
            default -> named(Methods.id(row), "boolean", "Objects." + row.method() + "({0})", "?!" + type);
        };
    }
}
