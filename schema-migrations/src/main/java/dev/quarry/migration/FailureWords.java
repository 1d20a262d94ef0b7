package dev.quarry.migration;

import dev.quarry.codec.Unreadable;
import dev.quarry.error.InvalidKey;
import dev.quarry.error.InvalidText;
import dev.quarry.error.NullComponent;
import dev.quarry.error.UnreadableRecord;
import dev.quarry.error.WrongComponentType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was thrown for a record, as a failure. */
final class FailureWords {
    private static final Pattern COMPONENT = Pattern.compile("component '([^']*)'");

    private FailureWords() {}

    static Failure of(int version, String store, String key, Throwable thrown) {
        Unconverted unconverted = unconverted(thrown);
        return new Failure(version, store, key, unconverted.field(), unconverted.reason(), unconverted.words());
    }

    private static Unconverted unconverted(Throwable thrown) {
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
        if (thrown instanceof InvalidText || thrown instanceof InvalidKey) {
            String words = String.valueOf(thrown.getMessage());
            Matcher component = COMPONENT.matcher(words);
            return new Unconverted(Failure.Reason.INVALID, component.find() ? component.group(1) : null, words, thrown);
        }
        if (thrown instanceof Unreadable refused) {
            return new Unconverted(Failure.Reason.CONVERTER, null, refused.reason(), thrown);
        }
        return Unconverted.by(thrown, null);
    }
}
