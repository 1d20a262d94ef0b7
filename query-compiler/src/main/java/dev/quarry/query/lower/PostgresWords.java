package dev.quarry.query.lower;

import dev.quarry.engine.ExactFunctions;
import dev.quarry.plan.BindExpr;
import dev.quarry.plan.BindOperation;
import dev.quarry.plan.function.JavaFunction;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.CustomField;
import org.jooq.impl.SQLDataType;

/**
 * PostgreSQL's words. Every bind is told its type, since a server that prepares a statement has nothing but the text to know it
 * from. A value that takes two numbers is an array of them, whose order is right. Computed texts are of collation {@code "C"}, as
 * columns are, whatever the database's own one is.
 */
final class PostgresWords implements Words, ValueWords, TextWords {
    private static final String ENGINE = "postgresql";
    private static final String INSTEAD = "test the record in the program with DB.scan";

    @Override
    public String engine() {
        return ENGINE;
    }

    @Override
    public SQLDialect dialect() {
        return SQLDialect.POSTGRES;
    }

    @Override
    public ValueWords values() {
        return this;
    }

    @Override
    public WholeWords wholes() {
        return PostgresNumbers.INSTANCE;
    }

    @Override
    public RealWords reals() {
        return PostgresNumbers.INSTANCE;
    }

    @Override
    public TextWords texts() {
        return this;
    }

    @Override
    public CollectionWords collections() {
        return PostgresCollections.INSTANCE;
    }

    @Override
    public Field<Object> bind(int index, BindForm form) {
        String type = switch (form) {
            case WHOLE -> "int8";
            case REAL -> "float8";
            case TEXT -> "text";
            case BYTES -> "bytea";
        };
        String place = Sql.bind(index).getName() + "::" + type;
        return CustomField.of(place, SQLDataType.OTHER, context -> context.sql(place));
    }

    @Override
    public Field<Object> pair(Field<Object> first, Field<Object> second) {
        return Sql.field("case when {0} is not null then array[{0}, {1}] end", first, second);
    }

    @Override
    public Field<Object> pair(BindExpr value, Binds binds) {
        return Sql.field(
                "array[{0}, {1}]",
                binds.bind(BindForm.WHOLE, BindOperation.STORED, value),
                binds.bind(BindForm.WHOLE, BindOperation.STORED_SECOND, value));
    }

    @Override
    public String function(JavaFunction function) {
        if (Values.PARTING.contains(function)) {
            throw parted();
        }
        if (!ExactFunctions.has(ENGINE, function)) {
            String owner = function.signature().owner();
            String method =
                    (owner.isEmpty() ? "" : owner + ".") + function.signature().method();
            throw new NoForm("PostgreSQL has no function that gives exactly what '" + method + "' gives", INSTEAD);
        }
        return function.sqlName();
    }

    /** {@code is not distinct from} finds nothing in an index. */
    @Override
    public Condition holds(Field<Object> column, Field<Object> value) {
        return column.eq(value);
    }

    @Override
    public SqlValue operand(BindExpr text, Binds binds) {
        return SqlValue.simple(binds.bind(BindForm.TEXT, BindOperation.STORABLE, text));
    }

    @Override
    public SqlValue computed(Field<Object> text, boolean canThrow, SqlValue.Range range) {
        if (range == SqlValue.Range.OR_BYTES) {
            throw parted();
        }
        return SqlValue.text(Sql.field("({0} collate \"C\")", text), canThrow, range);
    }

    private static NoForm parted() {
        return new NoForm(
                "the result may hold half of a character beyond U+FFFF, or U+0000, and PostgreSQL has no text for that",
                "ask with startsWith, endsWith, contains, indexOf, charAt or regionMatches, or " + INSTEAD);
    }

    @Override
    public SqlValue joined(SqlValue left, SqlValue right) {
        return SqlValue.text(
                Sql.field("(({0} || {1}) collate \"C\")", left.field(), right.field()),
                left.canThrow() || right.canThrow(),
                SqlValue.Range.PLAIN);
    }

    @Override
    public Field<Object> length(SqlValue text) {
        return Sql.field("quarry_length({0})", text.field());
    }

    @Override
    public Field<Object> position(Field<Object> text, Field<Object> part) {
        return Sql.field("strpos({0}, {1})", text, part);
    }
}
