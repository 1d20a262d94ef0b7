package dev.quarry.migration;

import java.util.Optional;

/**
 * A record that a script could not convert.
 *
 * @param version the script's version
 * @param store the store that the record is in; where records break a unique rule, the one they would be in
 * @param key the record's key there
 * @param field the component, if it is known; those of a unique rule with commas between
 * @param reason what kind of failure it is
 * @param words what is wrong, one line
 */
public record Failure(int version, String store, String key, Optional<String> field, Reason reason, String words) {

    /** Why a record is not converted. */
    public enum Reason {
        /** What is stored makes no record of the old shape. */
        UNREADABLE,
        /** The script's code, or the new record's constructor, threw. */
        CONVERTER,
        /** A component that must have a value would be null, or the record itself. */
        NULL,
        /** A value is of another type than its component, or no store can hold it. */
        INVALID,
        /** The new key is that of another record. */
        KEY_TAKEN,
        /** Records would agree where that is to be unique. */
        NOT_UNIQUE,
        /** None of the stores into which its store is split takes the record. */
        NO_TARGET
    }

    /** {@code countries 'GRC', region: the script's code threw …}. */
    public String describe() {
        return store + " '" + key + "'" + field.map(name -> ", " + name).orElse("") + ": " + words;
    }
}
