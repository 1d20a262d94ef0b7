package dev.quarry.query.processor;

import dev.quarry.plan.Plan;
import dev.quarry.plan.Plan.FieldPlan;
import dev.quarry.plan.Plan.FilterPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finishes plans with what the class file tells. */
final class MethodPlans {
    private MethodPlans() {}

    /** The plan of a method reference whose object holds nothing. */
    static Plan ofReference(SourceLambda source, ImplementationMethods.Reference method) {
        return source.compiled().plan(method.key(), source.place().toString(), "", List.of());
    }

    /** The plan of a lambda; empty if a value that it needs is not among those that the lambda object holds. */
    static Optional<Plan> of(SourceLambda source, Implementation method) {
        return finish(source, method, Captures.indexes(source, method));
    }

    /** The plan of a lambda for a method that is its own or has the same code. */
    static Optional<Plan> ofEqualCode(SourceLambda source, Implementation method) {
        return finish(source, method, Captures.indexesByOrder(source, method));
    }

    private static Optional<Plan> finish(
            SourceLambda source, Implementation method, Optional<Map<String, Integer>> indexes) {
        return indexes.flatMap(known -> captured(source, known))
                .map(captured ->
                        source.compiled().plan(method.key(), source.place().toString(), method.digest(), captured));
    }

    private static Optional<List<Integer>> captured(SourceLambda source, Map<String, Integer> indexes) {
        List<Integer> captured = new ArrayList<>();
        for (String name : source.compiled().captures()) {
            Integer index = indexes.get(name);
            if (index == null) {
                return Optional.empty();
            }
            captured.add(index);
        }
        return Optional.of(captured);
    }

    /** Whether it makes no difference of which of these lambdas a method is. */
    static boolean allDoTheSame(List<SourceLambda> sources, Implementation method) {
        List<Optional<Plan>> plans =
                sources.stream().map(source -> of(source, method)).toList();
        return plans.get(0)
                .filter(first -> plans.stream()
                        .allMatch(plan ->
                                plan.filter(other -> doTheSame(first, other)).isPresent()))
                .isPresent();
    }

    /** Whether two plans do the same, wherever and however their lambdas are written. */
    private static boolean doTheSame(Plan one, Plan other) {
        if (!one.origin().fingerprint().equals(other.origin().fingerprint())
                || !one.origin().record().equals(other.origin().record())) {
            return false;
        }
        if (one instanceof FilterPlan filter && other instanceof FilterPlan otherFilter) {
            return filter.engines().equals(otherFilter.engines());
        }
        return one instanceof FieldPlan field
                && other instanceof FieldPlan otherField
                && field.path().equals(otherField.path());
    }
}
