package dev.quarry.query.lower;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.impl.CustomField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The SQL that jOOQ has no word for: a plan's open places, and functions of the engine. */
final class Sql {
    private Sql() {}

    /** The column that the store's layout has for a token. */
    static Field<Object> column(String token) {
        return open("{c:" + token + "}");
    }

    /** The bind of that index. */
    static Field<Object> bind(int index) {
        return open("{b:" + index + "}");
    }

    private static Field<Object> open(String place) {
        return CustomField.of(place, SQLDataType.OTHER, context -> context.sql(place));
    }

    /** Whether it is a bind, which reads better on the right of a comparison. */
    static boolean isBind(Field<Object> field) {
        return field.getName().startsWith("{b:");
    }

    /** An expression with {@code {0}}, {@code {1}} … for its operands. */
    static Field<Object> field(String template, QueryPart... operands) {
        return DSL.field(template, SQLDataType.OTHER, operands);
    }

    /** A condition with {@code {0}}, {@code {1}} … for its operands. */
    static Condition condition(String template, QueryPart... operands) {
        return DSL.condition(template, operands);
    }

    /** {@code NULL} counts as false. */
    static Condition isTrue(Condition condition) {
        return condition("({0}) is true", condition);
    }

    /** {@code NULL} counts as true. */
    static Condition isNotTrue(Condition condition) {
        return condition("({0}) is not true", condition);
    }
}
