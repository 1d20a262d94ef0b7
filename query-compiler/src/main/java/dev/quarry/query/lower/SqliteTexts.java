package dev.quarry.query.lower;

import dev.quarry.plan.BindExpr;
import dev.quarry.plan.BindOperation;
import dev.quarry.plan.Node;
import dev.quarry.query.ir.TypedExpr;
import org.jooq.Condition;
import org.jooq.Field;

/** Tests of texts. Nothing here uses LIKE, which ignores case and has wildcards. */
final class SqliteTexts {
    private final Binds binds;
    private final BindLowering captured;
    private final SqliteTextValues texts;
    private final Atoms atoms;

    SqliteTexts(Binds binds, BindLowering captured, SqliteTextValues texts, Atoms atoms) {
        this.binds = binds;
        this.captured = captured;
        this.texts = texts;
        this.atoms = atoms;
    }

    /** A captured prefix is a range of texts, which an index knows how to find. */
    Node startsWith(TypedExpr text, TypedExpr prefix) {
        Field<Object> whole = text(text);
        if (!RecordFree.test(prefix)) {
            Field<Object> start = text(prefix);
            Field<Object> beginning = Sql.field("substr({0}, 1, length({1}))", whole, start);
            return atoms.atom(beginning.eq(start), beginning.ne(start), false);
        }
        BindExpr bound = prefix.accept(captured);
        Field<Object> from = text(prefix);
        Field<Object> to = binds.bind(BindOperation.PREFIX_SUCCESSOR, bound);
        Node range = atoms.atom(whole.ge(from).and(whole.lt(to)), whole.lt(from).or(whole.ge(to)), false);
        Node open = atoms.atom(whole.ge(from), whole.lt(from), false);
        return binds.given(BindOperation.HAS_PREFIX_SUCCESSOR, bound, range, open);
    }

    Node endsWith(TypedExpr text, TypedExpr suffix) {
        Field<Object> whole = text(text);
        Field<Object> end = text(suffix);
        Condition test = Sql.condition(
                "length({0}) >= length({1}) and substr({0}, length({0}) - length({1}) + 1) = {1}", whole, end);
        return atoms.atom(test, Sql.condition("not ({0})", test), false);
    }

    Node contains(TypedExpr text, TypedExpr part) {
        Field<Object> position = Sql.field("instr({0}, {1})", text(text), text(part));
        Field<Object> zero = Sql.field("0");
        return atoms.atom(position.gt(zero), position.eq(zero), false);
    }

    Node isEmpty(TypedExpr text) {
        Field<Object> empty = Sql.field("''");
        return atoms.atom(text(text).eq(empty), text(text).ne(empty), false);
    }

    Node isBlank(TypedExpr text) {
        Field<Object> blank = Sql.field("quarry_is_blank({0})", texts.required(text));
        return atoms.atom(blank.eq(Sql.field("1")), blank.eq(Sql.field("0")), false);
    }

    /** No text equals null. */
    Node equalsIgnoreCase(TypedExpr text, TypedExpr other) {
        Field<Object> equal = Sql.field(
                "ifnull(quarry_equals_ignore_case({0}, {1}), 0)", texts.required(text), texts.optional(other));
        return atoms.atom(equal.eq(Sql.field("1")), equal.eq(Sql.field("0")), false);
    }

    private Field<Object> text(TypedExpr expr) {
        return texts.required(expr);
    }
}
