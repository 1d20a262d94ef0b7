package dev.quarry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.error.DatastoreException;
import dev.quarry.error.InvalidKey;
import dev.quarry.error.InvalidText;
import dev.quarry.error.InvalidValue;
import dev.quarry.error.NullComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys and records that no store takes. */
@ParameterizedClass
@EnumSource(Where.class)
final class BadRecordTest {
    record Home(String city, @Nullable String street) {}

    record Person(
            String name,
            @Nullable Integer age,
            List<String> tags,
            Map<String, String> labels,
            Home home,
            @Nullable Home second) {}

    record Pet(
            String name,
            Optional<String> nick,
            List<String> tricks,
            @Nullable Home home) {}

    record Owner(
            List<Pet> list, Set<String> set, Map<String, Pet> map, Optional<Home> optional, Optional<String> text) {
        Owner(List<Pet> list) {
            this(list, Set.of(), Map.of(), Optional.empty(), Optional.empty());
        }
    }

    private static final Home HOME = new Home("Athens", null);
    private static final Person GOOD = new Person("Ann", null, List.of("x"), Map.of("k", "v"), HOME, null);

    @Parameter
    Where where;

    @TempDir
    Path directory;

    private Database db;
    private Datastore<Person> people;

    @BeforeEach
    void open() {
        db = where.open(directory);
        people = db.store("people", Person.class);
        DB.set(people, "ann", GOOD);
    }

    @AfterEach
    void close() {
        db.close();
    }

    @SuppressWarnings("NullAway")
    private Stream<ThrowingCallable> everyVerbWithKey(@Nullable String key) {
        Map<String, Person> batch = new HashMap<>(Map.of("bob", GOOD));
        batch.put(key, GOOD);
        List<String> keys = Arrays.asList("ann", key);
        return Stream.of(
                () -> DB.set(people, key, GOOD),
                () -> DB.setAll(people, batch),
                () -> DB.get(people, key),
                () -> DB.entry(people, key),
                () -> DB.has(people, key),
                () -> DB.getMany(people, keys),
                () -> DB.getExisting(people, keys),
                () -> DB.getManyWithKeys(people, keys),
                () -> DB.delete(people, key),
                () -> DB.delete(people, "ann", key));
    }

    private void assertKeyRefused(@Nullable String key, String reason) {
        everyVerbWithKey(key).forEach(verb -> {
            InvalidKey refused = Refusal.of(InvalidKey.class, people, verb);
            assertThat(refused.key()).isEqualTo(key);
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused)
                    .hasMessageContaining(reason)
                    .hasMessageContaining("1 to 1,024 characters")
                    .message()
                    .hasSizeLessThan(400);
        });
    }

    @Test
    void aKeyIsNotNull() {
        assertKeyRefused(null, "it is null");
    }

    @Test
    void aKeyIsNotEmpty() {
        assertKeyRefused("", "it is empty");
    }

    @Test
    void aKeyIsNotTooLong() {
        assertKeyRefused("k".repeat(1_025), "it has 1025 characters");
    }

    @Test
    void aKeyHasNoCharacterThatCannotBeStored() {
        assertKeyRefused("a\0", "U+0000 at index 1 cannot be stored");
        assertKeyRefused("\uD83D", "U+D83D at index 0 cannot be stored");
        assertKeyRefused("ab\uDE00", "U+DE00 at index 2 cannot be stored");
    }

    @Test
    @SuppressWarnings("NullAway")
    void aRecordIsNotNull() {
        Map<String, Person> batch = new HashMap<>(Map.of("bob", GOOD));
        batch.put("ann", null);

        assertThat(Refusal.of(InvalidValue.class, people, () -> DB.set(people, "ann", null)))
                .hasMessageContaining("'ann'")
                .extracting(InvalidValue::argument)
                .isEqualTo("record of key 'ann'");
        Refusal.of(InvalidValue.class, people, () -> DB.add(people, null));
        Refusal.of(InvalidValue.class, people, () -> DB.setAll(people, batch));
    }

    /** However it is written, and also between good ones. */
    private <E extends DatastoreException> E refused(Class<E> type, Person bad) {
        E refused = Refusal.of(type, people, () -> DB.set(people, "bad", bad));
        Refusal.of(type, people, () -> DB.set(people, "ann", bad));
        Refusal.of(type, people, () -> DB.add(people, bad));
        Map<String, Person> batch = new LinkedHashMap<>();
        batch.put("bob", GOOD);
        batch.put("ann", bad);
        batch.put("cid", GOOD);
        Refusal.of(type, people, () -> DB.setAll(people, batch));
        return refused;
    }

    private void assertNullRefused(Person bad, Class<?> record, String field) {
        NullComponent refused = refused(NullComponent.class, bad);
        assertThat(refused.record()).isEqualTo(record.getName());
        assertThat(refused.field()).isEqualTo(field);
        assertThat(refused.key()).contains("bad");
        assertThat(refused)
                .hasMessageContaining("component '" + field + "'")
                .hasMessageContaining("key 'bad'")
                .hasMessageContaining(record.getName())
                .hasMessageContaining("give it a value, or declare it @Nullable");
    }

    @Test
    @SuppressWarnings("NullAway")
    void aComponentThatIsNotNullableIsNotNull() {
        assertNullRefused(new Person(null, 1, List.of(), Map.of(), HOME, null), Person.class, "name");
        assertNullRefused(new Person("", 1, null, Map.of(), HOME, null), Person.class, "tags");
        assertNullRefused(new Person("", 1, List.of(), null, HOME, null), Person.class, "labels");
        assertNullRefused(new Person("", 1, List.of(), Map.of(), null, null), Person.class, "home");
    }

    @Test
    @SuppressWarnings("NullAway")
    void norIsAnythingInsideAComponent() {
        List<String> tags = Arrays.asList("x", null);
        Map<String, String> value = new HashMap<>(Collections.singletonMap("k", null));
        Map<String, String> key = new HashMap<>(Collections.singletonMap(null, "v"));

        assertNullRefused(new Person("", 1, tags, Map.of(), HOME, null), Person.class, "tags[1]");
        assertNullRefused(new Person("", 1, List.of(), value, HOME, null), Person.class, "labels[k]");
        assertNullRefused(new Person("", 1, List.of(), key, HOME, null), Person.class, "labels (a key)");
        assertNullRefused(new Person("", 1, List.of(), Map.of(), new Home(null, ""), null), Home.class, "home.city");
        assertNullRefused(new Person("", 1, List.of(), Map.of(), HOME, new Home(null, "")), Home.class, "second.city");
    }

    private void assertTextRefused(Person bad, String where, int index, char character) {
        InvalidText refused = refused(InvalidText.class, bad);
        assertThat(refused.where()).isEqualTo("component '" + where + "'");
        assertThat(refused.field()).contains(where);
        assertThat(refused.key()).contains("bad");
        assertThat(refused.index()).isEqualTo(index);
        assertThat(refused.character()).isEqualTo(character);
        assertThat(refused)
                .hasMessageContaining("component '" + where + "' of key 'bad' has ")
                .hasMessageContaining(String.format("U+%04X", (int) character))
                .hasMessageContaining("at index " + index)
                .hasMessageContaining("remove it");
    }

    @Test
    void textHasNoCharacterThatCannotBeStored() {
        for (char bad : new char[] {'\0', '\uD83D', '\uDE00'}) {
            String text = "ab" + bad + "c";
            Home home = new Home(text, null);
            assertTextRefused(new Person(text, 1, List.of(), Map.of(), HOME, null), "name", 2, bad);
            assertTextRefused(new Person("", 1, List.of("", text), Map.of(), HOME, null), "tags[1]", 2, bad);
            assertTextRefused(new Person("", 1, List.of(), Map.of("k", text), HOME, null), "labels[k]", 2, bad);
            assertTextRefused(new Person("", 1, List.of(), Map.of(text, ""), HOME, null), "labels (a key)", 2, bad);
            assertTextRefused(new Person("", 1, List.of(), Map.of(), home, null), "home.city", 2, bad);
            assertTextRefused(
                    new Person("", 1, List.of(), Map.of(), HOME, new Home("", text)), "second.street", 2, bad);
        }
    }

    @Test
    void aPairOfSurrogatesInTheWrongOrderIsTwoHalves() {
        assertTextRefused(new Person("\uDE00\uD83D", 1, List.of(), Map.of(), HOME, null), "name", 0, '\uDE00');
    }

    @SuppressWarnings("NullAway")
    private void assertOwnerNullRefused(Owner bad, Class<?> record, String field) {
        Datastore<Owner> owners = db.store("owners", Owner.class);
        NullComponent refused = Refusal.of(NullComponent.class, owners, () -> DB.set(owners, "bad", bad));
        assertThat(refused.record()).isEqualTo(record.getName());
        assertThat(refused.field()).isEqualTo(field);
        assertThat(refused.key()).contains("bad");
        assertThat(DB.keys(owners)).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway")
    void noNullStandsWhereACollectionOrAnOptionalIsOrInARecordOfACollection() {
        Pet good = new Pet("Rex", Optional.empty(), List.of(), null);
        Pet nameless = new Pet(null, Optional.empty(), List.of(), null);
        Pet homeless = new Pet("", Optional.empty(), List.of(), new Home(null, null));
        Set<String> set = new LinkedHashSet<>(Arrays.asList("x", null));

        assertOwnerNullRefused(new Owner(null), Owner.class, "list");
        assertOwnerNullRefused(new Owner(Arrays.asList(good, null)), Owner.class, "list[1]");
        assertOwnerNullRefused(new Owner(List.of(good, nameless)), Pet.class, "list[1].name");
        assertOwnerNullRefused(new Owner(List.of(homeless)), Home.class, "list[0].home.city");
        assertOwnerNullRefused(new Owner(List.of(new Pet("", null, List.of(), null))), Pet.class, "list[0].nick");
        assertOwnerNullRefused(
                new Owner(List.of(good, new Pet("", Optional.empty(), Arrays.asList("a", "b", null), null))),
                Pet.class,
                "list[1].tricks[2]");
        assertOwnerNullRefused(
                new Owner(List.of(), set, Map.of(), Optional.empty(), Optional.empty()), Owner.class, "set[1]");
        assertOwnerNullRefused(
                new Owner(List.of(), Set.of(), Map.of("k", nameless), Optional.empty(), Optional.empty()),
                Pet.class,
                "map[k].name");
        assertOwnerNullRefused(
                new Owner(List.of(), Set.of(), Map.of(), null, Optional.empty()), Owner.class, "optional");
        assertOwnerNullRefused(
                new Owner(List.of(), Set.of(), Map.of(), Optional.of(new Home(null, null)), Optional.empty()),
                Home.class,
                "optional.city");
        assertOwnerNullRefused(new Owner(List.of(), Set.of(), Map.of(), Optional.empty(), null), Owner.class, "text");
    }

    private void assertOwnerTextRefused(Owner bad, String where) {
        Datastore<Owner> owners = db.store("owners", Owner.class);
        InvalidText refused = Refusal.of(InvalidText.class, owners, () -> DB.set(owners, "bad", bad));
        assertThat(refused.field()).contains(where);
        assertThat(refused.key()).contains("bad");
        assertThat(refused.index()).isEqualTo(1);
        assertThat(DB.keys(owners)).isEmpty();
    }

    @Test
    void noTextAnywhereHasACharacterThatCannotBeStored() {
        Pet good = new Pet("Rex", Optional.empty(), List.of(), null);
        for (String bad : List.of("a\0", "a\uD83D", "a\uDE00")) {
            Pet nick = new Pet("", Optional.of(bad), List.of(), null);
            assertOwnerTextRefused(new Owner(List.of(good, nick)), "list[1].nick");
            assertOwnerTextRefused(
                    new Owner(List.of(new Pet("", Optional.empty(), List.of("", bad), null))), "list[0].tricks[1]");
            assertOwnerTextRefused(
                    new Owner(List.of(), Set.of(bad), Map.of(), Optional.empty(), Optional.empty()), "set[0]");
            assertOwnerTextRefused(
                    new Owner(List.of(), Set.of(), Map.of("k", nick), Optional.empty(), Optional.empty()),
                    "map[k].nick");
            assertOwnerTextRefused(
                    new Owner(List.of(), Set.of(), Map.of(bad, good), Optional.empty(), Optional.empty()),
                    "map (a key)");
            assertOwnerTextRefused(
                    new Owner(List.of(), Set.of(), Map.of(), Optional.of(new Home("", bad)), Optional.empty()),
                    "optional.street");
            assertOwnerTextRefused(
                    new Owner(List.of(), Set.of(), Map.of(), Optional.empty(), Optional.of(bad)), "text");
        }
    }
}
