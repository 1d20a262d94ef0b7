package dev.quarry.query.lower;

import dev.quarry.plan.Node;
import dev.quarry.plan.Template;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Makes atoms of conditions. Thread-safe. */
final class Atoms {
    static final Node TRUE = new Node.Constant(Node.Outcome.TRUE);
    static final Node FALSE = new Node.Constant(Node.Outcome.FALSE);
    static final Node THROWS = new Node.Constant(Node.Outcome.THROWS);

    private final Rendering rendering;

    Atoms(SQLDialect dialect) {
        this.rendering = new Rendering(dialect);
    }

    /** A condition that is NULL where Java throws, and its opposite, which is NULL there too. */
    Node atom(Condition whenTrue, Condition whenFalse, boolean canThrow) {
        return new Node.Atom(rendering.template(whenTrue), rendering.template(whenFalse), Optional.empty(), canThrow);
    }

    /** As before, where the condition itself is not NULL in all the right places. */
    Node atom(Condition whenTrue, Condition whenFalse, Condition value, boolean canThrow) {
        Template trueTemplate = rendering.template(whenTrue);
        Template valueTemplate = rendering.template(value);
        return new Node.Atom(
                trueTemplate,
                rendering.template(whenFalse),
                valueTemplate.equals(trueTemplate) ? Optional.empty() : Optional.of(valueTemplate),
                canThrow);
    }

    /**
     * What is false whatever an operand is. The operand is evaluated all the same: where a captured value in it makes Java
     * throw, so does this.
     */
    Node never(Field<Object> operand, Binds binds) {
        Node atom = atom(
                Sql.condition("({0} is null and 1 = 0)", operand),
                Sql.condition("({0} is null or 1 = 1)", operand),
                false);
        return binds.areKnown(((Node.Atom) atom).whenTrue()) ? FALSE : atom;
    }

    /** What is true where computing a value does not throw. */
    Node defined(SqlValue value, Binds binds) {
        if (!value.canThrow()) {
            Node never = never(value.field(), binds);
            return never.equals(FALSE) ? TRUE : new Node.Not(never);
        }
        // the value is written out, since a captured value in it may throw, too
        Condition evaluated = Sql.condition("({0} is null or 1 = 1)", value.field());
        Condition defined = evaluated.and(DSL.and(value.definedness()));
        return atom(defined, DSL.falseCondition(), Sql.condition("case when {0} then true end", defined), true);
    }

    /** A boolean that is 1 or 0. */
    Node isTrue(SqlValue flag) {
        return atom(flag.field().eq(Sql.field("1")), flag.field().eq(Sql.field("0")), flag.canThrow());
    }

    /** Whether a value that can be null is null; never throws. */
    Node isNull(Field<Object> column) {
        return atom(column.isNull(), column.isNotNull(), false);
    }
}
