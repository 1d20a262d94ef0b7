package dev.quarry.query.lower;

import dev.quarry.plan.BindExpr;
import dev.quarry.plan.BindOperation;
import dev.quarry.plan.Node;
import dev.quarry.plan.function.TextFunction;
import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.type.Types;
import dev.quarry.schema.ScalarKind;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** {@code compareTo} next to 0, {@code isBefore} and {@code isAfter}. No operand is null in any record. */
final class Order {
    private final Binds binds;
    private final BindLowering captured;
    private final Equality equality;
    private final Comparisons comparisons;
    private final Values values;
    private final Atoms atoms;
    private final Decimals decimals;

    Order(Binds binds, BindLowering captured, Equality equality, Comparisons comparisons, Values values, Atoms atoms) {
        this.binds = binds;
        this.captured = captured;
        this.equality = equality;
        this.comparisons = comparisons;
        this.values = values;
        this.atoms = atoms;
        this.decimals = new Decimals(binds, captured, values, atoms);
    }

    Node order(TypedExpr.Apply expr) {
        TypedExpr left = expr.operand(0);
        TypedExpr right = expr.operand(1);
        if (Types.isNumeric(left.type())) {
            return comparisons.compare(numeric(expr.operation()), left, right);
        }
        if (Types.is(left.type(), ScalarKind.BIG_DECIMAL)) {
            return decimals.order(expr);
        }
        if (expr.operation() == Operation.COMPARES_EQUAL) {
            return equality.equal(left, right, Equality.CapturedNull.THROWS);
        }
        boolean orEqual = expr.operation() == Operation.BEFORE_OR_EQUAL;
        if (Types.is(left.type(), ScalarKind.STRING)) {
            return texts(left, right, orEqual);
        }
        return Types.isPair(left.type()) && isStored(left) && isStored(right)
                ? pairs(pair(left), pair(right), orEqual)
                : values(values.value(left), values.value(right), orEqual);
    }

    private static boolean isStored(TypedExpr expr) {
        return RecordFree.test(expr) || expr instanceof TypedExpr.Column;
    }

    private Node values(SqlValue left, SqlValue right, boolean orEqual) {
        Field<Object> a = left.field();
        Field<Object> b = right.field();
        boolean canThrow = left.canThrow() || right.canThrow();
        return orEqual ? atoms.atom(a.le(b), a.gt(b), canThrow) : atoms.atom(a.lt(b), a.ge(b), canThrow);
    }

    private static Operation numeric(Operation operation) {
        return switch (operation) {
            case BEFORE -> Operation.LESS;
            case BEFORE_OR_EQUAL -> Operation.LESS_OR_EQUAL;
            case COMPARES_EQUAL -> Operation.EQUAL;
            default -> throw new IllegalArgumentException("not an order: " + operation);
        };
    }

    private List<Field<Object>> pair(TypedExpr expr) {
        return RecordFree.test(expr)
                ? equality.bound(expr.type(), BindExpr.Call.of(BindOperation.REQUIRE, expr.accept(captured)))
                : equality.columns(expr);
    }

    private Node pairs(List<Field<Object>> left, List<Field<Object>> right, boolean orEqual) {
        var a = DSL.row(left.get(0), left.get(1));
        var b = DSL.row(right.get(0), right.get(1));
        return orEqual ? atoms.atom(a.le(b), a.gt(b), false) : atoms.atom(a.lt(b), a.ge(b), false);
    }

    /**
     * Engines order texts by code points, Java by chars. The two agree when one of the texts has no character at or above
     * U+D800: where the texts first differ, either both characters are below it or the other one alone is above.
     */
    private Node texts(TypedExpr left, TypedExpr right, boolean orEqual) {
        SqlValue sign = values.invoked(TextFunction.COMPARE_TEXTS, List.of(left, right));
        Condition below = orEqual ? sign.field().le(zero()) : sign.field().lt(zero());
        Condition notBelow = orEqual ? sign.field().gt(zero()) : sign.field().ge(zero());
        Node asJava = atoms.atom(below, notBelow, sign.canThrow());
        if (!RecordFree.test(left) && !RecordFree.test(right)) {
            return asJava;
        }
        SqlValue a = values.text(left);
        SqlValue b = values.text(right);
        if (!TextValues.areTexts(List.of(a, b))) {
            return asJava;
        }
        BindExpr bound = (RecordFree.test(left) ? left : right).accept(captured);
        return binds.given(BindOperation.HAS_HIGH_CHARACTER, bound, asJava, values(a, b, orEqual));
    }

    private static Field<Object> zero() {
        return Sql.field("0");
    }
}
