package dev.quarry.migration;

import static dev.quarry.Options.index;
import static dev.quarry.Options.unique;
import static dev.quarry.migration.Steps.change;
import static dev.quarry.migration.Steps.rename;
import static dev.quarry.migration.Steps.renameStore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.error.UniqueViolation;
import dev.quarry.migration.V2__split_name.Before;
import dev.quarry.migration.V2__split_name.Person;
import dev.quarry.migration.error.UndoRefused;
import dev.quarry.testing.Place;
import dev.quarry.testing.Site;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Backups that are tables of the database itself. */
@ParameterizedClass
@EnumSource(
        value = Place.class,
        names = {"POSTGRESQL", "MINIMAL"})
final class BackupTablesTest {
    private static final Before ADA = new Before("Ada Lovelace", 36, "London");
    private static final String BACKUP = "20260102T030405Z-v1.backup";
    private static final Script YEARS = Changes.of(3, "years", change("people", Older.class, rename("age", "years")));

    record Older(
            String given,
            String family,
            int years,
            @Nullable String city) {}

    @Parameter
    Place place;

    @TempDir
    Path directory;

    private Site site;
    private Database db;

    @BeforeEach
    void fill() {
        site = place.in(directory);
        db = DB.open(site.location());
        DB.set(people(), "ada", ADA);
    }

    @AfterEach
    void close() {
        db.close();
    }

    private Datastore<Before> people() {
        return db.store("people", Before.class, index(Before::age), unique(Before::name));
    }

    private Migrator migrator(Script... scripts) {
        RunContext standard = RunContext.standard();
        Clock clock = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
        return Migrator.of(db, scripts).with(new RunContext("", standard.progress(), clock, standard.freeSpace()));
    }

    @Test
    void theTableFromBeforeIsKeptUnderTheNameOfTheBackup() throws SQLException {
        Migrator migrator = migrator(new V2__split_name());

        assertThat(migrator.run().backup()).contains(BACKUP);
        assertThat(migrator.backups()).containsExactly(BACKUP);
        assertThat(migrator.history().get(0).backup()).contains(BACKUP);
        assertThat(site.dataTables()).containsExactly("people__g1@" + BACKUP, "people__g2");
        assertThat(site.column("select name from \"people__g1@" + BACKUP + "\""))
                .containsExactly("Ada Lovelace");
    }

    @Test
    void ofSeveralScriptsOnlyTheTablesFromBeforeTheRunAreKept() throws SQLException {
        Migrator migrator = migrator(new V2__split_name(), YEARS);
        migrator.run();

        assertThat(site.dataTables()).containsExactly("people__g1@" + BACKUP, "people__g3");
        migrator.undo();
        assertThat(DB.get(people(), "ada")).contains(ADA);
        assertThat(site.dataTables()).containsExactly("people__g1");
    }

    @Test
    void anUndoTakesTheTablesWithTheirIndexesOutOfTheBackupAndTheNextRunMakesAnother() throws SQLException {
        List<String> indexes = site.indexes();
        Migrator migrator = migrator(new V2__split_name());
        migrator.run();
        migrator.undo();

        assertThat(migrator.backups()).isEmpty();
        assertThat(site.dataTables()).containsExactly("people__g1");
        assertThat(site.indexes()).isEqualTo(indexes).hasSize(2);
        assertThat(site.column("select backup from quarry_backup")).isEmpty();

        assertThat(migrator.run().backup()).contains(BACKUP);
        migrator.undo();
        assertThat(DB.getAll(people())).containsExactly(ADA);
    }

    @Test
    void aTableThatComesBackKeepsItsUniqueRule() throws SQLException {
        Migrator migrator = migrator(new V2__split_name());
        migrator.run();
        migrator.undo();
        Datastore<Before> people = people();

        assertThatThrownBy(() -> DB.set(people, "bob", ADA)).isInstanceOf(UniqueViolation.class);
        DB.set(people, "ada", new Before("Ada King", 36, "London"));
        DB.set(people, "bob", ADA);
        assertThat(site.tables()).noneMatch(table -> table.startsWith("people__g2"));
    }

    @Test
    void twoBackupsOfOneSecondHaveTwoNames() {
        migrator(new V2__split_name()).run();
        Migrator later = migrator(new V2__split_name(), YEARS);
        DB.set(db.store("pets", Before.class), "rex", ADA);
        assertThat(later.run().backup()).contains("20260102T030405Z-v2.backup");

        assertThat(later.backups()).containsExactly(BACKUP, "20260102T030405Z-v2.backup");
        later.undo();
        later.undo();
        assertThat(DB.get(people(), "ada")).contains(ADA);
        assertThat(DB.count(db.store("pets", Before.class))).isEqualTo(1);
    }

    @Test
    void aDeletedBackupTakesItsTablesWithIt() throws SQLException {
        Migrator migrator = migrator(new V2__split_name());
        migrator.run();

        assertThat(migrator.deleteBackup("people__g2")).isFalse();
        assertThat(migrator.deleteBackup(BACKUP)).isTrue();
        assertThat(site.dataTables()).containsExactly("people__g2");
        assertThat(site.indexes()).allMatch(index -> index.startsWith("people__g2"));
        assertThat(site.tables()).noneMatch(table -> table.startsWith("people__g1"));
        assertThatThrownBy(migrator::undo)
                .isInstanceOf(UndoRefused.class)
                .hasMessageContaining("is not there any more");
        assertThat(DB.get(db.store("people", Person.class), "ada")).isPresent();
    }

    @Test
    void aRunThatOnlyRenamesStoresLeavesNoBackup() throws SQLException {
        Migrator migrator = migrator(Changes.of(2, "persons", renameStore("people", "persons")));

        assertThat(migrator.run().backup()).isEmpty();

        assertThat(migrator.backups()).isEmpty();
        assertThat(migrator.history().get(0).backup()).isEmpty();
        assertThat(site.dataTables()).containsExactly("people__g1");
        assertThat(site.tables()).doesNotContain("quarry_backup");
        migrator.undo();
        assertThat(DB.get(people(), "ada")).contains(ADA);
        assertThat(site.tables()).doesNotContain("quarry_backup");
    }

    @Test
    void aFailedRunLeavesNoBackup() throws SQLException {
        Script failing =
                Changes.of(2, "fails", change("people", Before.class, Steps.convert("age", (Integer age) -> 1 / 0)));

        assertThatThrownBy(() -> migrator(failing).run()).hasMessageContaining("'ada'");
        assertThat(site.dataTables()).containsExactly("people__g1");
        assertThat(migrator(failing).backups()).isEmpty();
        assertThat(migrator(failing).history().get(0).backup()).isEmpty();
        assertThat(DB.get(people(), "ada")).contains(ADA);
    }

    /** A server has room for some ten thousand locks in all, so a run must not need one for each record. */
    @Test
    void aRunHoldsFewLocks() {
        Map<String, Before> many = new LinkedHashMap<>();
        for (int i = 0; i < 1_500; i++) {
            many.put("n" + i, new Before("given family" + i, i, null));
        }
        DB.setAll(people(), many);
        List<Long> locks = new ArrayList<>();
        migrator(new V2__split_name())
                .withProgress((phase, store, done, all) -> locks.add(locks()))
                .run();

        assertThat(locks)
                .hasSizeGreaterThan(3)
                .allSatisfy(count -> assertThat(count).isLessThan(20));
        assertThat(locks).anySatisfy(count -> assertThat(count).isPositive());
    }

    private long locks() {
        try {
            return site.openTransactions("people__g1");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aStoreOfALongNameIsKeptAndComesBackToo() throws SQLException {
        String name = "n".repeat(64);
        DB.set(db.store(name, Before.class), "ada", ADA);
        Migrator migrator = migrator(Changes.of(2, "years", change(name, Aged.class, rename("age", "years"))));
        migrator.run();
        assertThat(DB.get(db.store(name, Aged.class), "ada")).contains(new Aged("Ada Lovelace", 36, "London"));
        migrator.undo();
        assertThat(DB.get(db.store(name, Before.class), "ada")).contains(ADA);
    }

    record Aged(String name, int years, @Nullable String city) {}
}
