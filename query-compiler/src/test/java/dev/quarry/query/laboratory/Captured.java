package dev.quarry.query.laboratory;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the lambdas of one run may capture; the generated code makes a local variable of each that a lambda names. */
public record Captured(
        int i0,
        int i1,
        int small0,
        long l0,
        long l1,
        long smallLong0,
        short sh0,
        byte by0,
        char c0,
        float f0,
        double d0,
        double d1,
        boolean b0,
        @Nullable Integer ni0,
        @Nullable Long nl0,
        @Nullable Short nsh0,
        @Nullable Byte nby0,
        @Nullable Character nc0,
        @Nullable Float nf0,
        @Nullable Double nd0,
        @Nullable Boolean nb0,
        @Nullable String s0,
        @Nullable String s1,
        @Nullable String code0,
        @Nullable Instant t0,
        @Nullable LocalDate day0,
        @Nullable LocalDateTime at0,
        @Nullable Duration lasts0,
        @Nullable UUID u0,
        @Nullable BigDecimal amount0,
        @Nullable Mood m0,
        @Nullable ChronoUnit unit0,
        @Nullable Month month0,
        @Nullable DayOfWeek weekday0,
        @Nullable List<String> texts,
        @Nullable Set<String> textSet,
        @Nullable Collection<String> anyTexts,
        @Nullable Set<Integer> ints,
        @Nullable List<Long> longs,
        @Nullable Collection<UUID> ids,
        @Nullable Set<Mood> moods,
        @Nullable List<Instant> times,
        @Nullable List<Boolean> truths,
        @Nullable List<Double> reals,
        @Nullable List<LocalDate> days,
        @Nullable Map<String, String> words) {}
