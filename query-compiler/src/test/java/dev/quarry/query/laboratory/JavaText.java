package dev.quarry.query.laboratory;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as the Java source that makes them. */
final class JavaText {
    private JavaText() {}

    /** An expression whose value equals the given one. */
    static String of(@Nullable Object value) {
        if (value instanceof String text) {
            return "\"" + escaped(text) + "\"";
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof Character character) {
            return "(char) " + (int) character;
        }
        if (value instanceof Enum<?> constant) {
            return constant.getDeclaringClass().getSimpleName() + "." + constant.name();
        }
        if (value instanceof UUID id) {
            return "new UUID(" + id.getMostSignificantBits() + "L, " + id.getLeastSignificantBits() + "L)";
        }
        if (value instanceof Record record) {
            return Records.values(record).values().stream()
                    .map(JavaText::of)
                    .collect(Collectors.joining(", ", "new " + record.getClass().getCanonicalName() + "(", ")"));
        }
        return value == null || value instanceof Boolean ? String.valueOf(value) : containerOrTime(value);
    }

    private static String number(Number number) {
        if (number instanceof Double d) {
            return "Double.longBitsToDouble(" + Double.doubleToRawLongBits(d) + "L)";
        }
        if (number instanceof Float f) {
            return "Float.intBitsToFloat(" + Float.floatToRawIntBits(f) + ")";
        }
        if (number instanceof Long) {
            return number + "L";
        }
        if (number instanceof BigDecimal) {
            return "new BigDecimal(\"" + number + "\")";
        }
        String cast = number instanceof Short ? "(short) " : number instanceof Byte ? "(byte) " : "";
        return cast.isEmpty() ? number.toString() : cast + "(" + number + ")";
    }

    private static String containerOrTime(Object value) {
        if (value instanceof Instant instant) {
            return "Instant.ofEpochSecond(" + instant.getEpochSecond() + "L, " + instant.getNano() + ")";
        }
        if (value instanceof Duration duration) {
            return "Duration.ofSeconds(" + duration.getSeconds() + "L, " + duration.getNano() + ")";
        }
        if (value instanceof LocalDate date) {
            return "LocalDate.ofEpochDay(" + date.toEpochDay() + "L)";
        }
        if (value instanceof LocalDateTime time) {
            return of(time.toLocalDate()) + ".atTime(LocalTime.ofNanoOfDay("
                    + time.toLocalTime().toNanoOfDay() + "L))";
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(held -> "Optional.of(" + of(held) + ")").orElse("Optional.empty()");
        }
        if (value instanceof Map<?, ?> map) {
            String entries = map.entrySet().stream()
                    .map(entry -> of(entry.getKey()) + ", " + of(entry.getValue()))
                    .collect(Collectors.joining(", ", "CapturedKinds.entries(", ")"));
            return CapturedKinds.source(map, entries);
        }
        if (value instanceof Collection<?> collection) {
            String elements = collection.stream()
                    .map(JavaText::of)
                    .map(element -> element.equals("null") ? "(Object) null" : element)
                    .collect(Collectors.joining(", ", "Arrays.asList(", ")"));
            return CapturedKinds.source(
                    collection, value instanceof Set ? "new LinkedHashSet<>(" + elements + ")" : elements);
        }
        if (value instanceof byte[] bytes) {
            return "HexFormat.of().parseHex(\"" + HexFormat.of().formatHex(bytes) + "\")";
        }
        throw new IllegalArgumentException("no source: " + value.getClass());
    }

    /** Every character outside of ASCII, and every control, as an escape of its own. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                escaped.append('\\').append(c);
            } else if (c < ' ') {
                escaped.append(String.format("\\%03o", (int) c));
            } else if (c < 127) {
                escaped.append(c);
            } else {
                escaped.append(String.format("\\u%04x", (int) c));
            }
        }
        return escaped.toString();
    }
}
