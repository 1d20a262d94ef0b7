package dev.quarry.migration;

import dev.quarry.schema.Component;
import dev.quarry.schema.FieldType;
import dev.quarry.schema.Presence;
import dev.quarry.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows the components of a record through steps, and says what does not fit before any record is read. */
final class StepShapes implements Step.Visitor<StepShapes> {
    private final Map<String, Held> components = new LinkedHashMap<>();
    private final String prefix;
    private final List<String> problems;

    private StepShapes(Schema stored, String prefix, List<String> problems) {
        this.prefix = prefix;
        this.problems = problems;
        stored.components().forEach(component -> components.put(component.name(), new Stored(component)));
    }

    /** Why the steps do not lead from one schema to the other, one line each; empty if they do. */
    static List<String> problems(Schema stored, List<Step> steps, Schema target) {
        List<String> problems = new ArrayList<>();
        StepShapes shapes = new StepShapes(stored, "", problems);
        steps.forEach(step -> step.accept(shapes));
        shapes.compare(target);
        return problems;
    }

    /** What is known of a component. */
    private sealed interface Held {}

    /** It is as it was stored. */
    private record Stored(Component component) implements Held {}

    /** A function gives it. */
    private record Computed() implements Held {}

    /** It holds records that steps have changed. */
    private record Inner(Component component, StepShapes shapes) implements Held {}

    private void compare(Schema target) {
        String record = FieldType.simpleName(target.className());
        for (Component component : target.components()) {
            Held held = components.remove(component.name());
            if (held == null) {
                problem(component.name(), "of " + record + " comes from nowhere; add, rename or merge something to it");
            } else {
                compare(held, component, record);
            }
        }
        components.keySet().forEach(name -> problem(name, "is not in " + record + "; remove or rename it"));
    }

    private void compare(Held held, Component target, String record) {
        if (held instanceof Stored stored) {
            String before = stored.component().type().displayName();
            String after = target.type().displayName();
            if (!SchemaForm.of(stored.component().type()).equals(SchemaForm.of(target.type()))) {
                problem(
                        target.name(),
                        "is " + before + " in the store and " + after + " in " + record + "; convert it");
            } else {
                presence(stored.component(), target, record);
            }
        } else if (held instanceof Inner inner) {
            Optional<Schema> nested = innermost(target.type());
            if (nested.isPresent()) {
                inner.shapes().compare(nested.get());
                presence(inner.component(), target, record);
            } else {
                problem(
                        target.name(),
                        "holds records in the store and " + target.type().displayName() + " in " + record);
            }
        }
    }

    private void presence(Component stored, Component target, String record) {
        if (stored.presence().allowsAbsence() && !target.presence().allowsAbsence()) {
            problem(
                    target.name(),
                    "may be null in the store and not in " + record + "; require it, with what stands for null");
        }
    }

    private void problem(String name, String words) {
        problems.add("component '" + prefix + name + "' " + words);
    }

    /** The schema of the records that a type holds. */
    private static Optional<Schema> innermost(FieldType type) {
        if (type instanceof FieldType.RecordType nested) {
            return Optional.of(nested.schema());
        }
        if (type instanceof FieldType.ListType list) {
            return innermost(list.element());
        }
        if (type instanceof FieldType.SetType set) {
            return innermost(set.element());
        }
        return type instanceof FieldType.MapType map ? innermost(map.value()) : Optional.empty();
    }

    /** Takes a component away; one that is not there is a problem. */
    private Held take(String name, String step) {
        Held held = components.remove(name);
        if (held == null) {
            problem(name, "is not there to " + step + "; there are " + String.join(", ", components.keySet()));
            return new Computed();
        }
        return held;
    }

    private StepShapes give(String name, Held held) {
        if (components.put(name, held) != null) {
            problem(name, "is there already; remove or rename that one first");
        }
        return this;
    }

    @Override
    public StepShapes add(Step.Add step) {
        return give(step.field(), new Computed());
    }

    @Override
    public StepShapes remove(Step.Remove step) {
        take(step.field(), "remove");
        return this;
    }

    @Override
    public StepShapes rename(Step.Rename step) {
        return give(step.to(), take(step.from(), "rename"));
    }

    @Override
    public StepShapes convert(Step.Convert step) {
        take(step.field(), "convert");
        return give(step.field(), new Computed());
    }

    @Override
    public StepShapes split(Step.Split step) {
        take(step.field(), "split");
        step.into().forEach(name -> give(name, new Computed()));
        return this;
    }

    @Override
    public StepShapes merge(Step.Merge step) {
        step.fields().forEach(name -> take(name, "merge"));
        return give(step.into(), new Computed());
    }

    @Override
    public StepShapes require(Step.Require step) {
        Held held = take(step.field(), "require");
        return give(
                step.field(),
                held instanceof Stored stored
                        ? new Stored(new Component(
                                stored.component().name(), stored.component().type(), Presence.REQUIRED))
                        : held);
    }

    @Override
    public StepShapes toList(Step.ToList step) {
        Held held = take(step.field(), "make a list");
        if (!(held instanceof Stored stored)) {
            return give(step.field(), new Computed());
        }
        FieldType type = stored.component().type();
        if (type instanceof FieldType.ListType
                || type instanceof FieldType.SetType
                || type instanceof FieldType.MapType) {
            problem(step.field(), "is " + type.displayName() + ", and only single values become lists");
        }
        return give(
                step.field(), new Stored(new Component(step.field(), new FieldType.ListType(type), Presence.REQUIRED)));
    }

    @Override
    public StepShapes toSingle(Step.ToSingle step) {
        Held held = take(step.field(), "make a single value");
        if (held instanceof Stored stored && !(stored.component().type() instanceof FieldType.ListType)) {
            problem(step.field(), "is " + stored.component().type().displayName() + ", not a list");
        }
        return give(step.field(), new Computed());
    }

    @Override
    public StepShapes inside(Step.Inside step) {
        Held held = take(step.field(), "change inside");
        if (held instanceof Stored stored && stored.component().type() instanceof FieldType.RecordType nested) {
            return inner(stored.component(), nested.schema(), step.steps());
        }
        problem(step.field(), "is no nested record as it is stored; use insideEach for a collection, else convert");
        return give(step.field(), new Computed());
    }

    @Override
    public StepShapes insideEach(Step.InsideEach step) {
        Held held = take(step.field(), "change inside");
        if (held instanceof Stored stored && !(stored.component().type() instanceof FieldType.RecordType)) {
            Optional<Schema> nested = innermost(stored.component().type());
            if (nested.isPresent()) {
                return inner(stored.component(), nested.get(), step.steps());
            }
        }
        problem(
                step.field(),
                "is no collection of records as it is stored; use inside for a nested record, else convert");
        return give(step.field(), new Computed());
    }

    private StepShapes inner(Component component, Schema nested, List<Step> steps) {
        StepShapes inner = new StepShapes(nested, prefix + component.name() + ".", problems);
        for (Step step : steps) {
            if (step instanceof Step.ChangeKey || step instanceof Step.AddIndex) {
                problem(component.name(), "has no keys and indexes inside; name them outside, as 'name.common'");
            }
            step.accept(inner);
        }
        return give(component.name(), new Inner(component, inner));
    }

    @Override
    public StepShapes changeKey(Step.ChangeKey step) {
        return this;
    }

    @Override
    public StepShapes addIndex(Step.AddIndex step) {
        return this;
    }
}
