package dev.quarry.query.symbol;

import dev.quarry.query.source.SourceSpan;
import java.util.Optional;

/** Looks up what the names inside one lambda stand for. */
@FunctionalInterface
public interface Symbols {

    /**
     * What the name at a place stands for.
     *
     * @param name the identifier or dotted name as written: {@code min}, {@code Status.OPEN}, {@code Objects}
     * @param span where it stands, relative to the beginning of the lambda's text
     * @return empty if it stands for nothing, or for a variable of the lambda that is no constant variable; the lambda's own
     *     parameter is never asked for
     */
    Optional<Symbol> lookUp(String name, SourceSpan span);
}
