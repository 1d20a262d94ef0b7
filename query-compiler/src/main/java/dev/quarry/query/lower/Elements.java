package dev.quarry.query.lower;

import dev.quarry.plan.BindExpr;
import dev.quarry.plan.BindOperation;
import dev.quarry.plan.function.NumberFunction;
import dev.quarry.plan.function.TextFunction;
import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;
import dev.quarry.schema.ScalarKind;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** What lists, sets and maps hold: single values in their {@link dev.quarry.plan.ElementForm}. */
final class Elements {
    private final Binds binds;
    private final BindLowering captured;
    private final Values values;
    private final CollectionWords words;

    Elements(Binds binds, BindLowering captured, Values values, CollectionWords words) {
        this.binds = binds;
        this.captured = captured;
        this.values = values;
        this.words = words;
    }

    /** The JSON of a collection or map of single values. */
    Field<Object> json(TypedExpr collection) {
        if (RecordFree.test(collection)) {
            return binds.bind(BindForm.TEXT, BindOperation.JSON_ELEMENTS, collection.accept(captured));
        }
        Field<Object> column = values.collection(collection);
        return Types.isFloating(Types.element(collection.type())) ? words.realBits(column) : column;
    }

    /** A value as an element of that type; NULL for a stored null. */
    SqlValue form(TypedExpr expr, Type element) {
        if (RecordFree.test(expr)) {
            return SqlValue.simple(binds.bind(BindForm.element(element), BindOperation.ELEMENT, expr.accept(captured)));
        }
        if (Types.isFloating(expr.type())) {
            return bits(expr);
        }
        SqlValue value = values.value(expr);
        if (Types.is(expr.type(), ScalarKind.UUID)) {
            return changed(values.call(TextFunction.TEXT_OF_UUID, value.field()), value);
        }
        return Types.isPair(expr.type()) ? changed(words.pairForm(value.field()), value) : value;
    }

    /** A stored null is no NaN, though both are NULL by now. */
    private SqlValue bits(TypedExpr real) {
        SqlValue number = values.value(real);
        SqlValue bits = changed(values.call(NumberFunction.DOUBLE_TO_LONG_BITS, number.field()), number);
        return real instanceof TypedExpr.Column column && column.nullable()
                ? SqlValue.computed(
                        Sql.field(
                                "case when {0} is not null then {1} end",
                                Sql.column(column.path().toString()), bits.field()),
                        false)
                : bits;
    }

    private static SqlValue changed(Field<Object> form, SqlValue value) {
        return new SqlValue(form, SqlValue.Cost.TIME, value.canThrow(), SqlValue.Range.PLAIN, value.definedness());
    }

    /** {@code list.get(index)} or {@code map.get(key)}; throws where nothing is there. */
    SqlValue at(TypedExpr.Apply expr) {
        TypedExpr collection = expr.operand(0);
        SqlValue place = expr.operation() == Operation.ELEMENT_AT
                ? values.number(expr.operand(1))
                : form(expr.operand(1), Types.STRING);
        Type type = collection.type();
        Field<Object> found = words.at(type, json(collection), place.field());
        if (!Types.isFloating(expr.type())) {
            return SqlValue.computed(found, true);
        }
        List<Condition> defined = new ArrayList<>(place.definedness());
        defined.add(words.isAt(type, values.collection(collection), place.field()));
        return new SqlValue(found, SqlValue.Cost.TIME, true, SqlValue.Range.OR_NAN, defined);
    }

    /** A captured collection of texts, some of which no store may hold, next to {@link #anyText}. */
    Field<Object> texts(BindExpr collection) {
        return binds.bind(BindForm.TEXT, BindOperation.JSON_TEXTS, collection);
    }

    /** A computed text next to {@link #texts}. */
    Field<Object> anyText(SqlValue text) {
        return words.anyText(text.field());
    }

    /** {@code list.indexOf(element)} or {@code list.lastIndexOf(element)}. */
    SqlValue index(TypedExpr.Apply expr) {
        CollectionWords.Which which =
                expr.operation() == Operation.INDEX_OF ? CollectionWords.Which.FIRST : CollectionWords.Which.LAST;
        TypedExpr list = expr.operand(0);
        SqlValue form = form(expr.operand(1), Types.element(list.type()));
        boolean bytes = RecordFree.test(list) && form.canBeBytes();
        Field<Object> index = words.index(
                which,
                list.type(),
                bytes ? texts(list.accept(captured)) : json(list),
                bytes ? anyText(form) : form.field());
        return form.canThrow()
                ? SqlValue.computed(Sql.field("case when {0} then {1} end", DSL.and(form.definedness()), index), true)
                : SqlValue.computed(index, false);
    }
}
