package dev.quarry;

import static dev.quarry.Options.synchronousNormal;
import static dev.quarry.Options.timeout;
import static dev.quarry.Options.unique;

import dev.quarry.error.UniqueViolation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A program that writes few values under few keys, at random, and takes no for an answer. */
final class UniqueRaceWriter {
    static final int KEYS = 5;
    static final int VALUES = 6;

    record Desk(String floor, int number) {}

    private UniqueRaceWriter() {}

    static Database open(String location) {
        return DB.open(location, synchronousNormal(), timeout(Duration.ofSeconds(60)));
    }

    static Datastore<Desk> desks(Database db) {
        return db.store("desks", Desk.class, unique(Desk::floor, Desk::number));
    }

    static Desk desk(int value) {
        return new Desk("floor " + value / 2, value % 2);
    }

    /** Arguments: the location, a seed, and how many writes. */
    public static void main(String[] arguments) {
        try (Database db = open(arguments[0])) {
            write(desks(db), Long.parseLong(arguments[1]), Integer.parseInt(arguments[2]));
        }
        System.out.println("ended.");
    }

    /** How many of so many writes were refused. */
    static int write(Datastore<Desk> desks, long seed, int writes) {
        Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < writes; i++) {
            try {
                write(desks, random);
            } catch (UniqueViolation e) {
                refused++;
            }
        }
        return refused;
    }

    private static void write(Datastore<Desk> desks, Random random) {
        String key = "k" + random.nextInt(KEYS);
        switch (random.nextInt(12)) {
            case 0, 1 -> DB.delete(desks, key, "k" + random.nextInt(KEYS));
            case 2, 3, 4 -> {
                Map<String, Desk> batch = new LinkedHashMap<>();
                for (String one : List.of(key, "k" + random.nextInt(KEYS), "k" + random.nextInt(KEYS))) {
                    batch.put(one, desk(random.nextInt(VALUES)));
                }
                DB.setAll(desks, batch);
            }
            case 5 -> {
                if (random.nextInt(10) == 0) {
                    DB.deleteAll(desks);
                }
            }
            default -> DB.set(desks, key, desk(random.nextInt(VALUES)));
        }
    }
}
