package dev.quarry.query.lower;

import dev.quarry.plan.BindExpr;
import dev.quarry.plan.BindOperation;
import dev.quarry.plan.Node;
import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.type.Types;
import dev.quarry.schema.ScalarKind;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Tests of lists, sets and maps of the record, and of captured ones, which go to the engine as one JSON text each. */
final class CollectionTests {
    private final Binds binds;
    private final BindLowering captured;
    private final Equality equality;
    private final Elements elements;
    private final Values values;
    private final CollectionWords words;
    private final Atoms atoms;

    CollectionTests(
            Binds binds, BindLowering captured, Equality equality, Values values, CollectionWords words, Atoms atoms) {
        this.binds = binds;
        this.captured = captured;
        this.equality = equality;
        this.values = values;
        this.words = words;
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
        Field<Object> empty = words.empty(collection.type());
        return atoms.atom(column.eq(empty), column.ne(empty), false);
    }

    /** Elements that are in one and not in the other; a captured null is in no stored collection. */
    private Node containsAll(TypedExpr collection, TypedExpr others) {
        Condition all = words.hasAll(collection.type(), elements.json(collection), elements.json(others));
        return atoms.atom(all, Sql.condition("not ({0})", all), false);
    }

    private Node contains(Operation operation, TypedExpr collection, TypedExpr element) {
        if (!RecordFree.test(collection)) {
            return storedContains(operation, collection, element);
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
    private Node storedContains(Operation operation, TypedExpr collection, TypedExpr element) {
        boolean key = operation == Operation.CONTAINS_KEY;
        SqlValue form = elements.form(element, key ? Types.STRING : Types.element(collection.type()));
        Node member = tested(
                form,
                key
                        ? words.hasKey(values.collection(collection), form.field())
                        : words.hasValue(collection.type(), elements.json(collection), form.field()));
        boolean present =
                !RecordFree.test(element) || Types.isPrimitive(element.type()) || element instanceof TypedExpr.Constant;
        return present ? member : binds.given(BindOperation.IS_NULL, element.accept(captured), Atoms.FALSE, member);
    }

    /** Where an index has the element's columns, they stand alone. */
    private Node capturedContains(BindExpr collection, TypedExpr element) {
        boolean pair = Types.isPair(element.type()) || Types.is(element.type(), ScalarKind.BIG_DECIMAL);
        if (Types.isFloating(element.type()) || (pair && !(element instanceof TypedExpr.Column))) {
            SqlValue form = elements.form(element, element.type());
            Field<Object> json = binds.bind(BindForm.TEXT, BindOperation.JSON_ELEMENTS, collection);
            return tested(form, words.isAmongForms(element.type(), form.field(), json));
        }
        Field<Object> json = binds.bind(BindForm.TEXT, BindOperation.JSON_ARRAY, collection);
        if (pair) {
            var columns = equality.columns(element);
            Condition in = words.areAmong(element.type(), columns.get(0), columns.get(1), json);
            return atoms.atom(in, Sql.condition("not {0}", in), false);
        }
        SqlValue computed = values.value(element);
        if (computed.canBeBytes()) {
            SqlValue text = SqlValue.computed(elements.anyText(computed), computed.canThrow());
            return tested(text, words.isAmongForms(element.type(), text.field(), elements.texts(collection)));
        }
        return tested(computed, words.isAmong(element.type(), computed.field(), json));
    }

    /** {@code NULL in ()} is false, so where the element can throw that is tested by itself. */
    private Node tested(SqlValue element, Condition in) {
        Condition notIn = Sql.condition("not ({0})", in);
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
