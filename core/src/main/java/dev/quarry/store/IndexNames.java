package dev.quarry.store;

import dev.quarry.engine.TableLayout;
import dev.quarry.schema.FieldPath;
import dev.quarry.schema.Index;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Physical names of indexes: they say what is indexed, so that two indexes are the same exactly if their names are. */
final class IndexNames {
    private IndexNames() {}

    /**
     * {@code cities__g1[country,population-]}, with {@code !} behind it if the values are unique. It is made of the columns'
     * names because those differ in more than case.
     */
    static String physical(TableLayout layout, Index index) {
        String parts = parts(index, path -> layout.column(path.toString()).name(), ",", "-");
        return layout.table() + "[" + parts + "]" + (index.unique() ? "!" : "");
    }

    /** {@code country, population descending}, as errors and explanations show it. */
    static String readable(Index index) {
        return parts(index, FieldPath::toString, ", ", " descending");
    }

    private static String parts(
            Index index, Function<FieldPath, String> name, String between, String behindDescending) {
        return index.parts().stream()
                .map(part -> name.apply(part.path()) + (part.descending() ? behindDescending : ""))
                .collect(Collectors.joining(between));
    }
}
