package dev.quarry.query.advice;

import dev.quarry.schema.FieldPath;
import java.util.Set;
import java.util.stream.Stream;

/** How the records for which a condition holds can be found. */
sealed interface Search {

    /** Whether indexes with these leading components find them. */
    boolean isFoundBy(Set<FieldPath> leadingComponents);

    /** Every comparison of a component in it, in the order of the source. */
    Stream<ByComponent> comparisons();

    /** By an index that begins with the component. */
    record ByComponent(FieldPath path, Comparison comparison) implements Search {
        @Override
        public boolean isFoundBy(Set<FieldPath> leadingComponents) {
            return leadingComponents.contains(path);
        }

        @Override
        public Stream<ByComponent> comparisons() {
            return Stream.of(this);
        }
    }

    /** Of two conditions that both hold, one is enough to find the records by. */
    record EitherOf(Search left, Search right) implements Search {
        @Override
        public boolean isFoundBy(Set<FieldPath> leadingComponents) {
            return left.isFoundBy(leadingComponents) || right.isFoundBy(leadingComponents);
        }

        @Override
        public Stream<ByComponent> comparisons() {
            return Stream.concat(left.comparisons(), right.comparisons());
        }
    }

    /** Of two conditions one of which holds, each has its own records to be found. */
    record EachOf(Search left, Search right) implements Search {
        @Override
        public boolean isFoundBy(Set<FieldPath> leadingComponents) {
            return left.isFoundBy(leadingComponents) && right.isFoundBy(leadingComponents);
        }

        @Override
        public Stream<ByComponent> comparisons() {
            return Stream.concat(left.comparisons(), right.comparisons());
        }
    }

    /** Without an index. */
    enum Unaided implements Search {
        /** By looking at every record. */
        EVERY_RECORD,
        /** The condition is the same for all records, so it finds none and stands in no other one's way. */
        SAME_FOR_ALL;

        @Override
        public boolean isFoundBy(Set<FieldPath> leadingComponents) {
            return false;
        }

        @Override
        public Stream<ByComponent> comparisons() {
            return Stream.empty();
        }
    }

    /** What a component is compared by; the more selective ones come first. */
    enum Comparison {
        /** With one value or the values of a collection. */
        VALUE,
        /** With a bound, a prefix or null. */
        RANGE,
        /** With true or false, or with all texts but those of a prefix: too many records for an index to gain much. */
        UNSELECTIVE
    }
}
