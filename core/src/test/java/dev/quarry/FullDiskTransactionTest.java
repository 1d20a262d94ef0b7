package dev.quarry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.error.DatabaseFailed;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SQLite ends a transaction by itself when the disk is full; what came after it would be written all the same. */
final class FullDiskTransactionTest {
    record Note(String text) {}

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(
            value = Where.class,
            names = {"FILE", "MEMORY"})
    void afterAFailureThatEndedTheTransactionNothingIsWritten(Where where) {
        Map<String, Note> many = new HashMap<>();
        for (int i = 0; i < 3_000; i++) {
            many.put("many" + i, new Note("x".repeat(500)));
        }
        try (Database db = where.open(directory)) {
            Datastore<Note> notes = db.store("notes", Note.class);

            assertThatThrownBy(() -> db.transaction(() -> {
                        DB.set(notes, "before", new Note("b"));
                        limitPages(db);
                        assertThatThrownBy(() -> DB.setAll(notes, many)).isInstanceOf(DatabaseFailed.class);
                        assertThatThrownBy(() -> DB.set(notes, "after", new Note("a")))
                                .isInstanceOf(DatabaseFailed.class);
                    }))
                    .isInstanceOf(DatabaseFailed.class)
                    .hasMessageContaining("full");

            assertThat(DB.keys(notes)).isEmpty();
        }
    }

    private static void limitPages(Database db) {
        db.engine().connections().write(session -> {
            session.statement("pragma max_page_count = 30").executeQuery().close();
            return 30;
        });
    }
}
