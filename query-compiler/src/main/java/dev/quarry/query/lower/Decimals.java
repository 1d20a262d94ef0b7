package dev.quarry.query.lower;

import dev.quarry.plan.BindExpr;
import dev.quarry.plan.BindOperation;
import dev.quarry.plan.Node;
import dev.quarry.plan.function.DecimalFunction;
import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import java.util.List;
import org.jooq.Field;

/** The order of decimals, which is that of the keys that their own columns hold; the scale takes no part in it. */
final class Decimals {
    private final Binds binds;
    private final BindLowering captured;
    private final Values values;
    private final Atoms atoms;

    Decimals(Binds binds, BindLowering captured, Values values, Atoms atoms) {
        this.binds = binds;
        this.captured = captured;
        this.values = values;
        this.atoms = atoms;
    }

    Node order(TypedExpr.Apply expr) {
        TypedExpr left = expr.operand(0);
        TypedExpr right = expr.operand(1);
        if (hasKey(left) && hasKey(right)) {
            return compared(expr.operation(), key(left), key(right), false);
        }
        SqlValue sign = values.invoked(DecimalFunction.COMPARE_DECIMALS, List.of(left, right));
        return compared(expr.operation(), sign.field(), Sql.field("0"), sign.canThrow());
    }

    private static boolean hasKey(TypedExpr expr) {
        return RecordFree.test(expr) || expr instanceof TypedExpr.Column;
    }

    private Field<Object> key(TypedExpr expr) {
        return RecordFree.test(expr)
                ? binds.bind(
                        BindForm.BYTES,
                        BindOperation.STORED,
                        BindExpr.Call.of(BindOperation.REQUIRE, expr.accept(captured)))
                : Sql.column(((TypedExpr.Column) expr).path().toString());
    }

    private Node compared(Operation operation, Field<Object> a, Field<Object> b, boolean canThrow) {
        return switch (operation) {
            case BEFORE -> atoms.atom(a.lt(b), a.ge(b), canThrow);
            case BEFORE_OR_EQUAL -> atoms.atom(a.le(b), a.gt(b), canThrow);
            default -> atoms.atom(a.eq(b), a.ne(b), canThrow);
        };
    }
}
