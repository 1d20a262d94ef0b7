package dev.quarry.query.type;

import dev.quarry.schema.FieldType;
import dev.quarry.schema.ScalarKind;
import dev.quarry.schema.Schema;
import java.util.Objects;

/** The type of an expression, as far as the query language tells types apart. Nullness is not part of it. */
public sealed interface Type {

    /** The type as a user writes it. */
    String displayName();

    /** A single value; {@code boxed} where a primitive stands in its box, as {@code Integer} does for {@code int}. */
    record Scalar(ScalarKind kind, boolean boxed) implements Type {
        public Scalar {
            Objects.requireNonNull(kind, "kind");
        }

        @Override
        public String displayName() {
            return FieldType.simpleName(boxed ? kind.boxedClassName() : kind.className());
        }
    }

    /** An enum. */
    record EnumType(String className) implements Type {
        public EnumType {
            Objects.requireNonNull(className, "className");
        }

        @Override
        public String displayName() {
            return FieldType.simpleName(className);
        }
    }

    /**
     * A list, set or collection.
     *
     * @param rawName the interface as written: {@code List}, {@code Set} or {@code Collection}
     * @param element the type of its elements
     */
    record CollectionOf(String rawName, Type element) implements Type {
        public CollectionOf {
            Objects.requireNonNull(rawName, "rawName");
            Objects.requireNonNull(element, "element");
        }

        @Override
        public String displayName() {
            return rawName + "<" + element.displayName() + ">";
        }
    }

    /** A map from text. */
    record MapOf(Type value) implements Type {
        public MapOf {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String displayName() {
            return "Map<String, " + value.displayName() + ">";
        }
    }

    /** A record: the lambda's parameter, or one nested in it. */
    record RecordOf(Schema schema) implements Type {
        public RecordOf {
            Objects.requireNonNull(schema, "schema");
        }

        @Override
        public String displayName() {
            return FieldType.simpleName(schema.className());
        }
    }

    /**
     * An Optional. In the typed tree it is the value that it holds, null where it is empty: what an Optional's methods do is
     * said in these terms. One that is always empty holds {@link Null}.
     */
    record OptionalOf(Type value) implements Type {
        public OptionalOf {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String displayName() {
            return isAlwaysEmpty() ? "Optional" : "Optional<" + value.displayName() + ">";
        }

        /** Whether it is {@code Optional.empty()}, which goes with an Optional of anything. */
        public boolean isAlwaysEmpty() {
            return value instanceof Null;
        }
    }

    /** The type of {@code null}. */
    record Null() implements Type {
        @Override
        public String displayName() {
            return "null";
        }
    }

    /** A type that values can have in Java but that the query language has no use for. */
    record Other(String displayName) implements Type {
        public Other {
            Objects.requireNonNull(displayName, "displayName");
        }
    }
}
