package dev.quarry.engine;

import dev.quarry.plan.function.JavaFunction;

/** Which methods of Java an engine runs for a record, and gives exactly what Java gives. */
public final class ExactFunctions {
    private ExactFunctions() {}

    /** Whether the engine of that name, as plans use it, has a function for the method. */
    public static boolean has(String engine, JavaFunction function) {
        return switch (engine) {
            case "sqlite" -> true;
            case "postgresql" -> PostgresFunctions.names().contains(function.sqlName());
            default -> false;
        };
    }
}
