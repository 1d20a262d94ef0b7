package dev.quarry.query.frontend;

import dev.quarry.query.ast.Expr;
import dev.quarry.query.source.SourceSpan;
import java.util.Optional;

/**
 * Where a statement goes on when it is through.
 *
 * @param next behind it
 * @param onBreak behind the switch around it, if there is one
 */
record Exits(Continuation next, Optional<Continuation> onBreak) {

    /** What comes of everything that follows, given what the variables are by then. */
    @FunctionalInterface
    interface Continuation {
        Expr in(Scope scope);
    }

    /** The end of a body, which no statement of a body that gives a value reaches. */
    static Exits none(SourceSpan body) {
        return new Exits(
                scope -> {
                    throw Syntax.unreadable(body, "this ends without a value");
                },
                Optional.empty());
    }

    Exits then(Continuation other) {
        return new Exits(other, onBreak);
    }
}
