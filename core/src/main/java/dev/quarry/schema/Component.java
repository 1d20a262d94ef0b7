package dev.quarry.schema;

import java.util.Objects;

/**
 * One component of a record.
 *
 * @param name the component's name in the source
 * @param type what it holds
 * @param presence whether it can be null
 */
public record Component(String name, FieldType type, Presence presence) {
    public Component {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(presence, "presence");
    }

    /** Name and type as a user would write them, {@code @Nullable} included. */
    public String describe() {
        String nullable = presence.allowsNull() ? "@Nullable " : "";
        return nullable + displayType() + " " + name;
    }

    private String displayType() {
        if (presence == Presence.OPTIONAL) {
            return "Optional<" + boxedName() + ">";
        }
        return presence == Presence.PRIMITIVE ? type.displayName() : boxedName();
    }

    private String boxedName() {
        if (type instanceof FieldType.Scalar scalar) {
            return FieldType.simpleName(scalar.kind().boxedClassName());
        }
        return type.displayName();
    }
}
