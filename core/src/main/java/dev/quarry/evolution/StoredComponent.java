package dev.quarry.evolution;

import dev.quarry.schema.FieldType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A component as a store holds it: the union of what all programs declared that have opened it.
 *
 * @param name the name that it was stored under first, which never changes
 * @param otherNames the other names that programs know it by
 * @param type the widest type that it was declared with; of a nested record, or those of a collection, only the class
 * @param absentPossible whether a record may be without it
 * @param fallback the stored forms that stand for it in records of programs that do not know it, one for each of its columns,
 *     written as {@link dev.quarry.codec.StoredTexts} has them; in the records of a collection the one text of its JSON; empty if
 *     there are none
 * @param inside the components of a nested record, or of those of a collection; none for every other type
 */
public record StoredComponent(
        String name,
        List<String> otherNames,
        FieldType type,
        boolean absentPossible,
        Optional<List<String>> fallback,
        StoredRecord inside) {
    public StoredComponent {
        Objects.requireNonNull(name, "name");
        otherNames = List.copyOf(otherNames);
        Objects.requireNonNull(type, "type");
        fallback = fallback.map(List::copyOf);
        Objects.requireNonNull(inside, "inside");
    }

    /** Whether it is a record with columns of its own. */
    public boolean isRecord() {
        return type instanceof FieldType.RecordType;
    }

    boolean isCalled(String one) {
        return name.equals(one) || otherNames.contains(one);
    }

    /** Whether a program that does not know it can write records. */
    boolean canBeLeftOut() {
        return absentPossible
                || fallback.isPresent()
                || (isRecord() && inside.components().stream().allMatch(StoredComponent::canBeLeftOut));
    }

    /** The same, such that programs may do without it. */
    StoredComponent givenUp() {
        if (canBeLeftOut()) {
            return this;
        }
        StoredRecord without = isRecord()
                ? new StoredRecord(inside.components().stream()
                        .map(StoredComponent::givenUp)
                        .toList())
                : inside;
        return new StoredComponent(name, otherNames, type, !isRecord(), fallback, without);
    }
}
