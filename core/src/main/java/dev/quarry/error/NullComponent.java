package dev.quarry.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A null where the record declares none. */
public final class NullComponent extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String record;
    private final String field;
    private final @Nullable String key;

    /** Reports the record and the component that is null. */
    public NullComponent(String record, String field) {
        this(record, field, null);
    }

    private NullComponent(String record, String field, @Nullable String key) {
        super("component '" + field + "' of " + record + (key == null ? "" : ", key '" + key + "',")
                + " is null, and it is not marked @Nullable; give it a value, or declare it "
                + "@Nullable (org.jspecify.annotations.Nullable)");
        this.record = record;
        this.field = field;
        this.key = key;
    }

    /** The same about the record of that key. */
    public NullComponent ofKey(String recordKey) {
        return new NullComponent(record, field, recordKey);
    }

    /** The key of the record that was to be written; empty where the null was in a question. */
    public Optional<String> key() {
        return Optional.ofNullable(key);
    }

    /** The record's class. */
    public String record() {
        return record;
    }

    /** The component, or the place inside it: {@code tags[2]}. */
    public String field() {
        return field;
    }
}
