package dev.quarry.query.ast;

import dev.quarry.query.source.SourceSpan;
import java.util.Objects;

/** A parsed lambda or method reference. */
public sealed interface Source {

    /** {@code parameter -> body}. */
    record Lambda(String parameter, Expr body) implements Source {
        public Lambda {
            Objects.requireNonNull(parameter, "parameter");
            Objects.requireNonNull(body, "body");
        }
    }

    /** {@code Type::method}. */
    record MethodReference(String scope, String method, SourceSpan span) implements Source {
        public MethodReference {
            Objects.requireNonNull(scope, "scope");
            Objects.requireNonNull(method, "method");
        }
    }
}
