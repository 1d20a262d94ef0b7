package dev.quarry.codec;

import dev.quarry.schema.ScalarKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.UUID;

/** Reads the text of a default as a single value. */
final class DefaultText {
    private DefaultText() {}

    /**
     * The value.
     *
     * @throws IllegalArgumentException if the text means no value of that kind
     * @throws java.time.DateTimeException if it means no time
     */
    static Object value(ScalarKind kind, String text) {
        return switch (kind) {
            case STRING -> text;
            case INT -> Integer.valueOf(text);
            case LONG -> Long.valueOf(text);
            case SHORT -> Short.valueOf(text);
            case BYTE -> Byte.valueOf(text);
            case CHAR -> character(text);
            case BOOLEAN -> truth(text);
            case DOUBLE -> Double.valueOf(text);
            case FLOAT -> Float.valueOf(text);
            case INSTANT -> Instant.parse(text);
            case LOCAL_DATE -> LocalDate.parse(text);
            case LOCAL_DATE_TIME -> LocalDateTime.parse(text);
            case DURATION -> Duration.parse(text);
            case BIG_DECIMAL -> new BigDecimal(text);
            case UUID -> uuid(text);
            case BYTES -> Base64.getDecoder().decode(text);
            case PASSWORD -> throw new IllegalArgumentException("a password has no default; make it @Nullable");
        };
    }

    private static Object character(String text) {
        if (text.length() != 1) {
            throw new IllegalArgumentException("it has " + text.length() + " characters");
        }
        return text.charAt(0);
    }

    private static Object truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("it is neither true nor false");
        };
    }

    /** Java reads less than the whole form as well. */
    private static Object uuid(String text) {
        UUID value = UUID.fromString(text);
        if (!value.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("a UUID has 36 characters");
        }
        return value;
    }
}
