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
        StoredRecord joined = record(new Place(List.of(), false), stored, declaration.schema(), latest);
        return new Fit(joined, changes, obstacles, narrower);
    }

    /** Where a record stands, and whether it may be absent with the record around it. */
    private record Place(List<String> names, boolean mayBeAbsent) {}

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
            return value(path, stored, declared, absentPossible);
        }
        Place inside = new Place(path.names(), place.mayBeAbsent() || absentPossible);
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
            if (stored.isRecord() && place.mayBeAbsent()) {
                obstacles.add(Words.mayBeAbsentInside(path));
            }
        }
        return absent || stored.absentPossible();
    }

    private StoredComponent value(FieldPath path, StoredComponent stored, Component declared, boolean absentPossible) {
        Optional<TypeJoin> join = stored.isRecord() || declared.type() instanceof FieldType.RecordType
                ? Optional.empty()
                : TypeJoin.of(stored.type(), declared.type());
        if (join.isEmpty()) {
            obstacles.add(Words.retyped(path, stored.type(), declared));
            return stored;
        }
        if (join.get().wider()) {
            changes.add(Words.widened(path, stored.type(), declared.type()));
        }
        narrower |= join.get().narrower();
        return new StoredComponent(
                stored.name(),
                names(path, stored, declared),
                isNew || join.get().wider() ? join.get().type() : stored.type(),
                absentPossible,
                fallback(path, stored, join.get()),
                StoredRecord.EMPTY);
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

    private Optional<List<String>> fallback(FieldPath path, StoredComponent stored, TypeJoin join) {
        Optional<List<String>> declared = isNew ? declaration.fallback(path) : Optional.empty();
        if (declared.isPresent()) {
            if (!declared.equals(stored.fallback())) {
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
                .map(Component::type)
                .filter(FieldType.RecordType.class::isInstance)
                .map(type -> ((FieldType.RecordType) type).schema());
    }

    /** The name by which a schema knows a component. */
    private static Optional<String> name(Schema schema, StoredComponent component) {
        return schema.fieldNames().stream().filter(component::isCalled).findFirst();
    }

    private StoredComponent leftOut(Place place, StoredComponent component, Optional<Schema> latest) {
        Optional<String> before = latest.flatMap(schema -> name(schema, component));
        FieldPath path = StoredRecord.path(place.names(), before.orElse(component.name()));
        if (isDropped(place, component)) {
            before.ifPresent(name -> changes.add(Words.dropped(path)));
            return component.givenUp();
        }
        if (!component.canBeLeftOut()) {
            obstacles.add(Words.removed(path, component));
        } else if (before.isPresent()) {
            changes.add(Words.leftOut(path));
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
                : stored.type().equals(declared.type());
    }
}
