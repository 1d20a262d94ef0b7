package dev.quarry.query.check;

import dev.quarry.query.ir.TypedExpr;
import dev.quarry.schema.FieldPath;
import java.util.List;
import java.util.Objects;

/** What checking comes to. */
public sealed interface Checked {

    /**
     * A filter that keeps all rules.
     *
     * @param body the boolean
     * @param captures the captured variables in the order of their first use
     */
    record FilterBody(TypedExpr body, List<String> captures) implements Checked {
        public FilterBody {
            Objects.requireNonNull(body, "body");
            captures = List.copyOf(captures);
        }
    }

    /** A component to order or index by. */
    record FieldBody(FieldPath path) implements Checked {
        public FieldBody {
            Objects.requireNonNull(path, "path");
        }
    }

    /** At least one rule is broken; the sink has what and where. */
    record Failure() implements Checked {}
}
