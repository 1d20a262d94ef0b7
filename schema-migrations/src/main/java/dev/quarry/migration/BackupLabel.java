package dev.quarry.migration;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** What stands in the names of backups: {@code 20261125T220753Z-v1}. */
final class BackupLabel {
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private BackupLabel() {}

    /** The label of a backup that was made at a time, of a database of a version. */
    static String of(Instant time, int version) {
        return TIMESTAMP.format(time) + "-v" + version;
    }
}
