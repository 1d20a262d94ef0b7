package dev.quarry.query.check;

import dev.quarry.query.ast.Expr;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.source.SourceSpan;
import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;
import dev.quarry.schema.ScalarKind;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Local variables. A variable is its value wherever it is read, since no value changes while a record is looked at; that it
 * is computed before anything behind it only shows where computing it throws.
 */
final class LocalRules {
    private static final String INFERRED = "var";
    private static final Map<String, Type> PRIMITIVES = Map.of(
            "int", Types.INT,
            "long", Types.LONG,
            "double", Types.DOUBLE,
            "float", Types.FLOAT,
            "short", Types.SHORT,
            "byte", Types.BYTE,
            "char", Types.CHAR,
            "boolean", Types.BOOLEAN);
    /** Boxes that an assignment makes of a constant int (JLS 5.2). */
    private static final Map<String, Type> NARROW_BOXES =
            Map.of("Short", Types.SHORT, "Byte", Types.BYTE, "Character", Types.CHAR);

    private final ExpressionChecker checker;

    LocalRules(ExpressionChecker checker) {
        this.checker = checker;
    }

    Judged read(Expr.Local local) {
        Judged bound = checker.environment().local(local);
        TypedExpr value = bound.expr();
        String what = "the value of '" + local.name() + "'";
        if (checker.environment().expansion().refuses(value, local.span(), what)) {
            return ExpressionChecker.erroneous(local.span());
        }
        boolean guarded =
                value instanceof TypedExpr.Column column && checker.facts().isNonNull(column.path());
        TypedExpr known = guarded && value instanceof TypedExpr.Column column ? Nullness.known(column) : value;
        return new Judged(known.at(local.span()), bound.whenTrue(), bound.whenFalse());
    }

    Judged let(Expr.Let let) {
        Judged value = assigned(let);
        Environment environment = checker.environment();
        environment.bind(let.variable(), value);
        boolean inferred = let.type().filter(INFERRED::equals).isPresent();
        if (let.earlier().filter(environment::isBox).isPresent()
                || inferred && new Boxes(environment).isBox(let.value(), value.expr())) {
            environment.noteBox(let.variable());
        }
        Judged body = checker.result(let, let.body());
        if (value.isErroneous() || body.isErroneous()) {
            return ExpressionChecker.erroneous(let.span());
        }
        return new Judged(Sequence.of(value.expr(), body.expr()), body.whenTrue(), body.whenFalse());
    }

    private Judged assigned(Expr.Let let) {
        Optional<Type> earlier = let.earlier()
                .map(local -> checker.environment().local(local).expr().type());
        String declared = let.type()
                .map(LocalRules::simpleName)
                .or(() -> earlier.filter(Types::isBoxed).map(type -> type.displayName()))
                .orElse(INFERRED);
        Optional<Type> primitive = let.type().isPresent()
                ? Optional.ofNullable(PRIMITIVES.get(declared))
                : earlier.filter(Types::isPrimitive);
        ExpressionChecker inside = checker.inStatement(let.value());
        Judged value = let.value() instanceof Expr.Switch choice
                ? new SwitchRules(inside).check(choice, primitive)
                : let.value().accept(inside);
        if (value.isErroneous()) {
            return value;
        }
        if (primitive.isPresent()) {
            return new Judged(
                    converted(inside, let.value().span(), value.expr(), primitive.get()),
                    value.whenTrue(),
                    value.whenFalse());
        }
        if (value.expr().type() instanceof Type.Null) {
            return Judged.of(type(declared)
                    .or(() -> earlier)
                    .map(type -> noValue(type, let))
                    .orElse(value.expr()));
        }
        boolean inferred = let.type().isPresent() && declared.equals(INFERRED);
        return Judged.of(inferred ? value.expr() : boxed(inside, declared, value.expr()));
    }

    private static TypedExpr noValue(Type type, Expr.Let let) {
        SourceSpan span = let.value().span();
        TypedExpr never = new TypedExpr.Thrown(Types.unboxed(type), span);
        return new TypedExpr.OrNull(Nulls.truth(true, span), never, type, span);
    }

    /** The type of single values that a declaration names. */
    private static Optional<Type> type(String declared) {
        return Arrays.stream(ScalarKind.values())
                .filter(kind -> kind.boxedDisplayName().equals(declared))
                .findFirst()
                .map(kind -> new Type.Scalar(kind, kind.hasPrimitive()));
    }

    private static String simpleName(String written) {
        return written.substring(written.lastIndexOf('.') + 1);
    }

    private static TypedExpr converted(ExpressionChecker checker, SourceSpan span, TypedExpr value, Type type) {
        return Types.isNumeric(type) && Types.isNumeric(value.type())
                ? new OperatorRules(checker).cast(span, value, type)
                : checker.nullness().unboxed(value);
    }

    private static TypedExpr boxed(ExpressionChecker checker, String declared, TypedExpr value) {
        if (!Types.isPrimitive(value.type())) {
            return value;
        }
        Type narrow = NARROW_BOXES.get(declared);
        return Nulls.boxed(narrow == null ? value : converted(checker, value.span(), value, narrow));
    }
}
