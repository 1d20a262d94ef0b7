package dev.quarry;

import java.util.ArrayDeque;
import java.util.Deque;

/** Filters made of other filters: they have no plan of their own, their parts have. */
sealed interface ComposedFilter<T> extends Filter<T> {

    record Both<T>(Filter<? super T> left, Filter<? super T> right) implements ComposedFilter<T> {
        @Override
        public boolean test(T record) {
            return ComposedFilter.outcome(this, record);
        }
    }

    record Either<T>(Filter<? super T> left, Filter<? super T> right) implements ComposedFilter<T> {
        @Override
        public boolean test(T record) {
            return ComposedFilter.outcome(this, record);
        }
    }

    record Opposite<T>(Filter<? super T> operand) implements ComposedFilter<T> {
        @Override
        public boolean test(T record) {
            return ComposedFilter.outcome(this, record);
        }
    }

    /** Filters that a loop joins are nested as deeply as the loop is long: deeper than calls can be. */
    private static <T> boolean outcome(ComposedFilter<T> whole, T record) {
        Deque<ComposedFilter<? super T>> around = new ArrayDeque<>();
        boolean outcome = first(whole, around).test(record);
        while (!around.isEmpty()) {
            ComposedFilter<? super T> next = around.pop();
            if (next instanceof Opposite<? super T>) {
                outcome = !outcome;
            } else if (next instanceof Both<? super T> both && outcome) {
                outcome = first(both.right(), around).test(record);
            } else if (next instanceof Either<? super T> either && !outcome) {
                outcome = first(either.right(), around).test(record);
            }
        }
        return outcome;
    }

    /** The lambda that is asked first; what is joined around it is put on the stack, the innermost last. */
    private static <T> Filter<? super T> first(Filter<? super T> filter, Deque<ComposedFilter<? super T>> around) {
        Filter<? super T> next = filter;
        while (next instanceof ComposedFilter<? super T> composed) {
            around.push(composed);
            next = left(composed);
        }
        return next;
    }

    private static <T> Filter<? super T> left(ComposedFilter<T> composed) {
        if (composed instanceof Both<T> both) {
            return both.left();
        }
        return composed instanceof Either<T> either ? either.left() : ((Opposite<T>) composed).operand();
    }
}
