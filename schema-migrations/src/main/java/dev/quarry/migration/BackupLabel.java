package dev.quarry.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Names of backups: {@code cities.db.20261125T220753Z-v1.backup}, beside the file. */
final class BackupName {
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private BackupName() {}

    /** A name that no file has. */
    static Path free(Path file, Instant time, int version) {
        String name = file.getFileName() + "." + TIMESTAMP.format(time) + "-v" + version;
        Path path = file.resolveSibling(name + ".backup");
        for (int i = 2; Files.exists(path); i++) {
            path = file.resolveSibling(name + "-" + i + ".backup");
        }
        return path;
    }

    /** What runs that were killed have left; nobody else writes one now, since the caller holds the right to write. */
    static void deleteUnfinished(Path file) {
        String glob = "*-v*.backup.part*";
        try (DirectoryStream<Path> parts =
                Files.newDirectoryStream(file.toAbsolutePath().getParent(), glob)) {
            for (Path part : parts) {
                if (part.getFileName().toString().startsWith(file.getFileName() + ".")) {
                    Files.deleteIfExists(part);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
