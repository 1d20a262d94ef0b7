package dev.quarry.migration.diff;

import dev.quarry.schema.Component;
import dev.quarry.schema.FieldType;
import dev.quarry.schema.Presence;
import dev.quarry.schema.ScalarKind;
import dev.quarry.schema.Schema;
import java.util.List;

/** Short words for the schemas that the tests write down. */
final class Shapes {
    private Shapes() {}

    static Schema schema(String className, Component... components) {
        return new Schema(className, List.of(components));
    }

    static Component primitive(String name, ScalarKind kind) {
        return new Component(name, scalar(kind), Presence.PRIMITIVE);
    }

    static Component required(String name, FieldType type) {
        return new Component(name, type, Presence.REQUIRED);
    }

    static Component nullable(String name, FieldType type) {
        return new Component(name, type, Presence.NULLABLE);
    }

    static Component optional(String name, FieldType type) {
        return new Component(name, type, Presence.OPTIONAL);
    }

    static FieldType scalar(ScalarKind kind) {
        return new FieldType.Scalar(kind);
    }

    static FieldType enumeration(String className) {
        return new FieldType.EnumType(className, List.of("ONE", "TWO"));
    }

    static FieldType listOf(FieldType element) {
        return new FieldType.ListType(element);
    }

    static FieldType setOf(FieldType element) {
        return new FieldType.SetType(element);
    }

    static FieldType mapOf(FieldType value) {
        return new FieldType.MapType(value);
    }

    static FieldType nested(String className, Component... components) {
        return new FieldType.RecordType(schema(className, components));
    }
}
