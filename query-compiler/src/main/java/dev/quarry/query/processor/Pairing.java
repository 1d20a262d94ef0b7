package dev.quarry.query.processor;

import dev.quarry.plan.LambdaKey;
import dev.quarry.plan.Plan;
import dev.quarry.query.LambdaSource.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds for each method of a class the lambda that it was made of: by lines, by descriptor, and by what the code does where
 * the former leave a choice. A lambda may have no method, because a constant condition removed the code around it, or
 * several alike. Lambdas that come down to the same plan need not be told apart. A method reference has no method of its own,
 * except where javac makes a lambda of it.
 */
final class Pairing {
    private static final Comparator<Target> ORDER = Comparator.comparing(
                    (Target target) -> target.key().name())
            .thenComparing(target -> target.key().descriptor())
            .thenComparing(target -> target.key().owner())
            .thenComparing(Target::kind);

    private final List<SourceLambda> sources;
    private final Set<SourceLambda> named = new HashSet<>();
    private final Map<Target, Plan> plans = new TreeMap<>(ORDER);
    private final Set<SourceLambda> paired = new LinkedHashSet<>();
    private final Set<SourceLambda> ambiguous = new LinkedHashSet<>();
    private final Set<SourceLambda> incomplete = new LinkedHashSet<>();

    private record Target(LambdaKey key, Kind kind) {}

    Pairing(List<SourceLambda> sources, ImplementationMethods methods) {
        this.sources = sources;
        methods.references().forEach(this::pair);
        pair(methods.lambdas());
    }

    /** The plans in an order that depends on nothing but the class file. */
    List<Plan> plans() {
        return List.copyOf(plans.values());
    }

    /** The lambdas that have a plan. */
    Collection<SourceLambda> paired() {
        return paired;
    }

    /** The lambdas that cannot be told from another one. */
    Collection<SourceLambda> ambiguous() {
        return ambiguous;
    }

    /** The lambdas whose objects don't hold, or not clearly, what their plans need. */
    Collection<SourceLambda> incomplete() {
        return incomplete;
    }

    private void pair(ImplementationMethods.Reference method) {
        for (SourceLambda source : sources) {
            if (source.kind() == method.kind()
                    && source.recordName().equals(method.key().owner())
                    && source.accessor().filter(method.key().name()::equals).isPresent()) {
                named.add(source);
                plans.computeIfAbsent(
                        new Target(method.key(), method.kind()), unseen -> MethodPlans.ofReference(source, method));
                paired.add(source);
            }
        }
    }

    private void pair(List<Implementation> methods) {
        Candidates candidates = new Candidates(
                sources.stream().filter(source -> !named.contains(source)).toList(), methods);
        ambiguous.addAll(candidates.doubtful());
        Map<List<SourceLambda>, List<Implementation>> byCandidates = new LinkedHashMap<>();
        candidates.visit((sources, method) -> byCandidates
                .computeIfAbsent(sources, unseen -> new ArrayList<>())
                .add(method));
        byCandidates.forEach(this::pair);
    }

    private void pair(List<SourceLambda> candidates, List<Implementation> group) {
        if (candidates.size() == 1) {
            group.forEach(method -> add(candidates.get(0), method, MethodPlans.of(candidates.get(0), method)));
        } else if (candidates.size() == group.size() && haveOneCode(group)) {
            // Whichever belongs to which: the same code means the same, so their plans do.
            for (int i = 0; i < group.size(); i++) {
                SourceLambda source = candidates.get(i);
                add(source, group.get(i), MethodPlans.ofEqualCode(source, group.get(i)));
            }
        } else {
            group.forEach(method -> pairAny(candidates, method));
        }
    }

    private static boolean haveOneCode(List<Implementation> methods) {
        return methods.stream().map(Implementation::digest).distinct().count() == 1;
    }

    private void pairAny(List<SourceLambda> candidates, Implementation method) {
        if (!MethodPlans.allDoTheSame(candidates, method)) {
            ambiguous.addAll(candidates);
            return;
        }
        SourceLambda unused = candidates.stream()
                .filter(source -> !paired.contains(source))
                .findFirst()
                .orElse(candidates.get(0));
        add(unused, method, MethodPlans.of(unused, method));
    }

    private void add(SourceLambda source, Implementation method, Optional<Plan> plan) {
        if (plan.isPresent()) {
            plans.put(new Target(method.key(), method.kind()), plan.get());
            paired.add(source);
        } else {
            incomplete.add(source);
        }
    }
}
