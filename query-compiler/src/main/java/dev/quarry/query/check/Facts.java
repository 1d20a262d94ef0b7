package dev.quarry.query.check;

import dev.quarry.schema.FieldPath;
import java.util.HashSet;
import java.util.Set;

/** The components that cannot be null at a place in the lambda, because of what was tested on the way there. */
record Facts(Set<FieldPath> nonNull) {
    static final Facts NONE = new Facts(Set.of());

    Facts {
        nonNull = Set.copyOf(nonNull);
    }

    static Facts nonNull(FieldPath path) {
        return new Facts(Set.of(path));
    }

    /** What holds where both hold. */
    Facts and(Facts other) {
        if (other.nonNull.isEmpty()) {
            return this;
        }
        Set<FieldPath> all = new HashSet<>(nonNull);
        all.addAll(other.nonNull);
        return new Facts(all);
    }

    /** What holds where one of the two holds, it is not known which. */
    Facts or(Facts other) {
        Set<FieldPath> common = new HashSet<>(nonNull);
        common.retainAll(other.nonNull);
        return new Facts(common);
    }

    boolean isNonNull(FieldPath path) {
        return nonNull.contains(path);
    }
}
