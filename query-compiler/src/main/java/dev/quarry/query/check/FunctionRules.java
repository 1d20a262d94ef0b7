package dev.quarry.query.check;

import dev.quarry.plan.function.JavaFunction;
import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.source.SourceSpan;
import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;
import dev.quarry.schema.ScalarKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls of methods that run as they are: which overload is meant (JLS 15.12.2), and its operands in the types it takes. */
final class FunctionRules {
    private static final String UNIT = "java.time.temporal.ChronoUnit";
    private static final Map<String, String> ENUM_RESULTS =
            Map.of("getMonth", "java.time.Month", "getDayOfWeek", "java.time.DayOfWeek");
    /** Each of the numeric types widens to those behind it, and a char to those behind short. */
    private static final List<ScalarKind> WIDENING = List.of(
            ScalarKind.BYTE, ScalarKind.SHORT, ScalarKind.INT, ScalarKind.LONG, ScalarKind.FLOAT, ScalarKind.DOUBLE);

    private static final int NEVER = 1_000;

    private final ExpressionChecker checker;

    FunctionRules(ExpressionChecker checker) {
        this.checker = checker;
    }

    /** The call of the most specific of the functions that takes the operands; empty if none does. */
    Optional<TypedExpr> call(List<JavaFunction> overloads, SourceSpan span, List<TypedExpr> operands) {
        JavaFunction best = null;
        int least = NEVER;
        for (JavaFunction function : overloads) {
            int distance = distance(function.signature().operands(), operands);
            if (distance < least) {
                best = function;
                least = distance;
            }
        }
        return Optional.ofNullable(best).map(function -> call(function, span, operands));
    }

    /** The call of a function whose operands fit. A condition is no value in SQL, so both of its outcomes are handed over. */
    TypedExpr call(JavaFunction function, SourceSpan span, List<TypedExpr> given) {
        List<TypedExpr> operands = given.stream().map(this::truth).toList();
        for (int i = 0; i < operands.size(); i++) {
            TypedExpr operand = operands.get(i);
            boolean condition = Types.isBoolean(operand.type())
                    && (operand instanceof TypedExpr.Apply || operand instanceof TypedExpr.Invoke);
            if (condition) {
                return checker.apply(
                        Operation.CONDITIONAL,
                        result(function),
                        span,
                        checker.nullness().unboxed(operand),
                        call(function, span, with(operands, i, true)),
                        call(function, span, with(operands, i, false)));
            }
        }
        List<TypedExpr> converted = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            TypedExpr operand =
                    converted(operands.get(i), function.signature().operands().get(i));
            if (operand instanceof TypedExpr.Erroneous) {
                return new TypedExpr.Erroneous(span);
            }
            converted.add(operand);
        }
        return new TypedExpr.Invoke(function, converted, result(function), span);
    }

    /** What may be null and is true or false is taken out of its box, which may well leave a condition. */
    private TypedExpr truth(TypedExpr operand) {
        return operand instanceof TypedExpr.OrNull && Types.isBoolean(operand.type())
                ? checker.nullness().unboxed(operand)
                : operand;
    }

    private static List<TypedExpr> with(List<TypedExpr> operands, int index, boolean value) {
        List<TypedExpr> changed = new ArrayList<>(operands);
        changed.set(
                index,
                new TypedExpr.Constant(value, Types.BOOLEAN, operands.get(index).span()));
        return changed;
    }

    private static Type result(JavaFunction function) {
        String enumeration = ENUM_RESULTS.get(function.signature().method());
        return enumeration == null
                ? new Type.Scalar(function.signature().result(), false)
                : new Type.EnumType(enumeration);
    }

    private TypedExpr converted(TypedExpr operand, ScalarKind kind) {
        if (operand.type() instanceof Type.EnumType) {
            TypedExpr present = checker.nullness().required(operand);
            return checker.apply(Operation.ENUM_NAME, Types.STRING, operand.span(), present);
        }
        Type type = new Type.Scalar(kind, false);
        if (Types.isNumeric(type)) {
            return new OperatorRules(checker).converted(operand, type);
        }
        return kind.hasPrimitive()
                ? checker.nullness().unboxed(operand)
                : checker.nullness().required(operand);
    }

    private static int distance(List<ScalarKind> kinds, List<TypedExpr> operands) {
        if (kinds.size() != operands.size()) {
            return NEVER;
        }
        int sum = 0;
        for (int i = 0; i < kinds.size(); i++) {
            sum += distance(operands.get(i).type(), kinds.get(i));
        }
        return sum;
    }

    private static int distance(Type from, ScalarKind to) {
        if (from instanceof Type.EnumType unit) {
            return unit.className().equals(UNIT) && to == ScalarKind.STRING ? 0 : NEVER;
        }
        Optional<ScalarKind> kind = Types.kind(from);
        if (kind.isEmpty() || kind.get() == to) {
            return kind.isEmpty() ? NEVER : 0;
        }
        int start = WIDENING.indexOf(kind.get() == ScalarKind.CHAR ? ScalarKind.SHORT : kind.get());
        int end = WIDENING.indexOf(to);
        boolean widens = start >= 0 && end > start && to != ScalarKind.CHAR;
        return widens ? end - start : NEVER;
    }
}
