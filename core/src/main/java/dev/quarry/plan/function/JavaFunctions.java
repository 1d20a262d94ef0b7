package dev.quarry.plan.function;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All functions. */
public final class JavaFunctions {
    private static final List<JavaFunction> ALL = Stream.<JavaFunction[]>of(
                    TextFunction.values(),
                    NumberFunction.values(),
                    BoxFunction.values(),
                    CharacterFunction.values(),
                    MathFunction.values(),
                    DecimalFunction.values(),
                    CalendarFunction.values(),
                    InstantFunction.values(),
                    DurationFunction.values())
            .flatMap(Arrays::stream)
            .toList();
    private static final Map<String, JavaFunction> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(JavaFunction::name, Function.identity()));

    private JavaFunctions() {}

    /** Every function, for an engine to register. */
    public static List<JavaFunction> all() {
        return ALL;
    }

    /** The function that a plan names; throws {@link IllegalArgumentException} if there is none. */
    public static JavaFunction named(String name) {
        JavaFunction function = BY_NAME.get(name);
        if (function == null) {
            throw new IllegalArgumentException("no function: " + name);
        }
        return function;
    }
}
