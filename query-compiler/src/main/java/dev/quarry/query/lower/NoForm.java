package dev.quarry.query.lower;

import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.source.SourceSpan;
import java.util.Optional;

/** Ends the lowering of a filter that an engine has no exact words for. It does not leave the package. */
final class NoForm extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient String why;
    private final transient String instead;
    private transient Optional<SourceSpan> span = Optional.empty();

    /**
     * A refusal.
     *
     * @param why what stands in the way
     * @param instead what to write instead
     */
    NoForm(String why, String instead) {
        super(why, null, false, false);
        this.why = why;
        this.instead = instead;
    }

    /** Notes the expression that was being lowered, unless one inside it has been noted. */
    NoForm at(TypedExpr expr) {
        if (span.isEmpty()) {
            span = Optional.of(expr.span());
        }
        return this;
    }

    Lowered.Refused refused() {
        return new Lowered.Refused(span.orElseThrow(), why, instead);
    }
}
