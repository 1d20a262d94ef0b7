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

/** A record with a single value of every kind that {@link Everything} has not, nullable ones, and Optionals of all. */
record EveryKind(
        short little,
        byte tiny,
        char character,
        float real,
        LocalDate date,
        LocalDateTime local,
        Duration duration,
        BigDecimal decimal,
        Password password,
        UUID id,
        @Nullable Short maybeLittle,
        @Nullable Byte maybeTiny,
        @Nullable Character maybeCharacter,
        @Nullable Float maybeReal,
        @Nullable LocalDate maybeDate,
        @Nullable LocalDateTime maybeLocal,
        @Nullable Duration maybeDuration,
        @Nullable BigDecimal maybeDecimal,
        @Nullable Password maybePassword,
        @Nullable UUID maybeId,
        Optional<String> optionalText,
        Optional<Integer> optionalNumber,
        Optional<Long> optionalBig,
        Optional<Double> optionalReal,
        Optional<Boolean> optionalTruth,
        Optional<Character> optionalCharacter,
        Optional<Instant> optionalMoment,
        Optional<BigDecimal> optionalDecimal,
        Optional<Password> optionalPassword,
        Optional<UUID> optionalId,
        Optional<Everything.Color> optionalColor,
        Optional<List<String>> optionalList,
        Optional<Set<Integer>> optionalSet,
        Optional<Map<String, Double>> optionalMap,
        Optional<EveryCollection.Inner> optionalPart) {}
