package dev.quarry.query.check;

import dev.quarry.query.ast.BinaryOperator;
import dev.quarry.query.ast.Expr;
import dev.quarry.query.ast.UnaryOperator;
import dev.quarry.query.diagnostic.Diagnostic;
import dev.quarry.query.diagnostic.DiagnosticCode;
import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.source.SourceSpan;
import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives an expression its types, at a place where certain components are known not to be null. Immutable. */
final class ExpressionChecker implements Expr.Visitor<Judged> {
    private final Environment environment;
    private final Facts facts;
    private final Place place;
    private final Nullness nullness;

    private ExpressionChecker(Environment environment, Facts facts, Place place) {
        this.environment = environment;
        this.facts = facts;
        this.place = place;
        this.nullness = new Nullness(environment, facts, place);
    }

    /** Checks a boolean that stands by itself: a lambda's body or an operand of {@code &&} or {@code ||}. */
    static Judged condition(Environment environment, Facts facts, Expr expr) {
        ExpressionChecker checker = new ExpressionChecker(environment, facts, new Place.InCondition(expr));
        Judged judged = checker.requireBoolean(expr.accept(checker));
        Facts guarded = environment.guards().of(expr);
        return new Judged(judged.expr(), judged.whenTrue().and(guarded), judged.whenFalse());
    }

    /** A checker for the same components in a lambda inside the lambda. */
    ExpressionChecker inLambda(Expr body) {
        return in(new Place.InLambda(body));
    }

    /** A checker for the same components in a statement that gives no boolean. */
    ExpressionChecker inStatement(Expr value) {
        if (place instanceof Place.InLambda) {
            return this;
        }
        return in(environment.isInsideValue(value.span()) ? new Place.InLambda(value) : new Place.InStatement(value));
    }

    private ExpressionChecker in(Place other) {
        return new ExpressionChecker(environment, facts, other);
    }

    /**
     * What a statement or choice comes to by a part of it, which then is a condition itself if the whole is one: tests for null
     * go to the part alone.
     */
    Judged result(Expr whole, Expr part) {
        if (!(place instanceof Place.InCondition in) || in.condition() != whole) {
            return part.accept(this);
        }
        ExpressionChecker inside = in(new Place.InCondition(part));
        Judged judged = part.accept(inside);
        return Types.isBoolean(judged.expr().type()) ? inside.requireBoolean(judged) : judged;
    }

    TypedExpr value(Expr expr) {
        return expr.accept(this).expr();
    }

    Environment environment() {
        return environment;
    }

    Facts facts() {
        return facts;
    }

    Nullness nullness() {
        return nullness;
    }

    Judged requireBoolean(Judged judged) {
        if (judged.isErroneous()) {
            return judged;
        }
        TypedExpr expr = judged.expr();
        if (!Types.isBoolean(expr.type())) {
            return Judged.of(refuse(
                    DiagnosticCode.WRONG_TYPE,
                    expr.span(),
                    "this is " + Types.withArticle(expr.type()) + ", a condition is a boolean",
                    "compare it with something"));
        }
        return new Judged(nullness.unboxed(expr), judged.whenTrue(), judged.whenFalse());
    }

    static Judged erroneous(SourceSpan span) {
        return Judged.of(new TypedExpr.Erroneous(span));
    }

    @Override
    public Judged literal(Expr.Literal expr) {
        return Judged.of(new TypedExpr.Constant(expr.value(), type(expr.value()), expr.span()));
    }

    private static Type type(@Nullable Object value) {
        if (value == null) {
            return Types.NULL;
        }
        if (value instanceof Integer) {
            return Types.INT;
        }
        if (value instanceof Long) {
            return Types.LONG;
        }
        if (value instanceof Double) {
            return Types.DOUBLE;
        }
        if (value instanceof Float) {
            return Types.FLOAT;
        }
        if (value instanceof Character) {
            return Types.CHAR;
        }
        return value instanceof Boolean ? Types.BOOLEAN : Types.STRING;
    }

    @Override
    public Judged name(Expr.Name expr) {
        return Judged.of(new NameRules(environment).variable(expr.name(), expr.span()));
    }

    @Override
    public Judged select(Expr.Select expr) {
        boolean computed = NameRules.dotted(expr).isEmpty();
        if (computed && value(expr.target()) instanceof TypedExpr.Erroneous) {
            return erroneous(expr.span());
        }
        return Judged.of(new NameRules(environment).selected(expr));
    }

    @Override
    public Judged call(Expr.Call expr) {
        return new CallRules(this).check(expr);
    }

    @Override
    public Judged unary(Expr.Unary expr) {
        if (expr.operator() != UnaryOperator.NOT) {
            return Judged.of(new OperatorRules(this).unary(expr));
        }
        Judged operand = requireBoolean(expr.operand().accept(this));
        return operand.isErroneous()
                ? operand
                : operand.negated(TypedExpr.test(Operation.NOT, expr.span(), operand.expr()));
    }

    @Override
    public Judged binary(Expr.Binary expr) {
        if (expr.operator() == BinaryOperator.AND) {
            return and(expr);
        }
        if (expr.operator() == BinaryOperator.OR) {
            return or(expr);
        }
        Optional<Judged> comparison = new CompareToRules(this).check(expr);
        if (comparison.isPresent()) {
            return comparison.get();
        }
        TypedExpr left = value(expr.left());
        TypedExpr right = value(expr.right());
        if (left instanceof TypedExpr.Erroneous || right instanceof TypedExpr.Erroneous) {
            return erroneous(expr.span());
        }
        return switch (expr.operator()) {
            case EQUAL -> new EqualityRules(this).equal(expr, left, right);
            case NOT_EQUAL -> {
                Judged equal = new EqualityRules(this).equal(expr, left, right);
                yield equal.isErroneous()
                        ? equal
                        : equal.negated(TypedExpr.test(Operation.NOT, expr.span(), equal.expr()));
            }
            default -> Judged.of(new OperatorRules(this).binary(expr, left, right));
        };
    }

    private Judged and(Expr.Binary expr) {
        Judged left = condition(environment, facts, expr.left());
        Judged right = condition(environment, facts.and(left.whenTrue()), expr.right());
        if (left.isErroneous() || right.isErroneous()) {
            return erroneous(expr.span());
        }
        Facts rightFalse = left.whenTrue().and(right.whenFalse());
        return new Judged(
                TypedExpr.test(Operation.AND, expr.span(), left.expr(), right.expr()),
                left.whenTrue().and(right.whenTrue()),
                left.whenFalse().or(rightFalse));
    }

    private Judged or(Expr.Binary expr) {
        Judged left = condition(environment, facts, expr.left());
        Judged right = condition(environment, facts.and(left.whenFalse()), expr.right());
        if (left.isErroneous() || right.isErroneous()) {
            return erroneous(expr.span());
        }
        Facts rightTrue = left.whenFalse().and(right.whenTrue());
        return new Judged(
                TypedExpr.test(Operation.OR, expr.span(), left.expr(), right.expr()),
                left.whenTrue().or(rightTrue),
                left.whenFalse().and(right.whenFalse()));
    }

    @Override
    public Judged conditional(Expr.Conditional expr) {
        return new ConditionalRules(this).check(expr);
    }

    @Override
    public Judged cast(Expr.Cast expr) {
        return Judged.of(new OperatorRules(this).cast(expr));
    }

    @Override
    public Judged local(Expr.Local expr) {
        return new LocalRules(this).read(expr);
    }

    @Override
    public Judged let(Expr.Let expr) {
        return new LocalRules(this).let(expr);
    }

    @Override
    public Judged branch(Expr.Branch expr) {
        return new ConditionalRules(this).check(expr);
    }

    @Override
    public Judged switchOf(Expr.Switch expr) {
        return new SwitchRules(this).check(expr, Optional.empty());
    }

    @Override
    public Judged thrown(Expr.Throw expr) {
        return Judged.of(new TypedExpr.Thrown(Types.NULL, expr.span()));
    }

    @Override
    public Judged creation(Expr.Creation expr) {
        return Judged.of(refuse(
                DiagnosticCode.SYNTAX,
                expr.span(),
                "the creation of an object is not part of the query language",
                "a query takes values that are there before it runs",
                created(expr.span())));
    }

    /** What is created of the record's own values has no place but the program. */
    private String created(SourceSpan span) {
        String source = environment.source(span);
        return environment.mentionsRecord(span)
                ? "compare the components that it is made of, or test the record in the program with DB.scan"
                : "create it before the lambda and capture it: var value = " + source;
    }

    @Override
    public Judged lambda(Expr.Lambda expr) {
        return Judged.of(LambdaRules.misplaced(this, expr.span()));
    }

    @Override
    public Judged methodReference(Expr.MethodReference expr) {
        return Judged.of(LambdaRules.misplaced(this, expr.span()));
    }

    /** A checker for a place where more is known. */
    ExpressionChecker where(Facts more) {
        return new ExpressionChecker(environment, facts.and(more), place);
    }

    /** What a choice depends on: a condition by itself if the choice is one. */
    Judged condition(Expr choice, Expr test) {
        boolean separate = place instanceof Place.InCondition in && in.condition() == choice;
        return separate ? condition(environment, facts, test) : requireBoolean(test.accept(this));
    }

    /** Reports what is wrong and what to write instead. */
    TypedExpr refuse(DiagnosticCode code, SourceSpan span, String what, String help) {
        environment.sink().report(new Diagnostic(code, span, what, List.of(), List.of(help)));
        return new TypedExpr.Erroneous(span);
    }

    /** Reports what is wrong, why, and what to write instead. */
    TypedExpr refuse(DiagnosticCode code, SourceSpan span, String what, String why, String help) {
        environment.sink().report(new Diagnostic(code, span, what, List.of(why), List.of(help)));
        return new TypedExpr.Erroneous(span);
    }

    TypedExpr apply(Operation operation, Type type, SourceSpan span, TypedExpr... operands) {
        for (TypedExpr operand : operands) {
            if (operand instanceof TypedExpr.Erroneous) {
                return new TypedExpr.Erroneous(span);
            }
        }
        return new TypedExpr.Apply(operation, List.of(operands), type, span);
    }
}
