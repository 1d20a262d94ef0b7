package dev.quarry;

import dev.quarry.annotation.Default;
import dev.quarry.annotation.Unique;

/** A program that makes, changes and drops stores until it is killed, and prints what it relies on. */
final class ChangingProgram {
    static final class First {
        record Row(String text, int number) {}
    }

    static final class Second {
        record Row(
                @Unique String text,
                int number,
                @Default("new") String more) {}
    }

    /** Whole numbers that become doubles take another table. */
    static final class Third {
        record Row(
                @Unique String text,
                double number,
                @Default("new") String more) {}
    }

    record Other(boolean entirely) {}

    private ChangingProgram() {}

    /** Argument: the location. */
    @SuppressWarnings("InfiniteLoopStatement")
    public static void main(String[] arguments) {
        try (Database db = DB.open(arguments[0])) {
            db.stores().forEach(store -> db.drop(store.name()));
            for (int round = 0; true; round++) {
                String name = "store" + round % 3;
                Datastore<First.Row> first = db.store(name, First.Row.class);
                DB.set(first, "k", new First.Row("a", round));
                report("holds " + name + " " + round);
                DB.get(db.store(name, Second.Row.class), "k").orElseThrow();
                Third.Row now = DB.get(db.store(name, Third.Row.class), "k").orElseThrow();
                if (now.number() != round || !now.more().equals("new")) {
                    throw new IllegalStateException("in round " + round + " it is " + now);
                }
                report("ends " + name);
                DB.deleteAll(db.store(name, Third.Row.class));
                DB.set(db.store(name, Other.class), "k", new Other(true));
                db.drop(name);
            }
        }
    }

    /** The full stop tells a line that was cut off by the end of the program. */
    private static void report(String what) {
        System.out.println(what + ".");
        System.out.flush();
    }
}
