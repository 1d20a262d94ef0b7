package dev.quarry.plan;

import org.jspecify.annotations.Nullable;

/** One lambda of a filter in one call: what its captured values decide and what they bind. */
final class LeafState {
    private final LambdaSite site;
    private final EnginePlan plan;
    private final byte[] outcomes;
    private final @Nullable Object[] values;

    private LeafState(LambdaSite site, EnginePlan plan, byte[] outcomes, @Nullable Object[] values) {
        this.site = site;
        this.plan = plan;
        this.outcomes = outcomes;
        this.values = values;
    }

    /** Computes all tests and binds of a plan. */
    static LeafState of(LambdaSite site, EnginePlan plan, Object[] captures) {
        Computation computation = new Computation(captures, site.fields());
        byte[] outcomes = new byte[plan.tests().size()];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] =
                    (byte) outcome(plan.tests().get(i).accept(computation)).ordinal();
        }
        Object[] values = new Object[plan.binds().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = plan.binds().get(i).accept(computation);
        }
        return new LeafState(site, plan, outcomes, values);
    }

    private static Node.Outcome outcome(@Nullable Object test) {
        if (test instanceof Boolean truth) {
            return truth ? Node.Outcome.TRUE : Node.Outcome.FALSE;
        }
        return Node.Outcome.THROWS;
    }

    Node root() {
        return plan.root();
    }

    LambdaSite site() {
        return site;
    }

    Node.Outcome test(int index) {
        return Node.Outcome.values()[outcomes[index]];
    }

    /** Whether every bind of the atom could be computed. */
    boolean canBind(Node.Atom atom) {
        return canBind(atom.whenTrue())
                && canBind(atom.whenFalse())
                && atom.value().map(this::canBind).orElse(true);
    }

    private boolean canBind(Template template) {
        return template.bindIndexes().stream().allMatch(index -> values[index] != Computation.POISON);
    }

    @Nullable
    Object[] values() {
        return values;
    }

    /** What of this state shows in the SQL: each test's outcome, and which binds could not be computed. */
    byte[] shape() {
        byte[] shape = new byte[outcomes.length + values.length];
        System.arraycopy(outcomes, 0, shape, 0, outcomes.length);
        for (int i = 0; i < values.length; i++) {
            shape[outcomes.length + i] = (byte) (values[i] == Computation.POISON ? 1 : 0);
        }
        return shape;
    }
}
