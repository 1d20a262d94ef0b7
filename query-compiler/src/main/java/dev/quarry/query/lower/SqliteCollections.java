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
            return member(list, equality.columns(element).get(0));
        }
        BindExpr value = element.accept(captured);
        Node member = member(list, binds.bind(value));
        Node storable = binds.given(BindOperation.IS_STORABLE, value, member, Atoms.FALSE);
        return binds.given(BindOperation.IS_NULL, value, Atoms.FALSE, storable);
    }

    private Node member(Field<Object> list, Field<Object> value) {
        String exists = "exists (select 1 from json_each({0}) where value = {1})";
        return atoms.atom(Sql.condition(exists, list, value), Sql.condition("not " + exists, list, value), false);
    }

    private Node capturedContains(TypedExpr collection, TypedExpr element) {
        Field<Object> json = binds.bind(BindOperation.JSON_ARRAY, collection.accept(captured));
        if (element instanceof TypedExpr.Apply && Types.isNumeric(element.type())) {
            SqlValue number = values.number(element);
            return among(number.field(), "{0} in (select value from json_each({1}))", json, number.canThrow());
        }
        List<Field<Object>> columns = equality.columns(element);
        if (Types.is(element.type(), ScalarKind.INSTANT)) {
            String pairs = "({0}, {1}) in (select value ->> 0, value ->> 1 from json_each({2}))";
            return atoms.atom(
                    Sql.condition(pairs, columns.get(0), columns.get(1), json),
                    Sql.condition("not (" + pairs + ")", columns.get(0), columns.get(1), json),
                    false);
        }
        String value = Types.is(element.type(), ScalarKind.UUID) ? "unhex(value)" : "value";
        return among(columns.get(0), "{0} in (select " + value + " from json_each({1}))", json, false);
    }

    /** {@code NULL in ()} is false in SQLite, so where the element can throw that is tested by itself. */
    private Node among(Field<Object> element, String template, Field<Object> json, boolean canThrow) {
        Condition in = Sql.condition(template, element, json);
        Condition notIn = Sql.condition("not (" + template + ")", element, json);
        return canThrow
                ? atoms.atom(
                        element.isNotNull().and(in),
                        element.isNotNull().and(notIn),
                        Sql.condition("case when {0} then {1} end", element.isNotNull(), in),
                        true)
                : atoms.atom(in, notIn, false);
    }
}
