package dev.quarry.migration.diff;

import dev.quarry.schema.Component;
import dev.quarry.schema.FieldType;
import dev.quarry.schema.Presence;

/** The types of components in the words of a Java source: {@code int}, {@code Optional<Integer>}, {@code List<Status>}. */
final class TypeWords implements FieldType.Visitor<String> {
    private static final TypeWords SIMPLE = new TypeWords(false);
    private static final TypeWords QUALIFIED = new TypeWords(true);

    private final boolean qualified;

    private TypeWords(boolean qualified) {
        this.qualified = qualified;
    }

    /** The type with simple class names. */
    static String type(Component component) {
        return type(component, SIMPLE);
    }

    /** The type with full class names, and whether each is an enum or a record: never the same for two types. */
    static String qualifiedType(Component component) {
        return type(component, QUALIFIED);
    }

    /** As in {@code String, nullable}; of an Optional the type says it. */
    static String typeAndPresence(Component component) {
        return type(component)
                + switch (component.presence()) {
                    case PRIMITIVE, REQUIRED -> ", required";
                    case NULLABLE -> ", nullable";
                    case OPTIONAL -> "";
                };
    }

    private static String type(Component component, TypeWords words) {
        if (component.presence() == Presence.PRIMITIVE && component.type() instanceof FieldType.Scalar scalar) {
            return scalar.kind().displayName();
        }
        String value = component.type().accept(words);
        return component.presence() == Presence.OPTIONAL ? "Optional<" + value + ">" : value;
    }

    /** The reference type: only a component itself can be a primitive, what a list or a map holds can't. */
    @Override
    public String scalar(FieldType.Scalar type) {
        return type.boxedDisplayName();
    }

    @Override
    public String enumeration(FieldType.EnumType type) {
        return qualified ? "enum " + type.className() : type.displayName();
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
        return "Map<String, " + type.value().accept(this) + ">";
    }

    @Override
    public String nested(FieldType.RecordType type) {
        return qualified ? "record " + type.schema().className() : type.displayName();
    }
}
