package dev.quarry.migration;

import dev.quarry.schema.DeclaredRecord;
import dev.quarry.schema.Index;
import java.util.List;

/**
 * The way of records from one store to another, or back into the same.
 *
 * @param from the store they are in
 * @param shape as what they are read
 * @param to the store they go to
 * @param target the record they become
 * @param indexes the indexes and unique rules that the script asks for
 * @param converter what converts one
 * @param steps what the converter does, as far as a script lists it
 */
record Route<O, N>(
        String from,
        Shape<O> shape,
        String to,
        DeclaredRecord<N> target,
        List<Index> indexes,
        Converter<O, N> converter,
        List<Step> steps) {
    Route {
        indexes = List.copyOf(indexes);
        steps = List.copyOf(steps);
    }
}
