package dev.quarry.query.check;

import dev.quarry.query.ast.Expr;
import dev.quarry.query.diagnostic.DiagnosticCode;
import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;
import dev.quarry.schema.ScalarKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code switch} over texts, enums and whole numbers (JLS 14.11, 15.28): a choice by one test after the other. */
final class SwitchRules {
    private static final Set<ScalarKind> SELECTORS =
            EnumSet.of(ScalarKind.STRING, ScalarKind.INT, ScalarKind.SHORT, ScalarKind.BYTE, ScalarKind.CHAR);

    private final ExpressionChecker checker;

    SwitchRules(ExpressionChecker checker) {
        this.checker = checker;
    }

    /**
     * The chosen value.
     *
     * @param target the primitive type of the variable that it is for, to which each result is converted by itself
     */
    Judged check(Expr.Switch expr, Optional<Type> target) {
        if (!checker.environment().isStatement(expr.span())) {
            checker.environment().noteValue(expr.span());
        }
        TypedExpr selector = selector(expr);
        List<TypedExpr> tests = new ArrayList<>();
        List<TypedExpr> results = new ArrayList<>();
        for (Expr.Case one : expr.cases()) {
            tests.add(test(expr, selector, one));
            results.add(checker.result(expr, one.result()).expr());
        }
        results.add(expr.otherwise()
                .map(other -> checker.result(expr, other).expr())
                .orElseGet(() -> new TypedExpr.Thrown(Types.NULL, expr.span())));
        boolean erroneous = selector instanceof TypedExpr.Erroneous
                || tests.stream().anyMatch(TypedExpr.Erroneous.class::isInstance)
                || results.stream().anyMatch(TypedExpr.Erroneous.class::isInstance);
        if (erroneous) {
            return ExpressionChecker.erroneous(expr.span());
        }
        Joining joining = new Joining(checker, expr.span());
        for (int i = 0; i < expr.cases().size(); i++) {
            joining.box(expr.cases().get(i).result(), results.get(i));
        }
        expr.otherwise().ifPresent(other -> joining.box(other, results.get(results.size() - 1)));
        TypedExpr chosen = target.filter(Types::isNumeric)
                .map(type -> joining.numbers(tests, results, type))
                .orElseGet(() -> joined(joining, tests, results));
        return Judged.of(chosen instanceof TypedExpr.Erroneous ? chosen : Sequence.of(selector, chosen));
    }

    /** Of numbers of different types Java makes one type or leaves each its own, by what the switch is part of. */
    private static TypedExpr joined(Joining joining, List<TypedExpr> tests, List<TypedExpr> results) {
        return Joining.mixesNumbers(results) ? joining.refusedMixture("a switch") : joining.join(tests, results);
    }

    /** The value that is switched over; null makes Java throw. */
    private TypedExpr selector(Expr.Switch expr) {
        TypedExpr value = checker.value(expr.selector());
        if (value instanceof TypedExpr.Erroneous) {
            return value;
        }
        boolean statement = checker.environment().isStatement(expr.span());
        Nullness nullness = (statement ? checker.inStatement(expr) : checker).nullness();
        TypedExpr present = nullness.unboxed(nullness.required(value));
        if (present instanceof TypedExpr.Erroneous) {
            return present;
        }
        boolean known = present.type() instanceof Type.EnumType
                || Types.kind(present.type()).filter(SELECTORS::contains).isPresent();
        if (!known) {
            return checker.refuse(
                    DiagnosticCode.WRONG_TYPE,
                    expr.selector().span(),
                    "a switch over " + Types.withArticle(present.type()) + " has no SQL translation",
                    "supported: String, enums, int, short, byte and char",
                    "compare with == or equals in an if");
        }
        return Types.isPrimitive(present.type())
                ? present
                : checker.apply(Operation.UNBOX, present.type(), present.span(), present);
    }

    private TypedExpr test(Expr.Switch expr, TypedExpr selector, Expr.Case one) {
        if (selector instanceof TypedExpr.Erroneous) {
            return selector;
        }
        return one.labels().stream()
                .map(label -> test(selector, label))
                .reduce((a, b) -> checker.apply(Operation.OR, Types.BOOLEAN, expr.span(), a, b))
                .orElseThrow();
    }

    private TypedExpr test(TypedExpr selector, Expr label) {
        if (selector.type() instanceof Type.EnumType type) {
            Optional<String> name =
                    NameRules.dotted(label).map(dotted -> dotted.substring(dotted.lastIndexOf('.') + 1));
            return name.<TypedExpr>map(constant ->
                            new TypedExpr.StaticField(type.className(), constant, selector.type(), label.span()))
                    .map(constant ->
                            checker.apply(Operation.IDENTICAL, Types.BOOLEAN, label.span(), selector, constant))
                    .orElseGet(() -> notConstant(label));
        }
        TypedExpr constant = checker.value(label);
        if (constant instanceof TypedExpr.Erroneous) {
            return constant;
        }
        if (Types.is(selector.type(), ScalarKind.STRING)) {
            return checker.apply(Operation.EQUALS, Types.BOOLEAN, label.span(), selector, constant);
        }
        OperatorRules operators = new OperatorRules(checker);
        return checker.apply(
                Operation.EQUAL,
                Types.BOOLEAN,
                label.span(),
                operators.converted(selector, Types.INT),
                operators.converted(constant, Types.INT));
    }

    private TypedExpr notConstant(Expr label) {
        return checker.refuse(
                DiagnosticCode.WRONG_TYPE, label.span(), "this is not a constant of the enum", "name one");
    }
}
