package dev.quarry.query.laboratory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A file of {@link Regression}s, a line each, to which failing runs add theirs. Not thread-safe. */
final class RegressionFile {
    /** The ones that each run replays first. */
    static final RegressionFile REPLAYED = new RegressionFile(
            Path.of("src", "test", "resources", "dev", "quarry", "query", "laboratory", "regressions.jsonl"));

    private final Path path;

    RegressionFile(Path path) {
        this.path = path;
    }

    List<Regression> read() {
        return Regression.read(text());
    }

    /** Adds a line at the end; gives false, and changes nothing, if it is in the file already. */
    boolean add(String line) {
        String before = text();
        if (before.lines().anyMatch(line::equals)) {
            return false;
        }
        String end = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
        try {
            Files.writeString(path, end + line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        try {
            return Files.exists(path) ? Files.readString(path) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
