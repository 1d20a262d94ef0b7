package dev.quarry;

import static dev.quarry.Options.descending;
import static dev.quarry.Options.index;
import static dev.quarry.Options.limit;
import static dev.quarry.Options.orderBy;
import static dev.quarry.Options.orderByDescending;
import static dev.quarry.Options.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.annotation.Default;
import dev.quarry.annotation.Was;
import dev.quarry.error.DatastoreException;
import dev.quarry.error.UnreadableRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;

/** A program of writes, reads, orders and changes of the schema has the same answers and errors, in one order, on every engine. */
final class EnginesAgreePropertyTest {
    private static final int STEPS = 60;
    private static final BothEngines ENGINES = new BothEngines();

    @AfterContainer
    static void close() {
        ENGINES.close();
    }

    record Spot(int x, @Nullable String label) {}

    record Item(
            String name,
            int rank,
            double weight,
            @Nullable Long size,
            @Nullable Spot spot,
            Instant at,
            UUID id,
            List<String> tags) {}

    record LabelledSpot(
            long x, @Nullable String label, @Default("7") int height) {}

    record NewItem(
            @Was("name") String title,
            long rank,
            @Nullable Double weight,
            @Nullable Long size,
            @Nullable LabelledSpot spot,
            Instant at,
            UUID id,
            List<String> tags,
            @Default("none") String note) {}

    record OtherItem(String name, boolean rank) {}

    private static final List<String> TEXTS =
            List.of("", "a", "A", "ab", "é", "z", "\uD800\uDC00", "\uFFFD", "it's \"x\"", "%_\\");
    private static final List<Double> REALS = List.of(
            0.0,
            -0.0,
            1.0,
            Double.NaN,
            -1.5,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.MIN_VALUE,
            1e300);
    private static final List<UUID> IDS = List.of(new UUID(-1, 1), new UUID(1, -1), new UUID(0, 0), new UUID(1, 1));

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void aProgramHasTheSameAnswersOnEveryEngine(@ForAll long seed) {
        List<List<String>> answers = new ArrayList<>();
        ENGINES.check(db -> answers.add(new Program(db, seed).run()));
        assertThat(answers.get(1)).hasSameSizeAs(answers.get(0));
        for (int step = 0; step < answers.get(0).size(); step++) {
            assertThat(answers.get(1).get(step))
                    .as("answer %d of seed %d", step, seed)
                    .isEqualTo(answers.get(0).get(step));
        }
    }

    /** One run of the program of a seed. */
    private static final class Program {
        private final Database db;
        private final Random random;
        private final List<String> answers = new ArrayList<>();
        private Datastore<Item> items;
        private Datastore<NewItem> newItems;

        Program(Database db, long seed) {
            this.db = db;
            this.random = new Random(seed);
            this.items = db.store("items", Item.class, index(Item::weight, descending(Item::size)));
            this.newItems = db.store("others", NewItem.class);
        }

        List<String> run() {
            for (int step = 0; step < STEPS; step++) {
                int kind = random.nextInt(10);
                if (kind < 5) {
                    write();
                } else if (kind < 9) {
                    read();
                } else {
                    change();
                }
            }
            answer(() -> DB.getAllWithKeys(items));
            answer(() -> DB.getAllWithKeys(newItems));
            answer(() -> db.schemaHistory("items").stream()
                    .map(SchemaVersion::changes)
                    .toList());
            return answers;
        }

        private void answer(Supplier<Object> call) {
            try {
                answers.add(String.valueOf(call.get()));
            } catch (DatastoreException e) {
                answers.add(e.getClass().getSimpleName() + ": " + e.getMessage());
            }
        }

        private void write() {
            String key = key();
            switch (random.nextInt(6)) {
                case 0, 1 -> {
                    Item item = item();
                    answer(() -> DB.set(items, key, item));
                }
                case 2 -> {
                    NewItem item = newItem();
                    answer(() -> DB.set(newItems, key, item));
                }
                case 3 -> {
                    Map<String, Item> several = new LinkedHashMap<>();
                    for (int i = random.nextInt(4); i > 0; i--) {
                        several.put(key(), item());
                    }
                    answer(() -> DB.setAll(items, several));
                }
                case 4 -> {
                    String other = key();
                    answer(() -> DB.delete(items, key, other));
                }
                default -> {
                    if (random.nextInt(6) == 0) {
                        answer(() -> DB.deleteAll(items));
                    }
                }
            }
        }

        private void read() {
            String key = key();
            switch (random.nextInt(7)) {
                case 0 -> answer(() -> DB.entry(items, key));
                case 1 -> answer(() -> DB.entry(newItems, key));
                case 2 -> answer(() -> DB.getAllWithKeys(items));
                case 3 -> answer(() -> inNoOrder(() -> DB.getMany(items, List.of(key, "a", key))));
                case 4 -> {
                    Map<String, Object> fields = fields(random.nextBoolean() ? item() : anyOf(items));
                    answer(() -> inNoOrder(() -> new TreeMap<>(DB.queryExactFieldsWithKey(items, fields))));
                }
                case 5 -> {
                    Ordering<Item> order = order();
                    int most = 1 + random.nextInt(6);
                    answer(() -> DB.queryExactFieldsWithKey(items, Map.of(), order, limit(most))
                            .entrySet());
                }
                default -> answer(() -> List.of(DB.count(items), DB.keys(newItems)));
            }
        }

        /** What asks for no order meets records in none: if several cannot be read, each engine names another. */
        private static Object inNoOrder(Supplier<Object> call) {
            try {
                return call.get();
            } catch (UnreadableRecord e) {
                return "one cannot be read";
            }
        }

        /** One component of a record, by its name. */
        private Map<String, Object> fields(Item item) {
            return switch (random.nextInt(6)) {
                case 0 -> Map.of("name", item.name());
                case 1 -> Map.of("weight", item.weight());
                case 2 -> Collections.singletonMap("size", item.size());
                case 3 -> Collections.singletonMap("spot", item.spot());
                case 4 -> Map.of("at", item.at(), "id", item.id());
                default -> Map.of("tags", item.tags());
            };
        }

        private Item anyOf(Datastore<Item> store) {
            try {
                return DB.getAll(store).stream().findFirst().orElseGet(this::item);
            } catch (DatastoreException e) {
                return item();
            }
        }

        private Ordering<Item> order() {
            return switch (random.nextInt(7)) {
                case 0 -> orderBy(Item::name);
                case 1 -> orderByDescending(Item::weight);
                case 2 -> orderBy(Item::weight).thenByDescending(Item::size);
                case 3 -> orderBy(Item::size).thenBy(Item::name);
                case 4 -> orderByDescending(Item::size);
                case 5 -> orderBy(Item::id).thenBy(Item::rank);
                default -> orderByDescending(Item::at).thenBy(Item::id);
            };
        }

        private void change() {
            switch (random.nextInt(7)) {
                case 0 ->
                    answer(() -> {
                        items = db.store("items", Item.class, unique(Item::name));
                        return "opened";
                    });
                case 1 ->
                    answer(() -> {
                        items = db.store("items", Item.class, index(Item::id), index(descending(Item::weight)));
                        return "opened";
                    });
                case 2, 3 ->
                    answer(() -> {
                        newItems = db.store("items", NewItem.class);
                        return "opened";
                    });
                case 4 ->
                    answer(() -> {
                        newItems = db.store("items", NewItem.class, unique(NewItem::title, NewItem::size));
                        return "opened";
                    });
                case 5 -> answer(() -> db.store("items", OtherItem.class).name());
                default ->
                    answer(() -> {
                        items = db.store("items", Item.class);
                        return "opened";
                    });
            }
        }

        private String key() {
            return random.nextBoolean()
                    ? "k" + random.nextInt(6)
                    : any(List.of("a", "A", "é", "\uD800\uDC00", "\uFFFD"));
        }

        private <V> V any(List<V> values) {
            return values.get(random.nextInt(values.size()));
        }

        private @Nullable Long size() {
            return random.nextInt(3) == 0 ? null : Long.valueOf(random.nextInt(3) - 1);
        }

        private @Nullable String label() {
            return random.nextBoolean() ? null : any(TEXTS);
        }

        private Item item() {
            return new Item(
                    any(TEXTS),
                    random.nextInt(3) - 1,
                    any(REALS),
                    size(),
                    random.nextBoolean() ? null : new Spot(random.nextInt(3), label()),
                    Instant.ofEpochSecond(random.nextInt(3) - 1L, random.nextInt(2)),
                    any(IDS),
                    random.nextBoolean() ? List.of() : List.of(any(TEXTS), any(TEXTS)));
        }

        private NewItem newItem() {
            return new NewItem(
                    any(TEXTS),
                    random.nextInt(8) == 0 ? 1L << 40 : random.nextInt(3),
                    random.nextInt(4) == 0 ? null : any(REALS),
                    size(),
                    random.nextBoolean() ? null : new LabelledSpot(random.nextInt(3), label(), random.nextInt(3)),
                    Instant.ofEpochSecond(random.nextInt(3) - 1L, random.nextInt(2)),
                    any(IDS),
                    List.of(),
                    any(TEXTS));
        }
    }
}
