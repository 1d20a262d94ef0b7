package dev.quarry.query.check;

import dev.quarry.query.ast.BinaryOperator;
import dev.quarry.query.ast.Expr;
import dev.quarry.query.ast.UnaryOperator;
import dev.quarry.query.catalog.Refusal;
import dev.quarry.query.diagnostic.Diagnostic;
import dev.quarry.query.diagnostic.DiagnosticCode;
import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.source.SourceSpan;
import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;
import dev.quarry.schema.ScalarKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Arithmetic and the comparisons of numbers (JLS 15.17, 15.18, 15.20). */
final class OperatorRules {
    private static final Set<BinaryOperator> BIT_OPERATORS =
            EnumSet.of(BinaryOperator.BIT_AND, BinaryOperator.BIT_OR, BinaryOperator.XOR);
    private static final Set<BinaryOperator> SHIFTS =
            EnumSet.of(BinaryOperator.SHIFT_LEFT, BinaryOperator.SHIFT_RIGHT, BinaryOperator.SHIFT_RIGHT_UNSIGNED);
    private static final Map<String, Type> CASTS = Map.of(
            "int", Types.INT,
            "long", Types.LONG,
            "double", Types.DOUBLE,
            "float", Types.FLOAT,
            "short", Types.SHORT,
            "byte", Types.BYTE,
            "char", Types.CHAR);

    private final ExpressionChecker checker;

    OperatorRules(ExpressionChecker checker) {
        this.checker = checker;
    }

    /** {@code +operand}, {@code -operand} or {@code ~operand}. */
    TypedExpr unary(Expr.Unary expr) {
        boolean complement = expr.operator() == UnaryOperator.COMPLEMENT;
        TypedExpr operand = checker.value(expr.operand());
        if (operand instanceof TypedExpr.Erroneous) {
            return operand;
        }
        if (!Types.isNumeric(operand.type()) || (complement && Types.isFloating(operand.type()))) {
            return wrongTypes(expr.span(), complement ? "~" : "-", operand);
        }
        if (expr.operator() == UnaryOperator.PLUS) {
            return converted(operand, Types.promoted(operand.type(), operand.type()));
        }
        if (complement) {
            TypedExpr whole = converted(operand, Types.promoted(operand.type(), operand.type()));
            return checker.apply(Operation.COMPLEMENT, whole.type(), expr.span(), whole);
        }
        if (operand instanceof TypedExpr.Constant constant && constant.value() instanceof Double value) {
            return new TypedExpr.Constant(-value, constant.type(), expr.span());
        }
        TypedExpr number = converted(operand, Types.promoted(operand.type(), operand.type()));
        return checker.apply(Operation.NEGATE, number.type(), expr.span(), number);
    }

    TypedExpr binary(Expr.Binary expr, TypedExpr left, TypedExpr right) {
        BinaryOperator operator = expr.operator();
        if (operator == BinaryOperator.ADD
                && (Types.is(left.type(), ScalarKind.STRING) || Types.is(right.type(), ScalarKind.STRING))) {
            return concatenation(expr, left, right);
        }
        if (BIT_OPERATORS.contains(operator) && Types.isBoolean(left.type()) && Types.isBoolean(right.type())) {
            return strict(
                    expr, checker.nullness().unboxed(left), checker.nullness().unboxed(right));
        }
        if (!Types.isNumeric(left.type()) || !Types.isNumeric(right.type())) {
            return wrongTypes(expr.span(), operator.symbol(), left, right);
        }
        if (BIT_OPERATORS.contains(operator) || SHIFTS.contains(operator)) {
            return bits(expr, left, right);
        }
        Type type = Types.promoted(left.type(), right.type());
        TypedExpr a = converted(left, type);
        TypedExpr b = converted(right, type);
        SourceSpan span = expr.span();
        return switch (operator) {
            case LESS -> checker.apply(Operation.LESS, Types.BOOLEAN, span, a, b);
            case LESS_OR_EQUAL -> checker.apply(Operation.LESS_OR_EQUAL, Types.BOOLEAN, span, a, b);
            case GREATER -> checker.apply(Operation.LESS, Types.BOOLEAN, span, b, a);
            case GREATER_OR_EQUAL -> checker.apply(Operation.LESS_OR_EQUAL, Types.BOOLEAN, span, b, a);
            case ADD -> checker.apply(Operation.ADD, type, span, a, b);
            case SUBTRACT -> checker.apply(Operation.SUBTRACT, type, span, a, b);
            case MULTIPLY -> checker.apply(Operation.MULTIPLY, type, span, a, b);
            case DIVIDE -> checker.apply(Operation.DIVIDE, type, span, a, b);
            case REMAINDER -> checker.apply(Operation.REMAINDER, type, span, a, b);
            default -> throw new IllegalArgumentException("has rules of its own: " + operator);
        };
    }

    /** Both operands are evaluated whatever the first one gives. */
    private TypedExpr strict(Expr.Binary expr, TypedExpr left, TypedExpr right) {
        SourceSpan span = expr.span();
        TypedExpr never = new TypedExpr.Constant(false, Types.BOOLEAN, span);
        TypedExpr always = new TypedExpr.Constant(true, Types.BOOLEAN, span);
        return switch (expr.operator()) {
            case BIT_AND -> conditional(span, left, right, conditional(span, right, never, never));
            case BIT_OR -> conditional(span, left, conditional(span, right, always, always), right);
            default -> {
                TypedExpr same = checker.apply(Operation.SAME, Types.BOOLEAN, span, left, right);
                yield checker.apply(Operation.NOT, Types.BOOLEAN, span, same);
            }
        };
    }

    private TypedExpr conditional(SourceSpan span, TypedExpr condition, TypedExpr then, TypedExpr otherwise) {
        return checker.apply(Operation.CONDITIONAL, Types.BOOLEAN, span, condition, then, otherwise);
    }

    private TypedExpr bits(Expr.Binary expr, TypedExpr left, TypedExpr right) {
        if (Types.isFloating(left.type()) || Types.isFloating(right.type())) {
            return wrongTypes(expr.span(), expr.operator().symbol(), left, right);
        }
        Type type = SHIFTS.contains(expr.operator())
                ? Types.promoted(left.type(), left.type())
                : Types.promoted(left.type(), right.type());
        TypedExpr a = converted(left, type);
        Type count = Types.promoted(right.type(), right.type());
        TypedExpr b = converted(right, SHIFTS.contains(expr.operator()) ? count : type);
        Operation operation = switch (expr.operator()) {
            case BIT_AND -> Operation.BIT_AND;
            case BIT_OR -> Operation.BIT_OR;
            case XOR -> Operation.BIT_XOR;
            case SHIFT_LEFT -> Operation.SHIFT_LEFT;
            case SHIFT_RIGHT -> Operation.SHIFT_RIGHT;
            case SHIFT_RIGHT_UNSIGNED -> Operation.SHIFT_RIGHT_UNSIGNED;
            default -> throw new IllegalArgumentException("not on bits: " + expr.operator());
        };
        return checker.apply(operation, type, expr.span(), a, b);
    }

    /** A cast between int, long and double; one to the operand's own type changes nothing. */
    TypedExpr cast(Expr.Cast expr) {
        TypedExpr operand = checker.value(expr.operand());
        if (operand instanceof TypedExpr.Erroneous) {
            return operand;
        }
        Optional<Type> target = Optional.ofNullable(CASTS.get(expr.type()));
        if (target.isEmpty() || !Types.isNumeric(operand.type())) {
            return checker.refuse(
                    DiagnosticCode.NO_TRANSLATION,
                    expr.span(),
                    "a cast from " + operand.type().displayName() + " to " + expr.type() + " has no SQL translation",
                    "leave the cast out, or test the record in the program with DB.scan");
        }
        return cast(expr.span(), operand, target.get());
    }

    /** A number converted to a primitive type (JLS 5.1.2, 5.1.3). */
    TypedExpr cast(SourceSpan span, TypedExpr operand, Type target) {
        TypedExpr number = checker.nullness().unboxed(operand);
        if (number instanceof TypedExpr.Erroneous || number.type().equals(target)) {
            return number;
        }
        boolean narrow = target.equals(Types.SHORT) || target.equals(Types.BYTE) || target.equals(Types.CHAR);
        TypedExpr whole = narrow && Types.isFloating(number.type())
                ? checker.apply(Operation.TO_INT, Types.INT, span, number)
                : number;
        return checker.apply(conversion(target), target, span, whole);
    }

    /** The operand without its box, widened to the type. */
    TypedExpr converted(TypedExpr operand, Type type) {
        TypedExpr number = checker.nullness().unboxed(operand);
        if (number instanceof TypedExpr.Erroneous || number.type().equals(type)) {
            return number;
        }
        return new TypedExpr.Apply(conversion(type), List.of(number), type, number.span());
    }

    private static Operation conversion(Type target) {
        return switch (Types.kind(target).orElseThrow()) {
            case INT -> Operation.TO_INT;
            case LONG -> Operation.TO_LONG;
            case SHORT -> Operation.TO_SHORT;
            case BYTE -> Operation.TO_BYTE;
            case CHAR -> Operation.TO_CHAR;
            case FLOAT -> Operation.TO_FLOAT;
            case DOUBLE -> Operation.TO_DOUBLE;
            default -> throw new IllegalArgumentException("not a number: " + target);
        };
    }

    /** Null becomes the text {@code null}. How Java writes a number is not how a database does. */
    private TypedExpr concatenation(Expr.Binary expr, TypedExpr left, TypedExpr right) {
        TextOf texts = new TextOf(checker);
        Optional<TypedExpr> a = texts.operand(left);
        Optional<TypedExpr> b = texts.operand(right);
        if (a.isPresent() && b.isPresent()) {
            return checker.apply(Operation.CONCAT, Types.STRING, expr.span(), a.get(), b.get());
        }
        boolean ofEnum = left.type() instanceof Type.EnumType || right.type() instanceof Type.EnumType;
        checker.environment()
                .sink()
                .report(
                        new Diagnostic(
                                DiagnosticCode.NO_TRANSLATION,
                                expr.span(),
                                "'+' between " + left.type().displayName() + " and "
                                        + right.type().displayName() + " has no SQL translation",
                                List.of(
                                        ofEnum
                                                ? Refusal.ENUM_TEXT.reason()
                                                : "supported: '+' between numbers, and between a String and a number, boolean, Instant, date or UUID"),
                                List.of(
                                        ofEnum
                                                ? Refusal.ENUM_TEXT.rewrite()
                                                : "turn captured values into text before the lambda, and compare each component by itself")));
        return new TypedExpr.Erroneous(expr.span());
    }

    private TypedExpr wrongTypes(SourceSpan span, String symbol, TypedExpr... operands) {
        StringBuilder types = new StringBuilder();
        for (TypedExpr operand : operands) {
            types.append(types.length() == 0 ? "" : " and ")
                    .append(operand.type().displayName());
        }
        return checker.refuse(
                DiagnosticCode.WRONG_TYPE,
                span,
                "'" + symbol + "' is not for " + types,
                "compare texts, decimals and times with compareTo, isBefore and isAfter");
    }
}
