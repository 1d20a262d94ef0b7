package dev.quarry.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;

/** Gives records one by one, fetching them by the chunk. */
final class Chunks<T> extends Spliterators.AbstractSpliterator<T> {
    private final Function<Optional<String>, Chunk<T>> fetch;
    private final Deque<T> waiting = new ArrayDeque<>();
    private Optional<String> resumeAfter = Optional.empty();
    private boolean exhausted;

    Chunks(Function<Optional<String>, Chunk<T>> fetch) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.fetch = fetch;
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        if (waiting.isEmpty() && !exhausted) {
            Chunk<T> chunk = fetch.apply(resumeAfter);
            waiting.addAll(chunk.records());
            resumeAfter = chunk.resumeAfter();
            exhausted = resumeAfter.isEmpty();
        }
        T next = waiting.poll();
        if (next == null) {
            return false;
        }
        action.accept(next);
        return true;
    }

    /** Some records, and the key to go on behind if there may be more. */
    record Chunk<T>(List<T> records, Optional<String> resumeAfter) {}
}
