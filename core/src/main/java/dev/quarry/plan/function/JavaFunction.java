package dev.quarry.plan.function;

import dev.quarry.schema.ScalarKind;
import java.util.List;
import java.util.Locale;

/**
 * A method of Java that runs as it is: by the JVM where only captured values take part, and registered in the engine where a
 * record's do. Its operands, the receiver first, are never null, and neither is its result. What the method throws, it throws.
 */
public sealed interface JavaFunction permits TextFunction {

    /** The name in plans, unique among all functions: that of the enum's constant. */
    String name();

    /** The kinds of the operands, the receiver first. */
    List<ScalarKind> operands();

    /** Whether it throws for some operands. One that gives a double never does. */
    boolean canThrow();

    /** Runs the method on operands of those kinds, primitives in their boxes. */
    Object apply(Object... operands);

    /** The name under which engines know it. */
    default String sqlName() {
        return "quarry_" + name().toLowerCase(Locale.ROOT);
    }
}
