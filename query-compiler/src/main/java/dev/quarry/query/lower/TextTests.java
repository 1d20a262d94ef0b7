package dev.quarry.query.lower;

import dev.quarry.plan.BindExpr;
import dev.quarry.plan.BindOperation;
import dev.quarry.plan.Node;
import dev.quarry.plan.function.JavaFunction;
import dev.quarry.plan.function.TextFunction;
import dev.quarry.query.ir.TypedExpr;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;

/** Tests of texts. Nothing here uses LIKE, which ignores case and has wildcards. */
final class TextTests {
    private final Binds binds;
    private final BindLowering captured;
    private final Values values;
    private final TextWords words;
    private final Atoms atoms;

    TextTests(Binds binds, BindLowering captured, Values values, TextWords words, Atoms atoms) {
        this.binds = binds;
        this.captured = captured;
        this.values = values;
        this.words = words;
        this.atoms = atoms;
    }

    /** A captured prefix is a range of texts, which an index knows how to find. */
    Node startsWith(TypedExpr text, TypedExpr prefix) {
        SqlValue value = values.text(text);
        SqlValue beginning = values.text(prefix);
        if (!TextValues.areTexts(List.of(value, beginning))) {
            return invoked(TextFunction.STARTS_WITH, text, prefix);
        }
        boolean canThrow = value.canThrow() || beginning.canThrow();
        Field<Object> whole = value.field();
        Field<Object> from = beginning.field();
        if (!RecordFree.test(prefix)) {
            Field<Object> start = Sql.field("substr({0}, 1, length({1}))", whole, from);
            return atoms.atom(start.eq(from), start.ne(from), canThrow);
        }
        BindExpr bound = prefix.accept(captured);
        Field<Object> to = binds.bind(BindForm.TEXT, BindOperation.PREFIX_SUCCESSOR, bound);
        Node range = atoms.atom(whole.ge(from).and(whole.lt(to)), whole.lt(from).or(whole.ge(to)), canThrow);
        Node open = atoms.atom(whole.ge(from), whole.lt(from), canThrow);
        return binds.given(BindOperation.HAS_PREFIX_SUCCESSOR, bound, range, open);
    }

    Node endsWith(TypedExpr text, TypedExpr suffix) {
        SqlValue whole = values.text(text);
        SqlValue end = values.text(suffix);
        if (!TextValues.areTexts(List.of(whole, end))) {
            return invoked(TextFunction.ENDS_WITH, text, suffix);
        }
        Condition test = Sql.condition(
                "length({0}) >= length({1}) and substr({0}, length({0}) - length({1}) + 1) = {1}",
                whole.field(), end.field());
        return atoms.atom(test, Sql.condition("not ({0})", test), whole.canThrow() || end.canThrow());
    }

    Node contains(TypedExpr text, TypedExpr part) {
        SqlValue whole = values.text(text);
        SqlValue inner = values.text(part);
        if (!TextValues.areTexts(List.of(whole, inner))) {
            return invoked(TextFunction.TEXT_CONTAINS, text, part);
        }
        Field<Object> position = words.position(whole.field(), inner.field());
        Field<Object> zero = Sql.field("0");
        return atoms.atom(position.gt(zero), position.eq(zero), whole.canThrow() || inner.canThrow());
    }

    Node isEmpty(TypedExpr text) {
        SqlValue value = values.text(text);
        Field<Object> empty = Sql.field("''");
        return atoms.atom(value.field().eq(empty), value.field().ne(empty), value.canThrow());
    }

    private Node invoked(JavaFunction function, TypedExpr... operands) {
        return atoms.isTrue(values.invoked(function, List.of(operands)));
    }
}
