package dev.quarry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.testing.Place;
import dev.quarry.testing.Site;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server has room for some ten thousand locks in all, so a transaction must not need one for each of its writes. */
final class ManyWritesTest {
    private static final int WRITES = 500;

    record Note(int number) {}

    @TempDir
    Path directory;

    @Test
    void aTransactionOfManyWritesHoldsFewLocks() throws SQLException {
        Site site = Place.POSTGRESQL.in(directory);
        try (Database db = DB.open(site.location())) {
            Datastore<Note> notes = db.store("notes", Note.class);

            long locks = db.transaction(() -> {
                for (int i = 0; i < WRITES; i++) {
                    DB.set(notes, "n" + i, new Note(i));
                }
                return locks(site);
            });

            assertThat(locks).isBetween(1L, 20L);
            assertThat(DB.count(notes)).isEqualTo(WRITES);
        }
    }

    private static long locks(Site site) {
        try {
            return site.openTransactions("notes__g1");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
