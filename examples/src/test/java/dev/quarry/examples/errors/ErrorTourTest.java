package dev.quarry.examples.errors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.Entry;
import dev.quarry.error.CannotOpen;
import dev.quarry.error.DatabaseClosed;
import dev.quarry.error.InvalidKey;
import dev.quarry.error.NullComponent;
import dev.quarry.error.SchemaLocked;
import dev.quarry.error.UniqueViolation;
import dev.quarry.error.UnknownField;
import dev.quarry.examples.errors.ErrorTour.Member;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ErrorTourTest {
    private static final List<Class<?>> EXPECTED = List.of(
            InvalidKey.class,
            NullComponent.class,
            UniqueViolation.class,
            UnknownField.class,
            CannotOpen.class,
            CannotOpen.class,
            DatabaseClosed.class,
            SchemaLocked.class);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream console = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @TempDir
    private Path directory;

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** The rest of every printed line that begins with a label, in order. */
    private List<String> lines(String label) {
        return printed()
                .lines()
                .filter(line -> line.startsWith("   " + label + " "))
                .map(line -> line.substring(11))
                .toList();
    }

    @Test
    void everyMistakeMeetsItsException() throws IOException {
        ErrorTour.run(directory, console);

        assertThat(lines("thrown"))
                .isEqualTo(EXPECTED.stream().map(Class::getName).toList());
    }

    @Test
    void everyMessageNamesWhatIsWrong() throws IOException {
        ErrorTour.run(directory, console);

        List<String> messages = lines("says");
        assertThat(messages).hasSize(EXPECTED.size());
        assertThat(messages.get(0)).contains("the key ''");
        assertThat(messages.get(1)).contains("'email'", "@Nullable");
        assertThat(messages.get(2)).contains("'impostor'", "email", "'members'");
        assertThat(messages.get(3)).contains("'mail'", "name, email, age");
        assertThat(messages.get(4)).contains(directory.toString());
        assertThat(messages.get(5)).contains("diary.txt");
        assertThat(messages.get(6)).contains("members.db", "closed");
        assertThat(messages.get(7)).contains("'members'");
        assertThat(printed()).contains("age", "birthday");
    }

    @Test
    void theStoreIsSaidToBeAsItWasEachTime() throws IOException {
        ErrorTour.run(directory, console);

        assertThat(lines("store")).hasSize(EXPECTED.size()).containsOnly("as it was: [ada, alan]");
    }

    @Test
    void theFileHoldsTheFirstTwoRecordsAndNothingElseAfterwards() throws IOException {
        ErrorTour.run(directory, console);

        try (Database db = DB.open(ErrorTour.file(directory))) {
            Datastore<Member> members = db.store("members", Member.class);
            assertThat(DB.getAllWithKeys(members))
                    .containsOnlyKeys("ada", "alan")
                    .containsEntry("ada", new Member("Ada", "ada@example.org", 36))
                    .containsEntry("alan", new Member("Alan", "alan@example.org", null));
            assertThat(List.of(DB.entry(members, "ada"), DB.entry(members, "alan")))
                    .allSatisfy(entry -> assertThat(entry).map(Entry::version).contains(1L));
            assertThat(db.stores()).hasSize(1);
        }
    }

    @Test
    void nothingIsLeftInTheDirectoryButTheDatabaseAndTheUntouchedDiary() throws IOException {
        ErrorTour.run(directory, console);

        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        }
        assertThat(names).containsExactlyInAnyOrder("members.db", "diary.txt");
        assertThat(directory.resolve("diary.txt")).hasContent("Dear diary, today I read about B-trees.\n");
        assertThat(lines("file")).containsExactly("still reads: Dear diary, today I read about B-trees.");
    }

    @Test
    void aCallThatIsNotRefusedAndChangesTheStoreIsShownAsSuch() {
        try (Database db = DB.open(ErrorTour.file(directory))) {
            ErrorTour tour = new ErrorTour(directory, db, console);
            tour.fill();
            tour.show("Written again", tour::fill);
        }

        assertThat(lines("thrown")).containsExactly("nothing");
        assertThat(lines("store")).containsExactly("CHANGED: [ada, alan]");
    }

    @Test
    void mainPrintsToTheConsole() throws IOException {
        PrintStream before = System.out;
        System.setOut(console);
        try {
            ErrorTour.main(new String[] {directory.toString()});
        } finally {
            System.setOut(before);
        }

        assertThat(lines("thrown")).hasSize(EXPECTED.size());
        assertThat(lines("store")).hasSize(EXPECTED.size()).containsOnly("as it was: [ada, alan]");
    }
}
