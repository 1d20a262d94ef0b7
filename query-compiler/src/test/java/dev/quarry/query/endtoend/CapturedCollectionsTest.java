package dev.quarry.query.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.error.UnsupportedCollection;
import dev.quarry.query.testing.Backend;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Which captured collections and maps SQL stands for. */
@ParameterizedClass
@EnumSource(Backend.class)
final class CapturedCollectionsTest {
    private static final Person EVE = Person.of("Eve", 30);

    private final Backend backend;
    private final Database database;
    private final Datastore<Person> people;

    CapturedCollectionsTest(Backend backend) {
        this.backend = backend;
        this.database = backend.open();
        this.people = database.store("people", Person.class);
    }

    @BeforeEach
    void fill() {
        DB.setAll(people, Map.of("eve", EVE, "ada", Person.of("Ada", 36)));
    }

    @AfterEach
    void close() {
        backend.close(database);
    }

    @Test
    void collectionsThatDoNotFindTheirElementsByEqualsAreRefused() {
        TreeSet<String> sorted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        sorted.add("EVA");
        List<Set<String>> sets = List.of(
                sorted,
                sorted.descendingSet(),
                Collections.unmodifiableSet(sorted),
                Collections.unmodifiableSet(sorted.descendingSet()),
                Collections.synchronizedSet(Collections.unmodifiableSet(sorted)),
                Collections.newSetFromMap(new IdentityHashMap<>()),
                new HashSet<>() {
                    @Override
                    public boolean contains(Object element) {
                        return true;
                    }
                });
        for (Set<String> set : sets) {
            assertThatThrownBy(() -> DB.query(people, p -> set.contains(p.name())))
                    .isInstanceOf(UnsupportedCollection.class)
                    .hasMessageContaining("new ArrayList<>");
        }
        TreeMap<String, String> byOrder = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Map<String, String> map : List.of(byOrder, Collections.unmodifiableMap(byOrder))) {
            assertThatThrownBy(() -> DB.query(people, p -> map.containsKey(p.name())))
                    .isInstanceOf(UnsupportedCollection.class)
                    .hasMessageContaining("new HashMap<>");
        }
    }

    @Test
    void collectionsThatFindTheirElementsByEqualsAreTakenWhateverTheirClass() {
        String name = EVE.name();
        Set<String> concurrent = Collections.newSetFromMap(new ConcurrentHashMap<>());
        concurrent.add(name);
        List<Collection<String>> collections = List.of(
                List.of(name),
                Set.of(name, "-"),
                Arrays.asList(name, null),
                new TreeSet<>(Set.of(name)),
                new TreeSet<>(Set.of(name)).headSet("\uffff"),
                Collections.unmodifiableSet(new TreeSet<>(Set.of(name))),
                Collections.unmodifiableCollection(new ArrayDeque<>(List.of(name))),
                Collections.synchronizedList(new LinkedList<>(List.of(name))),
                concurrent,
                new HashMap<>(Map.of(name, 1)).keySet(),
                new HashMap<>(Map.of(1, name)).values(),
                new ArrayList<>(List.of(name)) {});
        for (Collection<String> collection : collections) {
            assertThat(DB.query(people, p -> collection.contains(p.name())))
                    .as("%s", collection.getClass())
                    .containsExactly(EVE);
        }
    }
}
