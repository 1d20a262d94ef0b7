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

/**
 * What lists, sets and maps hold, as {@code json_each} gives it: single values in their {@link dev.quarry.plan.ElementForm}.
 * Nothing here is a JSON path, in which keys such as {@code $.a} and {@code [0]} have meanings of their own.
 */
final class SqliteElements {
    private static final String AT = "(select %s from json_each({0}) where key = {1})";
    private static final String IS_AT = "exists (select 1 from json_each({0}) where key = {1})";

    private final Binds binds;
    private final BindLowering captured;
    private final SqliteValues values;

    SqliteElements(Binds binds, BindLowering captured, SqliteValues values) {
        this.binds = binds;
        this.captured = captured;
        this.values = values;
    }

    /** The JSON of a collection or map of single values. */
    Field<Object> json(TypedExpr collection) {
        if (RecordFree.test(collection)) {
            return binds.bind(BindOperation.JSON_ELEMENTS, collection.accept(captured));
        }
        Field<Object> column = values.collection(collection);
        return Types.isFloating(element(collection.type())) ? Sql.field("quarry_real_bits({0})", column) : column;
    }

    private static Type element(Type type) {
        return type instanceof Type.MapOf map ? map.value() : ((Type.CollectionOf) type).element();
    }

    /** A value as an element; NULL for a stored null. */
    SqlValue form(TypedExpr expr) {
        if (RecordFree.test(expr)) {
            return SqlValue.simple(binds.bind(BindOperation.ELEMENT, expr.accept(captured)));
        }
        if (Types.isFloating(expr.type())) {
            return bits(expr);
        }
        SqlValue value = values.value(expr);
        if (Types.is(expr.type(), ScalarKind.UUID)) {
            return changed(TextFunction.TEXT_OF_UUID.sqlName() + "({0})", value);
        }
        return Types.isPair(expr.type()) ? changed("quarry_pair({0})", value) : value;
    }

    /** A stored null is no NaN, though both are NULL by now. */
    private SqlValue bits(TypedExpr real) {
        SqlValue bits = changed(NumberFunction.DOUBLE_TO_LONG_BITS.sqlName() + "({0})", values.value(real));
        return real instanceof TypedExpr.Column column && column.nullable()
                ? SqlValue.computed(
                        Sql.field(
                                "case when {0} is not null then {1} end",
                                Sql.column(column.path().toString()), bits.field()),
                        false)
                : bits;
    }

    private static SqlValue changed(String template, SqlValue value) {
        return new SqlValue(
                Sql.field(template, value.field()),
                SqlValue.Cost.TIME,
                value.canThrow(),
                SqlValue.Range.PLAIN,
                value.definedness());
    }

    /** {@code list.get(index)} or {@code map.get(key)}; throws where nothing is there. */
    SqlValue at(TypedExpr.Apply expr) {
        TypedExpr collection = expr.operand(0);
        SqlValue place =
                expr.operation() == Operation.ELEMENT_AT ? values.number(expr.operand(1)) : form(expr.operand(1));
        Field<Object> found = Sql.field(String.format(AT, computed(expr.type())), json(collection), place.field());
        if (!Types.isFloating(expr.type())) {
            return SqlValue.computed(found, true);
        }
        List<Condition> defined = new ArrayList<>(place.definedness());
        defined.add(Sql.condition(IS_AT, values.collection(collection), place.field()));
        return new SqlValue(found, SqlValue.Cost.TIME, true, SqlValue.Range.OR_NAN, defined);
    }

    /** The computed form of the element {@code value}. */
    private static String computed(Type type) {
        if (Types.isFloating(type)) {
            return NumberFunction.LONG_BITS_TO_DOUBLE.sqlName() + "(value)";
        }
        if (Types.isPair(type)) {
            return "quarry_pack(value ->> 0, value ->> 1)";
        }
        return Types.is(type, ScalarKind.UUID) ? "unhex(value, '-')" : "value";
    }

    /** A captured collection of texts, some of which no store may hold, next to {@link #anyText}. */
    Field<Object> texts(BindExpr collection) {
        return binds.bind(BindOperation.JSON_TEXTS, collection);
    }

    /** A text that may be bytes, as {@link BindOperation#JSON_TEXTS} has it. */
    static Field<Object> anyText(SqlValue text) {
        return Sql.field("case typeof({0}) when 'blob' then 'X' || hex({0}) else 'T' || {0} end", text.field());
    }

    /** {@code list.indexOf(element)} or {@code list.lastIndexOf(element)}. */
    SqlValue index(TypedExpr.Apply expr) {
        String which = expr.operation() == Operation.INDEX_OF ? "min" : "max";
        TypedExpr list = expr.operand(0);
        SqlValue form = form(expr.operand(1));
        boolean bytes = RecordFree.test(list) && form.canBeBytes();
        Field<Object> index = Sql.field(
                "ifnull((select " + which + "(key) from json_each({0}) where value = {1}), -1)",
                bytes ? texts(list.accept(captured)) : json(list),
                bytes ? anyText(form) : form.field());
        return form.canThrow()
                ? SqlValue.computed(Sql.field("case when {0} then {1} end", DSL.and(form.definedness()), index), true)
                : SqlValue.computed(index, false);
    }
}
