package dev.quarry.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs steps on one row. The row that it is given stays as it is. */
final class StepRunner implements Step.Visitor<StepRunner> {
    private final Map<String, @Nullable Object> row;
    private final String prefix;
    private String key;

    StepRunner(String key, Map<String, @Nullable Object> row) {
        this(key, row, "");
    }

    private StepRunner(String key, Map<String, @Nullable Object> row, String prefix) {
        this.key = key;
        this.row = new LinkedHashMap<>(row);
        this.prefix = prefix;
    }

    String key() {
        return key;
    }

    Map<String, @Nullable Object> row() {
        return row;
    }

    @Override
    public StepRunner add(Step.Add step) {
        return put(step.field(), () -> step.value().apply(new Row(row)));
    }

    @Override
    public StepRunner remove(Step.Remove step) {
        row.remove(step.field());
        return this;
    }

    @Override
    public StepRunner rename(Step.Rename step) {
        row.put(step.to(), row.remove(step.from()));
        return this;
    }

    @Override
    public StepRunner convert(Step.Convert step) {
        Object value = row.get(step.field());
        return value == null ? this : put(step.field(), () -> step.converter().apply(value));
    }

    @Override
    public StepRunner split(Step.Split step) {
        Object value = row.remove(step.field());
        Map<String, ?> parts = value == null
                ? Map.of()
                : this.<Map<String, ?>>called(step.field(), () -> step.parts().apply(value))
                        .orElse(Map.of());
        if (!step.into().containsAll(parts.keySet())) {
            throw new Unconverted(
                    Failure.Reason.INVALID,
                    prefix + step.field(),
                    "splitting '" + prefix + step.field() + "' gave " + parts.keySet() + ", and the step names "
                            + step.into(),
                    null);
        }
        step.into().forEach(name -> row.put(name, parts.get(name)));
        return this;
    }

    @Override
    public StepRunner merge(Step.Merge step) {
        Object merged =
                called(step.into(), () -> step.value().apply(new Row(row))).orElse(null);
        step.fields().forEach(row::remove);
        row.put(step.into(), merged);
        return this;
    }

    @Override
    public StepRunner require(Step.Require step) {
        return row.get(step.field()) != null
                ? this
                : put(step.field(), () -> step.instead().apply(new Row(row)));
    }

    @Override
    public StepRunner toList(Step.ToList step) {
        Object value = row.get(step.field());
        row.put(step.field(), value == null ? List.of() : List.of(value));
        return this;
    }

    @Override
    public StepRunner toSingle(Step.ToSingle step) {
        return row.get(step.field()) instanceof List<?> list
                ? put(step.field(), () -> step.value().apply(list))
                : this;
    }

    @Override
    public StepRunner inside(Step.Inside step) {
        Object held = row.get(step.field());
        if (held != null) {
            row.put(step.field(), record(held, step.steps(), prefix + step.field()));
        }
        return this;
    }

    @Override
    public StepRunner insideEach(Step.InsideEach step) {
        String place = prefix + step.field();
        Object held = row.get(step.field());
        if (held instanceof Map<?, ?> records) {
            Map<Object, Object> all = new LinkedHashMap<>();
            records.forEach((name, one) -> all.put(name, record(one, step.steps(), place + "[" + name + "]")));
            row.put(step.field(), all);
        } else if (held instanceof Iterable<?> records) {
            List<Object> all = new ArrayList<>();
            records.forEach(one -> all.add(record(one, step.steps(), place + "[" + all.size() + "]")));
            row.put(step.field(), all);
        }
        return this;
    }

    @SuppressWarnings("unchecked")
    private static Object record(Object record, List<Step> steps, String place) {
        if (!(record instanceof Map<?, ?>)) {
            throw new Unconverted(
                    Failure.Reason.INVALID,
                    place,
                    "'" + place + "' is a " + record.getClass().getSimpleName()
                            + " that a step before gave, and steps inside change records as they are stored: give a map"
                            + " of its components, or let that step follow",
                    null);
        }
        StepRunner inner = new StepRunner("", (Map<String, @Nullable Object>) record, place + ".");
        steps.forEach(step -> step.accept(inner));
        return inner.row();
    }

    @Override
    public StepRunner changeKey(Step.ChangeKey step) {
        Optional<String> changed = called(null, () -> step.key().apply(key, new Row(row)));
        key = changed.orElseThrow(
                () -> new Unconverted(Failure.Reason.INVALID, null, "the step that changes the key gave null", null));
        return this;
    }

    @Override
    public StepRunner addIndex(Step.AddIndex step) {
        return this;
    }

    private StepRunner put(String field, Supplier<? extends @Nullable Object> value) {
        row.put(field, called(field, value).orElse(null));
        return this;
    }

    private <V> Optional<V> called(@Nullable String field, Supplier<? extends @Nullable V> function) {
        try {
            return Optional.ofNullable(function.get());
        } catch (Throwable e) {
            throw Unconverted.by(e, field == null ? null : prefix + field);
        }
    }
}
