package dev.quarry.query.laboratory;

import static dev.quarry.query.laboratory.Operation.named;

import dev.quarry.plan.function.JavaFunction;
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
import java.util.Comparator;
import java.util.List;

/** Rows of the catalogue that a function of the engine stands for, with the parameters that Java's method has. */
final class RegisteredMethods {
    private RegisteredMethods() {}

    static List<Operation> of(Row row, JavaFunction function) {
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
                ? "{0}." + row.method() + Methods.arguments(1, operands.length)
                : row.owner().displayName() + "." + row.method() + Methods.arguments(0, operands.length);
        List<Operation> operations = new ArrayList<>(List.of(named(Methods.id(row), result, pattern, operands)));
        if (!instance && operands.length == 1 && isAlsoOfBox(row, operands[0])) {
            operations.add(named(Methods.id(row), result, "{0}." + row.method() + "()", Sorts.boxed(operands[0])));
        }
        if (!instance && Arrays.stream(operands).anyMatch(Sorts.BOXES::containsKey)) {
            String[] boxes = Arrays.stream(operands).map(Sorts::boxed).toArray(String[]::new);
            operations.add(named(Methods.id(row), result, pattern, boxes));
        }
        return operations;
    }

    private static boolean isAlsoOfBox(Row row, String operand) {
        return Sorts.boxed(operand).equals(row.owner().displayName())
                && Arrays.stream(type(row.owner()).getMethods())
                        .anyMatch(method -> method.getName().equals(row.method()) && method.getParameterCount() == 0);
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
                .min(Comparator.comparing(Method::toString))
                .orElseThrow(() -> new AssertionError("no method of Java: " + Methods.id(row)));
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
}
