package dev.quarry.codec;

import dev.quarry.error.UnsupportedRecord;
import dev.quarry.schema.Component;
import dev.quarry.schema.FieldPath;
import dev.quarry.schema.FieldType;
import dev.quarry.schema.Presence;
import dev.quarry.schema.Schema;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes records of one class apart and puts them together, through method handles made once. */
final class RecordShape {
    private final String record;
    private final MethodHandle constructor;
    private final MethodHandle[] accessors;
    private final ComponentCodec[] codecs;
    private final Map<FieldPath, FieldCodec> fields;
    private final int width;

    private RecordShape(
            String record,
            MethodHandle constructor,
            MethodHandle[] accessors,
            ComponentCodec[] codecs,
            Map<FieldPath, FieldCodec> fields) {
        this.record = record;
        this.constructor = constructor;
        this.accessors = accessors;
        this.codecs = codecs;
        this.fields = fields;
        this.width = Arrays.stream(codecs).mapToInt(ComponentCodec::width).sum();
    }

    static RecordShape of(Class<?> type, Schema schema, String prefix) {
        RecordComponent[] components = type.getRecordComponents();
        MethodHandle[] accessors = new MethodHandle[components.length];
        ComponentCodec[] codecs = new ComponentCodec[components.length];
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            Map<FieldPath, FieldCodec> fields = new HashMap<>();
            for (int i = 0; i < components.length; i++) {
                open(components[i].getAccessor(), type);
                accessors[i] = lookup.unreflect(components[i].getAccessor())
                        .asType(MethodType.methodType(Object.class, Object.class));
                codecs[i] =
                        codec(type, components[i].getType(), schema.components().get(i), prefix, fields);
            }
            return new RecordShape(type.getName(), constructor(type, components, lookup), accessors, codecs, fields);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record has its canonical constructor and accessors: " + type, e);
        }
    }

    private static MethodHandle constructor(Class<?> type, RecordComponent[] components, MethodHandles.Lookup lookup)
            throws ReflectiveOperationException {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        open(constructor, type);
        return lookup.unreflectConstructor(constructor)
                .asSpreader(Object[].class, types.length)
                .asType(MethodType.methodType(Object.class, Object[].class));
    }

    private static void open(AccessibleObject member, Class<?> type) {
        try {
            member.setAccessible(true);
        } catch (InaccessibleObjectException e) {
            throw new UnsupportedRecord(
                    type.getName(),
                    "its module does not let Quarry in; add to module-info.java: opens " + type.getPackageName()
                            + " to dev.quarry.core;");
        }
    }

    private static ComponentCodec codec(
            Class<?> owner, Class<?> type, Component component, String prefix, Map<FieldPath, FieldCodec> fields) {
        String place = prefix + component.name();
        boolean nullable = component.presence() == Presence.NULLABLE;
        ComponentCodec codec = component.type().accept(new FieldType.Visitor<ComponentCodec>() {
            @Override
            public ComponentCodec scalar(FieldType.Scalar scalar) {
                return new ScalarCodec(place, scalar.kind());
            }

            @Override
            public ComponentCodec enumeration(FieldType.EnumType enumeration) {
                return new EnumCodec(place, type);
            }

            @Override
            public ComponentCodec list(FieldType.ListType list) {
                return new ListCodec(owner.getName(), place);
            }

            @Override
            public ComponentCodec set(FieldType.SetType set) {
                throw new IllegalStateException("no codec yet: " + set);
            }

            @Override
            public ComponentCodec map(FieldType.MapType map) {
                return new MapCodec(owner.getName(), place);
            }

            @Override
            public ComponentCodec nested(FieldType.RecordType nested) {
                RecordShape shape = RecordShape.of(type, nested.schema(), place + ".");
                fields.putAll(shape.fields);
                return new NestedCodec(shape, nullable);
            }
        });
        fields.put(
                FieldPath.parse(place),
                new FieldCodec(MethodType.methodType(type).wrap().returnType(), codec));
        return nullable ? codec : new PresenceCodec(owner.getName(), place, codec);
    }

    int width() {
        return width;
    }

    @Nullable
    FieldCodec field(FieldPath path) {
        return fields.get(path);
    }

    void write(Object value, @Nullable Object[] row, int at) {
        int next = at;
        for (int i = 0; i < codecs.length; i++) {
            codecs[i].write(component(value, i), row, next);
            next += codecs[i].width();
        }
    }

    private @Nullable Object component(Object value, int index) {
        try {
            return (Object) accessors[index].invokeExact(value);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("an accessor throws nothing checked", e);
        }
    }

    Object read(ResultSet rows, int at) throws SQLException {
        Object[] values = new Object[codecs.length];
        int next = at;
        for (int i = 0; i < codecs.length; i++) {
            values[i] = codecs[i].read(rows, next);
            next += codecs[i].width();
        }
        try {
            return (Object) constructor.invokeExact(values);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw new Unreadable("the constructor of " + record + " refused it: " + e, e);
        }
    }
}
