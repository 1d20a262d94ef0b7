package dev.quarry;

import dev.quarry.annotation.Default;
import dev.quarry.annotation.Was;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Two versions of one program, which write to one store, and programs that race for the first record of a store. */
final class RollingNotes {
    /** How many records both versions write to. */
    static final int SHARED = 5;

    private RollingNotes() {}

    /** The record of the older version. */
    record OldNote(int number, String text, boolean done, List<OldPart> parts) {}

    record OldPart(String name, int size) {}

    /** The record of the newer version. */
    record NewNote(
            @Nullable String author,
            long number,
            @Was("text") String body,
            Optional<Boolean> done,
            @Default("[]") List<String> tags,
            @Default("NORMAL") Priority priority,
            List<NewPart> parts) {}

    record NewPart(
            @Was("name") String title,
            long size,
            @Nullable String remark,
            @Default("HIGH") Priority priority) {}

    enum Priority {
        NORMAL,
        HIGH
    }

    static OldNote oldNote(int number) {
        return new OldNote(number, "old text " + number, number % 2 == 0, List.of(new OldPart("part", number)));
    }

    static NewNote newNote(int number) {
        return new NewNote(
                "author " + number,
                number,
                "new text " + number,
                Optional.of(true),
                List.of("t" + number),
                Priority.HIGH,
                List.of(new NewPart("new part", number, "remark", Priority.NORMAL)));
    }

    static String key(String version, int number) {
        return String.format("%s-%05d", version, number);
    }

    static String sharedKey(int number) {
        return "shared-" + number;
    }

    /** Arguments: version, location, first number, how many. Writes {@code started.}, and {@code ended.} when all is written. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) {
            int first = Integer.parseInt(arguments[2]);
            int end = first + Integer.parseInt(arguments[3]);
            try (Database db = DB.open(arguments[1])) {
                if (arguments[0].equals("old")) {
                    runOld(db.store("notes", OldNote.class), first, end);
                } else {
                    runNew(db.store("notes", NewNote.class), first, end);
                }
            }
            report("ended.");
        }

        private static void runOld(Datastore<OldNote> notes, int first, int end) {
            for (int number = first; number < end; number++) {
                DB.set(notes, key("old", number), oldNote(number));
                require(DB.get(notes, key("old", number)).equals(Optional.of(oldNote(number))));
                String shared = sharedKey(number % SHARED);
                if (DB.has(notes, shared)) {
                    DB.set(notes, shared, oldNote(number));
                }
                require(DB.getAll(notes).size() >= number - first + 1);
                if (number == first) {
                    report("started.");
                }
            }
        }

        private static void runNew(Datastore<NewNote> notes, int first, int end) {
            for (int number = 0; number < SHARED; number++) {
                DB.set(notes, sharedKey(number), newNote(number));
            }
            report("started.");
            for (int number = first; number < end; number++) {
                DB.set(notes, key("new", number), newNote(number));
                require(DB.get(notes, key("new", number)).equals(Optional.of(newNote(number))));
                require(DB.getAll(notes).size() >= SHARED);
            }
        }
    }

    /** The record that another shape of a store is declared with. */
    record OtherNote(String number, List<String> text) {}

    /** Argument: role. Reads lines {@code open location} and {@code go}, and answers each with one line. */
    static final class Racer {
        private Racer() {}

        public static void main(String[] arguments) throws IOException {
            BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                try (Database db = DB.open(line)) {
                    if (arguments[0].equals("insert")) {
                        Datastore<OldNote> notes = db.store("notes", OldNote.class);
                        report("ready");
                        commands.readLine();
                        report(outcome(() -> DB.set(notes, "a", oldNote(1))));
                    } else {
                        report("ready");
                        commands.readLine();
                        report(outcome(() -> db.store("notes", OtherNote.class)));
                    }
                }
            }
        }

        private static String outcome(Runnable action) {
            try {
                action.run();
                return "done";
            } catch (RuntimeException e) {
                return e.getClass().getSimpleName();
            }
        }
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new AssertionError("another record than the one that was written");
        }
    }

    private static void report(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
