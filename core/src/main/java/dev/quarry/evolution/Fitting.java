package dev.quarry.evolution;

import dev.quarry.codec.StoredTexts;
import dev.quarry.schema.Component;
import dev.quarry.schema.FieldPath;
import dev.quarry.schema.FieldType;
import dev.quarry.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One walk through a stored and a declared record. For one use by one thread. */
final class Fitting {
    private final Declaration declaration;
    private final boolean isNew;
    private final List<String> changes = new ArrayList<>();
    private final List<String> obstacles = new ArrayList<>();
    private boolean narrower;

    /** A walk; a declaration that is not new gives no defaults. */
    Fitting(Declaration declaration, boolean isNew) {
        this.declaration = declaration;
        this.isNew = isNew;
    }

    Fit fit(StoredRecord stored, Optional<Schema> latest) {
        StoredRecord joined = record(new Place(List.of(), false, Form.COLUMNS), stored, declaration.schema(), latest);
        return new Fit(joined, changes, obstacles, narrower);
    }

    /** How a record is stored. Two elements of a set must not become one because a program knows less of them. */
    private enum Form {
        COLUMNS,
        JSON,
        JSON_IN_SET
    }

    /** Where a record stands, whether it may be absent with the record around it, and how it is stored. */
    private record Place(List<String> names, boolean mayBeAbsent, Form form) {
        boolean inColumns() {
            return form == Form.COLUMNS;
        }

        /** The place of the records in a collection that stands here. */
        Place inside(FieldPath path, FieldType collection) {
            boolean inSet = form == Form.JSON_IN_SET || collection instanceof FieldType.SetType;
            return new Place(path.names(), false, inSet ? Form.JSON_IN_SET : Form.JSON);
        }
    }

    private StoredRecord record(Place place, StoredRecord stored, Schema declared, Optional<Schema> latest) {
        Map<String, StoredComponent> joined = new LinkedHashMap<>();
        stored.components().forEach(component -> joined.put(component.name(), component));
        Set<String> taken = new LinkedHashSet<>();
        List<Component> added = new ArrayList<>();
        for (Component component : declared.components()) {
            FieldPath path = StoredRecord.path(place.names(), component.name());
            Optional<StoredComponent> known = known(path, stored);
            if (known.isEmpty()) {
                added.add(component);
            } else if (taken.add(known.get().name())) {
                joined.put(known.get().name(), component(place, path, known.get(), component, latest));
            } else {
                obstacles.add(Words.nameTaken(path));
            }
        }
        List<StoredComponent> left = stored.components().stream()
                .filter(component -> !taken.contains(component.name()))
                .toList();
        for (StoredComponent component : left) {
            joined.put(component.name(), leftOut(place, component, latest));
        }
        for (Component component : added) {
            add(place, component, left, latest);
            joined.put(component.name(), StoredRecord.of(declaration, component, place.names()));
        }
        return new StoredRecord(new ArrayList<>(joined.values()));
    }

    private Optional<StoredComponent> known(FieldPath path, StoredRecord stored) {
        Optional<StoredComponent> named = stored.find(path.last());
        for (String former : declaration.hints().formerNames(path)) {
            Optional<StoredComponent> before = stored.find(former);
            if (before.isPresent() && named.isPresent() && !before.equals(named)) {
                obstacles.add(Words.bothStored(path, former));
                return named;
            }
            if (before.isPresent() && named.isEmpty()) {
                List<String> parent = path.names().subList(0, path.names().size() - 1);
                changes.add(Words.renamed(path, StoredRecord.path(parent, former)));
                return before;
            }
        }
        return named;
    }

    private StoredComponent component(
            Place place, FieldPath path, StoredComponent stored, Component declared, Optional<Schema> latest) {
        boolean absentPossible = absentPossible(place, path, stored, declared);
        if (!stored.isRecord() || !(declared.type() instanceof FieldType.RecordType nested)) {
            return value(place, path, stored, declared, absentPossible, latest);
        }
        Place inside = new Place(path.names(), place.mayBeAbsent() || absentPossible, place.form());
        return new StoredComponent(
                stored.name(),
                names(path, stored, declared),
                isNew ? StoredRecord.withoutInside(declared.type()) : stored.type(),
                absentPossible,
                Optional.empty(),
                record(inside, stored.inside(), nested.schema(), inside(latest, stored)));
    }

    private boolean absentPossible(Place place, FieldPath path, StoredComponent stored, Component declared) {
        boolean absent = declared.presence().allowsAbsence();
        if (absent && !stored.absentPossible()) {
            changes.add(Words.mayBeAbsent(path));
        }
        if (stored.absentPossible() && !absent) {
            narrower = true;
            if (stored.isRecord() && place.mayBeAbsent() && place.inColumns()) {
                obstacles.add(Words.mayBeAbsentInside(path));
            }
        }
        return absent || stored.absentPossible();
    }

    private StoredComponent value(
            Place place,
            FieldPath path,
            StoredComponent stored,
            Component declared,
            boolean absentPossible,
            Optional<Schema> latest) {
        Optional<TypeJoin> join = join(place, stored, declared);
        if (join.isEmpty()) {
            obstacles.add(Words.retyped(path, stored.type(), declared));
            return stored;
        }
        if (join.get().wider()) {
            changes.add(Words.widened(path, stored.type(), declared.type()));
        }
        fewerConstants(path, stored, declared, latest);
        narrower |= join.get().narrower();
        Place inside = place.inside(path, declared.type());
        Optional<StoredRecord> elements = FieldType.records(declared.type())
                .map(schema -> record(inside, stored.inside(), schema, inside(latest, stored)));
        return new StoredComponent(
                stored.name(),
                names(path, stored, declared),
                isNew || join.get().wider() ? join.get().type() : stored.type(),
                absentPossible,
                fallback(place, path, stored, join.get()),
                elements.orElse(StoredRecord.EMPTY));
    }

    private static Optional<TypeJoin> join(Place place, StoredComponent stored, Component declared) {
        if (stored.isRecord() || declared.type() instanceof FieldType.RecordType) {
            return Optional.empty();
        }
        FieldType type = StoredRecord.withoutInside(declared.type());
        return place.inColumns() ? TypeJoin.of(stored.type(), type) : TypeJoin.sameForm(stored.type(), type);
    }

    /** Says what the enum had in the record before. */
    private void fewerConstants(FieldPath path, StoredComponent stored, Component declared, Optional<Schema> latest) {
        if (FieldType.innermost(declared.type()) instanceof FieldType.EnumType now) {
            latest.flatMap(schema -> name(schema, stored).flatMap(schema::component))
                    .map(before -> FieldType.innermost(before.type()))
                    .filter(FieldType.EnumType.class::isInstance)
                    .map(before -> Words.without(((FieldType.EnumType) before).constants(), now.constants()))
                    .filter(gone -> !gone.isEmpty())
                    .ifPresent(gone -> changes.add(Words.fewerConstants(path, gone)));
        }
    }

    private List<String> names(FieldPath path, StoredComponent stored, Component declared) {
        Set<String> names = new LinkedHashSet<>(stored.otherNames());
        if (isNew) {
            names.addAll(declaration.hints().formerNames(path));
            names.add(declared.name());
            names.remove(stored.name());
        }
        return List.copyOf(names);
    }

    private Optional<List<String>> fallback(Place place, FieldPath path, StoredComponent stored, TypeJoin join) {
        Optional<List<String>> declared = isNew ? declaration.fallback(path) : Optional.empty();
        if (declared.isPresent()) {
            if (!declared.equals(stored.fallback())) {
                if (!place.inColumns() && stored.canBeLeftOut()) {
                    obstacles.add(Words.anotherDefaultInside(path, defaultText(path), stored));
                    return stored.fallback();
                }
                changes.add(Words.anotherDefault(path, defaultText(path)));
            }
            return declared;
        }
        return join.recast() ? stored.fallback().map(Fitting::asReal) : stored.fallback();
    }

    private static List<String> asReal(List<String> whole) {
        return whole.stream()
                .map(StoredTexts::value)
                .map(value -> StoredTexts.text(value instanceof Long number ? (Double) number.doubleValue() : value))
                .toList();
    }

    private static Optional<Schema> inside(Optional<Schema> latest, StoredComponent component) {
        return latest.flatMap(schema -> name(schema, component).flatMap(schema::component))
                .flatMap(before -> FieldType.records(before.type()));
    }

    /** The name by which a schema knows a component. */
    private static Optional<String> name(Schema schema, StoredComponent component) {
        return schema.fieldNames().stream().filter(component::isCalled).findFirst();
    }

    private StoredComponent leftOut(Place place, StoredComponent component, Optional<Schema> latest) {
        Optional<String> before = latest.flatMap(schema -> name(schema, component));
        FieldPath path = StoredRecord.path(place.names(), before.orElse(component.name()));
        narrower |= place.form() == Form.JSON_IN_SET;
        if (isDropped(place, component)) {
            before.ifPresent(name -> changes.add(Words.dropped(path, place.inColumns())));
            return component.givenUp();
        }
        if (!component.canBeLeftOut()) {
            obstacles.add(Words.removed(path, component));
        } else if (before.isPresent()) {
            changes.add(Words.leftOut(path, place.inColumns()));
        }
        return component;
    }

    private boolean isDropped(Place place, StoredComponent component) {
        return declaration.hints().dropped().stream()
                .filter(path -> path.names().subList(0, path.names().size() - 1).equals(place.names()))
                .anyMatch(path -> component.isCalled(path.last()));
    }

    private void add(Place place, Component component, List<StoredComponent> left, Optional<Schema> latest) {
        FieldPath path = StoredRecord.path(place.names(), component.name());
        List<String> candidates = left.stream()
                .filter(other -> !isDropped(place, other))
                .filter(other -> isAlike(other, component))
                .flatMap(other -> latest.flatMap(schema -> name(schema, other)).stream())
                .toList();
        StoredComponent stored = StoredRecord.of(declaration, component, place.names());
        if (!candidates.isEmpty()) {
            obstacles.add(Words.renamedOrDropped(path, component, stored.canBeLeftOut(), candidates));
        } else if (stored.canBeLeftOut()) {
            boolean hasDefault = declaration.fallback(path).isPresent();
            changes.add(hasDefault ? Words.added(path, component, defaultText(path)) : Words.added(path, component));
        } else {
            obstacles.add(Words.addedRequired(path, component));
        }
    }

    private String defaultText(FieldPath path) {
        return declaration.hints().defaults().getOrDefault(path, "");
    }

    private static boolean isAlike(StoredComponent stored, Component declared) {
        return stored.isRecord() && declared.type() instanceof FieldType.RecordType nested
                ? stored.inside().components().stream()
                        .map(StoredComponent::name)
                        .toList()
                        .equals(nested.schema().fieldNames())
                : stored.type().equals(StoredRecord.withoutInside(declared.type()));
    }
}
