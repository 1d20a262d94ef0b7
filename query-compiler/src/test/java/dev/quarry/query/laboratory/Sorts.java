package dev.quarry.query.laboratory;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The types of the language's values, by their simple names. */
final class Sorts {
    /** In an order that is always the same, as expressions are made of it. */
    static final Map<String, String> BOXES = boxes();

    static final List<String> NUMBERS = List.of("int", "long", "short", "byte", "char", "float", "double");
    /** Types whose values {@code equals} compares and a database holds. */
    static final List<String> REFERENCES = List.of(
            "String",
            "Instant",
            "LocalDate",
            "LocalDateTime",
            "Duration",
            "UUID",
            "BigDecimal",
            "Mood",
            "Integer",
            "Long",
            "Short",
            "Byte",
            "Character",
            "Float",
            "Double",
            "Boolean");
    /** The types in which a computed value is compared with what the JVM computes. */
    static final List<String> COMPARED = List.of(
            "int",
            "long",
            "short",
            "byte",
            "char",
            "float",
            "double",
            "String",
            "Instant",
            "LocalDate",
            "LocalDateTime",
            "Duration",
            "UUID",
            "BigDecimal",
            "Mood",
            "Month",
            "DayOfWeek",
            "Integer",
            "Long",
            "Short",
            "Byte",
            "Character",
            "Float",
            "Double",
            "Boolean");

    private Sorts() {}

    private static Map<String, String> boxes() {
        Map<String, String> boxes = new TreeMap<>(Map.of(
                "int",
                "Integer",
                "long",
                "Long",
                "short",
                "Short",
                "byte",
                "Byte",
                "char",
                "Character",
                "float",
                "Float",
                "double",
                "Double",
                "boolean",
                "Boolean"));
        return Collections.unmodifiableMap(boxes);
    }

    static boolean isBox(String sort) {
        return BOXES.containsValue(sort);
    }

    /** The box of a primitive; any other type itself. */
    static String boxed(String sort) {
        return BOXES.getOrDefault(sort, sort);
    }

    /** The primitive of a box; any other type itself. */
    static String unboxed(String sort) {
        return BOXES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(sort))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(sort);
    }

    /** A condition that is true exactly where an expression has the value of the variable {@code of}, to the last bit. */
    static String equality(String sort, String expression) {
        return switch (sort) {
            case "float" -> "Float.floatToIntBits(" + expression + ") == of";
            case "double" -> "Double.doubleToLongBits(" + expression + ") == of";
            case "int", "long", "short", "byte", "char", "Month", "DayOfWeek" -> expression + " == of";
            default -> expression + ".equals(of)";
        };
    }

    /** The type of {@code of} in {@link #equality}. */
    static String typeOfValue(String sort) {
        return sort.equals("float") ? "int" : sort.equals("double") ? "long" : sort;
    }

    /** The value of an expression as {@link #equality} compares it. */
    static Object comparable(String sort, Object value) {
        return switch (sort) {
            case "double" -> Double.doubleToLongBits((Double) value);
            case "float" -> Float.floatToIntBits((Float) value);
            default -> value;
        };
    }
}
