package dev.quarry.query.rewrites;

import dev.quarry.query.catalog.Refusal;

/**
 * A lambda that is refused, and what its error says to write instead.
 *
 * @param before statements before the lambda
 * @param lambda what is refused
 * @param says the words of the error's help that the rewrite follows
 * @param beforeRewritten statements before the rewritten lambda
 * @param rewritten the lambda that the help leads to; empty if it leads to no filter
 */
record Example(Refusal refusal, String before, String lambda, String says, String beforeRewritten, String rewritten) {

    static Example of(Refusal refusal, String lambda, String says, String rewritten) {
        return new Example(refusal, "", lambda, says, "", rewritten);
    }

    /** One whose values are captured. */
    static Example captured(
            Refusal refusal, String before, String lambda, String says, String beforeRewritten, String rewritten) {
        return new Example(refusal, before, lambda, says, before + beforeRewritten, rewritten);
    }

    /** One that no filter can say. */
    static Example scanned(Refusal refusal, String lambda) {
        return new Example(refusal, "", lambda, "DB.scan", "", "");
    }

    boolean isRewritten() {
        return !rewritten.isEmpty();
    }

    @Override
    public String toString() {
        return lambda;
    }
}
