package dev.quarry.engine;

import java.util.Objects;
import java.util.Optional;

/**
 * What a server did when it was asked for something that Quarry relies on.
 *
 * @param subject what it was asked for
 * @param capability what may be declared to be missing; empty if Quarry cannot do without
 * @param failure what it did instead; empty if it did what it should
 */
public record ProbeResult(String subject, Optional<Capability> capability, Optional<String> failure) {
    public ProbeResult {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(capability, "capability");
        Objects.requireNonNull(failure, "failure");
    }

    /** Whether the server has it. */
    public boolean isProved() {
        return failure.isEmpty();
    }

    /** Whether Quarry works there, with or without it. */
    public boolean isUsable() {
        return isProved() || capability.isPresent();
    }
}
