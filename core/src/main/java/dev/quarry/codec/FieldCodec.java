package dev.quarry.codec;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One component by itself, to compare with a value from outside. Immutable and thread-safe. */
public final class FieldCodec {
    private final String record;
    private final String place;
    private final ComponentCodec codec;
    private final List<String> constants;

    FieldCodec(String record, String place, ComponentCodec codec, List<String> constants) {
        this.record = record;
        this.place = place;
        this.codec = codec;
        this.constants = List.copyOf(constants);
    }

    /** The names of an enum's constants in the order of their declaration; empty for every other type. */
    public List<String> constants() {
        return constants;
    }

    /**
     * The class of what the component could never hold: the value, or something that is in it. Empty if it fits; null is a
     * question of presence, not of type.
     */
    public Optional<Class<?>> misfit(@Nullable Object value) {
        return value == null ? Optional.empty() : codec.misfit(value);
    }

    /**
     * Why the stored forms do not tell whether two values are equal by {@link Object#equals}, and what to do; empty if they
     * do.
     */
    public Optional<String> incomparable() {
        return codec.incomparable();
    }

    /**
     * The stored forms of the value, one for each of the component's columns.
     *
     * @throws dev.quarry.error.NullComponent if there is a null in it that no record can have
     * @throws dev.quarry.error.InvalidText if there is a text in it that cannot be stored unchanged
     */
    public @Nullable Object[] stored(@Nullable Object value) {
        Object[] row = new Object[codec.width()];
        try {
            codec.write(value, row, 0);
        } catch (Unstorable e) {
            throw e.at(record, place);
        }
        return row;
    }
}
