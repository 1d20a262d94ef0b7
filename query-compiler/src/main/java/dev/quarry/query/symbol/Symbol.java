package dev.quarry.query.symbol;

import dev.quarry.query.type.Type;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a name inside a lambda, other than the lambda's own parameter, stands for. */
public sealed interface Symbol {

    /** A local variable or parameter of the surrounding code, effectively final; its value is known only at the call. */
    record CapturedVariable(String name, Type type) implements Symbol {
        public CapturedVariable {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(type, "type");
        }
    }

    /**
     * A constant variable (JLS 4.12.4): a final local or static final field whose value javac knows and writes into the
     * class file, so that the lambda does not capture it.
     *
     * @param value {@code String}, {@code Integer}, {@code Long}, {@code Double} or {@code Boolean}
     */
    record ConstantVariable(String name, Type type, Object value) implements Symbol {
        public ConstantVariable {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(value, "value");
        }
    }

    /** A static final field that is not a constant variable, enum constants included. */
    record StaticFinalField(String className, String name, Type type) implements Symbol {
        public StaticFinalField {
            Objects.requireNonNull(className, "className");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(type, "type");
        }
    }

    /** A field of the object that the lambda stands in, read when the query is called; also one that it inherits. */
    record InstanceField(String className, String name, Type type) implements Symbol {
        public InstanceField {
            Objects.requireNonNull(className, "className");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(type, "type");
        }
    }

    /** A class or interface, as the receiver of a static call or field: {@code Objects}, {@code Status}. */
    record TypeName(String className) implements Symbol {
        public TypeName {
            Objects.requireNonNull(className, "className");
        }
    }

    /** A static method that is called by its name alone: imported, or of a class around the lambda. */
    record StaticMethod(String className, String name) implements Symbol {
        public StaticMethod {
            Objects.requireNonNull(className, "className");
            Objects.requireNonNull(name, "name");
        }
    }

    /**
     * Something that exists in Java but that a query cannot use: another object's field, a static field that is not final.
     *
     * @param description what it is, for the error: {@code "field 'limit' of 'other'"}
     * @param help a rewrite that works; null if there is none
     */
    record Unusable(
            String name, String description, @Nullable String help) implements Symbol {
        public Unusable {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(description, "description");
        }
    }
}
