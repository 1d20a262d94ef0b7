package dev.quarry.query.differential;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the lambdas of one run capture; the generated code makes a local variable of each. */
public record Captured(
        int i0,
        int i1,
        long l0,
        double d0,
        double d1,
        boolean b0,
        String s0,
        @Nullable String s1,
        Instant t0,
        UUID u0,
        Probe.@Nullable Mood m0,
        @Nullable Integer n0,
        List<String> texts,
        Set<Integer> numbers,
        Collection<UUID> ids,
        Set<Probe.Mood> moods,
        List<Instant> times,
        List<Long> longs) {}
