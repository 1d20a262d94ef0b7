package dev.quarry.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.quarry.schema.ScalarKind;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stored forms of single values of one kind, in columns and in JSON. */
abstract class ScalarCodec implements ComponentCodec, JsonCodec {
    private final Class<?> type;
    private final int width;

    /**
     * A codec.
     *
     * @param type the values' class, the box of a primitive
     * @param width how many columns a value takes
     */
    ScalarCodec(Class<?> type, int width) {
        this.type = type;
        this.width = width;
    }

    /** The codec of a kind; the class is the one that the kind names, as the record's class loader knows it. */
    static ScalarCodec of(ScalarKind kind, Class<?> type) {
        return switch (kind) {
            case STRING -> new TextCodec();
            case INT, LONG, SHORT, BYTE, CHAR, BOOLEAN, LOCAL_DATE -> WholeNumberCodec.of(kind);
            case DOUBLE, FLOAT -> RealCodec.of(kind);
            case INSTANT, LOCAL_DATE_TIME, DURATION -> PairCodec.of(kind);
            case BIG_DECIMAL -> new DecimalCodec();
            case UUID -> new UuidCodec();
            case BYTES -> new BytesCodec();
            case PASSWORD -> new PasswordCodec(type);
        };
    }

    @Override
    public final int width() {
        return width;
    }

    @Override
    public final void write(@Nullable Object value, @Nullable Object[] row, int at) {
        if (value == null) {
            Arrays.fill(row, at, at + width, null);
        } else {
            store(value, row, at);
        }
    }

    /** Writes the stored forms of a value. */
    abstract void store(Object value, @Nullable Object[] row, int at);

    @Override
    public abstract void write(Object value, JsonGenerator json) throws IOException;

    @Override
    public abstract Object read(JsonParser json) throws IOException;

    @Override
    public final Optional<Class<?>> misfit(Object value) {
        return type.isInstance(value) ? Optional.empty() : Optional.of(value.getClass());
    }

    @Override
    public Optional<String> incomparable() {
        return Optional.empty();
    }
}
