package dev.quarry.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A text that no store can hold unchanged: it has U+0000, or one half of a surrogate pair without the other. */
public final class InvalidText extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String where;
    private final @Nullable String field;
    private final @Nullable String key;
    private final int index;
    private final char character;

    /**
     * Reports a text that is in no record.
     *
     * @param where what held the text: {@code a captured value}
     * @param index the index of the first character that cannot be stored
     * @param character that character
     */
    public InvalidText(String where, int index, char character) {
        this(where, null, null, index, character);
    }

    /**
     * Reports a text in a component, or in the place inside it: {@code tags[2]}.
     *
     * @param index the index of the first character that cannot be stored
     * @param character that character
     */
    public static InvalidText ofField(String field, int index, char character) {
        return new InvalidText("component '" + field + "'", field, null, index, character);
    }

    private InvalidText(String where, @Nullable String field, @Nullable String key, int index, char character) {
        super(String.format(
                "%s has %s at index %d, which no database keeps unchanged; remove it before storing or comparing the text",
                where + (key == null ? "" : " of key '" + key + "'"),
                character == 0
                        ? "the character U+0000"
                        : String.format("half a surrogate pair (U+%04X)", (int) character),
                index));
        this.where = where;
        this.field = field;
        this.key = key;
        this.index = index;
        this.character = character;
    }

    /** The same about the record of that key. */
    public InvalidText ofKey(String recordKey) {
        return new InvalidText(where, field, recordKey, index, character);
    }

    /** What held the text: {@code component 'name'}, {@code a captured value}. */
    public String where() {
        return where;
    }

    /** The component, or the place inside it: {@code tags[2]}; empty where the text was in no record. */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    /** The key of the record that was to be written; empty where the text was in none, or in a question. */
    public Optional<String> key() {
        return Optional.ofNullable(key);
    }

    /** The index of the first character that cannot be stored. */
    public int index() {
        return index;
    }

    /** The character that cannot be stored. */
    public char character() {
        return character;
    }
}
