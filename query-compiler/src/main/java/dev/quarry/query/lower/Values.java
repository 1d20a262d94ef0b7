package dev.quarry.query.lower;

import dev.quarry.plan.BindExpr;
import dev.quarry.plan.BindOperation;
import dev.quarry.plan.function.CharacterFunction;
import dev.quarry.plan.function.JavaFunction;
import dev.quarry.plan.function.TextFunction;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;
import dev.quarry.schema.ScalarKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Values of every type inside expressions: columns, binds, and what is computed of them. None of them is null. */
final class Values {
    /** They may part the two halves of a character, or give U+0000: texts that no store can hold. */
    static final Set<JavaFunction> PARTING = Set.of(
            TextFunction.SUBSTRING,
            TextFunction.SUBSTRING_FROM,
            TextFunction.REPLACE,
            TextFunction.REPLACE_CHAR,
            TextFunction.TEXT_OF_CHAR,
            CharacterFunction.CHARACTER_TO_TEXT,
            CharacterFunction.CODE_POINT_TO_TEXT);

    private final Binds binds;
    private final BindLowering captured;
    private final Words words;
    private final Numbers numbers;
    private final TextValues texts;
    private final Elements elements;

    Values(Binds binds, BindLowering captured, Words words) {
        this.binds = binds;
        this.captured = captured;
        this.words = words;
        this.numbers = new Numbers(this, words);
        this.texts = new TextValues(binds, captured, this, words.texts());
        this.elements = new Elements(binds, captured, this, words.collections());
    }

    Elements elements() {
        return elements;
    }

    SqlValue number(TypedExpr expr) {
        return numbers.number(expr);
    }

    /** A text for SQLite's own operations; a captured one that no store can hold is an error of the query. */
    SqlValue text(TypedExpr expr) {
        return texts.required(expr);
    }

    /** A value of any type that has a form in expressions. */
    SqlValue value(TypedExpr expr) {
        try {
            return lowered(expr);
        } catch (NoForm e) {
            throw e.at(expr);
        }
    }

    private SqlValue lowered(TypedExpr expr) {
        if (RecordFree.test(expr)) {
            return bound(expr);
        }
        if (expr instanceof TypedExpr.Column column) {
            return column(column);
        }
        if (expr instanceof TypedExpr.Invoke invoke) {
            return invoked(invoke);
        }
        TypedExpr.Apply apply = (TypedExpr.Apply) expr;
        return switch (apply.operation()) {
            case UNBOX, ENUM_NAME -> value(apply.operand(0));
            case ELEMENT_AT, MAP_VALUE -> elements.at(apply);
            default -> Types.is(expr.type(), ScalarKind.STRING) ? texts.required(expr) : numbers.number(expr);
        };
    }

    /** A captured value; a null makes Java throw. */
    SqlValue bound(TypedExpr expr) {
        BindExpr value = expr.accept(captured);
        BindExpr present = Types.isPrimitive(expr.type()) ? value : BindExpr.Call.of(BindOperation.REQUIRE, value);
        return bound(expr.type(), present);
    }

    /** A captured value that is not null. */
    SqlValue bound(Type type, BindExpr present) {
        if (Types.is(type, ScalarKind.INT) || Types.is(type, ScalarKind.LONG)) {
            return SqlValue.simple(binds.bind(BindForm.WHOLE, present));
        }
        if (Types.is(type, ScalarKind.STRING)) {
            return words.texts().operand(present, binds);
        }
        if (Types.isPair(type)) {
            return SqlValue.simple(words.values().pair(present, binds));
        }
        SqlValue.Range range = Types.isFloating(type) ? SqlValue.Range.OR_NAN : SqlValue.Range.PLAIN;
        return SqlValue.simple(binds.bind(BindForm.computed(type), BindOperation.COMPUTED, present), range);
    }

    SqlValue column(TypedExpr.Column expr) {
        Field<Object> column = Sql.column(expr.path().toString());
        if (Types.isFloating(expr.type())) {
            return SqlValue.real(words.reals().column(column));
        }
        if (Types.isPair(expr.type())) {
            Field<Object> second = Sql.column(expr.path() + "#nano");
            return SqlValue.computed(words.values().pair(column, second), false);
        }
        if (Types.is(expr.type(), ScalarKind.BIG_DECIMAL)) {
            Field<Object> scale = Sql.column(expr.path() + "#scale");
            return SqlValue.computed(Sql.field("quarry_decimal({0}, {1})", column, scale), false);
        }
        return SqlValue.simple(column);
    }

    /** The column of a list, set or map. */
    Field<Object> collection(TypedExpr expr) {
        return Sql.column(((TypedExpr.Column) expr).path().toString());
    }

    SqlValue invoked(TypedExpr.Invoke expr) {
        return invoked(expr.function(), expr.operands());
    }

    /** A method of Java that the engine runs. */
    SqlValue invoked(JavaFunction function, List<TypedExpr> operands) {
        List<SqlValue> values = operands.stream().map(this::value).toList();
        Field<Object> call = call(function, values);
        boolean canThrow = function.signature().canThrow() || values.stream().anyMatch(SqlValue::canThrow);
        return switch (function.signature().result()) {
            case DOUBLE, FLOAT -> SqlValue.real(call, values.toArray(SqlValue[]::new));
            case STRING -> words.texts().computed(whereDefined(call, values), canThrow, range(function, values));
            default -> SqlValue.computed(whereDefined(call, values), canThrow);
        };
    }

    private static SqlValue.Range range(JavaFunction function, List<SqlValue> values) {
        boolean bytes = PARTING.contains(function) || values.stream().anyMatch(SqlValue::canBeBytes);
        return bytes ? SqlValue.Range.OR_BYTES : SqlValue.Range.PLAIN;
    }

    private Field<Object> call(JavaFunction function, List<SqlValue> values) {
        return call(function, values.stream().map(SqlValue::field).toArray(Field<?>[]::new));
    }

    Field<Object> call(JavaFunction function, Field<?>... operands) {
        String places = IntStream.range(0, operands.length)
                .mapToObj(index -> "{" + index + "}")
                .collect(Collectors.joining(", ", "(", ")"));
        return Sql.field(words.values().function(function) + places, operands);
    }

    /** A double that throws is NULL like one that is not a number, which a method takes as that. */
    private static Field<Object> whereDefined(Field<Object> call, List<SqlValue> values) {
        List<Condition> defined = new ArrayList<>();
        for (SqlValue value : values) {
            defined.addAll(value.defined());
        }
        return defined.isEmpty() ? call : Sql.field("case when {0} then {1} end", DSL.and(defined), call);
    }
}
