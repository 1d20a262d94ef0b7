package dev.quarry.query.lower;

import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;
import dev.quarry.schema.ScalarKind;

/** What a bind holds, for an engine that has to be told. */
enum BindForm {
    /** A whole number, or a truth value as 1 and 0. */
    WHOLE,
    /** A double. */
    REAL,
    /** A text. */
    TEXT,
    /** Bytes. */
    BYTES;

    /** The form of what {@link dev.quarry.plan.BindOperation#COMPUTED} gives for a value that is no pair. */
    static BindForm computed(Type type) {
        if (Types.isFloating(type)) {
            return REAL;
        }
        if (Types.is(type, ScalarKind.UUID)) {
            return BYTES;
        }
        return isText(type) || Types.is(type, ScalarKind.BIG_DECIMAL) ? TEXT : WHOLE;
    }

    /** The form of what {@link dev.quarry.plan.BindOperation#STORED} gives. */
    static BindForm stored(Type type) {
        return Types.is(type, ScalarKind.BIG_DECIMAL) ? BYTES : computed(type);
    }

    /** The form of what {@link dev.quarry.plan.BindOperation#ELEMENT} gives. */
    static BindForm element(Type type) {
        boolean text = Types.is(type, ScalarKind.UUID) || Types.isPair(type);
        return Types.isFloating(type) ? WHOLE : text ? TEXT : computed(type);
    }

    private static boolean isText(Type type) {
        return type instanceof Type.EnumType || Types.is(type, ScalarKind.STRING);
    }
}
