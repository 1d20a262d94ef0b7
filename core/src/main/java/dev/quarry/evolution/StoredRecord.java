package dev.quarry.evolution;

import dev.quarry.schema.Component;
import dev.quarry.schema.FieldPath;
import dev.quarry.schema.FieldType;
import dev.quarry.schema.Schema;
import java.util.ArrayList;
import java.util.List;
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
                component.type() instanceof FieldType.RecordType nested
                        ? of(declaration, nested.schema(), path.names())
                        : EMPTY);
    }

    /** The type; of a nested record, whose components are told apart, the class alone. */
    static FieldType withoutInside(FieldType type) {
        return type instanceof FieldType.RecordType nested
                ? new FieldType.RecordType(new Schema(nested.schema().className(), List.of()))
                : type;
    }

    static FieldPath path(List<String> parent, String name) {
        List<String> names = new ArrayList<>(parent);
        names.add(name);
        return new FieldPath(names);
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
