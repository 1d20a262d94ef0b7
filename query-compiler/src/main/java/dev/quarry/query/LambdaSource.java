package dev.quarry.query;

import dev.quarry.query.symbol.Symbols;
import dev.quarry.schema.Schema;
import java.util.Objects;

/**
 * A lambda or method reference to compile.
 *
 * @param text the lambda exactly as it stands in the source
 * @param kind what it must give
 * @param schema the record that its parameter is
 * @param symbols what its other names stand for
 */
public record LambdaSource(String text, Kind kind, Schema schema, Symbols symbols) {
    public LambdaSource {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(symbols, "symbols");
    }

    /** What a lambda is for. */
    public enum Kind {
        /** A boolean about a record. */
        FILTER,
        /** One component of a record, to order or index by. */
        FIELD
    }
}
