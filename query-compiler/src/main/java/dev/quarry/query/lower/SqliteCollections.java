package dev.quarry.query.lower;

import dev.quarry.plan.BindExpr;
import dev.quarry.plan.BindOperation;
import dev.quarry.plan.Node;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;
import dev.quarry.schema.ScalarKind;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;

/** Lists and maps of the record, and captured collections, which go to SQLite as one JSON text each. */
final class SqliteCollections {
    private final Binds binds;
    private final BindLowering captured;
    private final SqliteEquality equality;
    private final SqliteValues values;
    private final Atoms atoms;

    SqliteCollections(Binds binds, BindLowering captured, SqliteEquality equality, SqliteValues values, Atoms atoms) {
        this.binds = binds;
        this.captured = captured;
        this.equality = equality;
        this.values = values;
        this.atoms = atoms;
    }

    Node isEmpty(TypedExpr collection) {
        Field<Object> column = equality.columns(collection).get(0);
        Field<Object> empty = Sql.field(collection.type() instanceof Type.MapOf ? "json_object()" : "'[]'");
        return atoms.atom(column.eq(empty), column.ne(empty), false);
    }

    Node contains(TypedExpr collection, TypedExpr element) {
        return collection instanceof TypedExpr.Column column
                ? storedContains(Sql.column(column.path().toString()), element)
                : capturedContains(collection, element);
    }

    /** A stored list holds no null, and what no store can hold it does not hold either. */
    private Node storedContains(Field<Object> list, TypedExpr element) {
        if (!RecordFree.test(element)) {
            return element instanceof TypedExpr.Column column
                    ? member(list, Sql.column(column.path().toString()), false)
                    : computedMember(list, values.value(element));
        }
        BindExpr value = element.accept(captured);
        Node member = member(list, binds.bind(value), false);
        Node storable = binds.given(BindOperation.IS_STORABLE, value, member, Atoms.FALSE);
        return binds.given(BindOperation.IS_NULL, value, Atoms.FALSE, storable);
    }

    private Node computedMember(Field<Object> list, SqlValue element) {
        return member(list, element.field(), element.canThrow());
    }

    /** A computed text is NULL where it throws, and in no list then. */
    private Node member(Field<Object> list, Field<Object> value, boolean canThrow) {
        String exists = "exists (select 1 from json_each({0}) where value = {1})";
        Condition in = Sql.condition(exists, list, value);
        return canThrow
                ? whereDefined(value, in, Sql.condition("not " + exists, list, value))
                : atoms.atom(in, Sql.condition("not " + exists, list, value), false);
    }

    private Node whereDefined(Field<Object> element, Condition in, Condition notIn) {
        return atoms.atom(
                element.isNotNull().and(in),
                element.isNotNull().and(notIn),
                Sql.condition("case when {0} then {1} end", element.isNotNull(), in),
                true);
    }

    private Node capturedContains(TypedExpr collection, TypedExpr element) {
        Field<Object> json = binds.bind(BindOperation.JSON_ARRAY, collection.accept(captured));
        boolean stored = element instanceof TypedExpr.Column;
        if (!stored && !Types.is(element.type(), ScalarKind.INSTANT)) {
            SqlValue computed = values.value(element);
            return among(computed.field(), elements(element.type()), json, computed.canThrow());
        }
        if (!stored) {
            SqlValue computed = values.value(element);
            String packed = "{0} in (select quarry_pack(value ->> 0, value ->> 1) from json_each({1}))";
            return among(computed.field(), packed, json, computed.canThrow());
        }
        List<Field<Object>> columns = equality.columns(element);
        if (Types.is(element.type(), ScalarKind.INSTANT)) {
            String pairs = "({0}, {1}) in (select value ->> 0, value ->> 1 from json_each({2}))";
            return atoms.atom(
                    Sql.condition(pairs, columns.get(0), columns.get(1), json),
                    Sql.condition("not (" + pairs + ")", columns.get(0), columns.get(1), json),
                    false);
        }
        return among(columns.get(0), elements(element.type()), json, false);
    }

    private static String elements(Type type) {
        String value = Types.is(type, ScalarKind.UUID) ? "unhex(value)" : "value";
        return "{0} in (select " + value + " from json_each({1}))";
    }

    /** {@code NULL in ()} is false in SQLite, so where the element can throw that is tested by itself. */
    private Node among(Field<Object> element, String template, Field<Object> json, boolean canThrow) {
        Condition in = Sql.condition(template, element, json);
        Condition notIn = Sql.condition("not (" + template + ")", element, json);
        return canThrow ? whereDefined(element, in, notIn) : atoms.atom(in, notIn, false);
    }
}
