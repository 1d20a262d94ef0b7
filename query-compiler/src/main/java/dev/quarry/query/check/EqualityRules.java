package dev.quarry.query.check;

import dev.quarry.plan.function.JavaFunction;
import dev.quarry.plan.function.NumberFunction;
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
        if (new Boxes(checker.environment()).areBoth(expr, left, right)) {
            return Judged.of(refuseIdentity(expr, left, right));
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
            return Judged.of(nullSafe(Operation.IDENTICAL, expr.span(), left, right));
        }
        return Judged.of(refuseIdentity(expr, left, right));
    }

    /**
     * {@code optional.equals(other)}, for Optionals that are not null: that both are empty, or hold values that are equal.
     */
    TypedExpr optionalEquals(Expr.Call call, TypedExpr optional, TypedExpr other) {
        SourceSpan span = call.span();
        if (optional instanceof TypedExpr.Erroneous || other instanceof TypedExpr.Erroneous) {
            return new TypedExpr.Erroneous(span);
        }
        if (other.type() instanceof Type.Null) {
            return Sequence.of(optional, Nulls.truth(false, span));
        }
        if (!(other.type() instanceof Type.OptionalOf)) {
            return checker.refuse(
                    DiagnosticCode.WRONG_TYPE,
                    span,
                    Types.withArticle(optional.type()) + " never equals " + Types.withArticle(boxed(other.type())),
                    held(optional, other));
        }
        if (isAlwaysEmpty(optional)) {
            return Sequence.of(optional, Nulls.isNull(other));
        }
        if (isAlwaysEmpty(other)) {
            return TypedExpr.test(Operation.AND, span, Nulls.isNull(optional), Nulls.isNull(other));
        }
        return comparable(call, Nulls.value(optional), Nulls.value(other))
                ? apart(Operation.OBJECTS_EQUALS, span, optional, other)
                : new TypedExpr.Erroneous(span);
    }

    /** How what an Optional holds is compared. */
    private String held(TypedExpr optional, TypedExpr other) {
        boolean comparable =
                optional.type() instanceof Type.OptionalOf type && Types.sameValues(type.value(), other.type());
        String source = checker.environment().source(optional);
        return comparable
                ? source + ".isPresent() && " + source + ".get().equals("
                        + checker.environment().source(other) + ")"
                : "compare what it holds, where isPresent() is true, with a value of the same type";
    }

    private static boolean isAlwaysEmpty(TypedExpr optional) {
        return optional.type() instanceof Type.OptionalOf type && type.isAlwaysEmpty();
    }

    /** {@code operand == null}, with what it tells. */
    Judged isNull(TypedExpr operand, SourceSpan span) {
        if (operand instanceof TypedExpr.Erroneous) {
            return Judged.of(operand);
        }
        if (Types.isPrimitive(operand.type())) {
            return Judged.of(checker.refuse(
                    DiagnosticCode.WRONG_TYPE,
                    span,
                    Types.withArticle(operand.type()) + " is never null",
                    "leave the test out, it has the same outcome for every record"));
        }
        if (operand.type() instanceof Type.OptionalOf) {
            return Judged.of(Nulls.not(Nulls.defined(operand)));
        }
        return new Judged(Nulls.isNull(operand).at(span), Facts.NONE, Facts.nonNull(operand));
    }

    /** A comparison of references for which two nulls are equal; computed ones are taken apart. */
    private TypedExpr nullSafe(Operation operation, SourceSpan span, TypedExpr left, TypedExpr right) {
        if (!isApart(left) && !isApart(right)) {
            return checker.apply(operation, Types.BOOLEAN, span, left, right);
        }
        return apart(operation, span, left, right);
    }

    private TypedExpr apart(Operation operation, SourceSpan span, TypedExpr left, TypedExpr right) {
        Joining joining = new Joining(checker, span);
        TypedExpr rightIsNull = Nulls.isNull(right);
        TypedExpr same = same(operation, span, Nulls.value(left), Nulls.value(right));
        TypedExpr leftPresent = joining.join(List.of(rightIsNull), List.of(Nulls.truth(false, span), same));
        return joining.join(List.of(Nulls.isNull(left)), List.of(rightIsNull, leftPresent));
    }

    private TypedExpr refuseIdentity(Expr.Binary expr, TypedExpr left, TypedExpr right) {
        boolean optionals = left.type() instanceof Type.OptionalOf && right.type() instanceof Type.OptionalOf;
        if (!optionals && !Types.sameValues(left.type(), right.type())) {
            return checker.refuse(
                    DiagnosticCode.WRONG_TYPE,
                    expr.span(),
                    Types.withArticle(left.type()) + " and " + Types.withArticle(right.type()) + " cannot be compared",
                    "compare values of one type with equals");
        }
        Environment environment = checker.environment();
        String a = environment.source(expr.left().span());
        String b = environment.source(expr.right().span());
        boolean receives = (expr.left() instanceof Expr.Call || expr.left() instanceof Expr.Name)
                && (optionals || !Nulls.mayBe(left));
        String equality = receives ? a + ".equals(" + b + ")" : "Objects.equals(" + a + ", " + b + ")";
        Type held = left.type() instanceof Type.OptionalOf optional && !isAlwaysEmpty(left)
                ? optional.value()
                : left.type();
        String rewrite = optionals && isAlwaysEmpty(left) || hasEquality(held)
                ? (expr.operator() == BinaryOperator.EQUAL ? "" : "!") + equality
                : "compare what is inside one by one, or test the record in the program: DB.scan(store, predicate)";
        environment
                .sink()
                .report(new Diagnostic(
                        DiagnosticCode.REFERENCE_COMPARISON,
                        expr.span(),
                        "'" + expr.operator().symbol() + "' on "
                                + boxed(left.type()).displayName() + " compares objects, not their values",
                        List.of("whether two objects are the same one is nothing that a database knows"),
                        List.of(rewrite)));
        return new TypedExpr.Erroneous(expr.span());
    }

    /** {@code receiver.equals(argument)}; the receiver is not null. */
    TypedExpr equalsCall(Expr.Call call, TypedExpr receiver, TypedExpr argument) {
        if (!comparable(call, receiver, argument)) {
            return new TypedExpr.Erroneous(call.span());
        }
        if (!isApart(receiver) && !isApart(argument)) {
            return checker.apply(Operation.EQUALS, Types.BOOLEAN, call.span(), receiver, argument);
        }
        TypedExpr never = Nulls.truth(false, call.span());
        TypedExpr equal = same(Operation.EQUALS, call.span(), Nulls.value(receiver), Nulls.value(argument));
        TypedExpr compared =
                new Joining(checker, call.span()).join(List.of(Nulls.isNull(argument)), List.of(never, equal));
        return Sequence.of(Nulls.asked(receiver), compared);
    }

    /** {@code Objects.equals(left, right)}. */
    TypedExpr objectsEquals(Expr.Call call, TypedExpr left, TypedExpr right) {
        if (left.type() instanceof Type.Null && !(right.type() instanceof Type.Null)) {
            return isNull(right, call.span()).expr();
        }
        if (right.type() instanceof Type.Null) {
            return isNull(left, call.span()).expr();
        }
        if (left.type() instanceof Type.OptionalOf) {
            return optionalEquals(call, left, right);
        }
        if (right.type() instanceof Type.OptionalOf) {
            return optionalEquals(call, right, left);
        }
        return comparable(call, left, right)
                ? nullSafe(Operation.OBJECTS_EQUALS, call.span(), left, right)
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
            return true;
        }
        if (valueTypes) {
            checker.refuse(
                    DiagnosticCode.WRONG_TYPE,
                    call.span(),
                    Types.withArticle(boxed(left.type())) + " never equals " + Types.withArticle(boxed(right.type())),
                    ofOneType(call, left, right));
        } else {
            checker.refuse(
                    DiagnosticCode.NO_TRANSLATION,
                    call.nameSpan(),
                    "'equals' on " + left.type().displayName() + " has no SQL translation",
                    "compare what is inside one by one, or test the record in the program: DB.scan(store, predicate)");
        }
        return false;
    }

    /** Numbers are equal once both have the type that Java gives them next to each other (JLS 5.6). */
    private String ofOneType(Expr.Call call, TypedExpr left, TypedExpr right) {
        boolean numbers = Types.isNumeric(left.type()) && Types.isNumeric(right.type());
        Type type = numbers ? Types.promoted(left.type(), right.type()) : left.type();
        if (!numbers || cannotBeCast(left, type) || cannotBeCast(right, type)) {
            return "compare values of one type: convert one of the two to the type of the other first";
        }
        int arguments = call.arguments().size();
        Expr first = arguments == 2 ? call.arguments().get(0) : call.target().orElseThrow();
        return "Objects.equals(" + cast(first, left, type) + ", "
                + cast(call.arguments().get(arguments - 1), right, type) + ")";
    }

    private static boolean cannotBeCast(TypedExpr number, Type type) {
        return Nulls.mayBe(number) && !Types.sameValues(number.type(), type);
    }

    private String cast(Expr source, TypedExpr number, Type type) {
        String text = checker.environment().source(source.span());
        boolean whole = source instanceof Expr.Call || source instanceof Expr.Name || source instanceof Expr.Literal;
        return Types.sameValues(number.type(), type)
                ? text
                : "(" + type.displayName() + ") " + (whole ? text : "(" + text + ")");
    }

    /** An array's equality is identity, and a password is never asked for. */
    private static boolean hasEquality(Type type) {
        return type instanceof Type.EnumType
                || Types.kind(type)
                        .filter(kind -> kind != ScalarKind.BYTES && kind != ScalarKind.PASSWORD)
                        .isPresent();
    }

    /** Whether an operand is compared without its null. */
    private static boolean isApart(TypedExpr operand) {
        return operand instanceof TypedExpr.OrNull || isComputed(operand);
    }

    /** A computed double is compared by a function, which tells the signs of zeros, and a condition is no value in SQL. */
    private TypedExpr same(Operation operation, SourceSpan span, TypedExpr left, TypedExpr right) {
        if (!isComputed(left) && !isComputed(right)) {
            return checker.apply(operation, Types.BOOLEAN, span, left, right);
        }
        if (Types.isBoolean(left.type())) {
            return checker.apply(Operation.SAME, Types.BOOLEAN, span, left, right);
        }
        JavaFunction compare =
                Types.is(left.type(), ScalarKind.FLOAT) ? NumberFunction.FLOAT_COMPARE : NumberFunction.DOUBLE_COMPARE;
        TypedExpr sign = new FunctionRules(checker).call(compare, span, List.of(left, right));
        TypedExpr zero = new TypedExpr.Constant(0, Types.INT, span);
        return checker.apply(Operation.EQUAL, Types.BOOLEAN, span, sign, zero);
    }

    /** Whether it is a floating-point number or boolean that is no component and no captured value. */
    private static boolean isComputed(TypedExpr operand) {
        if (operand instanceof TypedExpr.OrNull nullable) {
            return isComputed(nullable.value());
        }
        if (operand instanceof TypedExpr.Apply choice && choice.operation() == Operation.CONDITIONAL) {
            return isComputed(choice.operand(1)) || isComputed(choice.operand(2));
        }
        if (operand instanceof TypedExpr.Apply unboxed && unboxed.operation() == Operation.UNBOX) {
            return isComputed(unboxed.operand(0));
        }
        return (operand instanceof TypedExpr.Apply || operand instanceof TypedExpr.Invoke)
                && (Types.isFloating(operand.type()) || Types.isBoolean(operand.type()));
    }

    private static Type boxed(Type type) {
        return type instanceof Type.Scalar scalar ? new Type.Scalar(scalar.kind(), true) : type;
    }
}
