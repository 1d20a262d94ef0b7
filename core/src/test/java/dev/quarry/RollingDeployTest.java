package dev.quarry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.RollingNotes.NewNote;
import dev.quarry.RollingNotes.NewPart;
import dev.quarry.RollingNotes.OldNote;
import dev.quarry.RollingNotes.OldPart;
import dev.quarry.RollingNotes.OtherNote;
import dev.quarry.RollingNotes.Priority;
import dev.quarry.error.SchemaLocked;
import dev.quarry.error.StoreMissing;
import dev.quarry.testing.ChildProgram;
import dev.quarry.testing.Place;
import dev.quarry.testing.Site;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Programs of two versions on one database, each in a process of its own. */
@ParameterizedClass
@EnumSource(Place.class)
final class RollingDeployTest {
    private static final int ROUNDS = 12;

    @Parameter
    Place place;

    @TempDir
    Path directory;

    private final List<Program> running = new ArrayList<>();

    @AfterEach
    void end() {
        running.forEach(program -> program.process().destroyForcibly());
    }

    /** A process and the lines that go to it and come from it. */
    private record Program(Process process, BufferedReader output, BufferedWriter input) {
        String line() throws IOException {
            return String.valueOf(output.readLine());
        }

        void send(String line) throws IOException {
            input.write(line);
            input.newLine();
            input.flush();
        }
    }

    private Program start(Class<?> main, String... arguments) throws IOException {
        Process process = ChildProgram.of(main, arguments).start();
        Program program = new Program(
                process,
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)),
                new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8)));
        running.add(program);
        return program;
    }

    @Test
    void theOlderProgramRunsOnIsStartedAgainAndBothWrite() throws Exception {
        Site site = place.in(directory);
        Program older = start(RollingNotes.Program.class, "old", site.location(), "0", "150");
        assertThat(older.line()).isEqualTo("started.");
        Program newer = start(RollingNotes.Program.class, "new", site.location(), "0", "150");
        assertThat(newer.line()).isEqualTo("started.");
        assertThat(older.line()).isEqualTo("ended.");
        Program again = start(RollingNotes.Program.class, "old", site.location(), "1000", "50");
        assertThat(again.line()).isEqualTo("started.");
        assertThat(again.line()).isEqualTo("ended.");
        assertThat(newer.line()).isEqualTo("ended.");

        assertHolds(site);
        assertThat(site.faults()).isEmpty();
    }

    private static void assertHolds(Site site) {
        try (Database db = DB.open(site.location())) {
            Map<String, NewNote> seenByNewer = DB.getAllWithKeys(db.store("notes", NewNote.class));
            Map<String, OldNote> seenByOlder = DB.getAllWithKeys(db.store("notes", OldNote.class));
            assertThat(seenByNewer).hasSize(150 + 150 + 50 + RollingNotes.SHARED);
            assertThat(seenByOlder).hasSameSizeAs(seenByNewer);
            seenByNewer.forEach((key, note) -> assertThat(seenByOlder.get(key))
                    .isEqualTo(new OldNote(
                            (int) note.number(),
                            note.body(),
                            note.done().orElseThrow(),
                            note.parts().stream()
                                    .map(part -> new OldPart(part.title(), (int) part.size()))
                                    .toList())));
            for (int number : List.of(0, 149, 1000, 1049)) {
                OldNote old = RollingNotes.oldNote(number);
                assertThat(seenByNewer.get(RollingNotes.key("old", number)))
                        .isEqualTo(new NewNote(
                                null,
                                number,
                                old.text(),
                                Optional.of(old.done()),
                                List.of(),
                                Priority.NORMAL,
                                List.of(new NewPart("part", number, null, Priority.HIGH))));
            }
            for (int number = 0; number < 150; number++) {
                assertThat(seenByNewer.get(RollingNotes.key("new", number))).isEqualTo(RollingNotes.newNote(number));
            }
            for (int number = 0; number < RollingNotes.SHARED; number++) {
                NewNote first = RollingNotes.newNote(number);
                OldNote last = RollingNotes.oldNote(1045 + number);
                assertThat(seenByNewer.get(RollingNotes.sharedKey(number)))
                        .as("what the older program cannot see is kept, but for lists, which it writes as a whole")
                        .isEqualTo(new NewNote(
                                first.author(),
                                last.number(),
                                last.text(),
                                Optional.of(last.done()),
                                first.tags(),
                                first.priority(),
                                List.of(new NewPart("part", 1045 + number, null, Priority.HIGH))));
            }
        }
    }

    @Test
    void theFirstRecordAndAnotherShapeRaceForAnEmptyStore() throws Exception {
        Program insert = start(RollingNotes.Racer.class, "insert");
        Program edit = start(RollingNotes.Racer.class, "edit");
        for (int round = 0; round < ROUNDS; round++) {
            Site site = place.in(directory, "race" + round);
            insert.send(site.location());
            assertThat(insert.line()).isEqualTo("ready");
            edit.send(site.location());
            assertThat(edit.line()).isEqualTo("ready");
            List<Program> order = round % 2 == 0 ? List.of(insert, edit) : List.of(edit, insert);
            for (Program program : order) {
                program.send("go");
            }
            String inserted = insert.line();
            String edited = edit.line();

            try (Database db = DB.open(site.location())) {
                if (inserted.equals("done")) {
                    assertThat(edited).isEqualTo(SchemaLocked.class.getSimpleName());
                    assertThat(DB.getAll(db.store("notes", OldNote.class))).containsExactly(RollingNotes.oldNote(1));
                } else {
                    assertThat(inserted).isEqualTo(StoreMissing.class.getSimpleName());
                    assertThat(edited).isEqualTo("done");
                    assertThat(DB.count(db.store("notes", OtherNote.class))).isZero();
                }
            }
        }
    }
}
