package dev.quarry.plan.function;

import static dev.quarry.plan.function.JavaFunction.partialStatic;
import static dev.quarry.plan.function.JavaFunction.totalStatic;
import static dev.quarry.schema.ScalarKind.BOOLEAN;
import static dev.quarry.schema.ScalarKind.BYTE;
import static dev.quarry.schema.ScalarKind.DOUBLE;
import static dev.quarry.schema.ScalarKind.FLOAT;
import static dev.quarry.schema.ScalarKind.INT;
import static dev.quarry.schema.ScalarKind.LONG;
import static dev.quarry.schema.ScalarKind.SHORT;
import static dev.quarry.schema.ScalarKind.STRING;

import java.util.Objects;

/** Static methods of the boxes and of Objects that take and give single values, besides those of {@link NumberFunction}. */
@SuppressWarnings("ImmutableEnumChecker") // the bodies hold no state
public enum BoxFunction implements JavaFunction {
    INTEGER_SUM(totalStatic("Integer", "sum", INT, o -> Integer.sum((int) o[0], (int) o[1]), INT, INT)),
    INTEGER_MAX(totalStatic("Integer", "max", INT, o -> Integer.max((int) o[0], (int) o[1]), INT, INT)),
    INTEGER_MIN(totalStatic("Integer", "min", INT, o -> Integer.min((int) o[0], (int) o[1]), INT, INT)),
    LONG_SUM(totalStatic("Long", "sum", LONG, o -> Long.sum((long) o[0], (long) o[1]), LONG, LONG)),
    LONG_MAX(totalStatic("Long", "max", LONG, o -> Long.max((long) o[0], (long) o[1]), LONG, LONG)),
    LONG_MIN(totalStatic("Long", "min", LONG, o -> Long.min((long) o[0], (long) o[1]), LONG, LONG)),
    DOUBLE_SUM(totalStatic("Double", "sum", DOUBLE, o -> Double.sum((double) o[0], (double) o[1]), DOUBLE, DOUBLE)),
    DOUBLE_MAX(totalStatic("Double", "max", DOUBLE, o -> Double.max((double) o[0], (double) o[1]), DOUBLE, DOUBLE)),
    DOUBLE_MIN(totalStatic("Double", "min", DOUBLE, o -> Double.min((double) o[0], (double) o[1]), DOUBLE, DOUBLE)),
    FLOAT_SUM(totalStatic("Float", "sum", FLOAT, o -> Float.sum((float) o[0], (float) o[1]), FLOAT, FLOAT)),
    FLOAT_MAX(totalStatic("Float", "max", FLOAT, o -> Float.max((float) o[0], (float) o[1]), FLOAT, FLOAT)),
    FLOAT_MIN(totalStatic("Float", "min", FLOAT, o -> Float.min((float) o[0], (float) o[1]), FLOAT, FLOAT)),
    BOOLEAN_LOGICAL_AND(totalStatic(
            "Boolean",
            "logicalAnd",
            BOOLEAN,
            o -> Boolean.logicalAnd((boolean) o[0], (boolean) o[1]),
            BOOLEAN,
            BOOLEAN)),
    BOOLEAN_LOGICAL_OR(totalStatic(
            "Boolean", "logicalOr", BOOLEAN, o -> Boolean.logicalOr((boolean) o[0], (boolean) o[1]), BOOLEAN, BOOLEAN)),
    BOOLEAN_LOGICAL_XOR(totalStatic(
            "Boolean",
            "logicalXor",
            BOOLEAN,
            o -> Boolean.logicalXor((boolean) o[0], (boolean) o[1]),
            BOOLEAN,
            BOOLEAN)),
    INTEGER_DECODE(partialStatic("Integer", "decode", INT, o -> Integer.decode((String) o[0]), STRING)),
    LONG_DECODE(partialStatic("Long", "decode", LONG, o -> Long.decode((String) o[0]), STRING)),
    SHORT_DECODE(partialStatic("Short", "decode", SHORT, o -> Short.decode((String) o[0]), STRING)),
    BYTE_DECODE(partialStatic("Byte", "decode", BYTE, o -> Byte.decode((String) o[0]), STRING)),
    INTEGER_PARSE_UNSIGNED(
            partialStatic("Integer", "parseUnsignedInt", INT, o -> Integer.parseUnsignedInt((String) o[0]), STRING)),
    INTEGER_PARSE_UNSIGNED_RADIX(partialStatic(
            "Integer", "parseUnsignedInt", INT, o -> Integer.parseUnsignedInt((String) o[0], (int) o[1]), STRING, INT)),
    INTEGER_TO_UNSIGNED_TEXT_RADIX(totalStatic(
            "Integer", "toUnsignedString", STRING, o -> Integer.toUnsignedString((int) o[0], (int) o[1]), INT, INT)),
    LONG_PARSE_UNSIGNED(
            partialStatic("Long", "parseUnsignedLong", LONG, o -> Long.parseUnsignedLong((String) o[0]), STRING)),
    LONG_PARSE_UNSIGNED_RADIX(partialStatic(
            "Long", "parseUnsignedLong", LONG, o -> Long.parseUnsignedLong((String) o[0], (int) o[1]), STRING, INT)),
    LONG_TO_UNSIGNED_TEXT_RADIX(totalStatic(
            "Long", "toUnsignedString", STRING, o -> Long.toUnsignedString((long) o[0], (int) o[1]), LONG, INT)),
    SHORT_COMPARE_UNSIGNED(totalStatic(
            "Short", "compareUnsigned", INT, o -> Short.compareUnsigned((short) o[0], (short) o[1]), SHORT, SHORT)),
    PARSE_SHORT_RADIX(
            partialStatic("Short", "parseShort", SHORT, o -> Short.parseShort((String) o[0], (int) o[1]), STRING, INT)),
    BYTE_COMPARE_UNSIGNED(totalStatic(
            "Byte", "compareUnsigned", INT, o -> Byte.compareUnsigned((byte) o[0], (byte) o[1]), BYTE, BYTE)),
    PARSE_BYTE_RADIX(
            partialStatic("Byte", "parseByte", BYTE, o -> Byte.parseByte((String) o[0], (int) o[1]), STRING, INT)),
    INTEGER_TO_TEXT(totalStatic("Integer", "toString", STRING, o -> Integer.toString((int) o[0]), INT)),
    LONG_TO_TEXT(totalStatic("Long", "toString", STRING, o -> Long.toString((long) o[0]), LONG)),
    SHORT_TO_TEXT(totalStatic("Short", "toString", STRING, o -> Short.toString((short) o[0]), SHORT)),
    BYTE_TO_TEXT(totalStatic("Byte", "toString", STRING, o -> Byte.toString((byte) o[0]), BYTE)),
    DOUBLE_TO_TEXT(totalStatic("Double", "toString", STRING, o -> Double.toString((double) o[0]), DOUBLE)),
    FLOAT_TO_TEXT(totalStatic("Float", "toString", STRING, o -> Float.toString((float) o[0]), FLOAT)),
    BOOLEAN_TO_TEXT(totalStatic("Boolean", "toString", STRING, o -> Boolean.toString((boolean) o[0]), BOOLEAN)),
    CHECK_INDEX(partialStatic("Objects", "checkIndex", INT, o -> Objects.checkIndex((int) o[0], (int) o[1]), INT, INT)),
    CHECK_FROM_TO_INDEX(partialStatic(
            "Objects",
            "checkFromToIndex",
            INT,
            o -> Objects.checkFromToIndex((int) o[0], (int) o[1], (int) o[2]),
            INT,
            INT,
            INT)),
    CHECK_FROM_INDEX_SIZE(partialStatic(
            "Objects",
            "checkFromIndexSize",
            INT,
            o -> Objects.checkFromIndexSize((int) o[0], (int) o[1], (int) o[2]),
            INT,
            INT,
            INT)),
    CHECK_INDEX_LONG(partialStatic(
            "Objects", "checkIndex", LONG, o -> Objects.checkIndex((long) o[0], (long) o[1]), LONG, LONG)),
    CHECK_FROM_TO_INDEX_LONG(partialStatic(
            "Objects",
            "checkFromToIndex",
            LONG,
            o -> Objects.checkFromToIndex((long) o[0], (long) o[1], (long) o[2]),
            LONG,
            LONG,
            LONG)),
    CHECK_FROM_INDEX_SIZE_LONG(partialStatic(
            "Objects",
            "checkFromIndexSize",
            LONG,
            o -> Objects.checkFromIndexSize((long) o[0], (long) o[1], (long) o[2]),
            LONG,
            LONG,
            LONG));

    private final Signature signature;

    BoxFunction(Signature signature) {
        this.signature = signature;
    }

    @Override
    public Signature signature() {
        return signature;
    }
}
