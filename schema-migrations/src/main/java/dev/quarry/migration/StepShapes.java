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
    private final Map<String, Held> components;
    private final String prefix;
    private final List<String> problems;

    private StepShapes(Map<String, Held> components, String prefix, List<String> problems) {
        this.components = components;
        this.prefix = prefix;
        this.problems = problems;
    }

    /** Why the steps do not lead from one schema to the other, one line each; empty if they do. */
    static List<String> problems(Schema stored, List<Step> steps, Schema target) {
        List<String> problems = new ArrayList<>();
        StepShapes shapes = new StepShapes(asStored(stored), "", problems);
        steps.forEach(step -> step.accept(shapes));
        shapes.compare(target);
        return problems;
    }

    private static Map<String, Held> asStored(Schema schema) {
        Map<String, Held> components = new LinkedHashMap<>();
        schema.components().forEach(component -> components.put(component.name(), new Stored(component)));
        return components;
    }

    /** What is known of a component. */
    private sealed interface Held {}

    /** A function gives it. */
    private record Computed() implements Held {}

    /** Its type is known. */
    private sealed interface Typed extends Held {
        Component component();

        /** The same of another type or presence. */
        Typed with(FieldType type, Presence presence);

        /** Whether a component of that type takes it, what is inside records apart. */
        boolean fits(FieldType target);

        /** What is known of the records that it holds, which steps inside them change; of a type that holds some. */
        Map<String, Held> inside();
    }

    /** It is as it was stored. */
    private record Stored(Component component) implements Typed {
        @Override
        public Typed with(FieldType type, Presence presence) {
            return new Stored(new Component(component.name(), type, presence));
        }

        @Override
        public boolean fits(FieldType target) {
            return SchemaForm.areAlike(component.type(), target);
        }

        @Override
        public Map<String, Held> inside() {
            return FieldType.records(component.type()).map(StepShapes::asStored).orElseThrow();
        }
    }

    /** It holds records that steps have changed; its type has them as they were. */
    private record Inner(Component component, Map<String, Held> inside) implements Typed {
        @Override
        public Typed with(FieldType type, Presence presence) {
            return new Inner(new Component(component.name(), type, presence), inside);
        }

        @Override
        public boolean fits(FieldType target) {
            return sameContainers(component.type(), target);
        }
    }

    /** Whether both are a record, or both a list, a set or a map of such. */
    private static boolean sameContainers(FieldType one, FieldType other) {
        if (!one.getClass().equals(other.getClass())) {
            return false;
        }
        Optional<FieldType> element = element(one);
        return element.isEmpty()
                ? one instanceof FieldType.RecordType
                : sameContainers(element.get(), element(other).orElseThrow());
    }

    private void compare(Schema target) {
        String record = FieldType.simpleName(target.className());
        for (Component component : target.components()) {
            Held held = components.remove(component.name());
            if (held == null) {
                problem(component.name(), "of " + record + " comes from nowhere; add, rename or merge something to it");
            } else if (held instanceof Typed typed) {
                compare(typed, component, record);
            }
        }
        components.keySet().forEach(name -> problem(name, "is not in " + record + "; remove or rename it"));
    }

    private void compare(Typed held, Component target, String record) {
        if (!held.fits(target.type())) {
            String before = held.component().type().displayName();
            String after = target.type().displayName();
            problem(
                    target.name(),
                    "is " + before + " in the store and " + after + " in " + record + "; "
                            + advice(held, target.type()));
            return;
        }
        if (held instanceof Inner inner) {
            FieldType.records(target.type())
                    .ifPresent(nested -> inside(target.name(), inner.inside()).compare(nested));
        }
        presence(held.component(), target, record);
    }

    /** What makes it the type, as far as a step does. */
    private static String advice(Typed held, FieldType target) {
        FieldType type = held.component().type();
        if (target instanceof FieldType.ListType list && !isCollection(type) && held.fits(list.element())) {
            return "make it a list with toList";
        }
        if (type instanceof FieldType.ListType list
                && held.with(list.element(), Presence.REQUIRED).fits(target)) {
            return "make it a single value with toSingle";
        }
        return "convert it";
    }

    private static boolean isCollection(FieldType type) {
        return element(type).isPresent();
    }

    /** What a list or a set holds, or what a map leads to; empty for other types. */
    private static Optional<FieldType> element(FieldType type) {
        if (type instanceof FieldType.ListType list) {
            return Optional.of(list.element());
        }
        if (type instanceof FieldType.SetType set) {
            return Optional.of(set.element());
        }
        return type instanceof FieldType.MapType map ? Optional.of(map.value()) : Optional.empty();
    }

    private StepShapes inside(String name, Map<String, Held> records) {
        return new StepShapes(records, prefix + name + ".", problems);
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
                held instanceof Typed typed ? typed.with(typed.component().type(), Presence.REQUIRED) : held);
    }

    @Override
    public StepShapes toList(Step.ToList step) {
        Held held = take(step.field(), "make a list");
        if (!(held instanceof Typed typed)) {
            return give(step.field(), new Computed());
        }
        FieldType type = typed.component().type();
        if (isCollection(type)) {
            problem(step.field(), "is " + type.displayName() + ", and only single values become lists");
        }
        return give(step.field(), typed.with(new FieldType.ListType(type), Presence.REQUIRED));
    }

    @Override
    public StepShapes toSingle(Step.ToSingle step) {
        Held held = take(step.field(), "make a single value");
        if (held instanceof Typed typed && !(typed.component().type() instanceof FieldType.ListType)) {
            problem(step.field(), "is " + typed.component().type().displayName() + ", not a list");
        }
        return give(step.field(), new Computed());
    }

    @Override
    public StepShapes inside(Step.Inside step) {
        Held held = take(step.field(), "change inside");
        if (held instanceof Typed typed && typed.component().type() instanceof FieldType.RecordType) {
            return changed(step.field(), typed, step.steps());
        }
        problem(step.field(), "is no nested record as it is stored; use insideEach for a collection, else convert");
        return give(step.field(), new Computed());
    }

    @Override
    public StepShapes insideEach(Step.InsideEach step) {
        Held held = take(step.field(), "change inside");
        if (held instanceof Typed typed
                && isCollection(typed.component().type())
                && FieldType.records(typed.component().type()).isPresent()) {
            return changed(step.field(), typed, step.steps());
        }
        problem(
                step.field(),
                "is no collection of records as it is stored; use inside for a nested record, else convert");
        return give(step.field(), new Computed());
    }

    private StepShapes changed(String name, Typed typed, List<Step> steps) {
        Inner inner = new Inner(typed.component(), typed.inside());
        StepShapes shapes = inside(name, inner.inside());
        for (Step step : steps) {
            if (step instanceof Step.ChangeKey || step instanceof Step.AddIndex) {
                problem(name, "has no keys and indexes inside; name them outside, as 'name.common'");
            }
            step.accept(shapes);
        }
        return give(name, inner);
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
