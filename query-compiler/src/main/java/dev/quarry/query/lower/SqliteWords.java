package dev.quarry.query.lower;

import dev.quarry.plan.BindExpr;
import dev.quarry.plan.BindOperation;
import dev.quarry.plan.function.JavaFunction;
import dev.quarry.plan.function.TextFunction;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SQLDialect;

/** SQLite's words. Its values have types of their own, whatever is declared, so that no bind needs to be told one. */
final class SqliteWords implements Words, ValueWords, TextWords {
    /** A text with a character that is two chars in Java; the class runs from U+10000 to U+10FFFF. */
    private static final String LENGTH =
            "case when {0} glob '*[\uD800\uDC00-\uDBFF\uDFFF]*' then quarry_length({0}) else length({0}) end";

    @Override
    public String engine() {
        return "sqlite";
    }

    @Override
    public SQLDialect dialect() {
        return SQLDialect.SQLITE;
    }

    @Override
    public ValueWords values() {
        return this;
    }

    @Override
    public WholeWords wholes() {
        return SqliteNumbers.INSTANCE;
    }

    @Override
    public RealWords reals() {
        return SqliteNumbers.INSTANCE;
    }

    @Override
    public TextWords texts() {
        return this;
    }

    @Override
    public CollectionWords collections() {
        return SqliteCollections.INSTANCE;
    }

    @Override
    public Field<Object> bind(int index, BindForm form) {
        return Sql.bind(index);
    }

    @Override
    public Field<Object> pair(Field<Object> first, Field<Object> second) {
        return Sql.field("quarry_pack({0}, {1})", first, second);
    }

    @Override
    public Field<Object> pair(BindExpr value, Binds binds) {
        return binds.bind(BindForm.BYTES, BindOperation.COMPUTED, value);
    }

    @Override
    public String function(JavaFunction function) {
        return function.sqlName();
    }

    /** SQLite's {@code is} finds the value in an index. */
    @Override
    public Condition holds(Field<Object> column, Field<Object> value) {
        return column.isNotDistinctFrom(value);
    }

    /** Bytes stand for a text that no store can hold. */
    @Override
    public SqlValue operand(BindExpr text, Binds binds) {
        return SqlValue.simple(binds.bind(BindForm.TEXT, BindOperation.COMPUTED, text), SqlValue.Range.OR_BYTES);
    }

    @Override
    public SqlValue computed(Field<Object> text, boolean canThrow, SqlValue.Range range) {
        return SqlValue.text(text, canThrow, range);
    }

    @Override
    public SqlValue joined(SqlValue left, SqlValue right) {
        boolean bytes = left.canBeBytes() || right.canBeBytes();
        String template = bytes ? TextFunction.CONCAT.sqlName() + "({0}, {1})" : "({0} || {1})";
        return SqlValue.text(
                Sql.field(template, left.field(), right.field()),
                left.canThrow() || right.canThrow(),
                bytes ? SqlValue.Range.OR_BYTES : SqlValue.Range.PLAIN);
    }

    @Override
    public Field<Object> length(SqlValue text) {
        return Sql.field(text.isSimple() ? LENGTH : "quarry_length({0})", text.field());
    }

    @Override
    public Field<Object> position(Field<Object> text, Field<Object> part) {
        return Sql.field("instr({0}, {1})", text, part);
    }
}
