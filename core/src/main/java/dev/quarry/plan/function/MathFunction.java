package dev.quarry.plan.function;

import static dev.quarry.plan.function.JavaFunction.partialStatic;
import static dev.quarry.plan.function.JavaFunction.totalStatic;
import static dev.quarry.schema.ScalarKind.DOUBLE;
import static dev.quarry.schema.ScalarKind.FLOAT;
import static dev.quarry.schema.ScalarKind.INT;
import static dev.quarry.schema.ScalarKind.LONG;

/** Methods of {@link Math}. */
@SuppressWarnings("ImmutableEnumChecker") // the bodies hold no state
public enum MathFunction implements JavaFunction {
    MATH_FLOOR(totalStatic("Math", "floor", DOUBLE, o -> Math.floor((double) o[0]), DOUBLE)),
    MATH_CEIL(totalStatic("Math", "ceil", DOUBLE, o -> Math.ceil((double) o[0]), DOUBLE)),
    MATH_RINT(totalStatic("Math", "rint", DOUBLE, o -> Math.rint((double) o[0]), DOUBLE)),
    MATH_SQRT(totalStatic("Math", "sqrt", DOUBLE, o -> Math.sqrt((double) o[0]), DOUBLE)),
    MATH_CBRT(totalStatic("Math", "cbrt", DOUBLE, o -> Math.cbrt((double) o[0]), DOUBLE)),
    MATH_EXP(totalStatic("Math", "exp", DOUBLE, o -> Math.exp((double) o[0]), DOUBLE)),
    MATH_LOG(totalStatic("Math", "log", DOUBLE, o -> Math.log((double) o[0]), DOUBLE)),
    MATH_LOG10(totalStatic("Math", "log10", DOUBLE, o -> Math.log10((double) o[0]), DOUBLE)),
    MATH_LOG1P(totalStatic("Math", "log1p", DOUBLE, o -> Math.log1p((double) o[0]), DOUBLE)),
    MATH_EXPM1(totalStatic("Math", "expm1", DOUBLE, o -> Math.expm1((double) o[0]), DOUBLE)),
    MATH_SIN(totalStatic("Math", "sin", DOUBLE, o -> Math.sin((double) o[0]), DOUBLE)),
    MATH_COS(totalStatic("Math", "cos", DOUBLE, o -> Math.cos((double) o[0]), DOUBLE)),
    MATH_TAN(totalStatic("Math", "tan", DOUBLE, o -> Math.tan((double) o[0]), DOUBLE)),
    MATH_ASIN(totalStatic("Math", "asin", DOUBLE, o -> Math.asin((double) o[0]), DOUBLE)),
    MATH_ACOS(totalStatic("Math", "acos", DOUBLE, o -> Math.acos((double) o[0]), DOUBLE)),
    MATH_ATAN(totalStatic("Math", "atan", DOUBLE, o -> Math.atan((double) o[0]), DOUBLE)),
    MATH_SINH(totalStatic("Math", "sinh", DOUBLE, o -> Math.sinh((double) o[0]), DOUBLE)),
    MATH_COSH(totalStatic("Math", "cosh", DOUBLE, o -> Math.cosh((double) o[0]), DOUBLE)),
    MATH_TANH(totalStatic("Math", "tanh", DOUBLE, o -> Math.tanh((double) o[0]), DOUBLE)),
    MATH_TO_RADIANS(totalStatic("Math", "toRadians", DOUBLE, o -> Math.toRadians((double) o[0]), DOUBLE)),
    MATH_TO_DEGREES(totalStatic("Math", "toDegrees", DOUBLE, o -> Math.toDegrees((double) o[0]), DOUBLE)),
    MATH_SIGNUM(totalStatic("Math", "signum", DOUBLE, o -> Math.signum((double) o[0]), DOUBLE)),
    MATH_ULP(totalStatic("Math", "ulp", DOUBLE, o -> Math.ulp((double) o[0]), DOUBLE)),
    MATH_NEXT_UP(totalStatic("Math", "nextUp", DOUBLE, o -> Math.nextUp((double) o[0]), DOUBLE)),
    MATH_NEXT_DOWN(totalStatic("Math", "nextDown", DOUBLE, o -> Math.nextDown((double) o[0]), DOUBLE)),
    MATH_POW(totalStatic("Math", "pow", DOUBLE, o -> Math.pow((double) o[0], (double) o[1]), DOUBLE, DOUBLE)),
    MATH_ATAN2(totalStatic("Math", "atan2", DOUBLE, o -> Math.atan2((double) o[0], (double) o[1]), DOUBLE, DOUBLE)),
    MATH_HYPOT(totalStatic("Math", "hypot", DOUBLE, o -> Math.hypot((double) o[0], (double) o[1]), DOUBLE, DOUBLE)),
    MATH_COPY_SIGN(
            totalStatic("Math", "copySign", DOUBLE, o -> Math.copySign((double) o[0], (double) o[1]), DOUBLE, DOUBLE)),
    MATH_IEEEREMAINDER(totalStatic(
            "Math", "IEEEremainder", DOUBLE, o -> Math.IEEEremainder((double) o[0], (double) o[1]), DOUBLE, DOUBLE)),
    MATH_NEXT_AFTER(totalStatic(
            "Math", "nextAfter", DOUBLE, o -> Math.nextAfter((double) o[0], (double) o[1]), DOUBLE, DOUBLE)),
    MATH_FMA(totalStatic(
            "Math", "fma", DOUBLE, o -> Math.fma((double) o[0], (double) o[1], (double) o[2]), DOUBLE, DOUBLE, DOUBLE)),
    MATH_SCALB(totalStatic("Math", "scalb", DOUBLE, o -> Math.scalb((double) o[0], (int) o[1]), DOUBLE, INT)),
    MATH_SIGNUM_FLOAT(totalStatic("Math", "signum", FLOAT, o -> Math.signum((float) o[0]), FLOAT)),
    MATH_ULP_FLOAT(totalStatic("Math", "ulp", FLOAT, o -> Math.ulp((float) o[0]), FLOAT)),
    MATH_NEXT_UP_FLOAT(totalStatic("Math", "nextUp", FLOAT, o -> Math.nextUp((float) o[0]), FLOAT)),
    MATH_NEXT_DOWN_FLOAT(totalStatic("Math", "nextDown", FLOAT, o -> Math.nextDown((float) o[0]), FLOAT)),
    MATH_COPY_SIGN_FLOAT(
            totalStatic("Math", "copySign", FLOAT, o -> Math.copySign((float) o[0], (float) o[1]), FLOAT, FLOAT)),
    MATH_NEXT_AFTER_FLOAT(
            totalStatic("Math", "nextAfter", FLOAT, o -> Math.nextAfter((float) o[0], (double) o[1]), FLOAT, DOUBLE)),
    MATH_FMA_FLOAT(totalStatic(
            "Math", "fma", FLOAT, o -> Math.fma((float) o[0], (float) o[1], (float) o[2]), FLOAT, FLOAT, FLOAT)),
    MATH_SCALB_FLOAT(totalStatic("Math", "scalb", FLOAT, o -> Math.scalb((float) o[0], (int) o[1]), FLOAT, INT)),
    MATH_ROUND(totalStatic("Math", "round", LONG, o -> Math.round((double) o[0]), DOUBLE)),
    MATH_ROUND_FLOAT(totalStatic("Math", "round", INT, o -> Math.round((float) o[0]), FLOAT)),
    MATH_GET_EXPONENT(totalStatic("Math", "getExponent", INT, o -> Math.getExponent((double) o[0]), DOUBLE)),
    MATH_GET_EXPONENT_FLOAT(totalStatic("Math", "getExponent", INT, o -> Math.getExponent((float) o[0]), FLOAT)),
    MATH_ADD_EXACT(partialStatic("Math", "addExact", INT, o -> Math.addExact((int) o[0], (int) o[1]), INT, INT)),
    MATH_ADD_EXACT_LONG(
            partialStatic("Math", "addExact", LONG, o -> Math.addExact((long) o[0], (long) o[1]), LONG, LONG)),
    MATH_SUBTRACT_EXACT(
            partialStatic("Math", "subtractExact", INT, o -> Math.subtractExact((int) o[0], (int) o[1]), INT, INT)),
    MATH_SUBTRACT_EXACT_LONG(partialStatic(
            "Math", "subtractExact", LONG, o -> Math.subtractExact((long) o[0], (long) o[1]), LONG, LONG)),
    MATH_MULTIPLY_EXACT(
            partialStatic("Math", "multiplyExact", INT, o -> Math.multiplyExact((int) o[0], (int) o[1]), INT, INT)),
    MATH_MULTIPLY_EXACT_LONG(partialStatic(
            "Math", "multiplyExact", LONG, o -> Math.multiplyExact((long) o[0], (long) o[1]), LONG, LONG)),
    MATH_MULTIPLY_EXACT_MIXED(
            partialStatic("Math", "multiplyExact", LONG, o -> Math.multiplyExact((long) o[0], (int) o[1]), LONG, INT)),
    MATH_NEGATE_EXACT(partialStatic("Math", "negateExact", INT, o -> Math.negateExact((int) o[0]), INT)),
    MATH_NEGATE_EXACT_LONG(partialStatic("Math", "negateExact", LONG, o -> Math.negateExact((long) o[0]), LONG)),
    MATH_INCREMENT_EXACT(partialStatic("Math", "incrementExact", INT, o -> Math.incrementExact((int) o[0]), INT)),
    MATH_INCREMENT_EXACT_LONG(
            partialStatic("Math", "incrementExact", LONG, o -> Math.incrementExact((long) o[0]), LONG)),
    MATH_DECREMENT_EXACT(partialStatic("Math", "decrementExact", INT, o -> Math.decrementExact((int) o[0]), INT)),
    MATH_DECREMENT_EXACT_LONG(
            partialStatic("Math", "decrementExact", LONG, o -> Math.decrementExact((long) o[0]), LONG)),
    MATH_ABS_EXACT(partialStatic("Math", "absExact", INT, o -> Math.absExact((int) o[0]), INT)),
    MATH_ABS_EXACT_LONG(partialStatic("Math", "absExact", LONG, o -> Math.absExact((long) o[0]), LONG)),
    MATH_TO_INT_EXACT(partialStatic("Math", "toIntExact", INT, o -> Math.toIntExact((long) o[0]), LONG)),
    MATH_FLOOR_DIV(partialStatic("Math", "floorDiv", INT, o -> Math.floorDiv((int) o[0], (int) o[1]), INT, INT)),
    MATH_FLOOR_DIV_LONG(
            partialStatic("Math", "floorDiv", LONG, o -> Math.floorDiv((long) o[0], (long) o[1]), LONG, LONG)),
    MATH_FLOOR_MOD(partialStatic("Math", "floorMod", INT, o -> Math.floorMod((int) o[0], (int) o[1]), INT, INT)),
    MATH_FLOOR_MOD_LONG(
            partialStatic("Math", "floorMod", LONG, o -> Math.floorMod((long) o[0], (long) o[1]), LONG, LONG)),
    MATH_FLOOR_DIV_MIXED(
            partialStatic("Math", "floorDiv", LONG, o -> Math.floorDiv((long) o[0], (int) o[1]), LONG, INT)),
    MATH_FLOOR_MOD_MIXED(
            partialStatic("Math", "floorMod", INT, o -> Math.floorMod((long) o[0], (int) o[1]), LONG, INT)),
    MATH_MULTIPLY_FULL(
            totalStatic("Math", "multiplyFull", LONG, o -> Math.multiplyFull((int) o[0], (int) o[1]), INT, INT)),
    MATH_MULTIPLY_HIGH(
            totalStatic("Math", "multiplyHigh", LONG, o -> Math.multiplyHigh((long) o[0], (long) o[1]), LONG, LONG));

    private final Signature signature;

    MathFunction(Signature signature) {
        this.signature = signature;
    }

    @Override
    public Signature signature() {
        return signature;
    }
}
