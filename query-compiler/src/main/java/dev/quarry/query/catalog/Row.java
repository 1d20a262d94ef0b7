package dev.quarry.query.catalog;

import dev.quarry.plan.function.JavaFunction;
import java.util.List;
import java.util.Objects;

/**
 * One method, or all overloads of one that share a fate.
 *
 * @param owner the class that has it
 * @param method its name
 * @param parameters the types of its parameters by their simple names; {@link #ANY} for all overloads
 * @param treatment what becomes of it
 */
public record Row(Owner owner, String method, List<String> parameters, Treatment treatment) {
    /** Stands for all overloads that have no row of their own. */
    public static final List<String> ANY = List.of("…");

    public Row {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(method, "method");
        parameters = List.copyOf(parameters);
        Objects.requireNonNull(treatment, "treatment");
    }

    /** The method as documentation writes it: {@code substring(int, int)}. */
    public String signature() {
        return method + "(" + String.join(", ", parameters) + ")";
    }

    /** Whether the language has it. */
    public boolean isSupported() {
        return !(treatment instanceof Refused);
    }

    /** What becomes of a method. */
    public sealed interface Treatment {
        /** In one word. */
        String word();
    }

    /** The engine's own operations say exactly the same. */
    public record Native() implements Treatment {
        @Override
        public String word() {
            return "native";
        }
    }

    /** The engine's own operations where they say exactly the same, Java's method elsewhere. */
    public record Guarded() implements Treatment {
        @Override
        public String word() {
            return "guarded";
        }
    }

    /** Java's own method, registered in the engine. */
    public record Registered(JavaFunction function) implements Treatment {
        public Registered {
            Objects.requireNonNull(function, "function");
        }

        @Override
        public String word() {
            return "function";
        }
    }

    /** A compile error. */
    public record Refused(Refusal refusal) implements Treatment {
        public Refused {
            Objects.requireNonNull(refusal, "refusal");
        }

        @Override
        public String word() {
            return "refused";
        }
    }
}
