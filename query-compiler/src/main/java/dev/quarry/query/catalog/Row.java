package dev.quarry.query.catalog;

import dev.quarry.engine.ExactFunctions;
import dev.quarry.plan.function.JavaFunction;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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

    /** Whether an engine, named as in plans, says exactly what the method gives for every record. */
    public boolean isExactOn(String engine) {
        return treatment
                .runs()
                .map(function -> ExactFunctions.has(engine, function))
                .orElse(isSupported());
    }

    /** What becomes of a method. */
    public sealed interface Treatment {
        /** In one word. */
        String word();

        /** The method as an engine runs it; empty if none of Java's is run. */
        default Optional<JavaFunction> runs() {
            return Optional.empty();
        }
    }

    /** The engine's own operations say exactly the same. */
    public record Native() implements Treatment {
        @Override
        public String word() {
            return "native";
        }
    }

    /**
     * The engine's own operations where they say exactly the same, Java's method elsewhere.
     *
     * @param elsewhere that method; empty if it stands for no single one
     */
    public record Guarded(Optional<JavaFunction> elsewhere) implements Treatment {
        public Guarded {
            Objects.requireNonNull(elsewhere, "elsewhere");
        }

        @Override
        public String word() {
            return "guarded";
        }

        @Override
        public Optional<JavaFunction> runs() {
            return elsewhere;
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

        @Override
        public Optional<JavaFunction> runs() {
            return Optional.of(function);
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
