package dev.quarry.plan.function;

import static dev.quarry.plan.function.JavaFunction.partialStatic;
import static dev.quarry.plan.function.JavaFunction.totalStatic;
import static dev.quarry.schema.ScalarKind.BOOLEAN;
import static dev.quarry.schema.ScalarKind.BYTE;
import static dev.quarry.schema.ScalarKind.CHAR;
import static dev.quarry.schema.ScalarKind.INT;
import static dev.quarry.schema.ScalarKind.STRING;

/** Methods of Character about code points and names, besides those of {@link NumberFunction}. */
@SuppressWarnings("ImmutableEnumChecker") // the bodies hold no state
public enum CharacterFunction implements JavaFunction {
    CHARACTER_IS_IDENTIFIER_IGNORABLE(totalStatic(
            "Character", "isIdentifierIgnorable", BOOLEAN, o -> Character.isIdentifierIgnorable((char) o[0]), CHAR)),
    CODE_POINT_IS_IDENTIFIER_IGNORABLE(totalStatic(
            "Character", "isIdentifierIgnorable", BOOLEAN, o -> Character.isIdentifierIgnorable((int) o[0]), INT)),
    CHARACTER_IS_JAVA_IDENTIFIER_PART(totalStatic(
            "Character", "isJavaIdentifierPart", BOOLEAN, o -> Character.isJavaIdentifierPart((char) o[0]), CHAR)),
    CODE_POINT_IS_JAVA_IDENTIFIER_PART(totalStatic(
            "Character", "isJavaIdentifierPart", BOOLEAN, o -> Character.isJavaIdentifierPart((int) o[0]), INT)),
    CHARACTER_IS_JAVA_IDENTIFIER_START(totalStatic(
            "Character", "isJavaIdentifierStart", BOOLEAN, o -> Character.isJavaIdentifierStart((char) o[0]), CHAR)),
    CODE_POINT_IS_JAVA_IDENTIFIER_START(totalStatic(
            "Character", "isJavaIdentifierStart", BOOLEAN, o -> Character.isJavaIdentifierStart((int) o[0]), INT)),
    CHARACTER_IS_MIRRORED(
            totalStatic("Character", "isMirrored", BOOLEAN, o -> Character.isMirrored((char) o[0]), CHAR)),
    CODE_POINT_IS_MIRRORED(totalStatic("Character", "isMirrored", BOOLEAN, o -> Character.isMirrored((int) o[0]), INT)),
    CHARACTER_IS_UNICODE_IDENTIFIER_PART(totalStatic(
            "Character",
            "isUnicodeIdentifierPart",
            BOOLEAN,
            o -> Character.isUnicodeIdentifierPart((char) o[0]),
            CHAR)),
    CODE_POINT_IS_UNICODE_IDENTIFIER_PART(totalStatic(
            "Character", "isUnicodeIdentifierPart", BOOLEAN, o -> Character.isUnicodeIdentifierPart((int) o[0]), INT)),
    CHARACTER_IS_UNICODE_IDENTIFIER_START(totalStatic(
            "Character",
            "isUnicodeIdentifierStart",
            BOOLEAN,
            o -> Character.isUnicodeIdentifierStart((char) o[0]),
            CHAR)),
    CODE_POINT_IS_UNICODE_IDENTIFIER_START(totalStatic(
            "Character",
            "isUnicodeIdentifierStart",
            BOOLEAN,
            o -> Character.isUnicodeIdentifierStart((int) o[0]),
            INT)),
    CHARACTER_GET_TYPE(totalStatic("Character", "getType", INT, o -> Character.getType((char) o[0]), CHAR)),
    CODE_POINT_GET_TYPE(totalStatic("Character", "getType", INT, o -> Character.getType((int) o[0]), INT)),
    CHARACTER_GET_DIRECTIONALITY(
            totalStatic("Character", "getDirectionality", BYTE, o -> Character.getDirectionality((char) o[0]), CHAR)),
    CODE_POINT_GET_DIRECTIONALITY(
            totalStatic("Character", "getDirectionality", BYTE, o -> Character.getDirectionality((int) o[0]), INT)),
    CODE_POINT_CHAR_COUNT(totalStatic("Character", "charCount", INT, o -> Character.charCount((int) o[0]), INT)),
    CODE_POINT_HIGH_SURROGATE(
            totalStatic("Character", "highSurrogate", CHAR, o -> Character.highSurrogate((int) o[0]), INT)),
    CODE_POINT_LOW_SURROGATE(
            totalStatic("Character", "lowSurrogate", CHAR, o -> Character.lowSurrogate((int) o[0]), INT)),
    CODE_POINT_IS_BMP_CODE_POINT(
            totalStatic("Character", "isBmpCodePoint", BOOLEAN, o -> Character.isBmpCodePoint((int) o[0]), INT)),
    CODE_POINT_IS_IDEOGRAPHIC(
            totalStatic("Character", "isIdeographic", BOOLEAN, o -> Character.isIdeographic((int) o[0]), INT)),
    CODE_POINT_IS_SUPPLEMENTARY_CODE_POINT(totalStatic(
            "Character",
            "isSupplementaryCodePoint",
            BOOLEAN,
            o -> Character.isSupplementaryCodePoint((int) o[0]),
            INT)),
    CODE_POINT_IS_VALID_CODE_POINT(
            totalStatic("Character", "isValidCodePoint", BOOLEAN, o -> Character.isValidCodePoint((int) o[0]), INT)),
    CHARACTER_REVERSE_BYTES(
            totalStatic("Character", "reverseBytes", CHAR, o -> Character.reverseBytes((char) o[0]), CHAR)),
    CHARACTER_IS_SURROGATE_PAIR(totalStatic(
            "Character",
            "isSurrogatePair",
            BOOLEAN,
            o -> Character.isSurrogatePair((char) o[0], (char) o[1]),
            CHAR,
            CHAR)),
    CHARACTER_TO_CODE_POINT(totalStatic(
            "Character", "toCodePoint", INT, o -> Character.toCodePoint((char) o[0], (char) o[1]), CHAR, CHAR)),
    CHARACTER_FOR_DIGIT(
            totalStatic("Character", "forDigit", CHAR, o -> Character.forDigit((int) o[0], (int) o[1]), INT, INT)),
    CHARACTER_CODE_POINT_OF(
            partialStatic("Character", "codePointOf", INT, o -> Character.codePointOf((String) o[0]), STRING)),
    CHARACTER_CODE_POINT_AT(partialStatic(
            "Character", "codePointAt", INT, o -> Character.codePointAt((String) o[0], (int) o[1]), STRING, INT)),
    CHARACTER_CODE_POINT_BEFORE(partialStatic(
            "Character",
            "codePointBefore",
            INT,
            o -> Character.codePointBefore((String) o[0], (int) o[1]),
            STRING,
            INT)),
    CHARACTER_CODE_POINT_COUNT(partialStatic(
            "Character",
            "codePointCount",
            INT,
            o -> Character.codePointCount((String) o[0], (int) o[1], (int) o[2]),
            STRING,
            INT,
            INT)),
    CHARACTER_OFFSET_BY_CODE_POINTS(partialStatic(
            "Character",
            "offsetByCodePoints",
            INT,
            o -> Character.offsetByCodePoints((String) o[0], (int) o[1], (int) o[2]),
            STRING,
            INT,
            INT)),
    CHARACTER_TO_TEXT(totalStatic("Character", "toString", STRING, o -> Character.toString((char) o[0]), CHAR)),
    CODE_POINT_TO_TEXT(partialStatic("Character", "toString", STRING, o -> Character.toString((int) o[0]), INT));

    private final Signature signature;

    CharacterFunction(Signature signature) {
        this.signature = signature;
    }

    @Override
    public Signature signature() {
        return signature;
    }
}
