package dev.quarry.plan.function;

import static dev.quarry.schema.ScalarKind.INT;
import static dev.quarry.schema.ScalarKind.STRING;

import dev.quarry.schema.ScalarKind;
import java.util.List;

/** Methods of String. */
@SuppressWarnings("ImmutableEnumChecker") // the functions hold no state
public enum TextFunction implements JavaFunction {
    SUBSTRING_FROM(Throwing.SOMETIMES, o -> text(o).substring((int) o[1]), STRING, INT),
    SUBSTRING(Throwing.SOMETIMES, o -> text(o).substring((int) o[1], (int) o[2]), STRING, INT, INT);

    private final Throwing throwing;
    private final Body body;
    private final List<ScalarKind> operands;

    TextFunction(Throwing throwing, Body body, ScalarKind... operands) {
        this.throwing = throwing;
        this.body = body;
        this.operands = List.of(operands);
    }

    private static String text(Object[] operands) {
        return (String) operands[0];
    }

    @Override
    public List<ScalarKind> operands() {
        return operands;
    }

    @Override
    public boolean canThrow() {
        return throwing == Throwing.SOMETIMES;
    }

    @Override
    public Object apply(Object... given) {
        return body.run(given);
    }
}
