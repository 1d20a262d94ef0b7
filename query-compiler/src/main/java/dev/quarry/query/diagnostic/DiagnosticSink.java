package dev.quarry.query.diagnostic;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with one lambda. Not thread-safe. */
public final class DiagnosticSink {
    private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();

    /** Adds a diagnostic; the same one twice counts once. */
    public void report(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    /** All so far, in the order in which they were found. */
    public List<Diagnostic> all() {
        return new ArrayList<>(diagnostics);
    }
}
