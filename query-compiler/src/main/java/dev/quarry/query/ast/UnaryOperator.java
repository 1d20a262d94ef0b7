package dev.quarry.query.ast;

/** Operators with one operand. */
public enum UnaryOperator {
    NOT,
    PLUS,
    NEGATE,
    COMPLEMENT
}
