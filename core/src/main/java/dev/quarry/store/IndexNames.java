package dev.quarry.store;

import dev.quarry.schema.Index;
import java.util.stream.Collectors;

/** Physical names of indexes: they say what is indexed, so that two indexes are the same exactly if their names are. */
final class IndexNames {
    private IndexNames() {}

    /** {@code cities__g1[country,population-]}, with {@code !} behind it if the values are unique. */
    static String physical(String table, Index index) {
        return table + "[" + parts(index, ",", "-") + "]" + (index.unique() ? "!" : "");
    }

    /** {@code country, population descending}, as errors and explanations show it. */
    static String readable(Index index) {
        return parts(index, ", ", " descending");
    }

    private static String parts(Index index, String between, String behindDescending) {
        return index.parts().stream()
                .map(part -> part.path() + (part.descending() ? behindDescending : ""))
                .collect(Collectors.joining(between));
    }
}
