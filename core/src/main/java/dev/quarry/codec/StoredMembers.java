package dev.quarry.codec;

import dev.quarry.schema.FieldPath;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a store knows of the components of records in collections, which are members of objects in JSON.
 *
 * @param members by path, under the names that the program has
 */
public record StoredMembers(Map<FieldPath, Member> members) {
    /** Of a store that has no other program's records: each component under its own name, and none missing. */
    public static final StoredMembers NONE = new StoredMembers(Map.of());

    public StoredMembers {
        members = Map.copyOf(members);
    }

    /**
     * A component.
     *
     * @param name the member's name, which never changes
     * @param fallback the JSON that stands for it where it is missing; empty if there is none
     */
    public record Member(String name, Optional<String> fallback) {
        public Member {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(fallback, "fallback");
        }
    }

    Member member(FieldPath path) {
        return members.getOrDefault(path, new Member(path.last(), Optional.empty()));
    }
}
