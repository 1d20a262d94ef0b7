package dev.quarry.examples.errors;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.Entry;
import dev.quarry.annotation.Unique;
import dev.quarry.error.DatastoreException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Does eight things wrong and shows, for each, what is thrown and that the store is as it was. */
public final class ErrorTour {
    private final Path directory;
    private final Database db;
    private final Datastore<Member> members;
    private final PrintStream console;

    ErrorTour(Path directory, Database db, PrintStream console) {
        this.directory = directory;
        this.db = db;
        this.members = db.store("members", Member.class);
        this.console = console;
    }

    /**
     * Runs the tour.
     *
     * @param arguments an empty directory for its files; a new one among the temporary files if none is given
     */
    public static void main(String[] arguments) throws IOException {
        Path directory = arguments.length > 0 ? Path.of(arguments[0]) : Files.createTempDirectory("quarry-errors");
        run(directory, new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    /** Runs the tour in an empty directory; the database stays there. */
    static void run(Path directory, PrintStream console) throws IOException {
        try (Database db = DB.open(file(directory))) {
            ErrorTour tour = new ErrorTour(directory, db, console);
            tour.fill();
            tour.emptyKey();
            tour.nullComponent();
            tour.brokenUniqueRule();
            tour.unknownField();
            tour.directoryInsteadOfFile();
            tour.fileThatIsNotSqlite();
            tour.closedDatabase();
            tour.changedRecord();
        }
    }

    static String file(Path directory) {
        return directory.resolve("members.db").toString();
    }

    void fill() {
        DB.set(members, "ada", new Member("Ada", "ada@example.org", 36));
        DB.set(members, "alan", new Member("Alan", "alan@example.org", null));
    }

    private void emptyKey() {
        show("An empty key", () -> DB.set(members, "", new Member("Grace", "grace@example.org", 85)));
    }

    /** NullAway would refuse this before it runs; the store refuses it when nobody asked NullAway. */
    @SuppressWarnings("NullAway")
    private void nullComponent() {
        show("A null where the record declares none", () -> DB.set(members, "grace", new Member("Grace", null, 85)));
    }

    /** The first of the two records is in order, and yet it is not written either. */
    private void brokenUniqueRule() {
        Map<String, Member> batch = new LinkedHashMap<>();
        batch.put("grace", new Member("Grace", "grace@example.org", 85));
        batch.put("impostor", new Member("Ada", "ada@example.org", 20));
        show("Two records, of which the second takes another's address", () -> DB.setAll(members, batch));
    }

    private void unknownField() {
        show("A field that there is not", () -> DB.queryExactFields(members, Map.of("mail", "ada@example.org")));
    }

    private void directoryInsteadOfFile() {
        show(
                "A directory instead of a file",
                () -> DB.open(directory.toString()).close());
    }

    private void fileThatIsNotSqlite() throws IOException {
        Path diary = Files.writeString(directory.resolve("diary.txt"), "Dear diary, today I read about B-trees.\n");
        show("A file that is not a database", () -> DB.open(diary.toString()).close());
        console.printf("   file    still reads: %s", Files.readString(diary));
    }

    private void closedDatabase() {
        Datastore<Member> late;
        try (Database closed = DB.open(file(directory))) {
            late = closed.store("members", Member.class);
        }
        show("A database that is closed", () -> DB.deleteAll(late));
    }

    /** What happens when the program is changed but its file is not. */
    private void changedRecord() {
        show("A record that changed while its store holds data", () -> db.store("members", ChangedMember.class));
    }

    /** Does something that is expected to be refused, and prints what came of it. */
    void show(String title, Runnable mistake) {
        Map<String, Entry<Member>> before = contents();
        console.printf("%n%s%n", title);
        try {
            mistake.run();
            console.printf("   thrown  nothing%n");
        } catch (DatastoreException refusal) {
            console.printf("   thrown  %s%n", refusal.getClass().getName());
            String message = String.valueOf(refusal.getMessage());
            console.printf("   says    %s%n", message.replace("\n", System.lineSeparator() + "           "));
        }
        Map<String, Entry<Member>> after = contents();
        console.printf("   store   %s: %s%n", after.equals(before) ? "as it was" : "CHANGED", after.keySet());
    }

    /** Every record with its version, which would tell even of a write that put the same record there again. */
    private Map<String, Entry<Member>> contents() {
        Map<String, Entry<Member>> contents = new LinkedHashMap<>();
        for (String key : DB.keys(members)) {
            DB.entry(members, key).ifPresent(entry -> contents.put(key, entry));
        }
        return contents;
    }

    /**
     * Somebody in a club.
     *
     * @param name what they are called
     * @param email where to write to them; nobody shares one
     * @param age how old they are, or null if they did not say
     */
    record Member(
            String name, @Unique String email, @Nullable Integer age) {}

    /**
     * What {@link Member} may become in a later version of a program.
     *
     * @param name what they are called
     * @param email where to write to them; nobody shares one
     * @param birthday the day they were born
     */
    record ChangedMember(String name, @Unique String email, String birthday) {}
}
