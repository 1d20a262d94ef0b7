package dev.quarry.query.check;

import dev.quarry.query.ir.Spanless;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.schema.FieldPath;
import java.util.HashSet;
import java.util.Set;

/**
 * What cannot be null at a place in the lambda, because of what was tested on the way there.
 *
 * @param nonNull components
 * @param refuted tests for null of computed references, {@link Spanless}, that are false here
 */
record Facts(Set<FieldPath> nonNull, Set<TypedExpr> refuted) {
    static final Facts NONE = new Facts(Set.of(), Set.of());

    Facts {
        nonNull = Set.copyOf(nonNull);
        refuted = Set.copyOf(refuted);
    }

    static Facts nonNull(FieldPath path) {
        return new Facts(Set.of(path), Set.of());
    }

    /** What holds where a reference is not null. */
    static Facts nonNull(TypedExpr reference) {
        if (reference instanceof TypedExpr.Column column) {
            return nonNull(column.path());
        }
        return reference instanceof TypedExpr.OrNull nullable
                ? new Facts(Set.of(), Set.of(Spanless.of(nullable.isNull())))
                : NONE;
    }

    /** What holds where a test is true: its opposite, which may be a reference's test for null, is not. */
    static Facts where(TypedExpr test) {
        return new Facts(Set.of(), Set.of(Spanless.of(Nulls.not(test))));
    }

    /** What holds where both hold. */
    Facts and(Facts other) {
        return new Facts(union(nonNull, other.nonNull), union(refuted, other.refuted));
    }

    private static <T> Set<T> union(Set<T> some, Set<T> others) {
        Set<T> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    /** What holds where one of the two holds, it is not known which. */
    Facts or(Facts other) {
        return new Facts(intersection(nonNull, other.nonNull), intersection(refuted, other.refuted));
    }

    private static <T> Set<T> intersection(Set<T> some, Set<T> others) {
        Set<T> common = new HashSet<>(some);
        common.retainAll(others);
        return common;
    }

    boolean isNonNull(FieldPath path) {
        return nonNull.contains(path);
    }

    /** Whether a reference that may be null is not, here. */
    boolean isNonNull(TypedExpr reference) {
        if (reference instanceof TypedExpr.Column column) {
            return isNonNull(column.path());
        }
        return reference instanceof TypedExpr.OrNull nullable && refuted.contains(Spanless.of(nullable.isNull()));
    }
}
