package dev.quarry.migration;

import dev.quarry.migration.error.InvalidScript;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What happens to each record of a store; {@link Steps} makes them. Steps see the components that the ones before have left.
 * What no step names stays as it is, and the order of components is that of the new record. Immutable.
 */
public sealed interface Step {

    /** Calls the visitor's method for this case. */
    <R> R accept(Visitor<R> visitor);

    /** A component that is computed from the others. */
    record Add(String field, Function<Row, ? extends @Nullable Object> value) implements Step {
        public Add {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(value, "value");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.add(this);
        }
    }

    /** A component that goes with its values. */
    record Remove(String field) implements Step {
        public Remove {
            Objects.requireNonNull(field, "field");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.remove(this);
        }
    }

    /** A component that gets another name. */
    record Rename(String from, String to) implements Step {
        public Rename {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.rename(this);
        }
    }

    /** A component that gets other values, of the same type or another. Null stays null. */
    record Convert(String field, Function<Object, ? extends @Nullable Object> converter) implements Step {
        public Convert {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(converter, "converter");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.convert(this);
        }
    }

    /** A component that becomes several. Of null, all are null. */
    record Split(String field, List<String> into, Function<Object, ? extends Map<String, ?>> parts) implements Step {
        public Split {
            Objects.requireNonNull(field, "field");
            into = List.copyOf(into);
            Objects.requireNonNull(parts, "parts");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.split(this);
        }
    }

    /** Components that become one. */
    record Merge(List<String> fields, String into, Function<Row, ? extends @Nullable Object> value) implements Step {
        public Merge {
            fields = List.copyOf(fields);
            Objects.requireNonNull(into, "into");
            Objects.requireNonNull(value, "value");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.merge(this);
        }
    }

    /** A component that is no longer null: what stands for null is computed from the others. */
    record Require(String field, Function<Row, ?> instead) implements Step {
        public Require {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(instead, "instead");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.require(this);
        }
    }

    /** A single value that becomes a list of it; null becomes the empty list. */
    record ToList(String field) implements Step {
        public ToList {
            Objects.requireNonNull(field, "field");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.toList(this);
        }
    }

    /** A list that becomes a single value. */
    record ToSingle(String field, Function<List<?>, ? extends @Nullable Object> value) implements Step {
        public ToSingle {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(value, "value");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.toSingle(this);
        }
    }

    /** Steps inside each record of a list or a set, or each that a map leads to. What is null stays so. */
    record InsideEach(String field, List<Step> steps) implements Step {
        public InsideEach {
            Objects.requireNonNull(field, "field");
            steps = List.copyOf(steps);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.insideEach(this);
        }
    }

    /** Steps inside a nested record. One that is null stays so. */
    record Inside(String field, List<Step> steps) implements Step {
        public Inside {
            Objects.requireNonNull(field, "field");
            steps = List.copyOf(steps);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.inside(this);
        }
    }

    /** Another key for each record, of the old key and the components that the steps before have left. */
    record ChangeKey(BiFunction<String, Row, String> key) implements Step {
        public ChangeKey {
            Objects.requireNonNull(key, "key");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.changeKey(this);
        }
    }

    /**
     * An index, or the rule that some components together are unique.
     *
     * @param paths components of the new record, {@code name.common} for one inside a nested record
     */
    record AddIndex(List<String> paths, boolean unique) implements Step {
        public AddIndex {
            paths = List.copyOf(paths);
            if (paths.isEmpty()) {
                throw new InvalidScript(
                        "a script with " + (unique ? "unique()" : "index()"),
                        "it names no component; name one at least");
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addIndex(this);
        }
    }

    /** One method for each case, so that a new kind of step does not compile until every use handles it. */
    interface Visitor<R> {
        R add(Add step);

        R remove(Remove step);

        R rename(Rename step);

        R convert(Convert step);

        R split(Split step);

        R merge(Merge step);

        R require(Require step);

        R toList(ToList step);

        R toSingle(ToSingle step);

        R inside(Inside step);

        R insideEach(InsideEach step);

        R changeKey(ChangeKey step);

        R addIndex(AddIndex step);
    }
}
