package dev.quarry.query.lower;

import dev.quarry.plan.BindExpr;
import dev.quarry.plan.BindOperation;
import dev.quarry.plan.Node;
import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;
import dev.quarry.schema.ScalarKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Equality of values, as {@code equals} has it. */
final class Equality {
    private final Binds binds;
    private final BindLowering captured;
    private final Values values;
    private final Words words;
    private final Atoms atoms;

    Equality(Binds binds, BindLowering captured, Values values, Words words, Atoms atoms) {
        this.binds = binds;
        this.captured = captured;
        this.values = values;
        this.words = words;
        this.atoms = atoms;
    }

    /** What a captured null does. */
    enum CapturedNull {
        /** It equals a stored null and nothing else. */
        EQUALS_NULL,
        /** It is called upon, and throws. */
        THROWS
    }

    Node equal(TypedExpr left, TypedExpr right, CapturedNull whenNull) {
        return comparable(withoutBox(left), withoutBox(right), whenNull);
    }

    /** A component in its box is the component, whose columns tell more than its value in an expression. */
    private static TypedExpr withoutBox(TypedExpr expr) {
        boolean boxed = expr instanceof TypedExpr.Apply apply
                && apply.operation() == Operation.UNBOX
                && apply.operand(0) instanceof TypedExpr.Column;
        return boxed ? ((TypedExpr.Apply) expr).operand(0) : expr;
    }

    private Node comparable(TypedExpr left, TypedExpr right, CapturedNull whenNull) {
        if (RecordFree.test(left)) {
            return withCaptured(right, left, whenNull);
        }
        return RecordFree.test(right) ? withCaptured(left, right, whenNull) : betweenColumns(left, right);
    }

    private Node betweenColumns(TypedExpr left, TypedExpr right) {
        boolean computed = !(left instanceof TypedExpr.Column && right instanceof TypedExpr.Column);
        List<Field<Object>> a = computed ? List.of(values.value(left).field()) : columns(left);
        List<Field<Object>> b = computed ? List.of(values.value(right).field()) : columns(right);
        if (Types.isFloating(left.type())) {
            Condition same = words.reals().same(a.get(0), b.get(0));
            return atoms.atom(same, same.not(), false);
        }
        return equal(left, a, b, isNullable(left) || isNullable(right), canThrow(left) || canThrow(right));
    }

    private Node equal(
            TypedExpr sample, List<Field<Object>> a, List<Field<Object>> b, boolean nullable, boolean canThrow) {
        if (!nullable) {
            return atoms.atom(all(a, b, Field::eq), any(a, b, Field::ne), canThrow);
        }
        Condition same = all(a, b, Field::isNotDistinctFrom);
        Condition different = any(a, b, Field::isDistinctFrom);
        if (!canThrow) {
            return atoms.atom(same, different, false);
        }
        // what can throw is computed, and NULL nowhere else; the nullable side is the other one
        Field<Object> computed = canThrow(sample) ? a.get(0) : b.get(0);
        return atoms.atom(
                computed.isNotNull().and(same),
                computed.isNotNull().and(different),
                Sql.condition("case when {0} then {1} end", computed.isNotNull(), same),
                true);
    }

    private static Condition all(
            List<Field<Object>> a, List<Field<Object>> b, BiFunction<Field<Object>, Field<Object>, Condition> test) {
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            conditions.add(test.apply(a.get(i), b.get(i)));
        }
        return DSL.and(conditions);
    }

    private static Condition any(
            List<Field<Object>> a, List<Field<Object>> b, BiFunction<Field<Object>, Field<Object>, Condition> test) {
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            conditions.add(test.apply(a.get(i), b.get(i)));
        }
        return DSL.or(conditions);
    }

    private Node withCaptured(TypedExpr stored, TypedExpr bound, CapturedNull whenNull) {
        BindExpr value = bound.accept(captured);
        Node equal = withValue(stored, bound.type(), value);
        if (Types.isPrimitive(bound.type()) || (bound instanceof TypedExpr.Constant known && known.value() != null)) {
            return equal;
        }
        Node withNull = whenNull == CapturedNull.THROWS ? Atoms.THROWS : equalsNull(stored);
        return binds.given(BindOperation.IS_NULL, value, withNull, equal);
    }

    private Node equalsNull(TypedExpr stored) {
        return isNullable(stored) ? atoms.isNull(columns(stored).get(0)) : equalsNothing(stored);
    }

    /** False, where the value does not throw. */
    private Node equalsNothing(TypedExpr stored) {
        Field<Object> value = columns(stored).get(0);
        if (!canThrow(stored)) {
            return atoms.never(value, binds);
        }
        Condition defined = value.isNotNull();
        return atoms.atom(DSL.falseCondition(), defined, Sql.condition("case when {0} then false end", defined), true);
    }

    /** Next to a value that is not null. */
    private Node withValue(TypedExpr stored, Type type, BindExpr value) {
        List<Field<Object>> columns = columns(stored);
        boolean storable = Types.is(type, ScalarKind.STRING) && !canBeBytes(stored);
        List<Field<Object>> bound = stored instanceof TypedExpr.Column || storable
                ? bound(type, value)
                : List.of(values.bound(type, value).field());
        Node equal = isNullable(stored)
                ? equalsPresent(columns, bound)
                : equal(stored, columns, bound, false, canThrow(stored));
        if (storable) {
            return binds.given(BindOperation.IS_STORABLE, value, equal, equalsNothing(stored));
        }
        if (!Types.isFloating(type)) {
            return equal;
        }
        Condition sameZero = words.reals().sameZero(columns.get(0), bound.get(0));
        Node zero = atoms.atom(Sql.isTrue(sameZero), Sql.isNotTrue(sameZero), false);
        return binds.given(BindOperation.IS_ZERO, value, zero, equal);
    }

    /** A nullable component next to what is not null. */
    private Node equalsPresent(List<Field<Object>> columns, List<Field<Object>> bound) {
        return atoms.atom(
                all(columns, bound, words.values()::holds),
                any(columns, bound, Field::isDistinctFrom),
                all(columns, bound, Field::isNotDistinctFrom),
                false);
    }

    /** The columns of a component, or the field of a computed number. */
    List<Field<Object>> columns(TypedExpr expr) {
        if (expr instanceof TypedExpr.Column column) {
            String token = column.path().toString();
            if (Types.isPair(column.type())) {
                return List.of(Sql.column(token), Sql.column(token + "#nano"));
            }
            return Types.is(column.type(), ScalarKind.BIG_DECIMAL)
                    ? List.of(Sql.column(token), Sql.column(token + "#scale"))
                    : List.of(Sql.column(token));
        }
        return List.of(values.value(expr).field());
    }

    /** The stored forms of a captured value. */
    List<Field<Object>> bound(Type type, BindExpr value) {
        if (Types.isPair(type) || Types.is(type, ScalarKind.BIG_DECIMAL)) {
            return List.of(
                    binds.bind(BindForm.stored(type), BindOperation.STORED, value),
                    binds.bind(BindForm.WHOLE, BindOperation.STORED_SECOND, value));
        }
        boolean asItIs = Types.is(type, ScalarKind.STRING)
                || Types.is(type, ScalarKind.INT)
                || Types.is(type, ScalarKind.LONG)
                || Types.isBoolean(type);
        BindForm form = BindForm.stored(type);
        return List.of(asItIs ? binds.bind(form, value) : binds.bind(form, BindOperation.STORED, value));
    }

    private boolean canBeBytes(TypedExpr expr) {
        return !(expr instanceof TypedExpr.Column) && values.value(expr).canBeBytes();
    }

    private static boolean isNullable(TypedExpr expr) {
        return expr instanceof TypedExpr.Column column && column.nullable();
    }

    private boolean canThrow(TypedExpr expr) {
        return !(expr instanceof TypedExpr.Column) && values.value(expr).canThrow();
    }
}
