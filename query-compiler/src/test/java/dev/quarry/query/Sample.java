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

    private static final Map<String, Symbol> NAMES = Map.ofEntries(
            captured("min", Types.INT),
            captured("text", Types.STRING),
            captured("number", Types.DOUBLE),
            captured("moment", new Type.Scalar(ScalarKind.INSTANT, false)),
            captured("ids", new Type.CollectionOf("List", new Type.Scalar(ScalarKind.INT, true))),
            captured("reals", new Type.CollectionOf("Set", new Type.Scalar(ScalarKind.DOUBLE, true))),
            captured("date", new Type.Other("java.util.Date")),
            Map.entry("limit", new Symbol.Unusable("limit", "field 'limit' of 'this'", "int limit = this.limit;")),
            Map.entry(
                    "Status.OPEN",
                    new Symbol.StaticFinalField(
                            Status.class.getName(), "OPEN", new Type.EnumType(Status.class.getName()))),
            Map.entry("List", new Symbol.TypeName("java.util.List")),
            Map.entry("Objects", new Symbol.TypeName("java.util.Objects")),
            Map.entry("Optional", new Symbol.TypeName("java.util.Optional")));

    private static Map.Entry<String, Symbol> captured(String name, Type type) {
        return Map.entry(name, new Symbol.CapturedVariable(name, type));
    }

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
            @Nullable Home second,
            Optional<String> nick,
            Optional<Home> spare) {}
}
