package dev.quarry.query.laboratory;

import dev.quarry.Password;
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

/**
 * A record with every type of component that a store holds, most of them twice, so that components meet. The names of those
 * that are drawn from a pool of their own begin with {@code small} or {@code code}; {@code serial} is no one else's.
 */
public record Specimen(
        long serial,
        int i,
        int j,
        int small,
        long l,
        long k,
        long smallLong,
        short sh,
        byte by,
        char c,
        float f,
        float g,
        double d,
        double e,
        boolean b,
        boolean q,
        String s,
        String r,
        String code,
        Instant t,
        Instant then,
        LocalDate day,
        LocalDate date,
        LocalDateTime at,
        LocalDateTime when,
        Duration lasts,
        Duration rest,
        UUID u,
        UUID id,
        Mood m,
        BigDecimal amount,
        @Nullable Integer ni,
        @Nullable Long nl,
        @Nullable Short nsh,
        @Nullable Byte nby,
        @Nullable Character nc,
        @Nullable Float nf,
        @Nullable Double nd,
        @Nullable Boolean nb,
        @Nullable String ns,
        @Nullable Instant nt,
        @Nullable LocalDate nday,
        @Nullable LocalDateTime nat,
        @Nullable Duration nlasts,
        @Nullable UUID nu,
        @Nullable Mood nm,
        @Nullable BigDecimal namount,
        Integer bi,
        Long bl,
        Short bsh,
        Byte bby,
        Character bc,
        Float bf,
        Double bd,
        Boolean bb,
        Optional<Integer> oi,
        Optional<Long> ol,
        Optional<Double> od,
        Optional<Boolean> ob,
        Optional<String> os,
        Optional<Instant> ot,
        Optional<UUID> ou,
        Optional<Mood> om,
        Optional<Short> osh,
        Optional<Byte> oby,
        Optional<Character> oc,
        Optional<Float> of,
        Optional<LocalDate> oday,
        Optional<LocalDateTime> oat,
        Optional<Duration> olasts,
        Optional<BigDecimal> oamount,
        List<String> tags,
        Set<String> words,
        List<Integer> numbers,
        List<Long> counts,
        List<Double> reals,
        List<LocalDate> holidays,
        Set<Integer> digits,
        Set<Mood> moods,
        Map<String, String> labels,
        Map<String, Double> weights,
        Map<String, Integer> scores,
        Map<String, Instant> visits,
        @Nullable List<String> ntags,
        Place home,
        @Nullable Place away,
        byte @Nullable [] raw,
        @Nullable Password secret) {}
