package dev.quarry.query.laboratory;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The source of a class for {@link Sweep}: a record of operands and results, and two filters for each operation. */
final class SweepSource {
    private final List<String> types;
    private final List<Operation> operations;

    SweepSource(List<String> types, List<Operation> operations) {
        this.types = types;
        this.operations = operations;
    }

    String text() {
        StringBuilder text = new StringBuilder(BatchSource.IMPORTS);
        text.append("import java.util.function.Supplier;\n");
        text.append("public final class Generated implements SweepRows {\n");
        text.append("public record Row(").append(components()).append(") {}\n");
        text.append("static <T> T attempt(Supplier<T> value) {\n");
        text.append("try { return value.get(); } catch (RuntimeException e) { return null; } }\n");
        text.append(row());
        choice(text, "same");
        choice(text, "test");
        for (int i = 0; i < operations.size(); i++) {
            text.append("static Filter<Row> same")
                    .append(i)
                    .append("() { return ")
                    .append(same(i))
                    .append("; }\n");
            text.append("static Filter<Row> test")
                    .append(i)
                    .append("() { return ")
                    .append(test(i))
                    .append("; }\n");
        }
        return text.append("}\n").toString();
    }

    private String components() {
        String operands = numbered(types.size(), i -> types.get(i) + " a" + i);
        String results = numbered(operations.size(), i -> "@Nullable " + Sorts.boxed(resultType(i)) + " r" + i);
        return operands + ", " + results;
    }

    private String row() {
        String locals = IntStream.range(0, types.size())
                .mapToObj(i -> types.get(i) + " a" + i + " = (" + Sorts.boxed(types.get(i)) + ") operands[" + i + "]; ")
                .collect(Collectors.joining());
        String operands = numbered(types.size(), i -> "a" + i);
        String results = numbered(operations.size(), i -> "attempt(() -> " + bits(i, expression(i, "a%d")) + ")");
        return "public Row row(Object[] operands) { " + locals + "\nreturn new Row(" + operands + ",\n" + results
                + "); }\n";
    }

    private static String numbered(int count, IntFunction<String> written) {
        return IntStream.range(0, count).mapToObj(written).collect(Collectors.joining(",\n"));
    }

    private void choice(StringBuilder text, String method) {
        text.append("public Filter<Row> ").append(method).append("(int operation) { switch (operation) {\n");
        for (int i = 0; i < operations.size(); i++) {
            text.append("case ")
                    .append(i)
                    .append(": return ")
                    .append(method)
                    .append(i)
                    .append("();\n");
        }
        text.append("default: throw new IllegalArgumentException(); } }\n");
    }

    private String expression(int operation, String operand) {
        String pattern = operations.get(operation).pattern();
        for (int i = 0; i < operations.get(operation).parameters().size(); i++) {
            pattern = pattern.replace("{" + i + "}", operand.formatted(i));
        }
        return Term.withFreshName(pattern);
    }

    private String sort(int operation) {
        return operations.get(operation).sort();
    }

    private String resultType(int operation) {
        return Sorts.typeOfValue(sort(operation));
    }

    /** A number as {@link Sorts#equality} compares it. */
    private String bits(int operation, String expression) {
        return switch (sort(operation)) {
            case "double" -> "Double.doubleToLongBits(" + expression + ")";
            case "float" -> "Float.floatToIntBits(" + expression + ")";
            default -> expression;
        };
    }

    private String same(int operation) {
        String expression = bits(operation, expression(operation, "p.a%d()"));
        String result = "p.r" + operation + "()";
        String equal = switch (sort(operation)) {
            case "String" -> expression + ".equals(" + result + ")";
            default -> "(" + expression + ") == " + result;
        };
        return "p -> " + result + " != null && " + equal;
    }

    private String test(int operation) {
        String expression = expression(operation, "p.a%d()");
        return switch (sort(operation)) {
            case "boolean" -> "p -> " + expression;
            case "String" -> "p -> " + expression + ".isEmpty()";
            default -> "p -> (" + expression + ") > 1";
        };
    }
}
