package dev.quarry.query.frontend;

import dev.quarry.query.ast.Source;
import dev.quarry.query.diagnostic.Diagnostic;
import java.util.Objects;

/** What parsing comes to. */
public sealed interface Parsed {

    /** A tree. */
    record Tree(Source source) implements Parsed {
        public Tree {
            Objects.requireNonNull(source, "source");
        }
    }

    /** Something that the language does not have; nothing else is known about the text. */
    record Failure(Diagnostic diagnostic) implements Parsed {
        public Failure {
            Objects.requireNonNull(diagnostic, "diagnostic");
        }
    }
}
