package dev.quarry.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Moves values between a program and JSON in which equal values have equal texts. */
interface JsonCodec extends Codec {

    /**
     * Writes a value.
     *
     * @param value not null
     * @throws Unstorable if no store can hold it
     */
    void write(Object value, JsonGenerator json) throws IOException;

    /**
     * Reads a value, whose last token is then the parser's.
     *
     * @param json at the value's first token
     * @throws Damaged if that begins something else
     */
    Object read(JsonParser json) throws IOException;

    /** What stands for a value that is not there though it must be: a record of which no component need be there. */
    default Optional<Object> missing() {
        return Optional.empty();
    }

    /**
     * Why equal texts do not say that the values are equal where the text is part of a larger one; empty if they do say so.
     */
    default Optional<String> incomparableInside() {
        return incomparable();
    }

    /** Goes on if the token is the one that was written there; else throws {@link Damaged}. */
    static void expect(@Nullable JsonToken actual, @Nullable JsonToken expected) {
        if (actual != expected) {
            throw new Damaged("holds JSON of another kind than it was written with");
        }
    }
}
