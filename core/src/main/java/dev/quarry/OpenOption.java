package dev.quarry;

import dev.quarry.engine.Capability;
import dev.quarry.engine.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How a database is opened; {@link Options} makes them. */
public sealed interface OpenOption {

    /** How long a write waits for other writers before {@link dev.quarry.error.DatabaseBusy}. */
    record Timeout(Duration duration) implements OpenOption {}

    /** Whether a write that returned survives a power cut; it survives the program's end in any case. */
    record Synchronous(boolean full) implements OpenOption {}

    /** Nothing is written. */
    record ReadOnly() implements OpenOption {}

    /** Stores are opened only with records that the schema files of a folder have. */
    record SchemaFiles(Path folder) implements OpenOption {}

    /** The database lacks something that features may need. */
    record Without(Set<Capability> capabilities) implements OpenOption {
        /** Some of what there is. */
        public Without {
            capabilities = Set.copyOf(capabilities);
        }
    }

    /** The folder of schema files, if one is given. */
    static Optional<Path> schemaFiles(OpenOption... options) {
        Optional<Path> folder = Optional.empty();
        for (OpenOption option : options) {
            if (option instanceof SchemaFiles files) {
                folder = Optional.of(files.folder());
            }
        }
        return folder;
    }

    /** The settings that options come to; a later one overrides an earlier. */
    static Settings settings(OpenOption... options) {
        Settings settings = Settings.DEFAULT;
        for (OpenOption option : options) {
            if (option instanceof Timeout timeout) {
                settings = settings.with(timeout.duration());
            } else if (option instanceof Synchronous synchronous) {
                settings = settings.with(synchronous.full() ? Settings.Synchronous.FULL : Settings.Synchronous.NORMAL);
            } else if (option instanceof ReadOnly) {
                settings = settings.forReading();
            } else if (option instanceof Without without) {
                settings = settings.without(without.capabilities());
            }
        }
        return settings;
    }
}
