package dev.quarry.migration;

import dev.quarry.migration.error.InvalidScript;
import java.util.List;
import java.util.function.Supplier;

/**
 * A migration script: one step of a database from a version to the next. A {@link Migration} converts records by a method of
 * yours, {@link Changes} lists changes.
 *
 * <p>The class is named {@code V2__split_name}, which makes it version 2, "split name"; a class of another name overrides
 * {@link #version} and {@link #description}. Versions are whole numbers from 1 on and run in their order; they need not be
 * contiguous. To be found on the class path a script is public, has a public constructor without parameters, and is listed in
 * {@code META-INF/services/dev.quarry.migration.Script}.
 *
 * <p>Once it has run, a script does not change any more: its checksum is in the database's history. The checksum is made of
 * the shapes of the records and of the listed changes; how a class computes a value, what it and its records are called, and
 * which version of Quarry runs it have no part in it.
 */
public abstract sealed class Script permits Migration, Changes {
    Script() {}

    /**
     * The version to which the script leads.
     *
     * @throws InvalidScript if it is to be read from the class's name and that has none
     */
    public int version() {
        return ScriptName.of(getClass()).version();
    }

    /**
     * What the script does, in a few words.
     *
     * @throws InvalidScript if it is to be read from the class's name and that has none
     */
    public String description() {
        return ScriptName.of(getClass()).description();
    }

    /**
     * What is to be done, in order.
     *
     * @throws InvalidScript if the script does not say it
     */
    abstract List<Task> tasks();

    /** What a method of the script gives, which has to be something; throws {@link InvalidScript} if it is null or the method throws. */
    @SuppressWarnings("ConstantValue")
    final <R> R given(String method, Supplier<R> call) {
        R result;
        try {
            result = call.get();
        } catch (InvalidScript e) {
            throw new InvalidScript(name(), e.script() + " is none: " + e.reason(), e);
        } catch (RuntimeException | LinkageError | AssertionError e) {
            throw new InvalidScript(name(), "its " + method + " threw " + e + "; correct it", e);
        }
        if (result == null) {
            throw new InvalidScript(name(), "its " + method + " gave null; give a list, which may be empty");
        }
        return result;
    }

    /** The class, as far as it has a name. */
    final String name() {
        return getClass().isAnonymousClass() ? title() : getClass().getName();
    }

    /** What errors of stores repeat: {@code migration 2 (split name)}. */
    final String origin() {
        return origin(version(), description());
    }

    static String origin(int version, String description) {
        return "migration " + version + " (" + description + ")";
    }

    /** {@code version 2 (split name)}. */
    final String title() {
        return "version " + version() + " (" + description() + ")";
    }
}
