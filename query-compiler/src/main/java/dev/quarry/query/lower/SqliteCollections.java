package dev.quarry.query.lower;

import dev.quarry.plan.BindExpr;
import dev.quarry.plan.BindOperation;
import dev.quarry.plan.Node;
import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;
import dev.quarry.schema.ScalarKind;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Tests of lists, sets and maps of the record, and of captured ones, which go to SQLite as one JSON text each. */
final class SqliteCollections {
    private static final String NOTHING_BUT =
            "not exists (select value from json_each({0}) except select value from json_each({1}))";

    private final Binds binds;
    private final BindLowering captured;
    private final SqliteEquality equality;
    private final SqliteElements elements;
    private final SqliteValues values;
    private final Atoms atoms;

    SqliteCollections(Binds binds, BindLowering captured, SqliteEquality equality, SqliteValues values, Atoms atoms) {
        this.binds = binds;
        this.captured = captured;
        this.equality = equality;
        this.values = values;
        this.elements = values.elements();
        this.atoms = atoms;
    }

    Node test(TypedExpr.Apply expr) {
        TypedExpr first = expr.operand(0);
        return switch (expr.operation()) {
            case IS_EMPTY -> isEmpty(first);
            case CONTAINS_ALL -> containsAll(first, expr.operand(1));
            default -> contains(expr.operation(), first, expr.operand(1));
        };
    }

    private Node isEmpty(TypedExpr collection) {
        Field<Object> column = values.collection(collection);
        Field<Object> empty = Sql.field(collection.type() instanceof Type.MapOf ? "json_object()" : "'[]'");
        return atoms.atom(column.eq(empty), column.ne(empty), false);
    }

    /** Elements that are in one and not in the other; a captured null is in no stored collection. */
    private Node containsAll(TypedExpr collection, TypedExpr others) {
        Condition none = Sql.condition(NOTHING_BUT, elements.json(others), elements.json(collection));
        return atoms.atom(none, Sql.condition("not ({0})", none), false);
    }

    private Node contains(Operation operation, TypedExpr collection, TypedExpr element) {
        boolean keys = operation == Operation.CONTAINS_KEY;
        if (!RecordFree.test(collection)) {
            Field<Object> json = keys ? values.collection(collection) : elements.json(collection);
            return storedContains(json, keys ? "key" : "value", element);
        }
        BindExpr bound = collection.accept(captured);
        return capturedContains(
                switch (operation) {
                    case CONTAINS_KEY -> BindExpr.Call.of(BindOperation.MAP_KEYS, bound);
                    case CONTAINS_VALUE -> BindExpr.Call.of(BindOperation.MAP_VALUES, bound);
                    default -> bound;
                },
                element);
    }

    /** A stored collection holds no null, and what no store can hold it does not hold either. */
    private Node storedContains(Field<Object> json, String place, TypedExpr element) {
        SqlValue form = elements.form(element);
        Node member = tested("exists (select 1 from json_each({1}) where " + place + " = {0})", form, json);
        boolean present =
                !RecordFree.test(element) || Types.isPrimitive(element.type()) || element instanceof TypedExpr.Constant;
        return present ? member : binds.given(BindOperation.IS_NULL, element.accept(captured), Atoms.FALSE, member);
    }

    /** Where an index has the element's columns, they stand alone. */
    private Node capturedContains(BindExpr collection, TypedExpr element) {
        boolean pair = Types.isPair(element.type()) || Types.is(element.type(), ScalarKind.BIG_DECIMAL);
        if (Types.isFloating(element.type()) || (pair && !(element instanceof TypedExpr.Column))) {
            Field<Object> json = binds.bind(BindOperation.JSON_ELEMENTS, collection);
            return tested(
                    "{0} in (select value from json_each({1}) where type <> 'null')", elements.form(element), json);
        }
        Field<Object> json = binds.bind(BindOperation.JSON_ARRAY, collection);
        if (pair) {
            var columns = equality.columns(element);
            boolean decimal = Types.is(element.type(), ScalarKind.BIG_DECIMAL);
            Condition in = Sql.condition(
                    "({0}, {1}) in (select " + (decimal ? "unhex(value ->> 0)" : "value ->> 0")
                            + ", value ->> 1 from json_each({2}))",
                    columns.get(0),
                    columns.get(1),
                    json);
            return atoms.atom(in, Sql.condition("not {0}", in), false);
        }
        SqlValue computed = values.value(element);
        if (computed.canBeBytes()) {
            SqlValue text = SqlValue.text(SqliteElements.anyText(computed), computed.canThrow(), SqlValue.Range.PLAIN);
            return tested(
                    "({0}) in (select value from json_each({1}) where type <> 'null')",
                    text, elements.texts(collection));
        }
        String value = Types.is(element.type(), ScalarKind.UUID) ? "unhex(value)" : "value";
        return tested("{0} in (select " + value + " from json_each({1}))", computed, json);
    }

    /** {@code NULL in ()} is false in SQLite, so where the element can throw that is tested by itself. */
    private Node tested(String template, SqlValue element, Field<Object> json) {
        Condition in = Sql.condition(template, element.field(), json);
        Condition notIn = Sql.condition("not (" + template + ")", element.field(), json);
        Condition defined = DSL.and(element.definedness());
        return element.canThrow()
                ? atoms.atom(
                        defined.and(in),
                        defined.and(notIn),
                        Sql.condition("case when {0} then {1} end", defined, in),
                        true)
                : atoms.atom(in, notIn, false);
    }
}
