package dev.quarry.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a record component holds. */
public sealed interface FieldType {

    /** Calls the visitor's method for this case. */
    <R> R accept(Visitor<R> visitor);

    /** The type in words, as errors show it: {@code String}, {@code List<String>}, {@code Status}. */
    String displayName();

    /** The type in words where Java allows no primitive: {@code Integer} for {@code int}. */
    default String boxedDisplayName() {
        return displayName();
    }

    /** One value of a type that needs no schema of its own. */
    record Scalar(ScalarKind kind) implements FieldType {
        public Scalar {
            Objects.requireNonNull(kind, "kind");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.scalar(this);
        }

        @Override
        public String displayName() {
            return kind.displayName();
        }

        @Override
        public String boxedDisplayName() {
            return kind.boxedDisplayName();
        }
    }

    /**
     * A constant of an enum, stored by name: the order of the constants means nothing to the store.
     *
     * @param className the enum's binary class name
     * @param constants the names of its constants, sorted
     */
    record EnumType(String className, List<String> constants) implements FieldType {
        public EnumType {
            Objects.requireNonNull(className, "className");
            constants = constants.stream().distinct().sorted().toList();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.enumeration(this);
        }

        @Override
        public String displayName() {
            return simpleName(className);
        }
    }

    /** A list; no element is null. */
    record ListType(FieldType element) implements FieldType {
        public ListType {
            Objects.requireNonNull(element, "element");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.list(this);
        }

        @Override
        public String displayName() {
            return "List<" + element.boxedDisplayName() + ">";
        }
    }

    /** A set, in the order it was written; no element is null. */
    record SetType(FieldType element) implements FieldType {
        public SetType {
            Objects.requireNonNull(element, "element");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.set(this);
        }

        @Override
        public String displayName() {
            return "Set<" + element.boxedDisplayName() + ">";
        }
    }

    /** A map from text, in the order it was written; no key or value is null. */
    record MapType(FieldType value) implements FieldType {
        public MapType {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.map(this);
        }

        @Override
        public String displayName() {
            return "Map<String, " + value.boxedDisplayName() + ">";
        }
    }

    /** A record inside the record, stored in columns of its own. */
    record RecordType(Schema schema) implements FieldType {
        public RecordType {
            Objects.requireNonNull(schema, "schema");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.nested(this);
        }

        @Override
        public String displayName() {
            return simpleName(schema.className());
        }
    }

    /** One method for each case, so that a new kind of type does not compile until every use handles it. */
    interface Visitor<R> {
        R scalar(Scalar type);

        R enumeration(EnumType type);

        R list(ListType type);

        R set(SetType type);

        R map(MapType type);

        R nested(RecordType type);
    }

    /** The single type in a collection; the type itself if it is none. */
    static FieldType innermost(FieldType type) {
        if (type instanceof ListType list) {
            return innermost(list.element());
        }
        if (type instanceof SetType set) {
            return innermost(set.element());
        }
        return type instanceof MapType map ? innermost(map.value()) : type;
    }

    /** The schema of the record that a type is, or of those that a collection holds; empty if there is none. */
    static Optional<Schema> records(FieldType type) {
        return innermost(type) instanceof RecordType nested ? Optional.of(nested.schema()) : Optional.empty();
    }

    /** The last part of a binary class name: {@code app.Quake$Status} gives {@code Status}. */
    static String simpleName(String className) {
        return className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
    }
}
