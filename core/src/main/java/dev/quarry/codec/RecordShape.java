package dev.quarry.codec;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Moves records of one class between the program and columns, component by component. */
final class RecordShape {
    private final RecordAccess access;
    private final String[] places;
    private final boolean[] required;
    private final ComponentCodec[] codecs;
    private final int width;

    /** A shape of the class's components, in order. */
    RecordShape(RecordAccess access, List<ColumnComponent> components) {
        int count = components.size();
        this.access = access;
        this.places = new String[count];
        this.required = new boolean[count];
        this.codecs = new ComponentCodec[count];
        for (int i = 0; i < count; i++) {
            places[i] = components.get(i).place();
            required[i] = components.get(i).required();
            codecs[i] = components.get(i).codec();
        }
        this.width = components.stream()
                .mapToInt(component -> component.codec().width())
                .sum();
    }

    /**
     * A component in columns.
     *
     * @param place its path from the outermost record
     * @param required whether null is no value of it
     * @param codec what moves its values
     */
    record ColumnComponent(String place, boolean required, ComponentCodec codec) {}

    int width() {
        return width;
    }

    void write(Object value, @Nullable Object[] row, int at) {
        int next = at;
        for (int i = 0; i < codecs.length; i++) {
            write(access.component(value, i), i, row, next);
            next += codecs[i].width();
        }
    }

    private void write(@Nullable Object component, int index, @Nullable Object[] row, int at) {
        try {
            if (component == null && required[index]) {
                throw Unstorable.becauseOfNull("");
            }
            codecs[index].write(component, row, at);
        } catch (Unstorable e) {
            throw e.at(access.type().getName(), places[index]);
        }
    }

    Object read(ResultSet rows, int at) throws SQLException {
        Object[] values = new Object[codecs.length];
        int next = at;
        for (int i = 0; i < codecs.length; i++) {
            values[i] = read(rows, i, next);
            next += codecs[i].width();
        }
        return access.construct(values);
    }

    private @Nullable Object read(ResultSet rows, int index, int at) throws SQLException {
        try {
            Object value = codecs[index].read(rows, at);
            if (value == null && required[index]) {
                throw new Damaged("is null, and it is not @Nullable");
            }
            return value;
        } catch (Damaged e) {
            throw e.at(places[index]);
        }
    }

    Optional<Class<?>> misfit(Object value) {
        return access.misfit(value, List.of(codecs));
    }

    Optional<String> incomparable() {
        return access.incomparable(List.of(codecs));
    }
}
