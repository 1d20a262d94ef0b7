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
        return nullable + (presence == Presence.PRIMITIVE ? type.displayName() : referenceType()) + " " + name;
    }

    /** The reference type as a user would write it: the box of a primitive, an Optional with what it holds. */
    public String referenceType() {
        String value = type.boxedDisplayName();
        return presence == Presence.OPTIONAL ? "Optional<" + value + ">" : value;
    }
}
