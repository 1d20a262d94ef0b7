package dev.quarry.migration;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A record that did not convert; whoever knows the store and the key makes a {@link Failure} of it. */
final class Unconverted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Failure.Reason reason;
    private final @Nullable String field;

    Unconverted(Failure.Reason reason, @Nullable String field, String words, @Nullable Throwable cause) {
        super(words, cause);
        this.reason = reason;
        this.field = field;
    }

    Failure.Reason reason() {
        return reason;
    }

    Optional<String> field() {
        return Optional.ofNullable(field);
    }

    String words() {
        return String.valueOf(getMessage());
    }

    /**
     * What a script's own code threw; errors of the machine itself, such as no memory, are thrown on. A stack overflow is the
     * script's.
     */
    static Unconverted by(Throwable thrown, @Nullable String field) {
        if (thrown instanceof Unconverted already) {
            return already;
        }
        if (thrown instanceof VirtualMachineError error && !(thrown instanceof StackOverflowError)) {
            throw error;
        }
        String where = field == null ? "" : "for '" + field + "' ";
        return new Unconverted(
                Failure.Reason.CONVERTER, field, "the script's code " + where + "threw " + thrown, thrown);
    }
}
