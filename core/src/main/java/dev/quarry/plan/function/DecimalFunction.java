package dev.quarry.plan.function;

import static dev.quarry.plan.function.JavaFunction.total;
import static dev.quarry.plan.function.JavaFunction.totalStatic;
import static dev.quarry.schema.ScalarKind.BIG_DECIMAL;
import static dev.quarry.schema.ScalarKind.INT;
import static dev.quarry.schema.ScalarKind.LONG;
import static dev.quarry.schema.ScalarKind.STRING;

import java.math.BigDecimal;

/** Methods of BigDecimal that say what a decimal is. Those that compute with decimals are not among them. */
@SuppressWarnings("ImmutableEnumChecker") // the bodies hold no state
public enum DecimalFunction implements JavaFunction {
    COMPARE_DECIMALS(
            total("compareTo", INT, o -> ((BigDecimal) o[0]).compareTo((BigDecimal) o[1]), BIG_DECIMAL, BIG_DECIMAL)),
    DECIMAL_SIGNUM(total("signum", INT, o -> ((BigDecimal) o[0]).signum(), BIG_DECIMAL)),
    DECIMAL_SCALE(total("scale", INT, o -> ((BigDecimal) o[0]).scale(), BIG_DECIMAL)),
    DECIMAL_PRECISION(total("precision", INT, o -> ((BigDecimal) o[0]).precision(), BIG_DECIMAL)),
    DECIMAL_HASH(total("hashCode", INT, o -> ((BigDecimal) o[0]).hashCode(), BIG_DECIMAL)),
    TEXT_OF_DECIMAL(total("toString", STRING, o -> ((BigDecimal) o[0]).toString(), BIG_DECIMAL)),
    DECIMAL_OF_LONG(totalStatic("BigDecimal", "valueOf", BIG_DECIMAL, o -> BigDecimal.valueOf((long) o[0]), LONG)),
    DECIMAL_OF_SCALED(totalStatic(
            "BigDecimal", "valueOf", BIG_DECIMAL, o -> BigDecimal.valueOf((long) o[0], (int) o[1]), LONG, INT));

    private final Signature signature;

    DecimalFunction(Signature signature) {
        this.signature = signature;
    }

    @Override
    public Signature signature() {
        return signature;
    }
}
