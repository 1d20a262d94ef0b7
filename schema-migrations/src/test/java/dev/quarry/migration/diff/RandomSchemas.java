package dev.quarry.migration.diff;

import dev.quarry.schema.Component;
import dev.quarry.schema.FieldType;
import dev.quarry.schema.Presence;
import dev.quarry.schema.ScalarKind;
import dev.quarry.schema.Schema;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Schemas of few names and classes, so that two drawn at random have much in common, and are sometimes equal. */
final class RandomSchemas {
    private static final List<String> CLASSES = List.of("app.A", "app.B", "app.old.A");

    private RandomSchemas() {}

    static Arbitrary<Schema> schemas() {
        return schemas(2);
    }

    static Arbitrary<FieldType> types() {
        return types(2);
    }

    private static Arbitrary<Schema> schemas(int depth) {
        Arbitrary<List<Component>> components =
                components(depth).list().ofMaxSize(4).uniqueElements(Component::name);
        return Combinators.combine(Arbitraries.of(CLASSES), components).as(Schema::new);
    }

    private static Arbitrary<Component> components(int depth) {
        Arbitrary<String> names = Arbitraries.of("a", "b", "c", "d");
        return Combinators.combine(names, types(depth), Arbitraries.of(Presence.values()))
                .as((name, type, presence) -> new Component(name, type, possible(type, presence)));
    }

    private static Presence possible(FieldType type, Presence presence) {
        boolean canBePrimitive =
                type instanceof FieldType.Scalar scalar && scalar.kind().hasPrimitive();
        return presence == Presence.PRIMITIVE && !canBePrimitive ? Presence.REQUIRED : presence;
    }

    private static Arbitrary<FieldType> types(int depth) {
        Arbitrary<FieldType> scalars = Arbitraries.of(ScalarKind.values()).map(FieldType.Scalar::new);
        Arbitrary<FieldType> enums = Combinators.combine(
                        Arbitraries.of(CLASSES),
                        Arbitraries.of("ONE", "TWO", "THREE").list().ofMaxSize(3))
                .as(FieldType.EnumType::new);
        if (depth == 0) {
            return Arbitraries.oneOf(scalars, enums);
        }
        Arbitrary<FieldType> inner = types(depth - 1);
        Arbitrary<FieldType> records = schemas(depth - 1).map(FieldType.RecordType::new);
        return Arbitraries.oneOf(
                scalars,
                enums,
                inner.map(FieldType.ListType::new),
                inner.map(FieldType.SetType::new),
                inner.map(FieldType.MapType::new),
                records);
    }
}
