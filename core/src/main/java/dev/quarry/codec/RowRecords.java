package dev.quarry.codec;

import dev.quarry.error.NullComponent;
import dev.quarry.error.WrongComponentType;
import dev.quarry.schema.Component;
import dev.quarry.schema.DeclaredRecord;
import dev.quarry.schema.FieldType;
import dev.quarry.schema.Presence;
import dev.quarry.schema.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of maps such as {@link RowCodec} reads: a nested record may be a map or the record itself, an enum's constant
 * its name or the constant itself. Immutable and thread-safe.
 */
public final class RowRecords<T> {
    private final Class<T> type;
    private final RecordMaker maker;

    private RowRecords(Class<T> type, RecordMaker maker) {
        this.type = type;
        this.maker = maker;
    }

    /**
     * What makes records of a class.
     *
     * @throws dev.quarry.error.UnsupportedRecord if the record's module does not let Quarry construct it
     */
    public static <T> RowRecords<T> of(DeclaredRecord<T> record) {
        return new RowRecords<>(record.type(), RecordMaker.of(record.type(), record.schema()));
    }

    /**
     * The record of a row; names that are not components are left out of account.
     *
     * @throws NullComponent if a component that must have a value has none
     * @throws WrongComponentType if a value is none of its component's
     * @throws dev.quarry.error.DuplicateElements if elements of a set are equal
     * @throws Unreadable if the record's constructor refuses the values
     */
    public T record(Map<String, ? extends @Nullable Object> row) {
        return type.cast(maker.make(row, ""));
    }

    private record RecordMaker(RecordAccess access, List<Component> components, List<ValueMaker> makers)
            implements ValueMaker {

        static RecordMaker of(Class<?> type, Schema schema) {
            RecordComponent[] declared = type.getRecordComponents();
            List<ValueMaker> makers = new ArrayList<>(declared.length);
            for (int i = 0; i < declared.length; i++) {
                Component component = schema.components().get(i);
                Type generic = declared[i].getGenericType();
                Type held = component.presence() == Presence.OPTIONAL ? argument(generic, 0) : generic;
                makers.add(maker(type, component.type(), held));
            }
            return new RecordMaker(RecordAccess.to(type), schema.components(), makers);
        }

        @Override
        public Object make(Object value, String place) {
            if (access.type().isInstance(value)) {
                return value;
            }
            if (!(value instanceof Map<?, ?> row)) {
                throw new WrongComponentType(
                        access.type().getName(), place, access.type().getSimpleName(), ValueMaker.describe(value));
            }
            String prefix = place.isEmpty() ? "" : place + ".";
            @Nullable Object[] values = new Object[components.size()];
            for (int i = 0; i < values.length; i++) {
                Component component = components.get(i);
                values[i] = component(component, makers.get(i), row.get(component.name()), prefix + component.name());
            }
            return access.construct(values);
        }

        private @Nullable Object component(
                Component component, ValueMaker maker, @Nullable Object given, String place) {
            Object value = given instanceof Optional<?> optional ? optional.orElse(null) : given;
            if (value == null && !component.presence().allowsAbsence()) {
                throw new NullComponent(access.type().getName(), place);
            }
            Object made = value == null ? null : maker.make(value, place);
            return component.presence() == Presence.OPTIONAL ? Optional.ofNullable(made) : made;
        }
    }

    private static ValueMaker maker(Class<?> owner, FieldType fieldType, Type type) {
        return fieldType.accept(new FieldType.Visitor<ValueMaker>() {
            @Override
            public ValueMaker scalar(FieldType.Scalar scalar) {
                return new ValueMaker.Scalar(
                        owner, scalar.boxedDisplayName(), ScalarCodec.of(scalar.kind(), raw(type)));
            }

            @Override
            public ValueMaker enumeration(FieldType.EnumType enumeration) {
                return new ValueMaker.Constant(owner, raw(type));
            }

            @Override
            public ValueMaker list(FieldType.ListType list) {
                return new ValueMaker.ListOf(owner, maker(owner, list.element(), argument(type, 0)));
            }

            @Override
            public ValueMaker set(FieldType.SetType set) {
                return new ValueMaker.SetOf(owner, maker(owner, set.element(), argument(type, 0)));
            }

            @Override
            public ValueMaker map(FieldType.MapType map) {
                return new ValueMaker.MapOf(owner, maker(owner, map.value(), argument(type, 1)));
            }

            @Override
            public ValueMaker nested(FieldType.RecordType nested) {
                return RecordMaker.of(raw(type), nested.schema());
            }
        });
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : (Class<?>) type;
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
}
