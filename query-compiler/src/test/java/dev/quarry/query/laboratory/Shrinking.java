package dev.quarry.query.laboratory;

import dev.quarry.plan.EnginePlan;
import dev.quarry.query.laboratory.Bench.Depth;
import dev.quarry.query.testing.Backend;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Cuts a disagreement down to a small expression on a simple record with simple captures. Not thread-safe. */
final class Shrinking {
    private static final int MOST_CANDIDATES = 60;
    private static final int MOST_ROUNDS = 12;

    private final Backend backend;
    private final UnaryOperator<EnginePlan> change;

    /**
     * A way to cut down.
     *
     * @param backend where it showed
     * @param change what is done to each plan: nothing, but where a fault is planted
     */
    Shrinking(Backend backend, UnaryOperator<EnginePlan> change) {
        this.backend = backend;
        this.change = change;
    }

    /** The smallest disagreement that was found on the way; the same one if it shows on no single record. */
    Disagreement smallest(Disagreement found) {
        Optional<Disagreement> single = found.records().stream()
                .map(record -> again(found.trial(), record))
                .flatMap(Optional::stream)
                .findFirst();
        if (single.isEmpty()) {
            return found;
        }
        Disagreement current = single.get();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Optional<Disagreement> smaller = smallerTerm(current);
            if (smaller.isEmpty()) {
                break;
            }
            current = smaller.get();
        }
        return simplerRecord(simplerCaptures(current));
    }

    private Optional<Disagreement> smallerTerm(Disagreement current) {
        Term term = current.trial().term();
        List<Term> candidates = term.smaller().stream()
                .filter(candidate -> candidate.sort().equals(term.sort()) && candidate.size() < term.size())
                .collect(Collectors.toMap(Term::source, Function.identity(), (a, b) -> a, LinkedHashMap::new))
                .values()
                .stream()
                .sorted(Comparator.comparingInt(Term::size))
                .limit(MOST_CANDIDATES)
                .toList();
        Compilation compilation = Compilation.of(candidates);
        Batch batch = compilation.load(backend, change).batch();
        Captured captured = current.trial().captured();
        for (int i = 0; i < candidates.size(); i++) {
            if (compilation.isCompiled(i)) {
                Optional<Disagreement> found = disagreement(
                        candidates.get(i), i, batch, captured, current.records().get(0));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Disagreement> disagreement(Term term, int index, Batch batch, Captured captured, Specimen record) {
        try (Bench bench = new Bench(backend, List.of(record))) {
            for (Trial trial : Laboratory.trials(term, index, batch, bench, captured)) {
                Optional<Disagreement> found = bench.compare(trial, bench.inJava(trial), Depth.EVERYTHING);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
    }

    private Optional<Disagreement> again(Trial trial, Specimen record) {
        try (Bench bench = new Bench(backend, List.of(record))) {
            return bench.compare(trial, bench.inJava(trial), Depth.EVERYTHING);
        }
    }

    private Disagreement simplerCaptures(Disagreement found) {
        Disagreement current = found;
        Term term = found.trial().term();
        Batch batch = Compilation.of(List.of(term)).load(backend, change).batch();
        Map<String, @Nullable Object> simplest = Records.values(Simplest.CAPTURED);
        for (String name : found.trial().captures().keySet()) {
            Map<String, @Nullable Object> one = new HashMap<>();
            one.put(name, simplest.get(name));
            Captured simpler = Records.with(current.trial().captured(), Captured.class, one);
            current = disagreement(term, 0, batch, simpler, current.records().get(0))
                    .orElse(current);
        }
        return current;
    }

    private Disagreement simplerRecord(Disagreement found) {
        Disagreement current = found;
        Batch batch = Compilation.of(List.of(found.trial().term()))
                .load(backend, change)
                .batch();
        for (Map.Entry<String, @Nullable Object> entry :
                Records.values(Simplest.SPECIMEN).entrySet()) {
            Map<String, @Nullable Object> one = new HashMap<>();
            one.put(entry.getKey(), entry.getValue());
            Specimen simpler = Records.with(current.records().get(0), Specimen.class, one);
            Trial trial = current.trial();
            current = disagreement(trial.term(), 0, batch, trial.captured(), simpler)
                    .orElse(current);
        }
        return current;
    }
}
