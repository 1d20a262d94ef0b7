package dev.quarry.query.laboratory;

import static dev.quarry.query.laboratory.Operation.named;

import java.util.ArrayList;
import java.util.List;

/** Choices between boxes, and between operands of different types, whose common type Java has rules for. */
final class Choices {
    /** Two types of operands, and the type to which Java promotes both. */
    private record Arms(String left, String right, String common) {
        String name() {
            return left + " : " + right;
        }

        boolean isReal() {
            return common.equals("double") || common.equals("float");
        }
    }

    private static final List<Arms> MIXED = List.of(
            new Arms("int", "long", "long"),
            new Arms("long", "int", "long"),
            new Arms("char", "int", "int"),
            new Arms("byte", "short", "short"),
            new Arms("short", "char", "int"),
            new Arms("byte", "char", "int"),
            new Arms("long", "float", "float"),
            new Arms("float", "double", "double"),
            new Arms("int", "double", "double"),
            new Arms("Integer", "int", "int"),
            new Arms("int", "Integer", "int"),
            new Arms("Long", "int", "long"),
            new Arms("Integer", "Long", "long"),
            new Arms("Integer", "Double", "double"),
            new Arms("Double", "Integer", "double"),
            new Arms("Float", "Long", "float"),
            new Arms("Short", "Integer", "int"),
            new Arms("Byte", "Short", "short"),
            new Arms("Character", "Integer", "int"),
            new Arms("Character", "char", "char"),
            new Arms("Double", "double", "double"),
            new Arms("Boolean", "boolean", "boolean"));

    private Choices() {}

    static List<Operation> all() {
        List<Operation> all = new ArrayList<>();
        Sorts.BOXES.forEach((primitive, box) -> boxes(all, primitive, box));
        MIXED.forEach(arms -> mixed(all, arms));
        return all;
    }

    private static void boxes(List<Operation> all, String primitive, String box) {
        all.add(named(box + " ?:", box, "({0} ? {1} : {2})", "boolean", box, box));
        all.add(named(box + " ?: compared", "boolean", "(({0} ? {1} : {2}) == {3})", "boolean", box, box, primitive));
        all.add(named(box + " ?: null", "boolean", "Objects.equals({0} ? {1} : null, {2})", "boolean", box, "?" + box));
        all.add(named(box + " or else", primitive, "({0} != null ? {0} : {1})", "?!" + box, "!" + primitive));
        all.add(named(box + " or else, boxed", box, "({0} == null ? {1} : {0})", "?!" + box, box));
        all.add(named(
                "switch to " + box,
                "boolean",
                "Objects.equals(switch ({0}) { case GLAD -> {1}; case SAD, CALM -> {2}; }, {3})",
                "Mood",
                box,
                box,
                "?" + box));
    }

    /** Each arm is a leaf: what has a type only where it stands is refused beside a number of another type, and so is a switch. */
    private static void mixed(List<Operation> all, Arms arms) {
        String choice = "({0} ? {1} : {2})";
        String left = "!" + arms.left();
        String right = "!" + arms.right();
        // a constant int that is a char makes a char of the choice
        String value = arms.common().equals("int") ? "(" + choice + " + 0)" : choice;
        all.add(named("?: of " + arms.name(), arms.common(), value, "boolean", left, right));
        all.add(named(
                "?: of " + arms.name() + ", compared",
                "boolean",
                "(" + choice + " == {3})",
                "boolean",
                left,
                right,
                arms.common()));
        if (!arms.isReal()) {
            all.add(named(
                    "?: of " + arms.name() + ", written", "String", "(" + choice + " + \"\")", "boolean", left, right));
        }
    }
}
