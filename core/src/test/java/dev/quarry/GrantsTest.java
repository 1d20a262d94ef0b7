package dev.quarry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.annotation.Unique;
import dev.quarry.error.CannotOpen;
import dev.quarry.error.DatabaseFailed;
import dev.quarry.testing.Place;
import dev.quarry.testing.Site;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a role has to be granted that uses stores which another one has made: just this, as the page on engines says. */
final class GrantsTest {
    record Note(@Unique String text, List<String> tags) {}

    private static final Note FIRST = new Note("first", List.of("a"));

    @TempDir
    Path directory;

    private Site site;
    private final String role =
            "quarry_granted_" + ProcessHandle.current().pid() + "_" + Long.toHexString(System.nanoTime());

    @BeforeEach
    void aRole() throws Exception {
        site = Site.onOwnServer();
        site.run("create role " + role);
    }

    @AfterEach
    void dropRole() throws Exception {
        site.run("drop owned by " + role);
        site.run("drop role " + role);
    }

    private void makeStore(Place place) throws Exception {
        site = place.in(directory);
        try (Database db = DB.open(site.location())) {
            DB.set(db.store("notes", Note.class), "a", FIRST);
        }
        site.run("grant usage on schema "
                + site.column("select current_schema()").get(0) + " to " + role);
    }

    private String ofRole() {
        return site.location() + "&options=-c%20role=" + role;
    }

    private void grantReading() throws Exception {
        grant("select", "quarry_meta");
        grant("select", "quarry_store");
        for (String table : site.dataTables()) {
            grant("select", table);
        }
        if (site.place() == Place.MINIMAL) {
            grant("select", "quarry_without");
        }
    }

    private void grantWriting() throws Exception {
        grantReading();
        grant("select, insert, update, delete", "quarry_commit");
        for (String table : recordsTables()) {
            grant("select, insert, update, delete", table);
        }
        if (site.place() == Place.MINIMAL) {
            grant("select, update", "quarry_gate");
        }
    }

    /** The store's, and those that stand in for unique indexes. */
    private List<String> recordsTables() throws Exception {
        return site.tables().stream()
                .filter(table -> !table.startsWith("quarry_"))
                .toList();
    }

    private void grant(String rights, String table) throws Exception {
        site.run("grant " + rights + " on \"" + table + "\" to " + role);
    }

    @ParameterizedTest
    @EnumSource(value = Place.class, names = "FILE", mode = EnumSource.Mode.EXCLUDE)
    void whoReadsMaySelect(Place place) throws Exception {
        makeStore(place);
        grantReading();
        for (OpenOption[] options : List.of(new OpenOption[] {}, new OpenOption[] {Options.readOnly()})) {
            try (Database db = DB.open(ofRole(), options)) {
                Datastore<Note> notes = db.store("notes", Note.class);
                assertThat(DB.getAll(notes)).containsExactly(FIRST);
                assertThat(DB.queryExactFields(notes, Map.of("text", "first"))).containsExactly(FIRST);
                assertThat(db.snapshot(() -> DB.count(notes))).isEqualTo(1);
                assertThat(db.stores()).hasSize(1);
            }
        }
        try (Database db = DB.open(ofRole())) {
            Datastore<Note> notes = db.store("notes", Note.class);
            assertThat(Refusal.of(DatabaseFailed.class, notes, () -> DB.delete(notes, "a")))
                    .hasMessageContaining("select, insert, update and delete on quarry_commit");
        }
    }

    /** None of the rights on Quarry's own tables is more than is needed. */
    @ParameterizedTest
    @CsvSource({
        "POSTGRESQL, select, quarry_meta",
        "POSTGRESQL, select, quarry_store",
        "POSTGRESQL, select, quarry_commit",
        "POSTGRESQL, insert, quarry_commit",
        "POSTGRESQL, update, quarry_commit",
        "MINIMAL, select, quarry_without",
        "MINIMAL, select, quarry_gate",
        "MINIMAL, update, quarry_gate"
    })
    void whoLacksOneOfTheRightsIsRefused(Place place, String right, String table) throws Exception {
        makeStore(place);
        grantWriting();
        site.run("revoke " + right + " on " + table + " from " + role);
        assertThatThrownBy(() -> {
                    try (Database db = DB.open(ofRole())) {
                        DB.delete(db.store("notes", Note.class), "a");
                    }
                })
                .isInstanceOfAny(DatabaseFailed.class, CannotOpen.class)
                .hasMessageContaining("permission denied for table " + table);
    }

    @ParameterizedTest
    @EnumSource(value = Place.class, names = "FILE", mode = EnumSource.Mode.EXCLUDE)
    void whoWritesMayWriteRecordsAndMarks(Place place) throws Exception {
        makeStore(place);
        grantWriting();
        site.run("insert into quarry_commit values ('long ago', 1, 1, 1)");
        try (Database db = DB.open(ofRole())) {
            Datastore<Note> notes = db.store("notes", Note.class);
            DB.set(notes, "a", new Note("changed", List.of()));
            DB.setAll(notes, Map.of("b", new Note("b", List.of()), "c", new Note("c", List.of())));
            String added = DB.add(notes, FIRST);
            DB.delete(notes, "b");
            db.transaction(() -> DB.set(notes, added, new Note("added", List.of("x"))));
            assertThat(DB.getAll(notes)).extracting(Note::text).containsExactlyInAnyOrder("changed", "c", "added");
            DB.deleteAll(notes);
            assertThat(DB.count(notes)).isZero();
            assertThat(site.column("select slot from quarry_commit"))
                    .isNotEmpty()
                    .doesNotContain("long ago");
        }
        assertThat(site.column("select slot from quarry_commit")).isEmpty();
    }
}
