package dev.quarry;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record with collections of everything that they can hold and that can be compared. */
record EveryCollection(
        List<Integer> numbers,
        List<Long> bigs,
        List<Short> littles,
        List<Byte> tinies,
        List<Character> characters,
        List<Double> reals,
        List<Float> floats,
        List<Boolean> truths,
        List<Instant> moments,
        List<LocalDate> dates,
        List<LocalDateTime> locals,
        List<Duration> durations,
        List<BigDecimal> decimals,
        List<UUID> ids,
        List<Password> passwords,
        List<Everything.Color> colors,
        List<Stop> stops,
        Set<String> textSet,
        Set<Long> bigSet,
        Set<Character> characterSet,
        Set<Double> realSet,
        Set<Float> floatSet,
        Set<Boolean> truthSet,
        Set<Instant> momentSet,
        Set<LocalDate> dateSet,
        Set<BigDecimal> decimalSet,
        Set<UUID> idSet,
        Set<Password> passwordSet,
        Set<Everything.Color> colorSet,
        Set<Stop> stopSet,
        Map<String, Integer> numberMap,
        Map<String, Double> realMap,
        Map<String, Float> floatMap,
        Map<String, Boolean> truthMap,
        Map<String, LocalDateTime> localMap,
        Map<String, BigDecimal> decimalMap,
        Map<String, UUID> idMap,
        Map<String, Everything.Color> colorMap,
        Map<String, Stop> stopMap,
        @Nullable Set<String> maybeSet,
        @Nullable List<Stop> maybeStops,
        Inner inner) {
    /** What stands in a collection; it has an order in all that it holds, so that it can be compared there. */
    record Stop(
            String name,
            int zone,
            double weight,
            float height,
            char sign,
            boolean open,
            @Nullable String note,
            @Nullable Duration stay,
            Optional<BigDecimal> fare,
            Optional<Point> place,
            @Nullable Point entrance,
            List<Double> times,
            Optional<List<Everything.Color>> lines) {}

    record Point(double x, double y, @Nullable Password secret) {}

    /** Collections in columns of a nested record. */
    record Inner(
            Set<Double> reals,
            Map<String, Point> points,
            @Nullable Set<Point> pointSet) {}
}
