package dev.quarry.query.lower;

import dev.quarry.plan.BindExpr;
import dev.quarry.plan.BindOperation;
import dev.quarry.plan.function.TextFunction;
import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import java.util.List;
import org.jooq.Field;

/** Texts in SQLite: columns, binds, and what is made of them. */
final class SqliteTextValues {
    private final Binds binds;
    private final BindLowering captured;
    private final SqliteValues values;

    SqliteTextValues(Binds binds, BindLowering captured, SqliteValues values) {
        this.binds = binds;
        this.captured = captured;
        this.values = values;
    }

    /** A text of which a method is called; a captured null throws. */
    SqlValue required(TypedExpr expr) {
        return RecordFree.test(expr)
                ? bound(BindExpr.Call.of(BindOperation.REQUIRE, expr.accept(captured)))
                : stored(expr);
    }

    private SqlValue bound(BindExpr text) {
        return SqlValue.simple(binds.bind(BindOperation.STORABLE, text));
    }

    private SqlValue stored(TypedExpr expr) {
        boolean joined = expr instanceof TypedExpr.Apply apply && apply.operation() == Operation.CONCAT;
        return joined ? concatenation((TypedExpr.Apply) expr) : values.value(expr);
    }

    private SqlValue concatenation(TypedExpr.Apply expr) {
        SqlValue left = orNullText(expr.operand(0));
        SqlValue right = orNullText(expr.operand(1));
        boolean canThrow = left.canThrow() || right.canThrow();
        boolean bytes = left.canBeBytes() || right.canBeBytes();
        String template = bytes ? TextFunction.CONCAT.sqlName() + "({0}, {1})" : "({0} || {1})";
        return SqlValue.text(
                Sql.field(template, left.field(), right.field()),
                canThrow,
                bytes ? SqlValue.Range.OR_BYTES : SqlValue.Range.PLAIN);
    }

    private SqlValue orNullText(TypedExpr expr) {
        if (RecordFree.test(expr)) {
            boolean known = expr instanceof TypedExpr.Constant constant && constant.value() != null;
            SqlValue bound = bound(expr.accept(captured));
            return known ? bound : nullText(bound.field());
        }
        boolean nullable = expr instanceof TypedExpr.Column column && column.nullable();
        return nullable ? nullText(stored(expr).field()) : stored(expr);
    }

    private static SqlValue nullText(Field<Object> field) {
        return SqlValue.computed(Sql.field("ifnull({0}, 'null')", field), false);
    }

    /** Whether SQLite's own operations are exact on the texts. */
    static boolean areTexts(List<SqlValue> texts) {
        return texts.stream().noneMatch(SqlValue::canBeBytes);
    }
}
