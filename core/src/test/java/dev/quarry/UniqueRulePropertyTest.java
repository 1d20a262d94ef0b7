package dev.quarry;

import static dev.quarry.Options.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.error.UniqueViolation;
import dev.quarry.testing.PostgresServer;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;

/** Whatever is written and deleted, a rule refuses exactly what a map of all records tells it to refuse, on every engine. */
final class UniqueRulePropertyTest {
    private static final int STEPS = 50;

    private static final Map<Where, Database> DATABASES = new EnumMap<>(Map.of(
            Where.MEMORY, DB.inMemory(),
            Where.POSTGRESQL, DB.open(PostgresServer.newDatabase()),
            Where.MINIMAL, DB.open(PostgresServer.newMinimalDatabase())));

    record Seat(
            @Nullable String row,
            @Nullable Integer number,
            @Nullable String guest) {
        boolean collidesWith(Seat other) {
            return row != null && row.equals(other.row) && number != null && number.equals(other.number);
        }
    }

    @AfterContainer
    static void close() {
        DATABASES.values().forEach(Database::close);
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void aRuleRefusesWhatCollidesAndNothingElse(@ForAll long seed) {
        DATABASES.forEach((where, db) -> {
            try {
                new Program(db, seed).run();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("on " + where + ", seed " + seed + ": " + e.getMessage(), e);
            }
        });
    }

    /** One run of the program of a seed, beside the map that it must agree with. */
    private static final class Program {
        private final Database db;
        private final Datastore<Seat> seats;
        private final Random random;
        private TreeMap<String, Seat> model = new TreeMap<>();

        Program(Database db, long seed) {
            this.db = db;
            this.seats = db.store("seats", Seat.class, unique(Seat::row, Seat::number));
            this.random = new Random(seed);
            DB.deleteAll(seats);
        }

        void run() {
            for (int step = 0; step < STEPS; step++) {
                if (random.nextInt(6) == 0) {
                    transaction();
                } else {
                    write();
                }
                assertThat(DB.getAllWithKeys(seats)).as("after step %d", step).isEqualTo(model);
            }
        }

        /** Writes of which some fail, all of which may be undone. */
        private void transaction() {
            TreeMap<String, Seat> before = new TreeMap<>(model);
            boolean undone = random.nextBoolean();
            int writes = 1 + random.nextInt(5);
            try {
                db.transaction(() -> {
                    for (int i = 0; i < writes; i++) {
                        write();
                    }
                    if (undone) {
                        throw new Undone();
                    }
                    return writes;
                });
            } catch (Undone e) {
                model = before;
            }
        }

        private static final class Undone extends RuntimeException {
            private static final long serialVersionUID = 1L;
        }

        private void write() {
            switch (random.nextInt(12)) {
                case 0, 1, 2, 3 -> {
                    String key = key();
                    Seat seat = seat();
                    expect(Map.of(key, seat), () -> DB.set(seats, key, seat));
                }
                case 4, 5 -> add(seat());
                case 6, 7, 8 -> {
                    Map<String, Seat> batch = new LinkedHashMap<>();
                    for (int i = random.nextInt(4); i >= 0; i--) {
                        batch.put(key(), seat());
                    }
                    expect(batch, () -> DB.setAll(seats, batch));
                }
                case 9, 10 -> {
                    List<String> keys = List.of(key(), key());
                    long there =
                            keys.stream().distinct().filter(model::containsKey).count();
                    assertThat(DB.delete(seats, keys.get(0), keys.get(1))).isEqualTo((int) there);
                    keys.forEach(model::remove);
                }
                default -> {
                    if (random.nextInt(4) == 0) {
                        assertThat(DB.deleteAll(seats)).isEqualTo(model.size());
                        model.clear();
                    }
                }
            }
        }

        private void add(Seat seat) {
            boolean taken = model.values().stream().anyMatch(seat::collidesWith);
            try {
                String key = DB.add(seats, seat);
                assertThat(taken).as("taken %s", seat).isFalse();
                model.put(key, seat);
            } catch (UniqueViolation e) {
                assertThat(taken).as("free %s", seat).isTrue();
                assertThat(e.fields()).containsExactly("row", "number");
            }
        }

        /** Records are written one after the other; the first that collides undoes all. */
        private void expect(Map<String, Seat> batch, Runnable write) {
            TreeMap<String, Seat> after = new TreeMap<>(model);
            Optional<String> refused = Optional.empty();
            for (Map.Entry<String, Seat> one : batch.entrySet()) {
                boolean collides = after.entrySet().stream()
                        .anyMatch(other -> !other.getKey().equals(one.getKey())
                                && one.getValue().collidesWith(other.getValue()));
                if (collides) {
                    refused = Optional.of(one.getKey());
                    break;
                }
                after.put(one.getKey(), one.getValue());
            }
            try {
                write.run();
                assertThat(refused).as("%s", batch).isEmpty();
                model = after;
            } catch (UniqueViolation e) {
                assertThat(refused).as("%s", batch).contains(e.key());
                assertThat(e.fields()).containsExactly("row", "number");
            }
        }

        private String key() {
            return "k" + random.nextInt(6);
        }

        private Seat seat() {
            return new Seat(
                    random.nextInt(5) == 0 ? null : random.nextBoolean() ? "A" : "a",
                    random.nextInt(5) == 0 ? null : random.nextInt(3),
                    random.nextBoolean() ? null : "guest");
        }
    }
}
