package dev.quarry.plan.function;

import static dev.quarry.plan.function.JavaFunction.partial;
import static dev.quarry.plan.function.JavaFunction.partialStatic;
import static dev.quarry.plan.function.JavaFunction.total;
import static dev.quarry.plan.function.JavaFunction.totalStatic;
import static dev.quarry.schema.ScalarKind.BOOLEAN;
import static dev.quarry.schema.ScalarKind.BYTE;
import static dev.quarry.schema.ScalarKind.CHAR;
import static dev.quarry.schema.ScalarKind.DOUBLE;
import static dev.quarry.schema.ScalarKind.FLOAT;
import static dev.quarry.schema.ScalarKind.INT;
import static dev.quarry.schema.ScalarKind.LONG;
import static dev.quarry.schema.ScalarKind.SHORT;
import static dev.quarry.schema.ScalarKind.STRING;
import static dev.quarry.schema.ScalarKind.UUID;

import java.util.UUID;

/** Methods of the boxes, of Character and of UUID, and the arithmetic that an engine has no exact words for. */
@SuppressWarnings("ImmutableEnumChecker") // the bodies hold no state
public enum NumberFunction implements JavaFunction {
    ADD_LONGS(totalStatic("", "sum", LONG, o -> (long) o[0] + (long) o[1], LONG, LONG)),
    SUBTRACT_LONGS(totalStatic("", "-", LONG, o -> (long) o[0] - (long) o[1], LONG, LONG)),
    MULTIPLY_LONGS(totalStatic("", "*", LONG, o -> (long) o[0] * (long) o[1], LONG, LONG)),
    DIVIDE_LONGS(partialStatic("", "/", LONG, o -> (long) o[0] / (long) o[1], LONG, LONG)),
    DIVIDE_DOUBLES(totalStatic("", "/", DOUBLE, o -> (double) o[0] / (double) o[1], DOUBLE, DOUBLE)),
    XOR_LONGS(totalStatic("", "^", LONG, o -> (long) o[0] ^ (long) o[1], LONG, LONG)),
    SHIFT_LONG_UNSIGNED(totalStatic("", ">>>", LONG, o -> (long) o[0] >>> (long) o[1], LONG, LONG)),
    ABS_LONG(totalStatic("Math", "abs", LONG, o -> Math.abs((long) o[0]), LONG)),
    MIN_DOUBLES(totalStatic("Math", "min", DOUBLE, o -> Math.min((double) o[0], (double) o[1]), DOUBLE, DOUBLE)),
    MAX_DOUBLES(totalStatic("Math", "max", DOUBLE, o -> Math.max((double) o[0], (double) o[1]), DOUBLE, DOUBLE)),
    TO_FLOAT(totalStatic("", "(float)", FLOAT, o -> (float) (double) o[0], DOUBLE)),
    LONG_TO_FLOAT(totalStatic("", "(float)", FLOAT, o -> (float) (long) o[0], LONG)),
    INTEGER_SIGNUM(totalStatic("Integer", "signum", INT, o -> Integer.signum((int) o[0]), INT)),
    INTEGER_BIT_COUNT(totalStatic("Integer", "bitCount", INT, o -> Integer.bitCount((int) o[0]), INT)),
    INTEGER_REVERSE(totalStatic("Integer", "reverse", INT, o -> Integer.reverse((int) o[0]), INT)),
    INTEGER_REVERSE_BYTES(totalStatic("Integer", "reverseBytes", INT, o -> Integer.reverseBytes((int) o[0]), INT)),
    INTEGER_HIGHEST_ONE_BIT(totalStatic("Integer", "highestOneBit", INT, o -> Integer.highestOneBit((int) o[0]), INT)),
    INTEGER_LOWEST_ONE_BIT(totalStatic("Integer", "lowestOneBit", INT, o -> Integer.lowestOneBit((int) o[0]), INT)),
    INTEGER_LEADING_ZEROS(
            totalStatic("Integer", "numberOfLeadingZeros", INT, o -> Integer.numberOfLeadingZeros((int) o[0]), INT)),
    INTEGER_TRAILING_ZEROS(
            totalStatic("Integer", "numberOfTrailingZeros", INT, o -> Integer.numberOfTrailingZeros((int) o[0]), INT)),
    INTEGER_ROTATE_LEFT(
            totalStatic("Integer", "rotateLeft", INT, o -> Integer.rotateLeft((int) o[0], (int) o[1]), INT, INT)),
    INTEGER_ROTATE_RIGHT(
            totalStatic("Integer", "rotateRight", INT, o -> Integer.rotateRight((int) o[0], (int) o[1]), INT, INT)),
    INTEGER_COMPARE_UNSIGNED(totalStatic(
            "Integer", "compareUnsigned", INT, o -> Integer.compareUnsigned((int) o[0], (int) o[1]), INT, INT)),
    INTEGER_DIVIDE_UNSIGNED(partialStatic(
            "Integer", "divideUnsigned", INT, o -> Integer.divideUnsigned((int) o[0], (int) o[1]), INT, INT)),
    INTEGER_REMAINDER_UNSIGNED(partialStatic(
            "Integer", "remainderUnsigned", INT, o -> Integer.remainderUnsigned((int) o[0], (int) o[1]), INT, INT)),
    INTEGER_TO_HEX(totalStatic("Integer", "toHexString", STRING, o -> Integer.toHexString((int) o[0]), INT)),
    INTEGER_TO_BINARY(totalStatic("Integer", "toBinaryString", STRING, o -> Integer.toBinaryString((int) o[0]), INT)),
    INTEGER_TO_OCTAL(totalStatic("Integer", "toOctalString", STRING, o -> Integer.toOctalString((int) o[0]), INT)),
    INTEGER_TO_TEXT_RADIX(
            totalStatic("Integer", "toString", STRING, o -> Integer.toString((int) o[0], (int) o[1]), INT, INT)),
    INTEGER_COMPARE(totalStatic("Integer", "compare", INT, o -> Integer.compare((int) o[0], (int) o[1]), INT, INT)),
    INTEGER_HASH(totalStatic("Integer", "hashCode", INT, o -> Integer.hashCode((int) o[0]), INT)),
    LONG_SIGNUM(totalStatic("Long", "signum", INT, o -> Long.signum((long) o[0]), LONG)),
    LONG_BIT_COUNT(totalStatic("Long", "bitCount", INT, o -> Long.bitCount((long) o[0]), LONG)),
    LONG_REVERSE(totalStatic("Long", "reverse", LONG, o -> Long.reverse((long) o[0]), LONG)),
    LONG_REVERSE_BYTES(totalStatic("Long", "reverseBytes", LONG, o -> Long.reverseBytes((long) o[0]), LONG)),
    LONG_HIGHEST_ONE_BIT(totalStatic("Long", "highestOneBit", LONG, o -> Long.highestOneBit((long) o[0]), LONG)),
    LONG_LOWEST_ONE_BIT(totalStatic("Long", "lowestOneBit", LONG, o -> Long.lowestOneBit((long) o[0]), LONG)),
    LONG_LEADING_ZEROS(
            totalStatic("Long", "numberOfLeadingZeros", INT, o -> Long.numberOfLeadingZeros((long) o[0]), LONG)),
    LONG_TRAILING_ZEROS(
            totalStatic("Long", "numberOfTrailingZeros", INT, o -> Long.numberOfTrailingZeros((long) o[0]), LONG)),
    LONG_ROTATE_LEFT(totalStatic("Long", "rotateLeft", LONG, o -> Long.rotateLeft((long) o[0], (int) o[1]), LONG, INT)),
    LONG_ROTATE_RIGHT(
            totalStatic("Long", "rotateRight", LONG, o -> Long.rotateRight((long) o[0], (int) o[1]), LONG, INT)),
    LONG_COMPARE_UNSIGNED(totalStatic(
            "Long", "compareUnsigned", INT, o -> Long.compareUnsigned((long) o[0], (long) o[1]), LONG, LONG)),
    LONG_DIVIDE_UNSIGNED(partialStatic(
            "Long", "divideUnsigned", LONG, o -> Long.divideUnsigned((long) o[0], (long) o[1]), LONG, LONG)),
    LONG_REMAINDER_UNSIGNED(partialStatic(
            "Long", "remainderUnsigned", LONG, o -> Long.remainderUnsigned((long) o[0], (long) o[1]), LONG, LONG)),
    LONG_TO_HEX(totalStatic("Long", "toHexString", STRING, o -> Long.toHexString((long) o[0]), LONG)),
    LONG_TO_BINARY(totalStatic("Long", "toBinaryString", STRING, o -> Long.toBinaryString((long) o[0]), LONG)),
    LONG_TO_OCTAL(totalStatic("Long", "toOctalString", STRING, o -> Long.toOctalString((long) o[0]), LONG)),
    LONG_TO_TEXT_RADIX(totalStatic("Long", "toString", STRING, o -> Long.toString((long) o[0], (int) o[1]), LONG, INT)),
    LONG_COMPARE(totalStatic("Long", "compare", INT, o -> Long.compare((long) o[0], (long) o[1]), LONG, LONG)),
    LONG_HASH(totalStatic("Long", "hashCode", INT, o -> Long.hashCode((long) o[0]), LONG)),
    PARSE_INT(partialStatic("Integer", "parseInt", INT, o -> Integer.parseInt((String) o[0]), STRING)),
    PARSE_INT_RADIX(
            partialStatic("Integer", "parseInt", INT, o -> Integer.parseInt((String) o[0], (int) o[1]), STRING, INT)),
    PARSE_LONG(partialStatic("Long", "parseLong", LONG, o -> Long.parseLong((String) o[0]), STRING)),
    PARSE_LONG_RADIX(
            partialStatic("Long", "parseLong", LONG, o -> Long.parseLong((String) o[0], (int) o[1]), STRING, INT)),
    PARSE_SHORT(partialStatic("Short", "parseShort", SHORT, o -> Short.parseShort((String) o[0]), STRING)),
    PARSE_BYTE(partialStatic("Byte", "parseByte", BYTE, o -> Byte.parseByte((String) o[0]), STRING)),
    PARSE_BOOLEAN(totalStatic("Boolean", "parseBoolean", BOOLEAN, o -> Boolean.parseBoolean((String) o[0]), STRING)),
    INTEGER_TO_UNSIGNED_LONG(
            totalStatic("Integer", "toUnsignedLong", LONG, o -> Integer.toUnsignedLong((int) o[0]), INT)),
    INTEGER_TO_UNSIGNED_TEXT(
            totalStatic("Integer", "toUnsignedString", STRING, o -> Integer.toUnsignedString((int) o[0]), INT)),
    LONG_TO_UNSIGNED_TEXT(
            totalStatic("Long", "toUnsignedString", STRING, o -> Long.toUnsignedString((long) o[0]), LONG)),
    SHORT_COMPARE(totalStatic("Short", "compare", INT, o -> Short.compare((short) o[0], (short) o[1]), SHORT, SHORT)),
    BYTE_COMPARE(totalStatic("Byte", "compare", INT, o -> Byte.compare((byte) o[0], (byte) o[1]), BYTE, BYTE)),
    CHARACTER_COMPARE(
            totalStatic("Character", "compare", INT, o -> Character.compare((char) o[0], (char) o[1]), CHAR, CHAR)),
    BOOLEAN_COMPARE(totalStatic(
            "Boolean", "compare", INT, o -> Boolean.compare((boolean) o[0], (boolean) o[1]), BOOLEAN, BOOLEAN)),
    DOUBLE_COMPARE(
            totalStatic("Double", "compare", INT, o -> Double.compare((double) o[0], (double) o[1]), DOUBLE, DOUBLE)),
    FLOAT_COMPARE(totalStatic("Float", "compare", INT, o -> Float.compare((float) o[0], (float) o[1]), FLOAT, FLOAT)),
    DOUBLE_HASH(totalStatic("Double", "hashCode", INT, o -> Double.hashCode((double) o[0]), DOUBLE)),
    FLOAT_HASH(totalStatic("Float", "hashCode", INT, o -> Float.hashCode((float) o[0]), FLOAT)),
    BOOLEAN_HASH(totalStatic("Boolean", "hashCode", INT, o -> Boolean.hashCode((boolean) o[0]), BOOLEAN)),
    SHORT_HASH(totalStatic("Short", "hashCode", INT, o -> Short.hashCode((short) o[0]), SHORT)),
    BYTE_HASH(totalStatic("Byte", "hashCode", INT, o -> Byte.hashCode((byte) o[0]), BYTE)),
    CHARACTER_HASH(totalStatic("Character", "hashCode", INT, o -> Character.hashCode((char) o[0]), CHAR)),
    SHORT_TO_UNSIGNED_INT(totalStatic("Short", "toUnsignedInt", INT, o -> Short.toUnsignedInt((short) o[0]), SHORT)),
    BYTE_TO_UNSIGNED_INT(totalStatic("Byte", "toUnsignedInt", INT, o -> Byte.toUnsignedInt((byte) o[0]), BYTE)),
    SHORT_TO_UNSIGNED_LONG(
            totalStatic("Short", "toUnsignedLong", LONG, o -> Short.toUnsignedLong((short) o[0]), SHORT)),
    BYTE_TO_UNSIGNED_LONG(totalStatic("Byte", "toUnsignedLong", LONG, o -> Byte.toUnsignedLong((byte) o[0]), BYTE)),
    SHORT_REVERSE_BYTES(totalStatic("Short", "reverseBytes", SHORT, o -> Short.reverseBytes((short) o[0]), SHORT)),
    DOUBLE_IS_NAN(totalStatic("Double", "isNaN", BOOLEAN, o -> Double.isNaN((double) o[0]), DOUBLE)),
    DOUBLE_IS_INFINITE(totalStatic("Double", "isInfinite", BOOLEAN, o -> Double.isInfinite((double) o[0]), DOUBLE)),
    DOUBLE_IS_FINITE(totalStatic("Double", "isFinite", BOOLEAN, o -> Double.isFinite((double) o[0]), DOUBLE)),
    FLOAT_IS_NAN(totalStatic("Float", "isNaN", BOOLEAN, o -> Float.isNaN((float) o[0]), FLOAT)),
    FLOAT_IS_INFINITE(totalStatic("Float", "isInfinite", BOOLEAN, o -> Float.isInfinite((float) o[0]), FLOAT)),
    FLOAT_IS_FINITE(totalStatic("Float", "isFinite", BOOLEAN, o -> Float.isFinite((float) o[0]), FLOAT)),
    DOUBLE_TO_LONG_BITS(
            totalStatic("Double", "doubleToLongBits", LONG, o -> Double.doubleToLongBits((double) o[0]), DOUBLE)),
    FLOAT_TO_INT_BITS(totalStatic("Float", "floatToIntBits", INT, o -> Float.floatToIntBits((float) o[0]), FLOAT)),
    DOUBLE_TO_HEX(totalStatic("Double", "toHexString", STRING, o -> Double.toHexString((double) o[0]), DOUBLE)),
    FLOAT_TO_HEX(totalStatic("Float", "toHexString", STRING, o -> Float.toHexString((float) o[0]), FLOAT)),
    LONG_BITS_TO_DOUBLE(
            totalStatic("Double", "longBitsToDouble", DOUBLE, o -> Double.longBitsToDouble((long) o[0]), LONG)),
    INT_BITS_TO_FLOAT(totalStatic("Float", "intBitsToFloat", FLOAT, o -> Float.intBitsToFloat((int) o[0]), INT)),
    CHARACTER_IS_DIGIT(totalStatic("Character", "isDigit", BOOLEAN, o -> Character.isDigit((char) o[0]), CHAR)),
    CODE_POINT_IS_DIGIT(totalStatic("Character", "isDigit", BOOLEAN, o -> Character.isDigit((int) o[0]), INT)),
    CHARACTER_IS_LETTER(totalStatic("Character", "isLetter", BOOLEAN, o -> Character.isLetter((char) o[0]), CHAR)),
    CODE_POINT_IS_LETTER(totalStatic("Character", "isLetter", BOOLEAN, o -> Character.isLetter((int) o[0]), INT)),
    CHARACTER_IS_LETTER_OR_DIGIT(
            totalStatic("Character", "isLetterOrDigit", BOOLEAN, o -> Character.isLetterOrDigit((char) o[0]), CHAR)),
    CODE_POINT_IS_LETTER_OR_DIGIT(
            totalStatic("Character", "isLetterOrDigit", BOOLEAN, o -> Character.isLetterOrDigit((int) o[0]), INT)),
    CHARACTER_IS_WHITESPACE(
            totalStatic("Character", "isWhitespace", BOOLEAN, o -> Character.isWhitespace((char) o[0]), CHAR)),
    CODE_POINT_IS_WHITESPACE(
            totalStatic("Character", "isWhitespace", BOOLEAN, o -> Character.isWhitespace((int) o[0]), INT)),
    CHARACTER_IS_SPACE_CHAR(
            totalStatic("Character", "isSpaceChar", BOOLEAN, o -> Character.isSpaceChar((char) o[0]), CHAR)),
    CODE_POINT_IS_SPACE_CHAR(
            totalStatic("Character", "isSpaceChar", BOOLEAN, o -> Character.isSpaceChar((int) o[0]), INT)),
    CHARACTER_IS_UPPER_CASE(
            totalStatic("Character", "isUpperCase", BOOLEAN, o -> Character.isUpperCase((char) o[0]), CHAR)),
    CODE_POINT_IS_UPPER_CASE(
            totalStatic("Character", "isUpperCase", BOOLEAN, o -> Character.isUpperCase((int) o[0]), INT)),
    CHARACTER_IS_LOWER_CASE(
            totalStatic("Character", "isLowerCase", BOOLEAN, o -> Character.isLowerCase((char) o[0]), CHAR)),
    CODE_POINT_IS_LOWER_CASE(
            totalStatic("Character", "isLowerCase", BOOLEAN, o -> Character.isLowerCase((int) o[0]), INT)),
    CODE_POINT_IS_ALPHABETIC(
            totalStatic("Character", "isAlphabetic", BOOLEAN, o -> Character.isAlphabetic((int) o[0]), INT)),
    CHARACTER_IS_SURROGATE(
            totalStatic("Character", "isSurrogate", BOOLEAN, o -> Character.isSurrogate((char) o[0]), CHAR)),
    CHARACTER_IS_HIGH_SURROGATE(
            totalStatic("Character", "isHighSurrogate", BOOLEAN, o -> Character.isHighSurrogate((char) o[0]), CHAR)),
    CHARACTER_IS_LOW_SURROGATE(
            totalStatic("Character", "isLowSurrogate", BOOLEAN, o -> Character.isLowSurrogate((char) o[0]), CHAR)),
    CHARACTER_IS_ISOCONTROL(
            totalStatic("Character", "isISOControl", BOOLEAN, o -> Character.isISOControl((char) o[0]), CHAR)),
    CODE_POINT_IS_ISOCONTROL(
            totalStatic("Character", "isISOControl", BOOLEAN, o -> Character.isISOControl((int) o[0]), INT)),
    CHARACTER_IS_TITLE_CASE(
            totalStatic("Character", "isTitleCase", BOOLEAN, o -> Character.isTitleCase((char) o[0]), CHAR)),
    CODE_POINT_IS_TITLE_CASE(
            totalStatic("Character", "isTitleCase", BOOLEAN, o -> Character.isTitleCase((int) o[0]), INT)),
    CHARACTER_IS_DEFINED(totalStatic("Character", "isDefined", BOOLEAN, o -> Character.isDefined((char) o[0]), CHAR)),
    CODE_POINT_IS_DEFINED(totalStatic("Character", "isDefined", BOOLEAN, o -> Character.isDefined((int) o[0]), INT)),
    CHARACTER_TO_UPPER_CASE(
            totalStatic("Character", "toUpperCase", CHAR, o -> Character.toUpperCase((char) o[0]), CHAR)),
    CODE_POINT_TO_UPPER_CASE(totalStatic("Character", "toUpperCase", INT, o -> Character.toUpperCase((int) o[0]), INT)),
    CHARACTER_TO_LOWER_CASE(
            totalStatic("Character", "toLowerCase", CHAR, o -> Character.toLowerCase((char) o[0]), CHAR)),
    CODE_POINT_TO_LOWER_CASE(totalStatic("Character", "toLowerCase", INT, o -> Character.toLowerCase((int) o[0]), INT)),
    CHARACTER_TO_TITLE_CASE(
            totalStatic("Character", "toTitleCase", CHAR, o -> Character.toTitleCase((char) o[0]), CHAR)),
    CODE_POINT_TO_TITLE_CASE(totalStatic("Character", "toTitleCase", INT, o -> Character.toTitleCase((int) o[0]), INT)),
    CHARACTER_NUMERIC_VALUE(
            totalStatic("Character", "getNumericValue", INT, o -> Character.getNumericValue((char) o[0]), CHAR)),
    CODE_POINT_NUMERIC_VALUE(
            totalStatic("Character", "getNumericValue", INT, o -> Character.getNumericValue((int) o[0]), INT)),
    CHARACTER_DIGIT(totalStatic("Character", "digit", INT, o -> Character.digit((char) o[0], (int) o[1]), CHAR, INT)),
    CODE_POINT_DIGIT(totalStatic("Character", "digit", INT, o -> Character.digit((int) o[0], (int) o[1]), INT, INT)),
    UUID_FROM_TEXT(partialStatic("UUID", "fromString", UUID, o -> java.util.UUID.fromString((String) o[0]), STRING)),
    UUID_VERSION(total("version", INT, o -> ((UUID) o[0]).version(), UUID)),
    UUID_VARIANT(total("variant", INT, o -> ((UUID) o[0]).variant(), UUID)),
    UUID_MOST_SIGNIFICANT(total("getMostSignificantBits", LONG, o -> ((UUID) o[0]).getMostSignificantBits(), UUID)),
    UUID_LEAST_SIGNIFICANT(total("getLeastSignificantBits", LONG, o -> ((UUID) o[0]).getLeastSignificantBits(), UUID)),
    UUID_TIMESTAMP(partial("timestamp", LONG, o -> ((UUID) o[0]).timestamp(), UUID)),
    UUID_CLOCK_SEQUENCE(partial("clockSequence", INT, o -> ((UUID) o[0]).clockSequence(), UUID)),
    UUID_NODE(partial("node", LONG, o -> ((UUID) o[0]).node(), UUID)),
    UUID_HASH(total("hashCode", INT, o -> ((UUID) o[0]).hashCode(), UUID)),
    COMPARE_UUIDS(total("compareTo", INT, o -> ((UUID) o[0]).compareTo((UUID) o[1]), UUID, UUID));

    private final Signature signature;

    NumberFunction(Signature signature) {
        this.signature = signature;
    }

    @Override
    public Signature signature() {
        return signature;
    }
}
