package dev.quarry.query.laboratory;

import static dev.quarry.query.laboratory.Operation.named;

import java.util.ArrayList;
import java.util.List;

/** The operations that are no methods. A new one is a line here. */
final class Operators {
    private static final List<String> COMPARISONS = List.of("==", "!=", "<", "<=", ">", ">=");
    private static final List<String> ARITHMETIC = List.of("+", "-", "*", "/", "%");
    private static final List<String> BITS = List.of("&", "|", "^");
    private static final List<String> SHIFTS = List.of("<<", ">>", ">>>");
    /** Operands of {@code +} next to a text; a null is written {@code null}. */
    private static final List<String> WRITTEN = List.of(
            "?String",
            "?Integer",
            "?Long",
            "?Double",
            "?Float",
            "?Boolean",
            "?Character",
            "?Instant",
            "?LocalDate",
            "?LocalDateTime",
            "?Duration",
            "?UUID",
            "int",
            "long",
            "short",
            "byte",
            "char",
            "float",
            "double",
            "!boolean");

    private Operators() {}

    static List<Operation> all() {
        List<Operation> all = new ArrayList<>();
        logic(all);
        numbers(all);
        constants(all);
        bits(all);
        references(all);
        statements(all);
        all.addAll(Choices.all());
        return all;
    }

    private static void logic(List<Operation> all) {
        for (String operator : List.of("&&", "||", "&", "|", "^", "==", "!=")) {
            all.add(named("boolean " + operator, "boolean", "({0} " + operator + " {1})", "boolean", "boolean"));
        }
        all.add(named("!", "boolean", "!({0})", "boolean"));
        all.add(named("boolean ?:", "boolean", "({0} ? {1} : {2})", "boolean", "boolean", "boolean"));
        all.add(named("boolean ==, boxed", "boolean", "({0} == {1})", "Boolean", "boolean"));
        all.add(named("boolean, unboxed", "boolean", "({0} && {1})", "Boolean", "boolean"));
    }

    private static void numbers(List<Operation> all) {
        for (String operator : ARITHMETIC) {
            for (String type : List.of("int", "long", "float", "double")) {
                all.add(named(type + " " + operator, type, "({0} " + operator + " {1})", type, type));
            }
            all.add(named("long " + operator + " int", "long", "({0} " + operator + " {1})", "long", "int"));
            all.add(named("double " + operator + " int", "double", "({0} " + operator + " {1})", "double", "int"));
            all.add(named("long " + operator + " double", "double", "({0} " + operator + " {1})", "long", "double"));
            all.add(named("float " + operator + " double", "double", "({0} " + operator + " {1})", "float", "double"));
            all.add(named("narrow " + operator, "int", "({0} " + operator + " {1})", "short", "char"));
            all.add(named("byte " + operator, "int", "({0} " + operator + " {1})", "byte", "byte"));
            all.add(named("boxed " + operator, "int", "({0} " + operator + " {1})", "Integer", "int"));
            all.add(named("boxed long " + operator, "long", "({0} " + operator + " {1})", "int", "Long"));
            all.add(named("boxed double " + operator, "double", "({0} " + operator + " {1})", "Double", "double"));
        }
        for (String operator : COMPARISONS) {
            for (String type : Sorts.NUMBERS) {
                all.add(named(type + " " + operator, "boolean", "({0} " + operator + " {1})", type, type));
                all.add(named("boxed " + operator, "boolean", "({0} " + operator + " {1})", Sorts.boxed(type), type));
            }
            comparedMixed(all, operator);
        }
        for (String type : List.of("int", "long", "float", "double")) {
            all.add(named("-" + type, type, "(- {0})", type));
            all.add(named(type + " ?:", type, "({0} ? {1} : {2})", "boolean", type, type));
        }
        for (String from : Sorts.NUMBERS) {
            for (String to : Sorts.NUMBERS) {
                all.add(named("(" + to + ") " + from, to, "((" + to + ") {0})", from));
            }
        }
    }

    /** A constant int makes a narrow type of a choice if it fits, and an int if it does not. */
    private static void constants(List<Operation> all) {
        for (String type : List.of("char", "short", "byte")) {
            // beside a number of another type a switch is refused
            String leaf = "!" + type;
            for (String constant : List.of("'a' + 1", "49 << 1", "~-99", "(int) 98L", "(char) 98 + 0", "300 + 98")) {
                all.add(named(
                        type + " ?: constant", "String", "(({0} ? {1} : " + constant + ") + \"\")", "boolean", leaf));
            }
            all.add(named(
                    type + " ?: variable",
                    "String",
                    block("int {x} = 98; yield ({0} ? {1} : {x}) + \"\";"),
                    "boolean",
                    leaf));
            all.add(named(
                    type + " ?: constant variable",
                    "String",
                    block("final int {x} = 98; yield ({0} ? {1} : {x}) + \"\";"),
                    "boolean",
                    leaf));
        }
    }

    private static void comparedMixed(List<Operation> all, String operator) {
        String pattern = "({0} " + operator + " {1})";
        all.add(named("long " + operator + " double", "boolean", pattern, "long", "double"));
        all.add(named("double " + operator + " long", "boolean", pattern, "double", "long"));
        all.add(named("int " + operator + " double", "boolean", pattern, "int", "double"));
        all.add(named("int " + operator + " float", "boolean", pattern, "int", "float"));
        all.add(named("float " + operator + " long", "boolean", pattern, "float", "long"));
        all.add(named("float " + operator + " double", "boolean", pattern, "float", "double"));
        all.add(named("int " + operator + " long", "boolean", pattern, "int", "long"));
        all.add(named("char " + operator + " int", "boolean", pattern, "char", "int"));
        all.add(named("byte " + operator + " short", "boolean", pattern, "byte", "short"));
    }

    private static void bits(List<Operation> all) {
        for (String type : List.of("int", "long")) {
            BITS.forEach(
                    operator -> all.add(named(type + " " + operator, type, "({0} " + operator + " {1})", type, type)));
            for (String operator : SHIFTS) {
                all.add(named(type + " " + operator, type, "({0} " + operator + " {1})", type, "#int"));
                all.add(named(type + " " + operator + " long", type, "({0} " + operator + " {1})", type, "long"));
            }
            all.add(named("~" + type, type, "(~ {0})", type));
        }
        BITS.forEach(operator ->
                all.add(named("long " + operator + " byte", "long", "({0} " + operator + " {1})", "long", "byte")));
    }

    private static void references(List<Operation> all) {
        for (String operand : WRITTEN) {
            all.add(named("String + " + operand, "String", "({0} + {1})", "?String", operand));
            all.add(named(operand + " + String", "String", "({0} + {1})", operand, "?String"));
        }
        for (String type : Sorts.REFERENCES) {
            all.add(named("== null", "boolean", "({0} == null)", "?!" + type));
            all.add(named("!= null", "boolean", "({0} != null)", "?!" + type));
        }
        for (String type : List.of("Place", "byte[]", "Password", "List<String>")) {
            all.add(named(type + " == null", "boolean", "({0} == null)", "?!" + type));
        }
        for (String type : List.of(
                "String", "Instant", "LocalDate", "LocalDateTime", "Duration", "UUID", "char", "short", "Mood")) {
            all.add(named(type + " ?:", type, "({0} ? {1} : {2})", "boolean", type, type));
        }
        for (String type : List.of("Mood", "Month", "DayOfWeek")) {
            all.add(named(type + " ==", "boolean", "({0} == {1})", "?" + type, "?" + type));
            all.add(named(type + " !=", "boolean", "({0} != {1})", "?" + type, "?" + type));
        }
    }

    /** A block stands in a switch that gives its value, so that it can be part of any expression. */
    private static void statements(List<Operation> all) {
        for (String box : List.of("Integer", "Short", "Byte", "Character")) {
            String given = block(box + " {x} = {0}; if ({1}) { {x} = 98; } yield {x}.equals({2});");
            all.add(named("assignment to a box", "boolean", given, box, "boolean", box));
        }
        for (String type : List.of("boolean", "int", "double", "char", "String", "Instant", "UUID", "Mood")) {
            all.add(named("if", type, block("if ({0}) { yield ({1}); } yield ({2});"), "boolean", type, type));
            all.add(named("local variable", type, block(type + " {x} = {0}; yield {x};"), type));
            all.add(named("local variable, unread", type, block("var {x} = {0}; yield ({1});"), "int", type));
            all.add(named(
                    "assignment",
                    type,
                    block(type + " {x} = {0}; if ({1}) { {x} = {2}; } yield {x};"),
                    type,
                    "boolean",
                    type));
            all.add(named(
                    "throw",
                    type,
                    block("if ({0}) { throw new IllegalStateException(); } yield ({1});"),
                    "boolean",
                    type));
            all.add(named(
                    "switch on an enum",
                    type,
                    "(switch ({0}) { case GLAD -> {1}; case SAD, CALM -> {2}; })",
                    "Mood",
                    type,
                    type));
            all.add(named(
                    "switch on a text",
                    type,
                    "(switch ({0}) { case \"a\", \"\" -> {1}; default -> {2}; })",
                    "String",
                    type,
                    type));
            all.add(named(
                    "switch on a number",
                    type,
                    "(switch ({0}) { case 0, 1 -> {1}; case 2 -> {2}; default -> {1}; })",
                    "#int",
                    type,
                    type));
        }
        all.add(named(
                "switch that falls through",
                "int",
                block("int {x} = {1}; switch ({0}) { case GLAD: {x} = {2}; case SAD: {x} = {x} + 1; break; default: }"
                        + " yield {x};"),
                "Mood",
                "int",
                "int"));
        all.add(named("double of a local int", "double", block("double {x} = {0}; yield {x};"), "int"));
        for (String type : List.of("String", "Instant", "UUID", "Mood", "Integer", "Double")) {
            String method = type.equals("String") ? "isEmpty()" : "equals({1})";
            all.add(named(
                    "local variable that may be null",
                    "boolean",
                    block(type + " {x} = {0}; yield {x} == null || {x}." + method + ";"),
                    "?" + type,
                    type));
            all.add(named(
                    "local variable behind a return",
                    "boolean",
                    block(type + " {x} = {0}; if ({x} == null) { yield ({2}); } yield {x}.equals({1});"),
                    "?" + type,
                    type,
                    "boolean"));
        }
        for (String type : List.of("String", "Instant", "UUID")) {
            all.add(named(
                    type + " ?: that may be null",
                    "boolean",
                    "Objects.equals({0} ? {1} : {2}, {3})",
                    "boolean",
                    "?" + type,
                    "?" + type,
                    "?" + type));
        }
    }

    static String block(String statements) {
        return "(switch (0) { default -> { " + statements + " } })";
    }
}
