package dev.quarry.migration;

import dev.quarry.codec.Unreadable;
import dev.quarry.error.InvalidKey;
import dev.quarry.error.InvalidText;
import dev.quarry.error.NullComponent;
import dev.quarry.error.UnreadableRecord;
import dev.quarry.error.WrongComponentType;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What was thrown for a record, as a failure. */
final class FailureWords {
    private static final Pattern COMPONENT = Pattern.compile("component '([^']*)'");

    private FailureWords() {}

    static Failure of(int version, String store, String key, Throwable thrown) {
        if (thrown instanceof Unconverted unconverted) {
            return new Failure(version, store, key, unconverted.field(), unconverted.reason(), unconverted.words());
        }
        if (thrown instanceof UnreadableRecord unreadable) {
            return failure(version, store, key, null, Failure.Reason.UNREADABLE, unreadable.reason());
        }
        if (thrown instanceof NullComponent missing) {
            return failure(
                    version,
                    store,
                    key,
                    missing.field(),
                    Failure.Reason.NULL,
                    "'" + missing.field() + "' of " + missing.record() + " would be null, and it is not @Nullable");
        }
        if (thrown instanceof WrongComponentType wrong) {
            return failure(
                    version,
                    store,
                    key,
                    wrong.field(),
                    Failure.Reason.INVALID,
                    "'" + wrong.field() + "' is " + wrong.expected() + ", and " + wrong.actual() + " was given for it");
        }
        if (thrown instanceof InvalidText || thrown instanceof InvalidKey) {
            String words = String.valueOf(thrown.getMessage());
            Matcher component = COMPONENT.matcher(words);
            return failure(
                    version, store, key, component.find() ? component.group(1) : null, Failure.Reason.INVALID, words);
        }
        if (thrown instanceof Unreadable refused) {
            return failure(version, store, key, null, Failure.Reason.CONVERTER, refused.reason());
        }
        Unconverted unconverted = Unconverted.by(thrown, null);
        return new Failure(version, store, key, unconverted.field(), unconverted.reason(), unconverted.words());
    }

    private static Failure failure(
            int version, String store, String key, @Nullable String field, Failure.Reason reason, String words) {
        return new Failure(version, store, key, Optional.ofNullable(field), reason, words);
    }
}
