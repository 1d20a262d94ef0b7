package dev.quarry.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.migration.error.MigrationFailed;
import dev.quarry.migration.history.HistoryEntry;
import dev.quarry.migration.history.Outcome;
import java.util.List;
import java.util.Map;

/** A database with a store {@code people} of two, on which scripts of version 2 fail. */
final class PeopleToMigrate implements AutoCloseable {
    record Inner(int number) {}

    record Person(String name, int age, Inner inner, List<Inner> list) {}

    private final Database db;
    private final Map<String, Person> records;

    PeopleToMigrate(String location) {
        db = DB.open(location);
        Datastore<Person> people = db.store("people", Person.class);
        DB.set(people, "a", new Person("Ada", 36, new Inner(1), List.of(new Inner(1), new Inner(2))));
        DB.set(people, "b", new Person("Bob", 41, new Inner(2), List.of(new Inner(3))));
        records = DB.getAllWithKeys(people);
    }

    @Override
    public void close() {
        db.close();
    }

    Migrator migrator(Script script) {
        return Migrator.of(db, script);
    }

    /** Writes what no program writes into a column of a record. */
    void damage(String key, String column, String text) {
        db.generations().engine().connections().write(session -> {
            String table = db.generations().table(session, "people");
            session.execute("update \"" + table + "\" set \"" + column + "\" = ? where \"#key\" = ?", text, key);
            return table;
        });
    }

    /** The failure of a run. */
    MigrationFailed runFails(Script script) {
        MigrationFailed failed = catchThrowableOfType(
                MigrationFailed.class, () -> migrator(script).run());
        assertThat(failed).isNotNull();
        assertThat(failed.store()).isEqualTo("people");
        assertThat(failed.version()).isEqualTo(2);
        assertThat(failed).hasMessageContaining("'" + failed.key() + "'").hasMessageContaining("nothing was changed");
        assertThat(db.stores()).hasSize(1);
        List<HistoryEntry> history = migrator(script).history();
        assertThat(history).singleElement().satisfies(entry -> {
            assertThat(entry.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(entry.records()).isZero();
            assertThat(entry.detail().failure())
                    .hasValueSatisfying(words -> assertThat(words).contains(failed.reason()));
        });
        return failed;
    }

    /** The same, after which nothing but the history has changed. */
    MigrationFailed failure(Script script) {
        MigrationFailed failed = runFails(script);
        assertThat(DB.getAllWithKeys(db.store("people", Person.class))).isEqualTo(records);
        return failed;
    }
}
