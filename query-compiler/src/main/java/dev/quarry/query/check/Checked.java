package dev.quarry.query.check;

import dev.quarry.query.ir.TypedExpr;
import dev.quarry.schema.FieldPath;
import java.util.Objects;

/** What checking comes to. */
public sealed interface Checked {

    /** A filter that keeps all rules. */
    record FilterBody(TypedExpr body) implements Checked {
        public FilterBody {
            Objects.requireNonNull(body, "body");
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
