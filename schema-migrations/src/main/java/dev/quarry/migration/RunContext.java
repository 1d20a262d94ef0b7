package dev.quarry.migration;

import dev.quarry.migration.history.HistoryEntry;
import dev.quarry.migration.history.RunChanges;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * What a run takes from around it.
 *
 * @param application who runs it, for the history
 * @param progress is told how far it is
 * @param clock the time of day
 * @param freeSpace how many bytes are free on the disk of a file
 */
record RunContext(String application, Progress progress, Clock clock, ToLongFunction<Path> freeSpace) {

    static RunContext standard() {
        return new RunContext(program(), (phase, store, done, total) -> {}, Clock.systemUTC(), RunContext::usable);
    }

    RunContext withApplication(String name) {
        return new RunContext(name, progress, clock, freeSpace);
    }

    RunContext withProgress(Progress listener) {
        return new RunContext(application, listener, clock, freeSpace);
    }

    RunContext withFreeSpace(ToLongFunction<Path> other) {
        return new RunContext(application, progress, clock, other);
    }

    /** The main class, as far as the Java machine tells; arguments may hold secrets. */
    private static String program() {
        return System.getProperty("sun.java.command", "").split("\\s", 2)[0];
    }

    private static long usable(Path file) {
        try {
            return Files.getFileStore(file).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("how much of the disk is free cannot be told", e);
        }
    }

    Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }

    HistoryEntry.Detail detail(Optional<String> backup, Optional<String> failure, Optional<RunChanges> stores) {
        return new HistoryEntry.Detail(
                application,
                System.getProperty("user.name", ""),
                Optional.ofNullable(RunContext.class.getPackage().getImplementationVersion())
                        .orElse("development"),
                backup,
                failure,
                stores);
    }
}
