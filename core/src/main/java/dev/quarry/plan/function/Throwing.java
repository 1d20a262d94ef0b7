package dev.quarry.plan.function;

/** Whether a method throws for some operands. */
enum Throwing {
    NEVER,
    SOMETIMES
}
