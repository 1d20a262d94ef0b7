package dev.quarry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records in records in records in records, in columns and in collections, of which each may be absent. */
record Levels(
        Second always,
        @Nullable Second maybe,
        Optional<Second> optional,
        List<Second> list,
        Map<String, Second> map,
        @Nullable Set<Second> set) {
    record Second(@Nullable String text, @Nullable Third maybe, Optional<Third> optional, List<Third> list) {}

    record Third(
            Optional<LocalDate> date,
            @Nullable Fourth maybe,
            Optional<Fourth> optional,
            @Nullable Map<String, Fourth> map,
            Set<Fourth> set) {}

    record Fourth(
            boolean truth, @Nullable BigDecimal decimal, Optional<Set<String>> words, Map<String, Double> reals) {}
}
