package dev.quarry.query.check;

import dev.quarry.query.ast.Expr;

/** Where in a lambda an expression stands, as far as it decides where a test for null would go. */
sealed interface Place {

    /** In a condition, before which the test goes: an operand of {@code &&} or {@code ||}, or all that a lambda returns. */
    record InCondition(Expr condition) implements Place {}

    /** In a statement that gives no boolean; the test goes before it. */
    record InStatement(Expr value) implements Place {}

    /** In a lambda or a switch inside the lambda that gives a value; what must not be null is required there. */
    record InLambda(Expr body) implements Place {}
}
