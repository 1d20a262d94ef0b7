package dev.quarry.plan.function;

/** A method's call on operands that a plan's compiler has made sure of. */
@FunctionalInterface
interface Body {
    Object run(Object[] operands);
}
