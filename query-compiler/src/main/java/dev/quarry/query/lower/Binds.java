package dev.quarry.query.lower;

import dev.quarry.plan.BindExpr;
import dev.quarry.plan.BindOperation;
import dev.quarry.plan.ConstantExpression;
import dev.quarry.plan.Node;
import dev.quarry.plan.Template;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;

/** Collects what one plan binds and decides by; equal expressions share a place. Not thread-safe. */
final class Binds {
    private final ValueWords words;
    private final List<BindExpr> binds = new ArrayList<>();
    private final List<BindExpr> tests = new ArrayList<>();

    Binds(ValueWords words) {
        this.words = words;
    }

    /** A question mark for the value of an expression. */
    Field<Object> bind(BindForm form, BindExpr expr) {
        return words.bind(place(binds, expr), form);
    }

    /** A question mark for the value of an operation. */
    Field<Object> bind(BindForm form, BindOperation operation, BindExpr... operands) {
        return bind(form, BindExpr.Call.of(operation, operands));
    }

    /** A choice by a boolean that the captured values decide. */
    Node given(BindExpr test, Node then, Node otherwise) {
        return then.equals(otherwise) && then instanceof Node.Constant && !canThrow(test)
                ? then
                : new Node.Given(place(tests, test), then, otherwise);
    }

    /** A choice by an operation. */
    Node given(BindOperation operation, BindExpr operand, Node then, Node otherwise) {
        return given(BindExpr.Call.of(operation, operand), then, otherwise);
    }

    private static boolean canThrow(BindExpr test) {
        return !(test instanceof BindExpr.Constant);
    }

    /** Whether every bind of a template is a constant of the source, which computing does not make throw. */
    boolean areKnown(Template template) {
        return template.bindIndexes().stream().allMatch(index -> isKnown(binds.get(index)));
    }

    private static boolean isKnown(BindExpr expr) {
        if (expr instanceof BindExpr.Call call) {
            return call.operands().stream().allMatch(Binds::isKnown)
                    && ConstantExpression.value(expr).isPresent();
        }
        return expr instanceof BindExpr.Constant;
    }

    private static int place(List<BindExpr> list, BindExpr expr) {
        int known = list.indexOf(expr);
        if (known >= 0) {
            return known;
        }
        list.add(expr);
        return list.size() - 1;
    }

    List<BindExpr> binds() {
        return binds;
    }

    List<BindExpr> tests() {
        return tests;
    }
}
