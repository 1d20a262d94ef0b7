package dev.quarry.query;

import dev.quarry.query.diagnostic.Diagnostic;
import java.util.List;
import java.util.Objects;

/** What compiling a lambda comes to. */
public sealed interface CompilationResult {

    /** The lambda has an exact translation. */
    record Compiled(CompiledLambda lambda) implements CompilationResult {
        public Compiled {
            Objects.requireNonNull(lambda, "lambda");
        }
    }

    /** The lambda is refused; every diagnostic's span is relative to the beginning of the lambda's text. */
    record Rejected(List<Diagnostic> diagnostics) implements CompilationResult {
        public Rejected {
            diagnostics = List.copyOf(diagnostics);
            if (diagnostics.isEmpty()) {
                throw new IllegalArgumentException("a rejection says why");
            }
        }
    }
}
