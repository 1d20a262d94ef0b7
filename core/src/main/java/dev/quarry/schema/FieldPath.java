package dev.quarry.schema;

import java.util.ArrayList;
import java.util.List;

/** The way from a record to one of its components: {@code population}, or {@code name.common} inside a nested record. */
public record FieldPath(List<String> names) {
    public FieldPath {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("a path has at least one name");
        }
    }

    /** A path of the given names, the outermost first. */
    public static FieldPath of(String... names) {
        return new FieldPath(List.of(names));
    }

    /** Reads the dotted form. */
    public static FieldPath parse(String dotted) {
        return new FieldPath(List.of(dotted.split("\\.", -1)));
    }

    /** This path with one more name at its end. */
    public FieldPath then(String name) {
        List<String> longer = new ArrayList<>(names);
        longer.add(name);
        return new FieldPath(longer);
    }

    /** The name at the end. */
    public String last() {
        return names.get(names.size() - 1);
    }

    /** The dotted form. */
    @Override
    public String toString() {
        return String.join(".", names);
    }
}
