package dev.quarry.query.lower;

import dev.quarry.query.type.Type;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * How an engine takes lists, sets and maps apart, which come to it as JSON. Single values in them have their
 * {@link dev.quarry.plan.ElementForm}. Nothing here is a JSON path, in which keys such as {@code $.a} and {@code [0]} have
 * meanings of their own.
 */
interface CollectionWords {

    /** The text of an empty one. */
    Field<Object> empty(Type collection);

    /** The number of elements or entries. */
    Field<Object> size(Type collection, Field<Object> json);

    /** A stored collection of doubles with the bits of each in its place, as a captured one comes. */
    Field<Object> realBits(Field<Object> json);

    /** A pair in the form of an element. */
    Field<Object> pairForm(Field<Object> pair);

    /** A text, which may be one that no store can hold, as captured ones come in {@link dev.quarry.plan.BindOperation#JSON_TEXTS}. */
    Field<Object> anyText(Field<Object> text);

    /** Whether a stored collection or map has an element or value of that form; not so for NULL. */
    Condition hasValue(Type collection, Field<Object> json, Field<Object> form);

    /** Whether a stored map has a key; not so for NULL. */
    Condition hasKey(Field<Object> json, Field<Object> key);

    /** Whether all elements of one are in another. */
    Condition hasAll(Type collection, Field<Object> json, Field<Object> others);

    /** Whether a form is among captured ones. */
    Condition isAmongForms(Type element, Field<Object> form, Field<Object> json);

    /** Whether a value is among captured ones as columns hold them. */
    Condition isAmong(Type element, Field<Object> value, Field<Object> json);

    /** Whether the two columns of a value are. */
    Condition areAmong(Type element, Field<Object> first, Field<Object> second, Field<Object> json);

    /** The value at a list's index or of a map's key, in its computed form; NULL where there is none. */
    Field<Object> at(Type collection, Field<Object> json, Field<Object> place);

    /** Whether there is one. */
    Condition isAt(Type collection, Field<Object> json, Field<Object> place);

    /** Which of several. */
    enum Which {
        FIRST,
        LAST
    }

    /** The index of the first or last element of that form; -1 if there is none, as for NULL. */
    Field<Object> index(Which which, Type list, Field<Object> json, Field<Object> form);
}
