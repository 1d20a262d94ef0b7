package dev.quarry.engine;

import dev.quarry.plan.ComputedForm;
import dev.quarry.plan.DecimalKey;
import dev.quarry.plan.UuidBytes;
import dev.quarry.plan.function.JavaFunction;
import dev.quarry.plan.function.JavaFunctions;
import dev.quarry.schema.ScalarKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;

/**
 * Java's own methods, for what SQLite has no exact words for. Operands and results have their {@link ComputedForm}. Where the
 * method throws the result is null, as it is for a null operand: an exception would end the whole query.
 */
final class SqliteFunctions {
    private SqliteFunctions() {}

    static void register(Connection connection) throws SQLException {
        for (JavaFunction function : JavaFunctions.all()) {
            create(connection, function.sqlName(), new Method(function));
        }
        for (Map.Entry<String, SqliteCall> form : SqliteForms.all().entrySet()) {
            create(connection, form.getKey(), form.getValue());
        }
    }

    private static void create(Connection connection, String name, SqliteCall call) throws SQLException {
        Function.create(connection, name, call, call.operands(), Function.FLAG_DETERMINISTIC);
    }

    private static final class Method extends SqliteCall {
        private final JavaFunction function;
        private final List<ScalarKind> kinds;

        Method(JavaFunction function) {
            this.function = function;
            this.kinds = function.signature().operands();
        }

        @Override
        int operands() {
            return kinds.size();
        }

        @Override
        protected void xFunc() throws SQLException {
            Object[] operands = new Object[kinds.size()];
            for (int i = 0; i < operands.length; i++) {
                Object operand = operand(kinds.get(i), i);
                if (operand == null) {
                    result();
                    return;
                }
                operands[i] = operand;
            }
            give(outcome(operands));
        }

        private @Nullable Object outcome(Object[] operands) {
            try {
                return ComputedForm.of(function.apply(operands));
            } catch (RuntimeException e) {
                return null;
            }
        }

        private @Nullable Object operand(ScalarKind kind, int index) throws SQLException {
            if (isNull(index)) {
                return kind == ScalarKind.DOUBLE ? (Object) Double.NaN : kind == ScalarKind.FLOAT ? Float.NaN : null;
            }
            return switch (kind) {
                case STRING -> isBytes(index) ? ComputedForm.text(value_blob(index)) : value_text(index);
                case DOUBLE -> value_double(index);
                case FLOAT -> (float) value_double(index);
                case BIG_DECIMAL -> DecimalKey.parse(value_text(index));
                case UUID -> UuidBytes.parse(value_blob(index));
                case INSTANT, DURATION, LOCAL_DATE_TIME -> ComputedForm.unpacked(kind, value_blob(index));
                default -> whole(kind, value_long(index));
            };
        }

        private static Object whole(ScalarKind kind, long value) {
            return switch (kind) {
                case INT -> (int) value;
                case LONG -> value;
                case SHORT -> (short) value;
                case BYTE -> (byte) value;
                case CHAR -> (char) value;
                case BOOLEAN -> value != 0;
                case LOCAL_DATE -> LocalDate.ofEpochDay(value);
                default -> throw new IllegalArgumentException("no operand of a function: " + kind);
            };
        }
    }
}
