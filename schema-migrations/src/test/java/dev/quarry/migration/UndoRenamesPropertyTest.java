package dev.quarry.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.StoreInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever names stores have got from each other in a run, they get their own back. */
final class UndoRenamesPropertyTest {
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "renamed-1", "renamed-2");

    record Note(String text) {}

    @Property(tries = 60)
    void everyStoreGetsItsNameBack(
            @ForAll @IntRange(min = 1, max = 5) int stores,
            @ForAll @IntRange(min = 1, max = 12) int renames,
            @ForAll Random random) {
        try (Database db = DB.inMemory()) {
            for (String name : NAMES.subList(0, stores)) {
                DB.set(db.store(name, Note.class), "k", new Note("of " + name));
            }
            Map<String, String> before = texts(db);
            List<String> taken = new ArrayList<>(before.keySet());
            Change[] changes = new Change[renames];
            for (int i = 0; i < renames; i++) {
                List<String> free =
                        NAMES.stream().filter(name -> !taken.contains(name)).toList();
                String from = taken.remove(random.nextInt(taken.size()));
                String to = free.get(random.nextInt(free.size()));
                taken.add(to);
                changes[i] = Steps.renameStore(from, to);
            }
            Migrator migrator = Migrator.of(db, Changes.of(2, "names", changes));

            assertThat(migrator.run().backup()).isEmpty();
            assertThat(texts(db).keySet()).containsExactlyInAnyOrderElementsOf(taken);
            migrator.undo();

            assertThat(texts(db)).isEqualTo(before);
        }
    }

    private static Map<String, String> texts(Database db) {
        Map<String, String> texts = new TreeMap<>();
        for (StoreInfo store : db.stores()) {
            texts.put(
                    store.name(),
                    DB.get(db.store(store.name(), Note.class), "k")
                            .orElseThrow()
                            .text());
        }
        return texts;
    }
}
