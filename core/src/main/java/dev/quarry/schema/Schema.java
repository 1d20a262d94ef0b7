package dev.quarry.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

    /** The component at the end of a path, if every step exists. */
    public Optional<Component> component(FieldPath path) {
        Schema at = this;
        Optional<Component> found = Optional.empty();
        for (String name : path.names()) {
            if (at == null) {
                return Optional.empty();
            }
            found = at.component(name);
            at = found.map(Component::type)
                    .filter(FieldType.RecordType.class::isInstance)
                    .map(type -> ((FieldType.RecordType) type).schema())
                    .orElse(null);
        }
        return found;
    }

    /**
     * One line of text that two schemas share exactly when a filter compiled for the one means the same on the other:
     * names, types and presence of all components, nested ones included, in order.
     */
    public String fingerprint() {
        return components.stream().map(Schema::fingerprint).collect(Collectors.joining(",", "(", ")"));
    }

    private static String fingerprint(Component component) {
        String presence = switch (component.presence()) {
            case PRIMITIVE -> "!";
            case REQUIRED -> "";
            case NULLABLE -> "?";
            case OPTIONAL -> "~";
        };
        return component.name() + ":" + component.type().accept(FINGERPRINT) + presence;
    }

    private static final FieldType.Visitor<String> FINGERPRINT = new FieldType.Visitor<>() {
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
            return type.schema().className() + type.schema().fingerprint();
        }
    };
}
