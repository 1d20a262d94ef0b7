package dev.quarry.codec;

import dev.quarry.schema.Component;
import dev.quarry.schema.FieldPath;
import dev.quarry.schema.FieldType;
import dev.quarry.schema.Presence;
import dev.quarry.schema.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Chooses the codecs of a record, once, by its schema and the classes that it is made of. */
final class Codecs {
    private final StoredMembers stored;
    private final Map<FieldPath, FieldCodec> fields = new HashMap<>();
    private final Map<FieldPath, FieldCodec> members = new HashMap<>();

    Codecs(StoredMembers stored) {
        this.stored = stored;
    }

    /** The codec of each component that has one of its own, also inside nested records. */
    Map<FieldPath, FieldCodec> fields() {
        return Map.copyOf(fields);
    }

    /** The codec of each component of the records in collections. */
    Map<FieldPath, FieldCodec> members() {
        return Map.copyOf(members);
    }

    /**
     * A record in columns.
     *
     * @param prefix what stands before its components in their paths
     */
    RecordShape columns(Class<?> type, Schema schema, String prefix) {
        RecordComponent[] components = type.getRecordComponents();
        List<RecordShape.ColumnComponent> columns = new ArrayList<>(components.length);
        for (int i = 0; i < components.length; i++) {
            columns.add(column(
                    type, components[i].getGenericType(), schema.components().get(i), prefix));
        }
        return new RecordShape(RecordAccess.to(type), columns);
    }

    private RecordShape.ColumnComponent column(Class<?> owner, Type type, Component component, String prefix) {
        boolean optional = component.presence() == Presence.OPTIONAL;
        String place = prefix + component.name();
        Type valueType = optional ? argument(type, 0) : type;
        ComponentCodec value = component.type() instanceof FieldType.RecordType nested
                ? new NestedCodec(
                        columns(rawClass(valueType), nested.schema(), place + "."),
                        component.presence().allowsAbsence())
                : column(json(component.type(), valueType, FieldPath.parse(place), false));
        ComponentCodec codec = optional ? new OptionalCodec(value) : value;
        List<String> constants = value instanceof EnumCodec names ? names.names() : List.of();
        fields.put(FieldPath.parse(place), new FieldCodec(owner.getName(), place, codec, value, constants));
        return new RecordShape.ColumnComponent(place, !component.presence().allowsNull(), codec);
    }

    /** A single value has columns of its own besides its JSON. */
    private static ComponentCodec column(JsonCodec codec) {
        return codec instanceof ScalarCodec scalar ? scalar : new JsonColumn(codec);
    }

    private JsonCodec json(FieldType fieldType, Type type, FieldPath path, boolean inSet) {
        return fieldType.accept(new FieldType.Visitor<JsonCodec>() {
            @Override
            public JsonCodec scalar(FieldType.Scalar scalar) {
                return ScalarCodec.of(scalar.kind(), rawClass(type));
            }

            @Override
            public JsonCodec enumeration(FieldType.EnumType enumeration) {
                return new EnumCodec(rawClass(type));
            }

            @Override
            public JsonCodec list(FieldType.ListType list) {
                return JsonCollection.list(json(list.element(), argument(type, 0), path, inSet));
            }

            @Override
            public JsonCodec set(FieldType.SetType set) {
                return JsonCollection.set(json(set.element(), argument(type, 0), path, true));
            }

            @Override
            public JsonCodec map(FieldType.MapType map) {
                return new JsonMap(json(map.value(), argument(type, 1), path, inSet));
            }

            @Override
            public JsonCodec nested(FieldType.RecordType nested) {
                return record(nested.schema(), rawClass(type), path, inSet);
            }
        });
    }

    private JsonRecord record(Schema schema, Class<?> type, FieldPath parent, boolean inSet) {
        RecordComponent[] components = type.getRecordComponents();
        List<JsonComponent> codecs = new ArrayList<>(components.length);
        for (int i = 0; i < components.length; i++) {
            Component component = schema.components().get(i);
            Type declared = components[i].getGenericType();
            Type valueType = component.presence() == Presence.OPTIONAL ? argument(declared, 0) : declared;
            FieldPath path = parent.then(component.name());
            JsonCodec codec = json(component.type(), valueType, path, inSet);
            JsonColumn alone = new JsonColumn(codec);
            members.put(path, new FieldCodec(type.getName(), path.toString(), alone, alone, List.of()));
            codecs.add(new JsonComponent(component.name(), stored.member(path), component.presence(), codec));
        }
        return new JsonRecord(RecordAccess.to(type), new JsonObject(codecs, inSet));
    }

    private static Class<?> rawClass(Type type) {
        return type instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : (Class<?>) type;
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
}
