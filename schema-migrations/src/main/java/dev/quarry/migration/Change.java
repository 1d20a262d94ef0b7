package dev.quarry.migration;

import dev.quarry.migration.error.InvalidScript;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** A change of one or more stores; {@link Steps} makes them. Immutable. */
public sealed interface Change {

    /** Calls the visitor's method for this case. */
    <R> R accept(Visitor<R> visitor);

    /**
     * The records of a store become others.
     *
     * @param store the store
     * @param record the record that the steps lead to
     * @param steps what happens to each record, in order
     */
    record Convert(String store, Class<? extends Record> record, List<Step> steps) implements Change {
        public Convert {
            Objects.requireNonNull(store, "store");
            Objects.requireNonNull(record, "record");
            steps = List.copyOf(steps);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.convert(this);
        }
    }

    /** A store gets another name; its records stay as they are. */
    record Rename(String from, String to) implements Change {
        public Rename {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.rename(this);
        }
    }

    /**
     * The records of a store move to others. One that no part takes is an error; one that several take goes to each.
     *
     * @param store the store, which is gone afterwards unless a part has its name
     * @param parts where the records go, one at least
     */
    record Split(String store, List<Part> parts) implements Change {
        public Split {
            Objects.requireNonNull(store, "store");
            parts = List.copyOf(parts);
            if (parts.isEmpty()) {
                throw new InvalidScript(
                        "a script with splitStore(\"" + store + "\")",
                        "it names no part(…), so no record would have a place to go to; name those to which they go");
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.split(this);
        }
    }

    /**
     * Where a split store's records go.
     *
     * @param store the part's name
     * @param record the record that the steps lead to
     * @param takes which records go there
     * @param steps what happens to each, in order
     */
    record Part(String store, Class<? extends Record> record, Predicate<Row> takes, List<Step> steps) {
        public Part {
            Objects.requireNonNull(store, "store");
            Objects.requireNonNull(record, "record");
            Objects.requireNonNull(takes, "takes");
            steps = List.copyOf(steps);
        }
    }

    /**
     * The records of several stores move to one. Where they share a key, a step has to change it.
     *
     * @param store the name of the merged store, which may be that of a source
     * @param record the record that the steps of every source lead to
     * @param sources the stores, one at least, which are gone afterwards
     */
    record Merge(String store, Class<? extends Record> record, List<Source> sources) implements Change {
        public Merge {
            Objects.requireNonNull(store, "store");
            Objects.requireNonNull(record, "record");
            sources = List.copyOf(sources);
            if (sources.isEmpty()) {
                throw new InvalidScript(
                        "a script with mergeStores(\"" + store + "\")",
                        "it names no source(…), so there is nothing to merge; name the stores whose records move there");
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.merge(this);
        }
    }

    /**
     * A store that is merged with others.
     *
     * @param store its name
     * @param steps what happens to each record, in order
     */
    record Source(String store, List<Step> steps) {
        public Source {
            Objects.requireNonNull(store, "store");
            steps = List.copyOf(steps);
        }
    }

    /** One method for each case. */
    interface Visitor<R> {
        R convert(Convert change);

        R rename(Rename change);

        R split(Split change);

        R merge(Merge change);
    }
}
