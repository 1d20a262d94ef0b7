package dev.quarry.migration;

import dev.quarry.codec.Unreadable;
import dev.quarry.error.DuplicateElements;
import dev.quarry.error.InvalidKey;
import dev.quarry.error.InvalidText;
import dev.quarry.error.NullComponent;
import dev.quarry.error.UnreadableRecord;
import dev.quarry.error.WrongComponentType;

/** What was thrown for a record, in the words of a failure. */
final class FailureWords {
    private FailureWords() {}

    /** What keeps a record from being converted; an error of the machine itself, such as no memory, is thrown on. */
    static Unconverted of(Throwable thrown) {
        if (thrown instanceof UnreadableRecord unreadable) {
            return new Unconverted(Failure.Reason.UNREADABLE, null, unreadable.reason(), thrown);
        }
        if (thrown instanceof NullComponent missing) {
            String words =
                    "'" + missing.field() + "' of " + missing.record() + " would be null, and it is not @Nullable";
            return new Unconverted(Failure.Reason.NULL, missing.field(), words, thrown);
        }
        if (thrown instanceof WrongComponentType wrong) {
            String words =
                    "'" + wrong.field() + "' is " + wrong.expected() + ", and " + wrong.actual() + " was given for it";
            return new Unconverted(Failure.Reason.INVALID, wrong.field(), words, thrown);
        }
        if (thrown instanceof DuplicateElements equal) {
            String words = "'" + equal.field() + "' is a Set, and of its " + equal.given() + " elements only "
                    + equal.different() + " would differ, so that the others would be lost";
            return new Unconverted(Failure.Reason.INVALID, equal.field(), words, thrown);
        }
        if (thrown instanceof InvalidText text) {
            return new Unconverted(
                    Failure.Reason.INVALID, text.field().orElse(null), String.valueOf(text.getMessage()), thrown);
        }
        if (thrown instanceof InvalidKey) {
            return new Unconverted(Failure.Reason.INVALID, null, String.valueOf(thrown.getMessage()), thrown);
        }
        if (thrown instanceof Unreadable refused) {
            return new Unconverted(Failure.Reason.CONVERTER, null, refused.reason(), thrown);
        }
        return Unconverted.by(thrown, null);
    }
}
