package dev.quarry.query;

import dev.quarry.query.symbol.Symbol;
import dev.quarry.query.symbol.Symbols;
import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;
import dev.quarry.schema.RecordSchemas;
import dev.quarry.schema.ScalarKind;
import dev.quarry.schema.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record with a component of each type, and names for a lambda to capture. */
final class Sample {
    static final Schema SCHEMA = RecordSchemas.of(User.class).schema();

    private static final Map<String, Symbol> NAMES = Map.of(
            "min", new Symbol.CapturedVariable("min", Types.INT),
            "text", new Symbol.CapturedVariable("text", Types.STRING),
            "number", new Symbol.CapturedVariable("number", Types.DOUBLE),
            "moment", new Symbol.CapturedVariable("moment", new Type.Scalar(ScalarKind.INSTANT, false)),
            "ids",
                    new Symbol.CapturedVariable(
                            "ids", new Type.CollectionOf("List", new Type.Scalar(ScalarKind.INT, true))),
            "reals",
                    new Symbol.CapturedVariable(
                            "reals", new Type.CollectionOf("Set", new Type.Scalar(ScalarKind.DOUBLE, true))),
            "date", new Symbol.CapturedVariable("date", new Type.Other("java.util.Date")),
            "limit", new Symbol.Unusable("limit", "field 'limit' of 'this'", "int limit = this.limit;"),
            "Status.OPEN",
                    new Symbol.StaticFinalField(
                            Status.class.getName(), "OPEN", new Type.EnumType(Status.class.getName())),
            "Objects", new Symbol.TypeName("java.util.Objects"));

    private Sample() {}

    /** Finds the names above. */
    static Symbols symbols() {
        return (name, span) -> Optional.ofNullable(NAMES.get(name));
    }

    static CompilationResult filter(String text) {
        return compile(text, LambdaSource.Kind.FILTER);
    }

    static CompilationResult field(String text) {
        return compile(text, LambdaSource.Kind.FIELD);
    }

    private static CompilationResult compile(String text, LambdaSource.Kind kind) {
        return new QueryCompiler().compile(new LambdaSource(text, kind, SCHEMA, symbols()));
    }

    enum Status {
        OPEN,
        CLOSED
    }

    record Home(String city, @Nullable String zip) {}

    record User(
            String name,
            @Nullable String region,
            int age,
            @Nullable Integer score,
            Integer boxed,
            long big,
            double size,
            @Nullable Double weight,
            boolean active,
            @Nullable Boolean known,
            Instant seen,
            UUID id,
            Status status,
            List<String> tags,
            Map<String, String> labels,
            Home home,
            @Nullable Home second) {}
}
