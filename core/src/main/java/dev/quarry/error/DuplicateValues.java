package dev.quarry.error;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A unique rule that the records already in a store break. */
public final class DuplicateValues extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String store;
    private final List<String> fields;
    private final transient List<List<String>> examples;

    /** Reports the components that repeat, and some keys, in groups of records that agree. */
    public DuplicateValues(String store, List<String> fields, List<List<String>> examples, @Nullable Throwable cause) {
        super(
                "store '" + store + "' holds records with the same " + String.join(", ", fields) + told(examples)
                        + ", so it cannot be made unique; change those records first, or leave the rule out",
                cause);
        this.store = store;
        this.fields = List.copyOf(fields);
        this.examples = examples.stream().map(List::copyOf).toList();
    }

    private static String told(List<List<String>> examples) {
        return examples.stream()
                .map(group -> group.stream().map(key -> "'" + key + "'").collect(Collectors.joining(" and ")))
                .reduce((one, other) -> one + ", " + other)
                .map(groups -> " (keys " + groups + ")")
                .orElse("");
    }

    /** The store. */
    public String store() {
        return store;
    }

    /** The components that were to be unique together. */
    public List<String> fields() {
        return fields;
    }

    /** Keys of records that agree: some groups of them, two keys of each. */
    public List<List<String>> examples() {
        return examples;
    }
}
