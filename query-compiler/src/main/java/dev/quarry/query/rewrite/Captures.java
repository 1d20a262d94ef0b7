package dev.quarry.query.rewrite;

import dev.quarry.query.ir.TypedExpr;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Lists the variables that an expression captures, in the order of their first use. */
public final class Captures {
    /** The name under which the object that the lambda stands in is captured. */
    public static final String THIS = "this";

    private Captures() {}

    /** The names, each once. */
    public static List<String> of(TypedExpr expr) {
        Set<String> names = new LinkedHashSet<>();
        collect(expr, names);
        return new ArrayList<>(names);
    }

    private static void collect(TypedExpr expr, Set<String> names) {
        if (expr instanceof TypedExpr.Captured captured) {
            names.add(captured.name());
        } else if (expr instanceof TypedExpr.InstanceField) {
            names.add(THIS);
        } else {
            expr.operands().forEach(operand -> collect(operand, names));
        }
    }
}
