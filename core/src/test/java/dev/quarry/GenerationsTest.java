package dev.quarry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.codec.RowCodec;
import dev.quarry.codec.RowRecords;
import dev.quarry.engine.Session;
import dev.quarry.error.DatabaseFailed;
import dev.quarry.error.InvalidStoreName;
import dev.quarry.error.StoreExists;
import dev.quarry.error.StoreMissing;
import dev.quarry.schema.DeclaredRecord;
import dev.quarry.schema.FieldPath;
import dev.quarry.schema.Index;
import dev.quarry.schema.RecordSchemas;
import dev.quarry.store.Generation;
import dev.quarry.store.Generations;
import dev.quarry.testing.PostgresServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.assertj.core.api.Assertions;

/** The tables behind the stores, and rows that are read without a class of their own. */
final class GenerationsTest {
    private static final BothEngines ENGINES = new BothEngines();

    @AfterContainer
    static void close() {
        ENGINES.close();
    }

    record Note(String text, int number) {}

    @Provide
    Arbitrary<Record> records() {
        return Arbitraries.of(Everything.class, EveryKind.class, EveryCollection.class, Levels.class)
                .flatMap(type -> ArbitraryRecords.of(type).map(Record.class::cast));
    }

    @Property(tries = 60)
    void aRecordOfAnyKindIsReadWithoutItsClassAndMadeAgain(@ForAll("records") Record record) {
        assertReadAndMadeAgain(record.getClass(), record);
    }

    private static <T extends Record> void assertReadAndMadeAgain(Class<T> type, Record record) {
        DeclaredRecord<T> declared = RecordSchemas.of(type);
        ENGINES.check(db -> {
            DB.set(db.store("records", type), "k", type.cast(record));

            List<Map<String, Object>> rows = new ArrayList<>();
            write(
                    db,
                    session -> db.generations()
                            .forEach(
                                    session,
                                    "records",
                                    declared.schema(),
                                    members -> RowCodec.of(declared.schema(), members)::read,
                                    (key, version, content) -> rows.add(content.read())));

            assertThat(rows).hasSize(1);
            assertThat(rows.get(0).keySet())
                    .containsExactlyElementsOf(declared.schema().fieldNames());
            assertThat(RowRecords.of(declared).record(rows.get(0))).isEqualTo(record);
        });
    }

    @Example
    void aGenerationIsNobodysUntilItIsInstalled() {
        ENGINES.check(db -> {
            Datastore<Note> before = db.store("notes", Note.class);
            DB.set(before, "old", new Note("old", 1));
            Generations generations = db.generations();

            Generation<Note> next = created(db, generations);
            write(db, session -> {
                next.add(session, "new", 7, new Note("new", 2), GenerationsTest::unexpected);
                next.flush(session);
            });
            assertThat(DB.keys(before)).containsExactly("old");

            write(db, session -> generations.install(session, next, "a test"));
            Assertions.assertThatThrownBy(() -> DB.keys(before))
                    .isInstanceOf(StoreMissing.class)
                    .hasMessageContaining("migration");
            Datastore<Note> after = db.store("notes", Note.class);
            assertThat(DB.getAllWithKeys(after)).isEqualTo(Map.of("new", new Note("new", 2)));
            assertThat(DB.entry(after, "new").orElseThrow().version()).isEqualTo(7);
        });
    }

    private static void unexpected() {
        throw new AssertionError("the key is free");
    }

    private static Generation<Note> created(Database db, Generations generations) {
        List<Generation<Note>> made = new ArrayList<>();
        write(db, session -> made.add(generations.create(session, "notes", RecordSchemas.of(Note.class))));
        return made.get(0);
    }

    @Example
    void aKeyThatIsTakenIsNotWrittenAndDuplicatesAreTold() {
        ENGINES.check(db -> {
            Generation<Note> next = created(db, db.generations());
            List<String> taken = new ArrayList<>();
            Map<String, String> groups = new TreeMap<>();
            Index rule = new Index(List.of(new Index.Part(FieldPath.of("text"), false)), true);
            write(db, session -> {
                next.add(session, "a", 1, new Note("same", 1), GenerationsTest::unexpected);
                next.add(session, "b", 1, new Note("other", 1), GenerationsTest::unexpected);
                next.add(session, "c", 1, new Note("same", 1), GenerationsTest::unexpected);
                next.add(session, "a", 1, new Note("again", 1), () -> taken.add("a"));
                next.flush(session);
                next.duplicates(session, rule, (first, last, count) -> groups.put(first, last + count));
            });
            assertThat(taken).containsExactly("a");
            assertThat(groups).containsExactly(Map.entry("a", "c2"));
        });
    }

    /** The driver makes fewer statements of many, and counts them no more. */
    @Example
    void aKeyThatIsTakenIsToldWhereTheDriverRewritesBatches() {
        try (Database db = DB.open(PostgresServer.newDatabase() + "&reWriteBatchedInserts=true")) {
            Generation<Note> next = created(db, db.generations());
            List<Integer> taken = new ArrayList<>();
            write(db, session -> {
                for (int i = 0; i < 20; i++) {
                    int number = i;
                    next.add(session, "k" + i % 15, 1, new Note("x", i), () -> taken.add(number));
                }
                next.flush(session);
            });
            assertThat(taken).containsExactly(15, 16, 17, 18, 19);
        }
    }

    @Example
    void aDigestTellsEveryChangeAndNothingElse() {
        ENGINES.check(db -> {
            Datastore<Note> notes = db.store("notes", Note.class);
            DB.set(notes, "a", new Note("x", 1));
            DB.set(notes, "b", new Note("y", 2));
            String first = digest(db);

            assertThat(digest(db)).isEqualTo(first);
            DB.set(notes, "b", new Note("y", 2));
            assertThat(digest(db)).as("it was written once more").isNotEqualTo(first);
            DB.delete(notes, "b");
            assertThat(digest(db)).isNotEqualTo(first);
            DB.set(notes, "b", new Note("z", 2));
            assertThat(digest(db)).isNotEqualTo(first);
            DB.delete(notes, "b");
            DB.set(notes, "b", new Note("y", 2));
            assertThat(digest(db)).as("it is as it was").isEqualTo(first);
        });
    }

    private static String digest(Database db) {
        return db.generations()
                .engine()
                .connections()
                .read(session -> db.generations().digest(session, "notes"));
    }

    @Example
    void aStoreOfAnotherDatabaseIsNotAdopted() {
        ENGINES.check(db -> {
            db.store("a", Note.class);
            db.store("b", Note.class);
            String entry = entry(db, "a");

            Assertions.assertThatThrownBy(() -> adopt(db, "c", entry))
                    .isInstanceOf(DatabaseFailed.class)
                    .hasMessageContaining("the backup is another database's")
                    .hasMessageContaining("the number that store 'a' has here");
            db.drop("a");
            Assertions.assertThatThrownBy(() -> adopt(db, "a", entry.replace("\"version\":1", "\"version\":2")))
                    .isInstanceOf(DatabaseFailed.class)
                    .hasMessageContaining("has no such version of a store");
            assertThat(db.stores()).extracting(StoreInfo::name).containsExactly("b");

            adopt(db, "a", entry);
            assertThat(db.schemaHistory("a"))
                    .extracting(SchemaVersion::changes)
                    .last()
                    .isEqualTo(List.of("it is again as it was in version 1"));
            // its table went with the store that was dropped
            write(db, session -> session.execute("delete from quarry_store where name = ?", "a"));
        });
    }

    private static String entry(Database db, String store) {
        return db.generations()
                .engine()
                .connections()
                .read(session -> session.texts("select entry from quarry_store where name = ?", store)
                        .get(0));
    }

    private static void adopt(Database db, String store, String entry) {
        write(db, session -> db.generations().adopt(session, store, entry));
    }

    @Example
    void storesSwapTheirNamesAndPassThemOn() {
        ENGINES.check(db -> {
            for (String store : List.of("a", "b", "c", "d", "renamed-1")) {
                DB.set(db.store(store, Note.class), "k", new Note(store, 1));
            }

            rename(db, Map.of("a", "b", "b", "a", "c", "new", "d", "c", "renamed-1", "renamed-2"));

            assertThat(db.stores()).extracting(StoreInfo::name).containsExactly("a", "b", "c", "new", "renamed-2");
            assertThat(List.of("a", "b", "c", "new", "renamed-2"))
                    .extracting(store -> DB.get(db.store(store, Note.class), "k")
                            .orElseThrow()
                            .text())
                    .containsExactly("b", "a", "d", "c", "renamed-1");
        });
    }

    @Example
    void namesThatAreNotFreeAreRefusedAndNothingIsRenamed() {
        ENGINES.check(db -> {
            for (String store : List.of("a", "b", "c")) {
                db.store(store, Note.class);
            }

            Assertions.assertThatThrownBy(() -> rename(db, Map.of("a", "c", "b", "a")))
                    .isInstanceOf(StoreExists.class)
                    .hasMessageContaining("'c'");
            Assertions.assertThatThrownBy(() -> rename(db, Map.of("a", "new", "b", "new")))
                    .isInstanceOf(StoreExists.class)
                    .hasMessageContaining("'new'");
            Assertions.assertThatThrownBy(() -> rename(db, Map.of("a", "b", "b", "a", "missing", "new")))
                    .isInstanceOf(StoreMissing.class)
                    .hasMessageContaining("'missing'");
            Assertions.assertThatThrownBy(() -> rename(db, Map.of("a", "not a name")))
                    .isInstanceOf(InvalidStoreName.class);
            assertThat(db.stores()).extracting(StoreInfo::name).containsExactly("a", "b", "c");
        });
    }

    private static void rename(Database db, Map<String, String> names) {
        write(db, session -> db.generations().rename(session, names));
    }

    private static void write(Database db, Action action) {
        db.generations().engine().connections().write(session -> {
            action.run(session);
            return session;
        });
    }

    private interface Action {
        void run(Session session) throws SQLException;
    }
}
