package dev.quarry.query.check;

import dev.quarry.query.ast.BinaryOperator;
import dev.quarry.query.ast.Expr;
import dev.quarry.query.diagnostic.Diagnostic;
import dev.quarry.query.diagnostic.DiagnosticCode;
import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.source.SourceSpan;
import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;
import dev.quarry.schema.ScalarKind;
import java.util.List;

/** {@code ==}, {@code equals} and {@code Objects.equals} (JLS 15.21). */
final class EqualityRules {
    private final ExpressionChecker checker;

    EqualityRules(ExpressionChecker checker) {
        this.checker = checker;
    }

    /** {@code left == right}; for {@code !=} the caller negates. */
    Judged equal(Expr.Binary expr, TypedExpr left, TypedExpr right) {
        if (right.type() instanceof Type.Null) {
            return isNull(left, expr.span());
        }
        if (left.type() instanceof Type.Null) {
            return isNull(right, expr.span());
        }
        boolean primitive = Types.isPrimitive(left.type()) || Types.isPrimitive(right.type());
        if (primitive && Types.isNumeric(left.type()) && Types.isNumeric(right.type())) {
            Type type = Types.promoted(left.type(), right.type());
            OperatorRules operators = new OperatorRules(checker);
            return Judged.of(checker.apply(
                    Operation.EQUAL,
                    Types.BOOLEAN,
                    expr.span(),
                    operators.converted(left, type),
                    operators.converted(right, type)));
        }
        if (primitive && Types.isBoolean(left.type()) && Types.isBoolean(right.type())) {
            Nullness nullness = checker.nullness();
            return Judged.of(checker.apply(
                    Operation.SAME, Types.BOOLEAN, expr.span(), nullness.unboxed(left), nullness.unboxed(right)));
        }
        if (left.type() instanceof Type.EnumType && left.type().equals(right.type())) {
            return Judged.of(checker.apply(Operation.IDENTICAL, Types.BOOLEAN, expr.span(), left, right));
        }
        return Judged.of(refuseIdentity(expr, left, right));
    }

    /** {@code operand == null}, with what it tells. */
    Judged isNull(TypedExpr operand, SourceSpan span) {
        if (operand instanceof TypedExpr.Erroneous) {
            return Judged.of(operand);
        }
        if (Types.isPrimitive(operand.type())) {
            return Judged.of(checker.refuse(
                    DiagnosticCode.WRONG_TYPE, span, Types.withArticle(operand.type()) + " is never null"));
        }
        TypedExpr test = TypedExpr.test(Operation.IS_NULL, span, operand);
        return operand instanceof TypedExpr.Column column
                ? new Judged(test, Facts.NONE, Facts.nonNull(column.path()))
                : Judged.of(test);
    }

    private TypedExpr refuseIdentity(Expr.Binary expr, TypedExpr left, TypedExpr right) {
        if (!Types.sameValues(left.type(), right.type())) {
            return checker.refuse(
                    DiagnosticCode.WRONG_TYPE,
                    expr.span(),
                    Types.withArticle(left.type()) + " and " + Types.withArticle(right.type()) + " cannot be compared");
        }
        Environment environment = checker.environment();
        boolean nullable = left instanceof TypedExpr.Column column && column.nullable();
        String equality = nullable
                ? "Objects.equals(" + environment.source(left) + ", " + environment.source(right) + ")"
                : environment.source(left) + ".equals(" + environment.source(right) + ")";
        environment
                .sink()
                .report(new Diagnostic(
                        DiagnosticCode.REFERENCE_COMPARISON,
                        expr.span(),
                        "'" + expr.operator().symbol() + "' on " + left.type().displayName()
                                + " compares objects, not their values",
                        List.of("whether two objects are the same one is nothing that a database knows"),
                        List.of((expr.operator() == BinaryOperator.EQUAL ? "" : "!") + equality)));
        return new TypedExpr.Erroneous(expr.span());
    }

    /** {@code receiver.equals(argument)}; the receiver is not null. */
    TypedExpr equalsCall(Expr.Call call, TypedExpr receiver, TypedExpr argument) {
        return comparable(call, receiver, argument)
                ? checker.apply(Operation.EQUALS, Types.BOOLEAN, call.span(), receiver, argument)
                : new TypedExpr.Erroneous(call.span());
    }

    /** {@code Objects.equals(left, right)}. */
    TypedExpr objectsEquals(Expr.Call call, TypedExpr left, TypedExpr right) {
        if (left.type() instanceof Type.Null && !(right.type() instanceof Type.Null)) {
            return isNull(right, call.span()).expr();
        }
        if (right.type() instanceof Type.Null) {
            return isNull(left, call.span()).expr();
        }
        return comparable(call, left, right)
                ? checker.apply(Operation.OBJECTS_EQUALS, Types.BOOLEAN, call.span(), left, right)
                : new TypedExpr.Erroneous(call.span());
    }

    private boolean comparable(Expr.Call call, TypedExpr left, TypedExpr right) {
        if (left instanceof TypedExpr.Erroneous || right instanceof TypedExpr.Erroneous) {
            return false;
        }
        boolean valueTypes = hasEquality(left.type());
        if (right.type() instanceof Type.Null && valueTypes) {
            return true;
        }
        if (valueTypes && Types.sameValues(left.type(), right.type())) {
            return !isComputed(call, left) && !isComputed(call, right);
        }
        if (valueTypes) {
            checker.refuse(
                    DiagnosticCode.WRONG_TYPE,
                    call.span(),
                    Types.withArticle(boxed(left.type())) + " never equals " + Types.withArticle(boxed(right.type())));
        } else {
            checker.refuse(
                    DiagnosticCode.NO_TRANSLATION,
                    call.nameSpan(),
                    "'equals' on " + left.type().displayName() + " has no SQL translation",
                    "supported: equals on single values; compare what is inside one by one");
        }
        return false;
    }

    /** An array's equality is identity, and a password is never asked for. */
    private static boolean hasEquality(Type type) {
        return type instanceof Type.EnumType
                || Types.kind(type)
                        .filter(kind -> kind != ScalarKind.BYTES && kind != ScalarKind.PASSWORD)
                        .isPresent();
    }

    /** The sign of a computed zero is lost in SQL, and {@code Double.equals} tells it; a condition is no value in SQL. */
    private boolean isComputed(Expr.Call call, TypedExpr operand) {
        boolean computed = (operand instanceof TypedExpr.Apply || operand instanceof TypedExpr.Invoke)
                && (Types.isFloating(operand.type()) || Types.isBoolean(operand.type()));
        if (computed) {
            checker.refuse(
                    DiagnosticCode.NO_TRANSLATION,
                    call.span(),
                    "'equals' on a computed " + Types.unboxed(operand.type()).displayName() + " has no SQL translation",
                    "supported: == on numbers and conditions, and equals between a component and a value");
        }
        return computed;
    }

    private static Type boxed(Type type) {
        return type instanceof Type.Scalar scalar ? new Type.Scalar(scalar.kind(), true) : type;
    }
}
