package dev.quarry.plan;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Java's arithmetic on boxed operands of one type, with its overflow, division and NaN. */
enum Arithmetic {
    INT {
        @Override
        Object add(Object a, Object b) {
            return (int) a + (int) b;
        }

        @Override
        Object subtract(Object a, Object b) {
            return (int) a - (int) b;
        }

        @Override
        Object multiply(Object a, Object b) {
            return (int) a * (int) b;
        }

        @Override
        Object divide(Object a, Object b) {
            return (int) a / (int) b;
        }

        @Override
        Object remainder(Object a, Object b) {
            return (int) a % (int) b;
        }

        @Override
        Object negate(Object a) {
            return -(int) a;
        }

        @Override
        Object abs(Object a) {
            return Math.abs((int) a);
        }

        @Override
        Object min(Object a, Object b) {
            return Math.min((int) a, (int) b);
        }

        @Override
        Object max(Object a, Object b) {
            return Math.max((int) a, (int) b);
        }

        @Override
        boolean less(Object a, Object b) {
            return (int) a < (int) b;
        }
    },
    LONG {
        @Override
        Object add(Object a, Object b) {
            return (long) a + (long) b;
        }

        @Override
        Object subtract(Object a, Object b) {
            return (long) a - (long) b;
        }

        @Override
        Object multiply(Object a, Object b) {
            return (long) a * (long) b;
        }

        @Override
        Object divide(Object a, Object b) {
            return (long) a / (long) b;
        }

        @Override
        Object remainder(Object a, Object b) {
            return (long) a % (long) b;
        }

        @Override
        Object negate(Object a) {
            return -(long) a;
        }

        @Override
        Object abs(Object a) {
            return Math.abs((long) a);
        }

        @Override
        Object min(Object a, Object b) {
            return Math.min((long) a, (long) b);
        }

        @Override
        Object max(Object a, Object b) {
            return Math.max((long) a, (long) b);
        }

        @Override
        boolean less(Object a, Object b) {
            return (long) a < (long) b;
        }
    },
    DOUBLE {
        @Override
        Object add(Object a, Object b) {
            return (double) a + (double) b;
        }

        @Override
        Object subtract(Object a, Object b) {
            return (double) a - (double) b;
        }

        @Override
        Object multiply(Object a, Object b) {
            return (double) a * (double) b;
        }

        @Override
        Object divide(Object a, Object b) {
            return (double) a / (double) b;
        }

        @Override
        Object remainder(Object a, Object b) {
            return (double) a % (double) b;
        }

        @Override
        Object negate(Object a) {
            return -(double) a;
        }

        @Override
        Object abs(Object a) {
            return Math.abs((double) a);
        }

        @Override
        Object min(Object a, Object b) {
            return Math.min((double) a, (double) b);
        }

        @Override
        Object max(Object a, Object b) {
            return Math.max((double) a, (double) b);
        }

        @Override
        boolean less(Object a, Object b) {
            return (double) a < (double) b;
        }
    },
    FLOAT {
        @Override
        Object add(Object a, Object b) {
            return (float) a + (float) b;
        }

        @Override
        Object subtract(Object a, Object b) {
            return (float) a - (float) b;
        }

        @Override
        Object multiply(Object a, Object b) {
            return (float) a * (float) b;
        }

        @Override
        Object divide(Object a, Object b) {
            return (float) a / (float) b;
        }

        @Override
        Object remainder(Object a, Object b) {
            return (float) a % (float) b;
        }

        @Override
        Object negate(Object a) {
            return -(float) a;
        }

        @Override
        Object abs(Object a) {
            return Math.abs((float) a);
        }

        @Override
        Object min(Object a, Object b) {
            return Math.min((float) a, (float) b);
        }

        @Override
        Object max(Object a, Object b) {
            return Math.max((float) a, (float) b);
        }

        @Override
        boolean less(Object a, Object b) {
            return (float) a < (float) b;
        }
    };

    abstract Object add(Object a, Object b);

    abstract Object subtract(Object a, Object b);

    abstract Object multiply(Object a, Object b);

    abstract Object divide(Object a, Object b);

    abstract Object remainder(Object a, Object b);

    abstract Object negate(Object a);

    abstract Object abs(Object a);

    abstract Object min(Object a, Object b);

    abstract Object max(Object a, Object b);

    abstract boolean less(Object a, Object b);

    static Arithmetic of(@Nullable Object operand) {
        Objects.requireNonNull(operand);
        if (operand instanceof Integer) {
            return INT;
        }
        if (operand instanceof Long) {
            return LONG;
        }
        if (operand instanceof Double) {
            return DOUBLE;
        }
        if (operand instanceof Float) {
            return FLOAT;
        }
        throw new IllegalArgumentException("no arithmetic on " + operand.getClass());
    }

    /** {@code ==} between primitives of one type; doubles and floats as {@code ==} has them, not as {@code equals} does. */
    static boolean equal(@Nullable Object a, @Nullable Object b) {
        Objects.requireNonNull(a);
        Objects.requireNonNull(b);
        if (a instanceof Float left) {
            return left.floatValue() == (float) b;
        }
        return a instanceof Double left ? left.doubleValue() == (double) b : a.equals(b);
    }
}
