package dev.quarry.query.lower;

import dev.quarry.plan.function.NumberFunction;
import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;
import dev.quarry.schema.ScalarKind;
import org.jooq.Condition;
import org.jooq.Field;

/** SQLite's collections, which {@code json_each} takes apart; it gives truth values as 1 and 0. */
final class SqliteCollections implements CollectionWords {
    static final SqliteCollections INSTANCE = new SqliteCollections();

    private static final String NOTHING_BUT =
            "not exists (select value from json_each({0}) except select value from json_each({1}))";

    private SqliteCollections() {}

    @Override
    public Field<Object> empty(Type collection) {
        return Sql.field(collection instanceof Type.MapOf ? "json_object()" : "'[]'");
    }

    @Override
    public Field<Object> size(Type collection, Field<Object> json) {
        return Sql.field(
                collection instanceof Type.MapOf ? "(select count(*) from json_each({0}))" : "json_array_length({0})",
                json);
    }

    @Override
    public Field<Object> realBits(Field<Object> json) {
        return Sql.field("quarry_real_bits({0})", json);
    }

    @Override
    public Field<Object> pairForm(Field<Object> pair) {
        return Sql.field("quarry_pair({0})", pair);
    }

    @Override
    public Field<Object> anyText(Field<Object> text) {
        return Sql.field("case typeof({0}) when 'blob' then 'X' || hex({0}) else 'T' || {0} end", text);
    }

    @Override
    public Condition hasValue(Type collection, Field<Object> json, Field<Object> form) {
        return Sql.condition("exists (select 1 from json_each({1}) where value = {0})", form, json);
    }

    @Override
    public Condition hasKey(Field<Object> json, Field<Object> key) {
        return Sql.condition("exists (select 1 from json_each({1}) where key = {0})", key, json);
    }

    @Override
    public Condition hasAll(Type collection, Field<Object> json, Field<Object> others) {
        return Sql.condition(NOTHING_BUT, others, json);
    }

    @Override
    public Condition isAmongForms(Type element, Field<Object> form, Field<Object> json) {
        return Sql.condition("{0} in (select value from json_each({1}) where type <> 'null')", form, json);
    }

    @Override
    public Condition isAmong(Type element, Field<Object> value, Field<Object> json) {
        String form = Types.is(element, ScalarKind.UUID) ? "unhex(value)" : "value";
        return Sql.condition("{0} in (select " + form + " from json_each({1}))", value, json);
    }

    @Override
    public Condition areAmong(Type element, Field<Object> first, Field<Object> second, Field<Object> json) {
        String form = Types.is(element, ScalarKind.BIG_DECIMAL) ? "unhex(value ->> 0)" : "value ->> 0";
        return Sql.condition(
                "({0}, {1}) in (select " + form + ", value ->> 1 from json_each({2}))", first, second, json);
    }

    @Override
    public Field<Object> at(Type collection, Field<Object> json, Field<Object> place) {
        String value = computed(Types.element(collection));
        return Sql.field("(select " + value + " from json_each({0}) where key = {1})", json, place);
    }

    @Override
    public Condition isAt(Type collection, Field<Object> json, Field<Object> place) {
        return Sql.condition("exists (select 1 from json_each({0}) where key = {1})", json, place);
    }

    @Override
    public Field<Object> index(Which which, Type list, Field<Object> json, Field<Object> form) {
        String key = which == Which.FIRST ? "min(key)" : "max(key)";
        return Sql.field("ifnull((select " + key + " from json_each({0}) where value = {1}), -1)", json, form);
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
}
