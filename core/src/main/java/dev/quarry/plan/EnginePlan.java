package dev.quarry.plan;

import java.util.List;
import java.util.Objects;

/**
 * A filter as one engine runs it.
 *
 * @param root the boolean
 * @param binds what the templates' binds are computed from
 * @param tests what the choices are computed from, each a boolean
 */
public record EnginePlan(Node root, List<BindExpr> binds, List<BindExpr> tests) {
    public EnginePlan {
        Objects.requireNonNull(root, "root");
        binds = List.copyOf(binds);
        tests = List.copyOf(tests);
    }
}
