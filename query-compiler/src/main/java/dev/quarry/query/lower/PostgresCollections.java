package dev.quarry.query.lower;

import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;
import dev.quarry.schema.ScalarKind;
import org.jooq.Condition;
import org.jooq.Field;

/** PostgreSQL's collections, which are taken apart as {@code json}: that keeps each value as it was written, {@code jsonb} does not. */
final class PostgresCollections implements CollectionWords {
    static final PostgresCollections INSTANCE = new PostgresCollections();

    private PostgresCollections() {}

    /** A brace would begin a place in the template. */
    @Override
    public Field<Object> empty(Type collection) {
        return Sql.field(collection instanceof Type.MapOf ? "(chr(123) || chr(125))" : "'[]'");
    }

    @Override
    public Field<Object> size(Type collection, Field<Object> json) {
        return Sql.field(
                collection instanceof Type.MapOf
                        ? "(select count(*) from json_object_keys({0}::json))"
                        : "json_array_length({0}::json)::int8",
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
        throw new IllegalArgumentException("a text that no store can hold is refused before: " + text);
    }

    @Override
    public Condition hasValue(Type collection, Field<Object> json, Field<Object> form) {
        return Sql.condition(
                "exists (select 1 from " + values(collection, 1) + " where " + form(collection) + " = {0})",
                form,
                json);
    }

    @Override
    public Condition hasKey(Field<Object> json, Field<Object> key) {
        return Sql.condition("({0}::json -> {1}) is not null", json, key);
    }

    @Override
    public Condition hasAll(Type collection, Field<Object> json, Field<Object> others) {
        String form = form(collection);
        return Sql.condition(
                "not exists (select " + form + " from json_array_elements_text({0}::json) as e(value) except select "
                        + form + " from json_array_elements_text({1}::json) as e(value))",
                others,
                json);
    }

    @Override
    public Condition isAmongForms(Type element, Field<Object> form, Field<Object> json) {
        return Sql.condition(
                "{0} = any (array(select " + elementForm(element)
                        + " from json_array_elements_text({1}::json) as e(value) where value is not null))",
                form,
                json);
    }

    /** An array, which an index is searched for. */
    @Override
    public Condition isAmong(Type element, Field<Object> value, Field<Object> json) {
        String form = Types.is(element, ScalarKind.UUID) ? "decode(value, 'hex')" : elementForm(element);
        return Sql.condition(
                "{0} = any (array(select " + form + " from json_array_elements_text({1}::json) as e(value)))",
                value,
                json);
    }

    @Override
    public Condition areAmong(Type element, Field<Object> first, Field<Object> second, Field<Object> json) {
        String form = Types.is(element, ScalarKind.BIG_DECIMAL) ? "decode(value ->> 0, 'hex')" : "(value ->> 0)::int8";
        return Sql.condition(
                "({0}, {1}) in (select " + form
                        + ", (value ->> 1)::int8 from json_array_elements({2}::json) as e(value))",
                first,
                second,
                json);
    }

    /** A negative index would count from the end. */
    @Override
    public Field<Object> at(Type collection, Field<Object> json, Field<Object> place) {
        String found = collection instanceof Type.MapOf
                ? "({0}::json ->> {1})"
                : "(case when {1} >= 0 then {0}::json ->> ({1})::int4 end)";
        return Sql.field(computed(Types.element(collection), found), json, place);
    }

    @Override
    public Condition isAt(Type collection, Field<Object> json, Field<Object> place) {
        return collection instanceof Type.MapOf
                ? hasKey(json, place)
                : Sql.condition("{1} >= 0 and {1} < json_array_length({0}::json)", json, place);
    }

    @Override
    public Field<Object> index(Which which, Type list, Field<Object> json, Field<Object> form) {
        String place = which == Which.FIRST ? "min(place)" : "max(place)";
        return Sql.field(
                "coalesce((select " + place
                        + " - 1 from json_array_elements_text({0}::json) with ordinality as e(value, place) where "
                        + form(list) + " = {1}), -1)",
                json,
                form);
    }

    /** The rows of a collection's elements or a map's values, as texts. */
    private static String values(Type collection, int place) {
        return collection instanceof Type.MapOf
                ? "json_each_text({" + place + "}::json) as e(key, value)"
                : "json_array_elements_text({" + place + "}::json) as e(value)";
    }

    private static String form(Type collection) {
        return elementForm(Types.element(collection));
    }

    /** The element {@code value}, a text, in its {@link dev.quarry.plan.ElementForm}; a double has been replaced by its bits. */
    private static String elementForm(Type type) {
        if (Types.isBoolean(type)) {
            return "(value in ('true', '1'))::int4::int8";
        }
        return BindForm.element(type) == BindForm.WHOLE ? "value::int8" : "value";
    }

    /** An element, given as a text, in its computed form. */
    private static String computed(Type type, String text) {
        if (Types.isBoolean(type)) {
            return "(" + text + " in ('true', '1'))::int4::int8";
        }
        if (Types.isFloating(type)) {
            return "quarry_long_bits_to_double(" + text + "::int8)";
        }
        if (Types.isPair(type)) {
            return "(select array[(value ->> 0)::int8, (value ->> 1)::int8] from (select " + text
                    + "::json as value) as e where value is not null)";
        }
        if (Types.is(type, ScalarKind.UUID)) {
            return "decode(replace(" + text + ", '-', ''), 'hex')";
        }
        return BindForm.element(type) == BindForm.WHOLE ? text + "::int8" : "(" + text + " collate \"C\")";
    }
}
