package dev.quarry.query.laboratory;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Zero, nothing and null: what says least in a report. */
final class Simplest {
    static final Captured CAPTURED = of(Captured.class);
    static final Specimen SPECIMEN = of(Specimen.class);

    private Simplest() {}

    private static <R extends Record> R of(Class<R> type) {
        return Records.of(
                type, Records.components(type).stream().map(Simplest::value).toArray());
    }

    private static @Nullable Object value(RecordComponent component) {
        return Pools.isNullable(component) ? null : value(component.getType());
    }

    @SuppressWarnings("unchecked")
    private static Object value(Class<?> type) {
        if (type.isRecord()) {
            return of((Class<? extends Record>) type);
        }
        return switch (type.getSimpleName()) {
            case "int", "Integer" -> 0;
            case "long", "Long" -> 0L;
            case "short", "Short" -> (short) 0;
            case "byte", "Byte" -> (byte) 0;
            case "char", "Character" -> 'a';
            case "double", "Double" -> 0.0;
            case "float", "Float" -> 0f;
            case "boolean", "Boolean" -> false;
            case "String" -> "";
            case "Instant" -> Instant.EPOCH;
            case "LocalDate" -> LocalDate.EPOCH;
            case "LocalDateTime" -> LocalDate.EPOCH.atStartOfDay();
            case "Duration" -> Duration.ZERO;
            case "UUID" -> new UUID(0, 0);
            case "BigDecimal" -> BigDecimal.ZERO;
            case "Mood" -> Mood.GLAD;
            default -> container(type);
        };
    }

    private static Object container(Class<?> type) {
        if (type == Optional.class) {
            return Optional.empty();
        }
        if (type == Map.class) {
            return Map.of();
        }
        if (type == Set.class) {
            return Set.of();
        }
        if (type == List.class || type == Collection.class) {
            return List.of();
        }
        throw new IllegalArgumentException("nothing is simplest: " + type);
    }
}
