package dev.quarry.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.sqlite.Function;

/**
 * Java's own operations, for the few cases in which SQLite's differ and no expression of its own is exact. A null operand
 * gives null: an exception would end the whole query.
 */
final class SqliteFunctions {
    /** SQLITE_NULL of SQLite's C interface. */
    private static final int NULL_TYPE = 5;

    private SqliteFunctions() {}

    static void register(Connection connection) throws SQLException {
        create(
                connection,
                "quarry_compare",
                2,
                call -> call.give(Integer.signum(call.text(0).compareTo(call.text(1)))));
        create(connection, "quarry_length", 1, call -> call.give(call.text(0).length()));
        create(connection, "quarry_trim", 1, call -> call.give(call.text(0).trim()));
        create(connection, "quarry_strip", 1, call -> call.give(call.text(0).strip()));
        create(connection, "quarry_lower", 1, call -> call.give(call.text(0).toLowerCase(Locale.getDefault())));
        create(connection, "quarry_upper", 1, call -> call.give(call.text(0).toUpperCase(Locale.getDefault())));
        create(connection, "quarry_is_blank", 1, call -> call.give(call.text(0).isBlank() ? 1 : 0));
        create(connection, "quarry_index_of", 2, call -> call.give(call.text(0).indexOf(call.text(1))));
        create(
                connection,
                "quarry_equals_ignore_case",
                2,
                call -> call.give(call.text(0).equalsIgnoreCase(call.text(1)) ? 1 : 0));
        create(connection, "quarry_abs", 1, call -> call.give(Math.abs(call.number(0))));
        create(connection, "quarry_xor", 2, call -> call.give(call.number(0) ^ call.number(1)));
        create(connection, "quarry_shift_unsigned", 2, call -> call.give(call.number(0) >>> call.number(1)));
        create(connection, "quarry_min", 2, call -> call.give(Math.min(call.real(0), call.real(1))));
        create(connection, "quarry_max", 2, call -> call.give(Math.max(call.real(0), call.real(1))));
        create(connection, "quarry_add", 2, call -> call.give(call.number(0) + call.number(1)));
        create(connection, "quarry_subtract", 2, call -> call.give(call.number(0) - call.number(1)));
        create(connection, "quarry_multiply", 2, call -> call.give(call.number(0) * call.number(1)));
        create(connection, "quarry_quotient", 2, SqliteFunctions::quotient);
        create(connection, "quarry_sorted", 1, call -> call.give(JsonMembers.sorted(call.text(0))));
        create(connection, "quarry_divide", 2, call -> call.give(call.real(0) / call.real(1)));
    }

    /** Division by zero throws in Java, which null stands for. */
    private static void quotient(Call call) throws SQLException {
        if (call.number(1) == 0) {
            call.giveNull();
        } else {
            call.give(call.number(0) / call.number(1));
        }
    }

    private static void create(Connection connection, String name, int operands, Body body) throws SQLException {
        Function.create(connection, name, new Call(operands, body), operands, Function.FLAG_DETERMINISTIC);
    }

    @FunctionalInterface
    private interface Body {
        void run(Call call) throws SQLException;
    }

    private static final class Call extends Function {
        private final int operands;
        private final Body body;

        Call(int operands, Body body) {
            this.operands = operands;
            this.body = body;
        }

        @Override
        protected void xFunc() throws SQLException {
            for (int i = 0; i < operands; i++) {
                if (value_type(i) == NULL_TYPE) {
                    result();
                    return;
                }
            }
            body.run(this);
        }

        void give(long value) throws SQLException {
            result(value);
        }

        void give(String value) throws SQLException {
            result(value);
        }

        void giveNull() throws SQLException {
            result();
        }

        void give(double value) throws SQLException {
            result(value);
        }

        String text(int index) throws SQLException {
            return value_text(index);
        }

        long number(int index) throws SQLException {
            return value_long(index);
        }

        double real(int index) throws SQLException {
            return value_double(index);
        }
    }
}
