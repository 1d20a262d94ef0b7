package dev.quarry.migration.diff;

import dev.quarry.schema.Component;
import dev.quarry.schema.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One way in which a declared schema differs from the stored one. All cases are immutable and compare by value; none
 * takes null.
 *
 * <p>A path leads through nested records by the names of the components, and in the same way through the records in a
 * list or a map: {@code names.common} is the component {@code common} of the records that {@code names} holds.
 */
public sealed interface Difference {

    /** The difference in words: one line without a full stop, with the dotted path of the component. */
    String describe();

    /**
     * The program declares a component that the store doesn't have.
     *
     * @param path where it is declared
     * @param component the component as declared
     */
    record Added(FieldPath path, Component component) implements Difference {
        public Added {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(component, "component");
        }

        @Override
        public String describe() {
            return "component '" + path + "' was added (" + TypeWords.typeAndPresence(component) + ")";
        }
    }

    /**
     * The store has a component that the program doesn't declare any more.
     *
     * @param path where it is stored
     * @param component the component as stored
     */
    record Removed(FieldPath path, Component component) implements Difference {
        public Removed {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(component, "component");
        }

        @Override
        public String describe() {
            return "component '" + path + "' was removed (" + TypeWords.typeAndPresence(component) + ")";
        }
    }

    /**
     * A component holds another type, an Optional became what it holds or the reverse, or a primitive became its box or the
     * reverse with null allowed in neither. If null is allowed in one of the two and neither is an Optional, a
     * {@link MadeNullable} or {@link MadeRequired} says so besides.
     *
     * @param path the component
     * @param from the component as stored
     * @param to the component as declared
     */
    record Retyped(FieldPath path, Component from, Component to) implements Difference {
        public Retyped {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }

        @Override
        public String describe() {
            String before = TypeWords.type(from);
            String after = TypeWords.type(to);
            if (before.equals(after)) {
                before = TypeWords.qualifiedType(from);
                after = TypeWords.qualifiedType(to);
            }
            return "component '" + path + "' changed from " + before + " to " + after;
        }
    }

    /**
     * A component that is never null in the store may be null in the program.
     *
     * @param path the component
     */
    record MadeNullable(FieldPath path) implements Difference {
        public MadeNullable {
            Objects.requireNonNull(path, "path");
        }

        @Override
        public String describe() {
            return "component '" + path + "' may now be null";
        }
    }

    /**
     * A component that may be null in the store is never null in the program.
     *
     * @param path the component
     */
    record MadeRequired(FieldPath path) implements Difference {
        public MadeRequired {
            Objects.requireNonNull(path, "path");
        }

        @Override
        public String describe() {
            return "component '" + path + "' may no longer be null";
        }
    }

    /**
     * Components that both have, of one record, stand in another order. Where components were only added or removed,
     * the others keep their order.
     *
     * @param paths the components in the order of the program, without those before the first and after the last one
     *     that changed places; two or more
     */
    record Reordered(List<FieldPath> paths) implements Difference {
        public Reordered {
            paths = List.copyOf(paths);
            if (paths.size() < 2) {
                throw new IllegalArgumentException("only two or more components have an order");
            }
        }

        @Override
        public String describe() {
            return paths.stream()
                    .map(path -> "'" + path + "'")
                    .collect(Collectors.joining(", ", "components changed their order, which is now ", ""));
        }
    }

    /**
     * A component's enum, or the one in its list, set or map, is another class. If the two have other constants, a {@link
     * ConstantsChanged} says so besides.
     *
     * @param path the component
     * @param from the stored enum's binary class name
     * @param to the declared enum's binary class name
     */
    record EnumChanged(FieldPath path, String from, String to) implements Difference {
        public EnumChanged {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }

        @Override
        public String describe() {
            return "component '" + path + "' changed its enum class from " + from + " to " + to;
        }
    }

    /**
     * A component's enum, or the one in its list, set or map, has other constants.
     *
     * @param path the component
     * @param gone the constants that only the stored enum has
     * @param more the constants that only the declared enum has
     */
    record ConstantsChanged(FieldPath path, List<String> gone, List<String> more) implements Difference {
        public ConstantsChanged {
            Objects.requireNonNull(path, "path");
            gone = List.copyOf(gone);
            more = List.copyOf(more);
            if (gone.isEmpty() && more.isEmpty()) {
                throw new IllegalArgumentException("the constants are the same");
            }
        }

        @Override
        public String describe() {
            List<String> words = new ArrayList<>();
            if (!gone.isEmpty()) {
                words.add("no longer holds " + String.join(", ", gone));
            }
            if (!more.isEmpty()) {
                words.add("may now hold " + String.join(", ", more));
            }
            return "component '" + path + "' " + String.join(" and ", words);
        }
    }

    /**
     * A component's nested record, or the one in its list or map, is another class. What differs inside the two records
     * is told by differences of its own; there is none if the record was only renamed or moved.
     *
     * @param path the component
     * @param from the stored record's binary class name
     * @param to the declared record's binary class name
     */
    record RecordChanged(FieldPath path, String from, String to) implements Difference {
        public RecordChanged {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }

        @Override
        public String describe() {
            return "component '" + path + "' changed its record class from " + from + " to " + to;
        }
    }
}
