package dev.quarry.evolution;

import dev.quarry.codec.StoredMembers;
import dev.quarry.codec.StoredTexts;
import dev.quarry.schema.Component;
import dev.quarry.schema.FieldPath;
import dev.quarry.schema.FieldType;
import dev.quarry.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A record as a store holds it.
 *
 * @param components its components, in the order in which they were stored first
 */
public record StoredRecord(List<StoredComponent> components) {
    /** Of a component that is no record. */
    static final StoredRecord EMPTY = new StoredRecord(List.of());

    public StoredRecord {
        components = List.copyOf(components);
    }

    /** What a new store holds. */
    public static StoredRecord of(Declaration declaration) {
        return of(declaration, declaration.schema(), List.of());
    }

    private static StoredRecord of(Declaration declaration, Schema schema, List<String> parent) {
        return new StoredRecord(schema.components().stream()
                .map(component -> of(declaration, component, parent))
                .toList());
    }

    static StoredComponent of(Declaration declaration, Component component, List<String> parent) {
        FieldPath path = path(parent, component.name());
        return new StoredComponent(
                component.name(),
                declaration.hints().formerNames(path),
                withoutInside(component.type()),
                component.presence().allowsAbsence(),
                declaration.fallback(path),
                FieldType.records(component.type())
                        .map(schema -> of(declaration, schema, path.names()))
                        .orElse(EMPTY));
    }

    /** The type; of records, whose components are told apart, the class alone. */
    static FieldType withoutInside(FieldType type) {
        if (type instanceof FieldType.ListType list) {
            return new FieldType.ListType(withoutInside(list.element()));
        }
        if (type instanceof FieldType.SetType set) {
            return new FieldType.SetType(withoutInside(set.element()));
        }
        if (type instanceof FieldType.MapType map) {
            return new FieldType.MapType(withoutInside(map.value()));
        }
        return type instanceof FieldType.RecordType nested
                ? new FieldType.RecordType(new Schema(nested.schema().className(), List.of()))
                : type;
    }

    static FieldPath path(List<String> parent, String name) {
        List<String> names = new ArrayList<>(parent);
        names.add(name);
        return new FieldPath(names);
    }

    /** What the records in the collections of a declared record, which this one takes, are in JSON. */
    public StoredMembers members(Schema declared) {
        Map<FieldPath, StoredMembers.Member> members = new HashMap<>();
        addMembers(members, declared, List.of(), false);
        return new StoredMembers(members);
    }

    private void addMembers(
            Map<FieldPath, StoredMembers.Member> members, Schema declared, List<String> parent, boolean inJson) {
        for (Component component : declared.components()) {
            StoredComponent stored = find(component.name())
                    .orElseThrow(() -> new IllegalStateException("not stored: " + parent + component.name()));
            FieldPath path = path(parent, component.name());
            if (inJson) {
                Optional<String> json = stored.fallback().map(forms -> (String) StoredTexts.value(forms.get(0)));
                members.put(path, new StoredMembers.Member(stored.name(), json));
            }
            boolean inside = inJson || !(component.type() instanceof FieldType.RecordType);
            FieldType.records(component.type())
                    .ifPresent(schema -> stored.inside().addMembers(members, schema, path.names(), inside));
        }
    }

    /** The component that some program knows by a name. */
    public Optional<StoredComponent> find(String name) {
        return components.stream()
                .filter(component -> component.name().equals(name))
                .findFirst()
                .or(() -> components.stream()
                        .filter(component -> component.isCalled(name))
                        .findFirst());
    }
}
