package dev.quarry.query.frontend;

import dev.quarry.query.diagnostic.Diagnostic;
import dev.quarry.query.diagnostic.DiagnosticCode;
import dev.quarry.query.source.SourceSpan;
import java.util.List;

/** What the parser found outside the language; caught where parsing began. */
final class Syntax extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;

    private Syntax(Diagnostic diagnostic) {
        super(diagnostic.what(), null, false, false);
        this.diagnostic = diagnostic;
    }

    static Syntax unsupported(SourceSpan span, String what, String note, List<String> help) {
        return new Syntax(new Diagnostic(
                DiagnosticCode.SYNTAX, span, what + " is not part of the query language", List.of(note), help));
    }

    static Syntax unreadable(SourceSpan span, String what) {
        return new Syntax(new Diagnostic(DiagnosticCode.UNREADABLE, span, what, List.of(), List.of()));
    }

    Diagnostic diagnostic() {
        return diagnostic;
    }
}
