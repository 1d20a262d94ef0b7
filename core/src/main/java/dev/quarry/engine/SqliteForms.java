package dev.quarry.engine;

import dev.quarry.plan.ComputedForm;
import dev.quarry.plan.DecimalKey;
import dev.quarry.plan.ElementForm;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.Map;

/** Changes of one form of a value into another, by the names that queries use. Each gives null for a null operand. */
final class SqliteForms {
    private SqliteForms() {}

    static Map<String, SqliteCall> all() {
        return Map.of(
                "quarry_pack", new Pack(),
                "quarry_pair", new Pair(),
                "quarry_decimal", new Decimal(),
                "quarry_sorted", new Json(JsonMembers::sorted),
                "quarry_real_bits", new Json(JsonMembers::realBits));
    }

    /** Two numbers as one value, of which the first is the more significant one. */
    private static final class Pack extends SqliteCall {
        @Override
        int operands() {
            return 2;
        }

        @Override
        protected void xFunc() throws SQLException {
            give(isNull(0) || isNull(1) ? null : ComputedForm.packed(value_long(0), value_long(1)));
        }
    }

    /** What {@code quarry_pack} gave, as the JSON array that collections hold. */
    private static final class Pair extends SqliteCall {
        @Override
        int operands() {
            return 1;
        }

        @Override
        protected void xFunc() throws SQLException {
            if (isNull(0)) {
                give(null);
                return;
            }
            ByteBuffer packed = ByteBuffer.wrap(value_blob(0));
            give(ElementForm.pair(packed.getLong() ^ Long.MIN_VALUE, packed.getLong() ^ Long.MIN_VALUE));
        }
    }

    /** The columns of a decimal, its key and its scale, as its canonical text. */
    private static final class Decimal extends SqliteCall {
        @Override
        int operands() {
            return 2;
        }

        @Override
        protected void xFunc() throws SQLException {
            give(
                    isNull(0) || isNull(1)
                            ? null
                            : DecimalKey.value(value_blob(0), value_long(1)).toString());
        }
    }

    /** One JSON text for another. */
    private static final class Json extends SqliteCall {
        private final Rewriting rewriting;

        Json(Rewriting rewriting) {
            this.rewriting = rewriting;
        }

        @Override
        int operands() {
            return 1;
        }

        @Override
        protected void xFunc() throws SQLException {
            give(isNull(0) ? null : rewriting.rewrite(value_text(0)));
        }
    }

    @FunctionalInterface
    private interface Rewriting {
        String rewrite(String json) throws SQLException;
    }
}
