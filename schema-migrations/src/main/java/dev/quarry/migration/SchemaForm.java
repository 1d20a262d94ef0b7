package dev.quarry.migration;

import dev.quarry.schema.Component;
import dev.quarry.schema.FieldType;
import dev.quarry.schema.Schema;
import java.util.stream.Collectors;

/**
 * A schema as one line that two schemas share exactly if records of both are stored alike: the names of classes have no part
 * in it. The history's checksums are made of it, so it never changes.
 */
final class SchemaForm {
    private static final FieldType.Visitor<String> TYPE = new FieldType.Visitor<>() {
        @Override
        public String scalar(FieldType.Scalar type) {
            return type.kind().name();
        }

        @Override
        public String enumeration(FieldType.EnumType type) {
            return "enum";
        }

        @Override
        public String list(FieldType.ListType type) {
            return "list<" + type.element().accept(this) + ">";
        }

        @Override
        public String set(FieldType.SetType type) {
            return "set<" + type.element().accept(this) + ">";
        }

        @Override
        public String map(FieldType.MapType type) {
            return "map<" + type.value().accept(this) + ">";
        }

        @Override
        public String nested(FieldType.RecordType type) {
            return of(type.schema());
        }
    };

    private SchemaForm() {}

    static String of(Schema schema) {
        return schema.components().stream().map(SchemaForm::of).collect(Collectors.joining(",", "(", ")"));
    }

    static String of(FieldType type) {
        return type.accept(TYPE);
    }

    /** Whether there can be no value is stored; how Java says so is not. */
    private static String of(Component component) {
        return component.name() + ":" + of(component.type())
                + (component.presence().allowsAbsence() ? "?" : "");
    }
}
