package dev.quarry.schema;

import java.util.List;

/**
 * Says in words how the schema that a store holds differs from the one that a program declares.
 *
 * <p>A service: core finds an implementation with {@link java.util.ServiceLoader}, so that an error can say what changed
 * when a module that knows is there. Implementations are public, have a public constructor without parameters, keep no
 * state and are safe for use by many threads at once.
 */
public interface SchemaComparison {

    /**
     * The differences in words, one line each; empty when the two hold the same data in the same way. The class names
     * of the two outermost records are not compared: a record may be renamed or moved. Schemas whose
     * {@linkplain Schema#shape() shapes} differ have at least one difference.
     *
     * @param stored what the store holds
     * @param declared what the program's record looks like now
     * @return an immutable list whose lines contain no line break and don't end with a full stop
     * @throws NullPointerException if a schema is null
     */
    List<String> differences(Schema stored, Schema declared);
}
