package dev.quarry.engine;

import dev.quarry.error.MissingCapability;
import java.util.Set;
import java.util.stream.Collectors;

/** What one database has of what features may need. Immutable and thread-safe. */
public final class Capabilities {
    /** Nothing is missing. */
    static final Capabilities ALL = new Capabilities("", Set.of());

    private final String location;
    private final Set<Capability> missing;

    Capabilities(String location, Set<Capability> missing) {
        this.location = location;
        this.missing = Set.copyOf(missing);
    }

    /** Whether the database has it. */
    public boolean has(Capability capability) {
        return !missing.contains(capability);
    }

    /**
     * Throws {@link MissingCapability} if the database does not have what a feature needs.
     *
     * @param feature the subject of a sentence
     * @param instead what the user can do without the capability, as an imperative
     */
    public void require(Capability capability, String feature, String instead) {
        if (!has(capability)) {
            throw new MissingCapability(location, feature, capability.name(), capability.words(), instead);
        }
    }

    /** The names of what the database lacks, in the order of the constants and with commas between; empty if it lacks nothing. */
    public String missing() {
        return missing.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }
}
