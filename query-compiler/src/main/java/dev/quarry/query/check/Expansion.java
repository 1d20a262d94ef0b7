package dev.quarry.query.check;

import dev.quarry.query.diagnostic.Diagnostic;
import dev.quarry.query.diagnostic.DiagnosticCode;
import dev.quarry.query.diagnostic.DiagnosticSink;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.source.SourceSpan;
import java.util.List;

/**
 * A limit on what the values of local variables make of a lambda: a variable that is computed from itself, each time from more
 * than one reading, doubles it with every statement. Not thread-safe.
 */
final class Expansion {
    /** SQL has some twenty characters for a part, and engines take a million. */
    private static final int MOST_PARTS = 10_000;

    private final DiagnosticSink sink;
    private boolean reported;

    Expansion(DiagnosticSink sink) {
        this.sink = sink;
    }

    /** Whether an expression has too many parts; what is too large is reported where it first shows. */
    boolean refuses(TypedExpr expr, SourceSpan span, String what) {
        if (count(expr, 0) <= MOST_PARTS) {
            return false;
        }
        if (!reported) {
            reported = true;
            sink.report(new Diagnostic(
                    DiagnosticCode.NO_TRANSLATION,
                    span,
                    what + " becomes too large for SQL",
                    List.of(
                            "a variable stands in SQL as its value wherever it is read, and so do those that it is made of"),
                    List.of(
                            "read variables less often, split the filter with and(…), or test the record in the program:"
                                    + " DB.scan(store, predicate)")));
        }
        return true;
    }

    /** Many parts may be one object, so counting stops where it is clear that there are too many. */
    private static int count(TypedExpr expr, int before) {
        int parts = before + 1;
        for (TypedExpr operand : expr.operands()) {
            if (parts > MOST_PARTS) {
                return parts;
            }
            parts = count(operand, parts);
        }
        return parts;
    }
}
