package dev.quarry;

import java.util.Objects;

/**
 * A store that {@link DB#copy} made sure of.
 *
 * @param name its name
 * @param records how many records it holds
 * @param digest of all its keys, records and versions, in hexadecimal; it was the same in both databases
 */
public record CopiedStore(String name, long records, String digest) {
    public CopiedStore {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(digest, "digest");
    }
}
