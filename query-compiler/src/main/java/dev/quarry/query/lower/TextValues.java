package dev.quarry.query.lower;

import dev.quarry.plan.BindExpr;
import dev.quarry.plan.BindOperation;
import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import java.util.List;
import org.jooq.Field;

/** Texts inside expressions: columns, binds, and what is made of them. */
final class TextValues {
    private final Binds binds;
    private final BindLowering captured;
    private final Values values;
    private final TextWords words;

    TextValues(Binds binds, BindLowering captured, Values values, TextWords words) {
        this.binds = binds;
        this.captured = captured;
        this.values = values;
        this.words = words;
    }

    /** A text of which a method is called; a captured null throws. */
    SqlValue required(TypedExpr expr) {
        return RecordFree.test(expr)
                ? bound(BindExpr.Call.of(BindOperation.REQUIRE, expr.accept(captured)))
                : stored(expr);
    }

    private SqlValue bound(BindExpr text) {
        return SqlValue.simple(binds.bind(BindForm.TEXT, BindOperation.STORABLE, text));
    }

    private SqlValue stored(TypedExpr expr) {
        boolean joined = expr instanceof TypedExpr.Apply apply && apply.operation() == Operation.CONCAT;
        return joined ? concatenation((TypedExpr.Apply) expr) : values.value(expr);
    }

    private SqlValue concatenation(TypedExpr.Apply expr) {
        return words.joined(orNullText(expr.operand(0)), orNullText(expr.operand(1)));
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
        return SqlValue.computed(Sql.field("coalesce({0}, 'null')", field), false);
    }

    /** Whether an engine's own operations are exact on the texts. */
    static boolean areTexts(List<SqlValue> texts) {
        return texts.stream().noneMatch(SqlValue::canBeBytes);
    }
}
