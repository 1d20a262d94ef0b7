package dev.quarry.query.lower;

import dev.quarry.plan.BindExpr;
import dev.quarry.plan.BindOperation;
import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import org.jooq.Field;

/** Texts in SQLite: columns, binds, and what the program's own methods make of them. None throws for any record. */
final class SqliteTextValues {
    private final Binds binds;
    private final BindLowering captured;

    SqliteTextValues(Binds binds, BindLowering captured) {
        this.binds = binds;
        this.captured = captured;
    }

    /** A text of which a method is called; a captured null throws. */
    Field<Object> required(TypedExpr expr) {
        return RecordFree.test(expr)
                ? binds.bind(BindOperation.STORABLE, BindExpr.Call.of(BindOperation.REQUIRE, expr.accept(captured)))
                : stored(expr);
    }

    /** A text that may be null. */
    Field<Object> optional(TypedExpr expr) {
        return RecordFree.test(expr) ? binds.bind(BindOperation.STORABLE, expr.accept(captured)) : stored(expr);
    }

    private Field<Object> stored(TypedExpr expr) {
        return expr instanceof TypedExpr.Column column
                ? Sql.column(column.path().toString())
                : computed((TypedExpr.Apply) expr);
    }

    private Field<Object> computed(TypedExpr.Apply expr) {
        TypedExpr first = expr.operand(0);
        return switch (expr.operation()) {
            case UNBOX -> required(first);
            case TRIM -> Sql.field("quarry_trim({0})", required(first));
            case STRIP -> Sql.field("quarry_strip({0})", required(first));
            case TO_LOWER_CASE -> Sql.field("quarry_lower({0})", required(first));
            case TO_UPPER_CASE -> Sql.field("quarry_upper({0})", required(first));
            case CONCAT -> Sql.field("({0} || {1})", orNullText(first), orNullText(expr.operand(1)));
            default -> throw new IllegalArgumentException("not a text: " + expr.operation());
        };
    }

    private Field<Object> orNullText(TypedExpr expr) {
        boolean neverNull = expr instanceof TypedExpr.Apply
                || (expr instanceof TypedExpr.Constant constant && constant.value() != null)
                || (expr instanceof TypedExpr.Column column && !column.nullable());
        return neverNull ? optional(expr) : Sql.field("ifnull({0}, 'null')", optional(expr));
    }

    /** Whether writing the text twice costs next to nothing. */
    static boolean isSimple(TypedExpr expr) {
        return !(expr instanceof TypedExpr.Apply apply)
                || (apply.operation() == Operation.UNBOX && isSimple(apply.operand(0)));
    }
}
