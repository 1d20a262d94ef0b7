package dev.quarry.query.lower;

import dev.quarry.plan.BindExpr;
import dev.quarry.plan.BindOperation;
import dev.quarry.plan.Node;
import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.type.Types;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** {@code == < <=} on values. {@code >} and {@code >=} come with their operands exchanged. */
final class Comparisons {
    private final Binds binds;
    private final BindLowering captured;
    private final Values values;
    private final RealWords words;
    private final Atoms atoms;

    Comparisons(Binds binds, BindLowering captured, Values values, RealWords words, Atoms atoms) {
        this.binds = binds;
        this.captured = captured;
        this.values = values;
        this.words = words;
        this.atoms = atoms;
    }

    Node compare(Operation operation, TypedExpr left, TypedExpr right) {
        if (!Types.isFloating(left.type())) {
            SqlValue a = values.number(left);
            SqlValue b = values.number(right);
            return atoms.atom(
                    holds(operation, a.field(), b.field()),
                    fails(operation, a.field(), b.field()),
                    a.canThrow() || b.canThrow());
        }
        if (RecordFree.test(left)) {
            return unlessNaN(left, operation, left, right);
        }
        return RecordFree.test(right)
                ? unlessNaN(right, operation, left, right)
                : computed(operation, values.number(left), values.number(right));
    }

    /** No comparison with a captured NaN holds, but one with a record that throws still throws. */
    private Node unlessNaN(TypedExpr bound, Operation operation, TypedExpr left, TypedExpr right) {
        BindExpr value = bound.accept(captured);
        TypedExpr other = bound == left ? right : left;
        SqlValue number = values.number(other);
        Node withNumber = column(other)
                .map(column -> stored(operation, bound == left, column, bound))
                .orElseGet(() -> computed(operation, values.number(left), values.number(right)));
        Node withNaN = number.canThrow()
                ? atoms.atom(DSL.falseCondition(), DSL.and(number.definedness()), never(number), true)
                : atoms.never(number.field(), binds);
        return binds.given(BindOperation.IS_NAN, value, withNaN, withNumber);
    }

    private static Condition never(SqlValue number) {
        return Sql.condition("case when {0} then false end", DSL.and(number.definedness()));
    }

    private static Optional<Field<Object>> column(TypedExpr expr) {
        if (expr instanceof TypedExpr.Apply unboxed && unboxed.operation() == Operation.UNBOX) {
            return column(unboxed.operand(0));
        }
        return expr instanceof TypedExpr.Column column
                ? Optional.of(Sql.column(column.path().toString()))
                : Optional.empty();
    }

    /** A stored double next to a number: a stored NaN sorts behind all values. */
    private Node stored(Operation operation, boolean boundFirst, Field<Object> column, TypedExpr bound) {
        Field<Object> value = binds.bind(BindForm.REAL, BindOperation.STORED, bound.accept(captured));
        if (operation == Operation.EQUAL) {
            return atoms.atom(column.eq(value), column.ne(value), false);
        }
        if (!boundFirst) {
            return atoms.atom(holds(operation, column, value), fails(operation, column, value), false);
        }
        return atoms.atom(
                holds(operation, value, column).and(words.isNumber(column)),
                fails(operation, value, column).or(words.isNaN(column)),
                false);
    }

    private Node computed(Operation operation, SqlValue left, SqlValue right) {
        Condition holds = holds(operation, left.field(), right.field());
        boolean canThrow = left.canThrow() || right.canThrow();
        if (!left.canBeNaN() && !right.canBeNaN() && !canThrow) {
            return atoms.atom(holds, fails(operation, left.field(), right.field()), false);
        }
        if (!canThrow) {
            return atoms.atom(holds, Sql.isNotTrue(holds), Sql.isTrue(holds), false);
        }
        Condition defined = SqlValue.allDefined(left, right);
        return atoms.atom(
                defined.and(holds),
                defined.and(Sql.isNotTrue(holds)),
                Sql.condition("case when {0} then {1} end", defined, Sql.isTrue(holds)),
                true);
    }

    private static Condition holds(Operation operation, Field<Object> a, Field<Object> b) {
        return switch (operation) {
            case EQUAL -> a.eq(b);
            case LESS -> Sql.isBind(a) ? b.gt(a) : a.lt(b);
            case LESS_OR_EQUAL -> Sql.isBind(a) ? b.ge(a) : a.le(b);
            default -> throw new IllegalArgumentException("not a comparison: " + operation);
        };
    }

    private static Condition fails(Operation operation, Field<Object> a, Field<Object> b) {
        return switch (operation) {
            case EQUAL -> a.ne(b);
            case LESS -> Sql.isBind(a) ? b.le(a) : a.ge(b);
            case LESS_OR_EQUAL -> Sql.isBind(a) ? b.lt(a) : a.gt(b);
            default -> throw new IllegalArgumentException("not a comparison: " + operation);
        };
    }
}
