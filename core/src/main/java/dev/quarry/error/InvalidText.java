package dev.quarry.error;

/** A text that no store can hold unchanged: it has U+0000, or one half of a surrogate pair without the other. */
public final class InvalidText extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String where;
    private final int index;
    private final char character;

    /**
     * Reports a text.
     *
     * @param where what held the text: {@code component 'name'}, {@code key}, {@code a captured value}
     * @param index the index of the first character that cannot be stored
     * @param character that character
     */
    public InvalidText(String where, int index, char character) {
        super(String.format(
                "%s has %s at index %d, which no database keeps unchanged; remove it before storing or comparing the text",
                where,
                character == 0
                        ? "the character U+0000"
                        : String.format("half a surrogate pair (U+%04X)", (int) character),
                index));
        this.where = where;
        this.index = index;
        this.character = character;
    }

    /** The same about the record of that key. */
    public InvalidText ofKey(String recordKey) {
        return new InvalidText(where + " of key '" + recordKey + "'", index, character);
    }

    /** What held the text. */
    public String where() {
        return where;
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
