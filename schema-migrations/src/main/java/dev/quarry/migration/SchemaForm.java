package dev.quarry.migration;

import dev.quarry.schema.Component;
import dev.quarry.schema.FieldType;
import dev.quarry.schema.Schema;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A schema as one line that two schemas share exactly if records of both are stored alike: the names of classes have no part
 * in it. The history's checksums are made of it, so it never changes.
 */
final class SchemaForm {
    /** The form that has the order in it, and the one that has not. */
    private static final Types IN_ORDER = new Types(components -> components);

    private static final Types IN_ANY_ORDER = new Types(components ->
            components.stream().sorted(Comparator.comparing(Component::name)).toList());

    private record Types(UnaryOperator<List<Component>> order) implements FieldType.Visitor<String> {
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
            return form(type.schema());
        }

        String form(Schema schema) {
            return order.apply(schema.components()).stream().map(this::form).collect(Collectors.joining(",", "(", ")"));
        }

        /** Whether there can be no value is stored; how Java says so is not. */
        private String form(Component component) {
            return component.name() + ":" + component.type().accept(this)
                    + (component.presence().allowsAbsence() ? "?" : "");
        }
    }

    private SchemaForm() {}

    static String of(Schema schema) {
        return IN_ORDER.form(schema);
    }

    static String of(FieldType type) {
        return type.accept(IN_ORDER);
    }

    /** Whether two schemas have the same components, in any order; so it is in the records that they hold. */
    static boolean areAlike(Schema one, Schema other) {
        return IN_ANY_ORDER.form(one).equals(IN_ANY_ORDER.form(other));
    }

    /** The same for what a component holds. */
    static boolean areAlike(FieldType one, FieldType other) {
        return one.accept(IN_ANY_ORDER).equals(other.accept(IN_ANY_ORDER));
    }
}
