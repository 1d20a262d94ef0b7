package dev.quarry.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The shape of a record: its components in the order of the record header. Immutable.
 *
 * @param className the record's binary class name
 * @param components the components, in order
 */
public record Schema(String className, List<Component> components) {
    public Schema {
        Objects.requireNonNull(className, "className");
        components = List.copyOf(components);
    }

    /** The names of the components, in order. */
    public List<String> fieldNames() {
        return components.stream().map(Component::name).toList();
    }

    /** The component of that name, if there is one. */
    public Optional<Component> component(String name) {
        return components.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /** The component at the end of a path, if every step exists. The path leads through nested records. */
    public Optional<Component> component(FieldPath path) {
        return component(
                path, type -> type instanceof FieldType.RecordType ? FieldType.records(type) : Optional.empty());
    }

    /** The component at the end of a path that may also lead into the records of collections. */
    public Optional<Component> componentInside(FieldPath path) {
        return component(path, FieldType::records);
    }

    private Optional<Component> component(FieldPath path, Function<FieldType, Optional<Schema>> next) {
        Optional<Schema> at = Optional.of(this);
        Optional<Component> found = Optional.empty();
        for (String name : path.names()) {
            found = at.flatMap(schema -> schema.component(name));
            at = found.flatMap(component -> next.apply(component.type()));
        }
        return found;
    }

    /**
     * One line of text that two schemas share exactly when a filter compiled for the one means the same on the other:
     * names, types and presence of all components, nested ones included, in order.
     */
    public String fingerprint() {
        return text(FINGERPRINT);
    }

    /**
     * One line of text that two schemas share exactly if programs with them can write the same records: the {@link #fingerprint()}
     * with the constants of enums, which filters know by name alone.
     */
    public String shape() {
        return text(SHAPE);
    }

    /**
     * One line of text that two schemas share exactly if their {@link #shape()} is one but for the names of classes, which have no
     * part in what is stored.
     */
    public String structure() {
        return text(STRUCTURE);
    }

    private String text(FieldType.Visitor<String> types) {
        return components.stream().map(component -> text(component, types)).collect(Collectors.joining(",", "(", ")"));
    }

    private static String text(Component component, FieldType.Visitor<String> types) {
        String presence = switch (component.presence()) {
            case PRIMITIVE -> "!";
            case REQUIRED -> "";
            case NULLABLE -> "?";
            case OPTIONAL -> "~";
        };
        return component.name() + ":" + component.type().accept(types) + presence;
    }

    private static final FieldType.Visitor<String> FINGERPRINT = new TypeText();

    private static final FieldType.Visitor<String> SHAPE = new TypeText() {
        @Override
        public String enumeration(FieldType.EnumType type) {
            return super.enumeration(type) + type.constants();
        }
    };

    private static final FieldType.Visitor<String> STRUCTURE = new TypeText() {
        @Override
        public String enumeration(FieldType.EnumType type) {
            return "enum" + type.constants();
        }

        @Override
        public String nested(FieldType.RecordType type) {
            return type.schema().text(this);
        }
    };

    private static class TypeText implements FieldType.Visitor<String> {
        @Override
        public String scalar(FieldType.Scalar type) {
            return type.displayName();
        }

        @Override
        public String enumeration(FieldType.EnumType type) {
            return "enum " + type.className();
        }

        @Override
        public String list(FieldType.ListType type) {
            return "List<" + type.element().accept(this) + ">";
        }

        @Override
        public String set(FieldType.SetType type) {
            return "Set<" + type.element().accept(this) + ">";
        }

        @Override
        public String map(FieldType.MapType type) {
            return "Map<" + type.value().accept(this) + ">";
        }

        @Override
        public String nested(FieldType.RecordType type) {
            return type.schema().className() + type.schema().text(this);
        }
    }
}
