package dev.quarry.schema;

import java.util.List;

/**
 * An index over one or more components, or a rule that their values together are unique.
 *
 * @param parts the indexed components, the leading one first
 * @param unique whether two records may not agree in all of them; records with a null in one never collide
 */
public record Index(List<Part> parts, boolean unique) {
    public Index {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("an index has at least one part");
        }
    }

    /** The indexed components' paths, the leading one first. */
    public List<FieldPath> paths() {
        return parts.stream().map(Part::path).toList();
    }

    /**
     * One component of an index.
     *
     * @param path the component
     * @param descending whether the index runs from the greatest to the smallest
     */
    public record Part(FieldPath path, boolean descending) {}
}
