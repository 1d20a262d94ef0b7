package dev.quarry.plan.function;

import dev.quarry.schema.ScalarKind;
import java.util.List;
import java.util.Locale;

/**
 * A method of Java that runs as it is: by the JVM where only captured values take part, and registered in the engine where a
 * record's do. Its operands are never null, and neither is its result. What the method throws, it throws.
 */
public sealed interface JavaFunction
        permits BoxFunction,
                CalendarFunction,
                CharacterFunction,
                DecimalFunction,
                DurationFunction,
                InstantFunction,
                MathFunction,
                NumberFunction,
                TextFunction {

    /** What it does and with what. */
    Signature signature();

    /** The name in plans, unique among all functions: that of the enum's constant. */
    String name();

    /** Runs the method on operands of the signature's kinds, primitives in their boxes, enum constants by name. */
    default Object apply(Object... operands) {
        return signature().body().run(operands);
    }

    /** The name under which engines know it. */
    default String sqlName() {
        return "quarry_" + name().toLowerCase(Locale.ROOT);
    }

    /**
     * How a method is called.
     *
     * @param owner the class that has it, by its simple name; empty for an operator
     * @param method its name in Java
     * @param form whether the first operand is the receiver
     * @param throwing whether it throws for some operands; one that gives a double or float never does
     * @param result what it gives, STRING for an enum constant, which SQL knows by its name
     * @param operands the kinds of the operands, the receiver first
     * @param body the call
     */
    record Signature(
            String owner,
            String method,
            Form form,
            Throwing throwing,
            ScalarKind result,
            List<ScalarKind> operands,
            Body body) {
        public Signature {
            operands = List.copyOf(operands);
        }

        /** Whether it throws for some operands. */
        public boolean canThrow() {
            return throwing == Throwing.SOMETIMES;
        }
    }

    /** Where the first operand stands. */
    enum Form {
        /** {@code a.method(b)}. */
        INSTANCE,
        /** {@code Type.method(a, b)}. */
        STATIC
    }

    /** Whether a method throws for some operands. */
    enum Throwing {
        NEVER,
        SOMETIMES
    }

    /** A method's call on operands that a plan's compiler has made sure of. */
    @FunctionalInterface
    interface Body {
        Object run(Object[] operands);
    }

    /** A method called on its first operand, which never throws. */
    static Signature total(String method, ScalarKind result, Body body, ScalarKind... operands) {
        return new Signature(
                ownerOf(operands[0]), method, Form.INSTANCE, Throwing.NEVER, result, List.of(operands), body);
    }

    /** A method called on its first operand, which throws for some. */
    static Signature partial(String method, ScalarKind result, Body body, ScalarKind... operands) {
        return new Signature(
                ownerOf(operands[0]), method, Form.INSTANCE, Throwing.SOMETIMES, result, List.of(operands), body);
    }

    /** A static method that never throws. */
    static Signature totalStatic(String owner, String method, ScalarKind result, Body body, ScalarKind... operands) {
        return new Signature(owner, method, Form.STATIC, Throwing.NEVER, result, List.of(operands), body);
    }

    /** A static method that throws for some operands. */
    static Signature partialStatic(String owner, String method, ScalarKind result, Body body, ScalarKind... operands) {
        return new Signature(owner, method, Form.STATIC, Throwing.SOMETIMES, result, List.of(operands), body);
    }

    private static String ownerOf(ScalarKind kind) {
        String name = kind.boxedClassName();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
