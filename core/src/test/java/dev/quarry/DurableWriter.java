package dev.quarry;

import java.util.LinkedHashMap;
import java.util.Map;

/** A program that writes until it is killed, and prints what each write was as soon as it has returned. */
final class DurableWriter {
    /** How many records a batch has. */
    static final int BATCH = 40;

    record Note(int number, String text) {}

    private DurableWriter() {}

    /** What is written under a number. */
    static Note note(int number) {
        return new Note(number, ("text of " + number + " ").repeat(number % 50));
    }

    static String key(int number) {
        return String.format("single-%07d", number);
    }

    static String keyInBatch(int batch, int index) {
        return String.format("batch-%07d-%02d", batch, index);
    }

    /** Whether the record of a number is deleted right after it was written. */
    static boolean isDeleted(int number) {
        return number % 7 == 3;
    }

    /** Arguments: the location, and the number to begin with. */
    @SuppressWarnings("InfiniteLoopStatement")
    public static void main(String[] arguments) {
        try (Database db = DB.open(arguments[0])) {
            Datastore<Note> store = db.store("notes", Note.class);
            for (int number = Integer.parseInt(arguments[1]); true; number++) {
                DB.set(store, key(number), note(number));
                report("set", number);
                if (isDeleted(number)) {
                    DB.delete(store, key(number));
                    report("deleted", number);
                }
                if (number % 5 == 0) {
                    Map<String, Note> batch = new LinkedHashMap<>();
                    for (int i = 0; i < BATCH; i++) {
                        batch.put(keyInBatch(number, i), note(number + i));
                    }
                    DB.setAll(store, batch);
                    report("batch", number);
                }
            }
        }
    }

    /** The full stop tells a line that was cut off by the end of the program. */
    private static void report(String what, int number) {
        System.out.println(what + " " + number + ".");
        System.out.flush();
    }
}
