package dev.quarry;

/** Filters made of other filters: they have no plan of their own, their parts have. */
sealed interface ComposedFilter<T> extends Filter<T> {

    record Both<T>(Filter<? super T> left, Filter<? super T> right) implements ComposedFilter<T> {
        @Override
        public boolean test(T record) {
            return left.test(record) && right.test(record);
        }
    }

    record Either<T>(Filter<? super T> left, Filter<? super T> right) implements ComposedFilter<T> {
        @Override
        public boolean test(T record) {
            return left.test(record) || right.test(record);
        }
    }

    record Opposite<T>(Filter<? super T> operand) implements ComposedFilter<T> {
        @Override
        public boolean test(T record) {
            return !operand.test(record);
        }
    }
}
