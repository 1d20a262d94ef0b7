package dev.quarry.migration.diff;

import dev.quarry.schema.Component;
import dev.quarry.schema.FieldPath;
import dev.quarry.schema.Schema;
import dev.quarry.schema.SchemaComparison;
import java.util.List;
import java.util.Objects;

/**
 * Compares two schemas component by component, by name, into nested records as well. Stateless and safe for use by many
 * threads at once.
 */
public final class SchemaDiff implements SchemaComparison {

    /** For {@link java.util.ServiceLoader}; {@link #between} needs no instance. */
    public SchemaDiff() {}

    /**
     * The differences, those of the stored components first and in their order, then what was added, then the order;
     * empty exactly when the two {@linkplain Schema#shape() shapes} are equal. The class names of the two
     * schemas themselves are not compared, those of nested records and enums are.
     *
     * @param stored what the store holds
     * @param declared what the program's record looks like now
     * @return an immutable list
     * @throws NullPointerException if a schema is null
     */
    public static List<Difference> between(Schema stored, Schema declared) {
        Objects.requireNonNull(stored, "stored");
        Objects.requireNonNull(declared, "declared");
        return new Comparison().of(stored, declared);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Each line is {@link Difference#describe()}. Where the only component removed of its type and presence and the
     * only one added are of the same record, the line of the added one also says what to do about a rename.
     */
    @Override
    public List<String> differences(Schema stored, Schema declared) {
        List<Difference> all = between(stored, declared);
        return all.stream()
                .map(difference -> difference.describe() + renameHint(difference, all))
                .toList();
    }

    private static String renameHint(Difference difference, List<Difference> all) {
        if (!(difference instanceof Difference.Added added)) {
            return "";
        }
        List<FieldPath> removed = all.stream()
                .filter(Difference.Removed.class::isInstance)
                .map(Difference.Removed.class::cast)
                .filter(other -> alike(added, other.path(), other.component()))
                .map(Difference.Removed::path)
                .toList();
        long addedAlike = all.stream()
                .filter(Difference.Added.class::isInstance)
                .map(Difference.Added.class::cast)
                .filter(other -> alike(added, other.path(), other.component()))
                .count();
        // With two candidates on either side the hint would be a guess.
        if (removed.size() != 1 || addedAlike != 1) {
            return "";
        }
        return "; if it is '" + removed.get(0) + "' renamed, write @Was(\""
                + removed.get(0).last() + "\") on it";
    }

    private static boolean alike(Difference.Added added, FieldPath path, Component component) {
        return parent(added.path()).equals(parent(path))
                && added.component().type().equals(component.type())
                && added.component().presence() == component.presence();
    }

    private static List<String> parent(FieldPath path) {
        return path.names().subList(0, path.names().size() - 1);
    }
}
