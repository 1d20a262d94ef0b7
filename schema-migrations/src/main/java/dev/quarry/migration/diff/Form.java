package dev.quarry.migration.diff;

import dev.quarry.schema.FieldType;

/**
 * A type without the classes of its enums and records. Types of the same form can be compared further, at what their
 * lists and maps hold in the end.
 *
 * @param text equal for two types exactly when their form is
 * @param innermost the type inside all lists and maps; the type itself if it is neither
 */
record Form(String text, FieldType innermost) {
    private static final FieldType.Visitor<Form> OF = new FieldType.Visitor<>() {
        @Override
        public Form scalar(FieldType.Scalar type) {
            return new Form(type.kind().name(), type);
        }

        @Override
        public Form enumeration(FieldType.EnumType type) {
            return new Form("enum", type);
        }

        @Override
        public Form list(FieldType.ListType type) {
            return type.element().accept(this).inside("list");
        }

        @Override
        public Form set(FieldType.SetType type) {
            return type.element().accept(this).inside("set");
        }

        @Override
        public Form map(FieldType.MapType type) {
            return type.value().accept(this).inside("map");
        }

        @Override
        public Form nested(FieldType.RecordType type) {
            return new Form("record", type);
        }
    };

    static Form of(FieldType type) {
        return type.accept(OF);
    }

    private Form inside(String container) {
        return new Form(container + " of " + text, innermost);
    }
}
