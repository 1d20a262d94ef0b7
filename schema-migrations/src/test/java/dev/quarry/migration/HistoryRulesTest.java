package dev.quarry.migration;

import static dev.quarry.migration.Steps.add;
import static dev.quarry.migration.Steps.change;
import static dev.quarry.migration.Steps.changeKey;
import static dev.quarry.migration.Steps.convert;
import static dev.quarry.migration.Steps.index;
import static dev.quarry.migration.Steps.inside;
import static dev.quarry.migration.Steps.insideEach;
import static dev.quarry.migration.Steps.merge;
import static dev.quarry.migration.Steps.mergeStores;
import static dev.quarry.migration.Steps.part;
import static dev.quarry.migration.Steps.remove;
import static dev.quarry.migration.Steps.rename;
import static dev.quarry.migration.Steps.require;
import static dev.quarry.migration.Steps.source;
import static dev.quarry.migration.Steps.split;
import static dev.quarry.migration.Steps.splitStore;
import static dev.quarry.migration.Steps.toList;
import static dev.quarry.migration.Steps.toSingle;
import static dev.quarry.migration.Steps.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.engine.Capability;
import dev.quarry.error.DatabaseFailed;
import dev.quarry.migration.MigrationStatus.State;
import dev.quarry.migration.error.InvalidScript;
import dev.quarry.migration.error.MigrationRefused;
import dev.quarry.migration.history.HistoryEntry;
import dev.quarry.migration.history.Outcome;
import dev.quarry.testing.Place;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The history and the scripts must fit each other. */
@ParameterizedClass
@EnumSource(Place.class)
final class HistoryRulesTest extends OpenDatabase {
    record One(String name, int age) {}

    record Two(String called, int age) {}

    record Three(String called) {}

    private static final Script SECOND = Changes.of(2, "called", change("people", Two.class, rename("name", "called")));
    private static final Script THIRD = Changes.of(3, "ageless", change("people", Three.class, remove("age")));

    @BeforeEach
    void fill() {
        DB.set(db.store("people", One.class), "ada", new One("Ada", 36));
    }

    private static String reason(Migrator migrator) {
        try {
            migrator.run();
        } catch (MigrationRefused e) {
            assertThat(e.reasons()).hasSize(1);
            assertThat(migrator.plan().problems()).isEqualTo(e.reasons());
            return e.reasons().get(0);
        }
        throw new AssertionError("it ran");
    }

    @Test
    void statusTellsWhatThereIsAndWhatComes() {
        Migrator migrator = Migrator.of(db, THIRD, SECOND);
        assertThat(migrator.status().version()).isZero();
        assertThat(migrator.status().scripts())
                .extracting(MigrationStatus.ScriptStatus::state)
                .containsExactly(State.PENDING, State.PENDING);

        Migrator.of(db, SECOND).run();
        assertThat(migrator.status().version()).isEqualTo(2);
        assertThat(migrator.status().scripts())
                .extracting(MigrationStatus.ScriptStatus::state)
                .containsExactly(State.APPLIED, State.PENDING);
        assertThat(migrator.status().pending()).hasSize(1);
    }

    @Test
    void aScriptThatIsMissingIsRefused() {
        Migrator.of(db, SECOND).run();

        assertThat(reason(Migrator.of(db, THIRD)))
                .isEqualTo("version 2 (called) is in the database's history and not among the scripts; add its script"
                        + " again");
    }

    @Test
    void aScriptThatChangedIsRefused() {
        Migrator.of(db, SECOND).run();
        Script other = Changes.of(
                2, "called", change("people", Two.class, rename("name", "called"), convert("age", (Integer a) -> a)));

        assertThat(reason(Migrator.of(db, other, THIRD))).contains("version 2 (called) is not the script that ran");
    }

    @Test
    void aScriptBehindALaterOneIsRefused() {
        Migrator.of(db, SECOND).run();
        Script first = Changes.of(1, "late", change("people", Two.class));

        assertThat(reason(Migrator.of(db, first, SECOND)))
                .contains("version 1 (late) has not run, and a later version has");
    }

    @Test
    void anotherDescriptionOrOtherClassesAreNoOtherScript() {
        record Zwei(String called, int age) {}
        Migrator.of(db, SECOND).run();
        Script moved = Changes.of(2, "other words", change("people", Zwei.class, rename("name", "called")));

        assertThat(Migrator.of(db, moved).status().problems()).isEmpty();
    }

    /** Whoever changes a checksum makes every database refuse its scripts. */
    @Test
    void checksumsNeverChange() {
        Script moved = Changes.of(4, "moved", Steps.renameStore("people", "persons"));
        Map<String, Script> recorded = Map.of(
                "1:d4ff7595bd5855b738bedc7605738392b20684f25d5022d776a4b3a6678395ef", SECOND,
                "1:4a99f248dfa5787cf3d2df0b8e3426672886af8613c4be5511b2617eb7b38d03", new V2__split_name(),
                "1:e701a578f9aa7f1800a4d6879bfbe1f1cbdaf6363f50b982d7886cdee672c4b5", moved,
                "2:6574b52e8ca0fb8c6a4fbaf56fac6171802c39c75e03c390c4250a7ff431ae18", SECOND,
                "2:72fb98d7f4864347c1323f58d6b6f34757f842b3913425e795c078615d9281d5", new V2__split_name(),
                "2:e701a578f9aa7f1800a4d6879bfbe1f1cbdaf6363f50b982d7886cdee672c4b5", moved,
                "2:437f5225cbd337eda9c2432091fb209a26c8f7827474ece502db6ed7ff92ad17", everyStep());

        assertThat(recorded).allSatisfy((checksum, script) -> {
            assertThat(Checksum.isOf(checksum, script))
                    .as(checksum + " " + Checksum.of(script))
                    .isTrue();
            assertThat(Checksum.isOf(checksum, THIRD)).isFalse();
        });
    }

    /** Of each kind of change and of step. */
    private static Script everyStep() {
        return Changes.of(
                5,
                "all",
                change(
                        "people",
                        Two.class,
                        add("a", row -> 1),
                        remove("b"),
                        rename("c", "d"),
                        convert("e", (Integer value) -> value),
                        split("f", List.of("g", "h"), (String value) -> Map.of()),
                        merge(List.of("i", "j"), "k", row -> ""),
                        require("l", "?"),
                        toList("m"),
                        toSingle("n"),
                        inside("o", remove("p")),
                        insideEach("q", remove("r")),
                        changeKey((key, row) -> key),
                        index("s", "t"),
                        unique("u")),
                splitStore("v", part("w", Two.class, row -> true, remove("x"))),
                mergeStores("y", Two.class, source("z", remove("x"))));
    }

    /** Where there are triggers: a database without them has nothing that stands guard. */
    @Test
    void theHistoryIsOnlyEverAddedTo() {
        Migrator.of(db, SECOND).run();
        if (!db.generations().engine().capabilities().has(Capability.TRIGGERS)) {
            assertThat(db.generations()
                            .engine()
                            .connections()
                            .<Integer>write(session ->
                                    session.execute("update quarry_migration_history set description = description")))
                    .isEqualTo(1);
            return;
        }

        for (String change :
                new String[] {"update quarry_migration_history set version = 7", "delete from quarry_migration_history"
                }) {
            assertThatThrownBy(() -> db.generations().engine().connections().write(session -> {
                        session.executeOnce(change);
                        return change;
                    }))
                    .isInstanceOf(DatabaseFailed.class)
                    .hasMessageContaining("only ever added to");
        }
        assertThat(Migrator.of(db, SECOND).history())
                .extracting(HistoryEntry::version)
                .containsExactly(2);
    }

    @Test
    void aStoreOfAnotherShapeIsRefusedWithTheDifferences() {
        try (Database other = DB.open(place.in(directory, "other").location())) {
            DB.set(other.store("people", Three.class), "ada", new Three("Ada"));

            assertThatThrownBy(() -> Migrator.of(other, new V2__split_name()).run())
                    .isInstanceOf(MigrationRefused.class)
                    .hasMessageContaining("have another shape than the script's old record")
                    .hasMessageContaining("component 'called' was removed")
                    .hasMessageContaining("component 'name' was added");
        }
    }

    @Test
    void aDatabaseThatWasMadeByALaterProgramIsDeclaredToBeOfItsVersion() {
        try (Database later = DB.open(place.in(directory, "other").location())) {
            DB.set(later.store("people", Two.class), "ada", new Two("Ada", 36));
            Migrator migrator = Migrator.of(later, SECOND, THIRD);

            assertThat(migrator.plan().problems())
                    .anyMatch(problem -> problem.contains("declare the database to be at version 2"));
            assertThat(migrator.baseline(2)).isEqualTo(1);
            assertThat(migrator.history()).extracting(HistoryEntry::outcome).containsExactly(Outcome.BASELINE);
            migrator.run();
            assertThat(DB.get(later.store("people", Three.class), "ada")).contains(new Three("Ada"));
            assertThat(migrator.baseline(3)).isZero();
            assertThatThrownBy(() -> migrator.baseline(9)).isInstanceOf(MigrationRefused.class);
        }
    }

    @Test
    void aDatabaseThatIsOfAnEarlierVersionIsNotDeclaredToBeOfALaterOne() {
        Migrator migrator = Migrator.of(db, SECOND, THIRD);

        for (int version : new int[] {2, 3}) {
            assertThatThrownBy(() -> migrator.baseline(version))
                    .isInstanceOf(MigrationRefused.class)
                    .hasMessageContaining(
                            "version 2 (called): the records of store 'people' have the shape from before it");
        }
        assertThat(migrator.history()).isEmpty();
        Migrator.of(db, SECOND).run();
        assertThatThrownBy(() -> migrator.baseline(3))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining(
                        "version 3 (ageless): the records of store 'people' have the shape from before it");
        assertThat(migrator.run().scripts()).hasSize(1);
    }

    @Test
    void alsoNotWhereTheScriptHasAnOldRecordOrOnlyRenames() {
        DB.set(db.store("crowd", V2__split_name.Before.class), "ada", new V2__split_name.Before("Ada L", 36, null));
        Migrator renaming = Migrator.of(db, Changes.of(2, "moved", Steps.renameStore("crowd", "people2")));
        assertThatThrownBy(() -> renaming.baseline(2))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("store 'crowd' is there and 'people2', to which it is renamed, is not");
        db.drop("people");
        db.rename("crowd", "people");

        assertThatThrownBy(() -> Migrator.of(db, new V2__split_name()).baseline(2))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("have the shape from before it");
    }

    @Test
    void aRecordThatHasGoneOnSinceTheScriptMayBeDeclared() {
        record Later(
                String called,
                @Nullable Integer age,
                @Nullable String city) {}
        db.drop("people");
        DB.set(db.store("people", Later.class), "ada", new Later("Ada", 36, null));

        assertThat(Migrator.of(db, SECOND).baseline(2)).isEqualTo(1);
    }

    @Test
    void aDeclarationIsUndone() {
        db.drop("people");
        DB.set(db.store("people", Two.class), "ada", new Two("Ada", 36));
        Script first = Changes.of(1, "first", Steps.renameStore("a", "b"));
        Migrator migrator = Migrator.of(db, first, SECOND, THIRD);
        migrator.baseline(1);
        migrator.baseline(2);
        migrator.run();
        migrator.undo();

        assertThat(migrator.undo()).isEqualTo(new Undone(2, 1, List.of(), List.of()));
        assertThat(migrator.history())
                .extracting(HistoryEntry::outcome)
                .containsExactly(Outcome.BASELINE, Outcome.BASELINE, Outcome.DONE, Outcome.UNDONE, Outcome.UNDONE);
        assertThat(migrator.status().pending()).hasSize(2);
        assertThat(DB.get(db.store("people", Two.class), "ada")).contains(new Two("Ada", 36));
        assertThat(migrator.baseline(2)).isEqualTo(1);
    }

    @Test
    void scriptsThatCannotBeOnesAreRefused() {
        assertThatThrownBy(() -> Migrator.of(db, SECOND, Changes.of(2, "again")))
                .isInstanceOf(InvalidScript.class)
                .hasMessageContaining("version 2 is that of");
        assertThatThrownBy(() -> Migrator.of(db, Changes.of(0, "zero"))).isInstanceOf(InvalidScript.class);
        assertThatThrownBy(() -> Migrator.of(db, new Nameless()))
                .isInstanceOf(InvalidScript.class)
                .hasMessageContaining("V2__split_name");
    }

    private static final class Nameless extends Migration<One, Two> {
        private Nameless() {
            super("people");
        }

        @Override
        public Two up(One old) {
            return new Two(old.name(), old.age());
        }
    }
}
