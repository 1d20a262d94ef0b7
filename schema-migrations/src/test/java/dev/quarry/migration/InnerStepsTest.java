package dev.quarry.migration;

import static dev.quarry.migration.Steps.change;
import static dev.quarry.migration.Steps.convert;
import static dev.quarry.migration.Steps.inside;
import static dev.quarry.migration.Steps.insideEach;
import static dev.quarry.migration.Steps.remove;
import static dev.quarry.migration.Steps.rename;
import static dev.quarry.migration.Steps.require;
import static dev.quarry.migration.Steps.requireComputed;
import static dev.quarry.migration.Steps.toList;
import static dev.quarry.migration.Steps.toSingle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.DB;
import dev.quarry.error.DuplicateElements;
import dev.quarry.migration.error.MigrationFailed;
import dev.quarry.migration.error.MigrationRefused;
import dev.quarry.testing.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Steps inside records that other steps change as well, in the plan, in a dry run and in a run. */
@ParameterizedClass
@EnumSource(Place.class)
final class InnerStepsTest extends OpenDatabase {
    record Street(String name, @Nullable String door) {}

    record Coin(String name, @Nullable Street mint) {}

    record Before(String name, @Nullable Street place, List<Coin> coins, Map<String, Street> sights) {}

    private static final Before ATHENS = new Before(
            "Athens",
            new Street("Athinas", "63"),
            List.of(new Coin("Euro", new Street("Halandri", null)), new Coin("Drachma", null)),
            Map.of("Parthenon", new Street("Acropolis", "1")));

    private static final Before ZAGORA = new Before("Zagora", null, List.of(), Map.of());

    @BeforeEach
    void fill() {
        DB.set(db.store("places", Before.class), "athens", ATHENS);
        DB.set(db.store("places", Before.class), "zagora", ZAGORA);
    }

    private Migrator migrator(Class<? extends Record> to, Step... steps) {
        return Migrator.of(db, Changes.of(2, "a test", change("places", to, steps)));
    }

    private <N extends Record> List<N> converted(Class<N> to, Step... steps) {
        Migrator migrator = migrator(to, steps);
        assertThat(migrator.plan().problems()).isEmpty();
        DryRun dry = migrator.dryRun();
        assertThat(dry.failures()).isEmpty();
        assertThat(dry.records()).isEqualTo(2);
        migrator.run();
        return DB.getAll(db.store("places", to));
    }

    private static Step[] without(List<String> others, Step... first) {
        List<Step> all = new ArrayList<>(List.of(first));
        others.forEach(other -> all.add(remove(other)));
        return all.toArray(Step[]::new);
    }

    private static final List<String> ALL_BUT_PLACE = List.of("coins", "sights");
    private static final List<String> ALL_BUT_COINS = List.of("place", "sights");
    private static final List<String> ALL_BUT_SIGHTS = List.of("place", "coins");

    record Road(String road) {}

    record Sited(String name, Road place) {}

    @Test
    void aRecordThatStepsHaveChangedCanBeRequired() {
        assertThat(converted(
                        Sited.class,
                        without(
                                ALL_BUT_PLACE,
                                inside("place", rename("name", "road"), remove("door")),
                                require("place", Map.of("road", "?")))))
                .containsExactly(new Sited("Athens", new Road("Athinas")), new Sited("Zagora", new Road("?")));
    }

    @Test
    void whatIsRequiredThereMayBeTheNewRecord() {
        assertThat(converted(
                        Sited.class,
                        without(
                                ALL_BUT_PLACE,
                                inside("place", rename("name", "road"), remove("door")),
                                requireComputed("place", row -> new Road("in " + row.get("name", String.class))))))
                .containsExactly(new Sited("Athens", new Road("Athinas")), new Sited("Zagora", new Road("in Zagora")));
    }

    @Test
    void whatIsRequiredFirstIsChangedByTheStepsInside() {
        Step first = requireComputed("place", row -> {
            Map<String, @Nullable Object> street = new HashMap<>();
            street.put("name", "in " + row.get("name", String.class));
            street.put("door", null);
            return street;
        });
        assertThat(converted(
                        Sited.class,
                        without(ALL_BUT_PLACE, first, inside("place", rename("name", "road"), remove("door")))))
                .containsExactly(new Sited("Athens", new Road("Athinas")), new Sited("Zagora", new Road("in Zagora")));
    }

    @Test
    void aNewRecordIsNotChangedByStepsInside() {
        Migrator migrator = migrator(
                Sited.class,
                without(
                        ALL_BUT_PLACE,
                        require("place", new Road("?")),
                        inside("place", rename("name", "road"), remove("door"))));

        assertThat(migrator.dryRun().failures()).singleElement().satisfies(failure -> {
            assertThat(failure.key()).isEqualTo("zagora");
            assertThat(failure.reason()).isEqualTo(Failure.Reason.INVALID);
            assertThat(failure.describe())
                    .isEqualTo("places 'zagora', place: 'place' is a Road that a step before gave, and steps inside"
                            + " change records as they are stored: give a map of its components, or let that step"
                            + " follow");
        });
        assertThatThrownBy(migrator::run).isInstanceOf(MigrationFailed.class);
    }

    record Address(String road, int number) {}

    record Home(String name, @Nullable Address home) {}

    @Test
    void stepsInsideARecordMayComeInSeveralTurns() {
        assertThat(converted(
                        Home.class,
                        without(
                                ALL_BUT_PLACE,
                                inside("place", rename("name", "road")),
                                rename("place", "home"),
                                inside("home", convert("door", (String door) -> Integer.parseInt(door))),
                                inside("home", rename("door", "number")))))
                .containsExactly(new Home("Athens", new Address("Athinas", 63)), new Home("Zagora", null));
    }

    record Money(String label, Road mint) {}

    record Moneys(String name, List<Money> coins) {}

    @Test
    void stepsInsideEachRecordMayComeInSeveralTurns() {
        assertThat(converted(
                        Moneys.class,
                        without(
                                ALL_BUT_COINS,
                                insideEach("coins", rename("name", "label")),
                                insideEach(
                                        "coins",
                                        inside("mint", rename("name", "road")),
                                        inside("mint", remove("door")),
                                        require("mint", Map.of("road", "?"))))))
                .containsExactly(
                        new Moneys(
                                "Athens",
                                List.of(new Money("Euro", new Road("Halandri")), new Money("Drachma", new Road("?")))),
                        new Moneys("Zagora", List.of()));
    }

    record Sights(String name, Map<String, Road> sights) {}

    @Test
    void theSameGoesForTheRecordsOfAMap() {
        assertThat(converted(
                        Sights.class,
                        without(
                                ALL_BUT_SIGHTS,
                                insideEach("sights", rename("name", "road")),
                                insideEach("sights", remove("door")))))
                .containsExactly(
                        new Sights("Athens", Map.of("Parthenon", new Road("Acropolis"))),
                        new Sights("Zagora", Map.of()));
    }

    record Places(String name, List<Road> place) {}

    @Test
    void aRecordThatStepsHaveChangedBecomesAListAndEachOfItIsChanged() {
        assertThat(converted(
                        Places.class,
                        without(
                                ALL_BUT_PLACE,
                                inside("place", rename("name", "road")),
                                toList("place"),
                                insideEach("place", remove("door")))))
                .containsExactly(new Places("Athens", List.of(new Road("Athinas"))), new Places("Zagora", List.of()));
    }

    private List<String> refusals(Class<? extends Record> to, Step... steps) {
        Migrator migrator = migrator(to, steps);
        String start = "version 2 (a test): store 'places': component ";
        List<String> problems = migrator.plan().problems();
        assertThat(problems).allSatisfy(problem -> assertThat(problem).startsWith(start));
        for (ThrowingCallable refused : List.<ThrowingCallable>of(migrator::dryRun, migrator::run)) {
            assertThatThrownBy(refused)
                    .isInstanceOfSatisfying(
                            MigrationRefused.class,
                            refusal -> assertThat(refusal.reasons()).isEqualTo(problems));
        }
        assertThat(migrator.history()).as("no run has begun").isEmpty();
        return problems.stream()
                .map(problem -> problem.substring(start.length()))
                .toList();
    }

    record Purse(String name, Set<Coin> coins) {}

    record Label(String label) {}

    record LightPurse(String name, Set<Label> coins) {}

    private static Step[] light(Step... more) {
        List<Step> all = new ArrayList<>(List.of(rename("name", "label"), remove("mint")));
        all.addAll(List.of(more));
        return all.toArray(Step[]::new);
    }

    /** Two coins of one name that only differ in what is removed. */
    @Test
    void recordsOfASetThatBecomeEqualAreAFailureAndNotFewer() {
        Set<Coin> coins = Set.of(new Coin("Euro", null), new Coin("Euro", new Street("Halandri", null)));
        DB.set(db.store("purses", Purse.class), "p", new Purse("mine", coins));
        DB.set(db.store("purses", Purse.class), "q", new Purse("yours", Set.of(new Coin("Euro", null))));
        Migrator migrator = Migrator.of(
                db, Changes.of(2, "a test", change("purses", LightPurse.class, insideEach("coins", light()))));

        assertThat(migrator.dryRun().failures())
                .extracting(Failure::describe)
                .containsExactly(
                        "purses 'p', coins: 'coins' is a Set, and of its 2 elements only 1 would differ, so that the"
                                + " others would be lost");
        assertThatThrownBy(migrator::run).isInstanceOfSatisfying(MigrationFailed.class, failed -> {
            assertThat(failed.key()).isEqualTo("p");
            assertThat(failed.field()).contains("coins");
            assertThat(failed).hasCauseInstanceOf(DuplicateElements.class);
        });
        assertThat(DB.get(db.store("purses", Purse.class), "p").orElseThrow().coins())
                .isEqualTo(coins);

        Migrator differing = Migrator.of(
                db,
                Changes.of(
                        2,
                        "a test",
                        change(
                                "purses",
                                LightPurse.class,
                                insideEach("coins", light()),
                                convert("coins", (List<?> records) -> Set.copyOf(records)))));
        differing.run();
        assertThat(DB.getAllWithKeys(db.store("purses", LightPurse.class)))
                .isEqualTo(Map.of(
                        "p", new LightPurse("mine", Set.of(new Label("Euro"))),
                        "q", new LightPurse("yours", Set.of(new Label("Euro")))));
    }

    record OtherContainers(String name, List<Road> place, Set<Money> coins, List<Road> sights) {}

    @Test
    void recordsInAnotherKindOfCollectionAreRefusedBeforeAnyIsRead() {
        assertThat(refusals(
                        OtherContainers.class,
                        inside("place", rename("name", "road"), remove("door")),
                        insideEach("coins", rename("name", "label")),
                        insideEach("sights", rename("name", "road"), remove("door"))))
                .containsExactly(
                        "'place' is Street in the store and List<Road> in OtherContainers; make it a list with toList",
                        "'coins' is List<Coin> in the store and Set<Money> in OtherContainers; convert it",
                        "'sights' is Map<String, Street> in the store and List<Road> in OtherContainers; convert it");
    }

    record Fewer(String name, Map<String, Road> place, Money coins, Road sights) {}

    @Test
    void soAreRecordsWithoutTheirCollection() {
        assertThat(refusals(
                        Fewer.class,
                        inside("place", rename("name", "road"), remove("door")),
                        insideEach("coins", rename("name", "label")),
                        insideEach("sights", rename("name", "road"), remove("door"))))
                .containsExactly(
                        "'place' is Street in the store and Map<String, Road> in Fewer; convert it",
                        "'coins' is List<Coin> in the store and Money in Fewer; make it a single value with toSingle",
                        "'sights' is Map<String, Street> in the store and Road in Fewer; convert it");
    }

    @Test
    void whatTheRefusalAsksForIsTaken() {
        record One(String name, @Nullable Road coins) {}

        assertThat(converted(
                        One.class,
                        without(
                                ALL_BUT_COINS,
                                insideEach("coins", remove("mint"), rename("name", "road")),
                                toSingle("coins", (List<Object> all) -> all.isEmpty() ? null : all.get(0)))))
                .containsExactly(new One("Athens", new Road("Euro")), new One("Zagora", null));
    }

    @Test
    void aProblemInsideARecordNamesItAsTheNewOneDoes() {
        assertThat(refusals(
                        Home.class,
                        without(
                                ALL_BUT_PLACE,
                                inside("place", rename("name", "road"), remove("door")),
                                rename("place", "home"),
                                inside("home", remove("absent")))))
                .containsExactly(
                        "'home.absent' is not there to remove; there are road",
                        "'home.number' of Address comes from nowhere; add, rename or merge something to it");
    }
}
