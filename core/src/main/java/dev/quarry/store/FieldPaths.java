package dev.quarry.store;

import dev.quarry.error.FilterOutdated;
import dev.quarry.error.InvalidField;
import dev.quarry.plan.LambdaKey;
import dev.quarry.plan.LambdaSite;
import dev.quarry.plan.Plan;
import dev.quarry.schema.FieldPath;
import dev.quarry.schema.Schema;
import java.util.Optional;

/** Finds the component that a field's lambda or method reference gives. */
public final class FieldPaths {
    private FieldPaths() {}

    /**
     * The path. An accessor reference needs no plan: the method that it names says it all.
     *
     * @throws InvalidField if it is not a component of the record
     * @throws FilterOutdated if the lambda was compiled for another shape of the record
     */
    public static FieldPath of(Object field, Schema schema) {
        LambdaSite site = LambdaSite.of(field);
        LambdaKey key = site.key();
        boolean accessor = key.owner().equals(schema.className())
                && key.descriptor().startsWith("()")
                && schema.component(key.name()).isPresent();
        if (accessor) {
            return FieldPath.of(key.name());
        }
        Optional<Plan.FieldPlan> plan = site.fieldPlan();
        if (plan.isEmpty()) {
            throw new InvalidField(schema.className(), key.toString());
        }
        Plan.Origin origin = plan.get().origin();
        if (!origin.fingerprint().equals(schema.fingerprint())) {
            throw FilterOutdated.becauseOfRecord(origin.source(), origin.text(), origin.record());
        }
        return plan.get().path();
    }
}
