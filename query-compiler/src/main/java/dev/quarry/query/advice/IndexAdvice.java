package dev.quarry.query.advice;

import dev.quarry.query.advice.Search.ByComponent;
import dev.quarry.query.advice.Search.Comparison;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.schema.FieldPath;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whether indexes find a filter's records, or every record must be looked at. It is told from the filter alone, the same
 * for all engines: a component that one of the top-level conjuncts compares with something in which no record takes part is
 * one to find the records by. Immutable.
 */
public final class IndexAdvice {
    private final Search search;

    private IndexAdvice(Search search) {
        this.search = search;
    }

    /** The advice for the body of a checked filter. */
    public static IndexAdvice of(TypedExpr body) {
        return new IndexAdvice(SearchRule.search(body, true));
    }

    /** Whether every record must be looked at in a store whose indexes begin with these components. */
    public boolean scans(Set<FieldPath> leadingComponents) {
        return !search.isFoundBy(leadingComponents);
    }

    /**
     * The component that an index is to begin with so that not every record is looked at: one that is compared for
     * equality before one that is compared for order, then the one that comes first. Empty if the given indexes do, if no
     * index helps, if it takes several, and where it would still leave most of the records, as a boolean's does.
     */
    public Optional<FieldPath> suggestion(Set<FieldPath> leadingComponents) {
        if (!scans(leadingComponents)) {
            return Optional.empty();
        }
        return search.comparisons()
                .filter(compared -> compared.comparison() != Comparison.UNSELECTIVE)
                .sorted(Comparator.comparing(ByComponent::comparison))
                .map(ByComponent::path)
                .filter(path -> !scans(with(leadingComponents, path)))
                .findFirst();
    }

    private static Set<FieldPath> with(Set<FieldPath> paths, FieldPath more) {
        Set<FieldPath> all = new HashSet<>(paths);
        all.add(more);
        return all;
    }
}
