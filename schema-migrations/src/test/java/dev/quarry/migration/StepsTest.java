package dev.quarry.migration;

import static dev.quarry.migration.Steps.add;
import static dev.quarry.migration.Steps.change;
import static dev.quarry.migration.Steps.changeKey;
import static dev.quarry.migration.Steps.convert;
import static dev.quarry.migration.Steps.index;
import static dev.quarry.migration.Steps.inside;
import static dev.quarry.migration.Steps.insideEach;
import static dev.quarry.migration.Steps.merge;
import static dev.quarry.migration.Steps.remove;
import static dev.quarry.migration.Steps.rename;
import static dev.quarry.migration.Steps.require;
import static dev.quarry.migration.Steps.requireComputed;
import static dev.quarry.migration.Steps.split;
import static dev.quarry.migration.Steps.toList;
import static dev.quarry.migration.Steps.toSingle;
import static dev.quarry.migration.Steps.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.DB;
import dev.quarry.error.UniqueViolation;
import dev.quarry.migration.error.MigrationRefused;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Each step, on a record that has all that steps are about. */
@ParameterizedClass
@EnumSource(dev.quarry.testing.Place.class)
final class StepsTest extends OpenDatabase {
    enum Kind {
        CITY,
        TOWN
    }

    record Place(String street, int number, @Nullable String door) {}

    record Coin(String name, @Nullable String sign) {}

    record Before(
            String name,
            @Nullable String region,
            double area,
            Kind kind,
            Place place,
            List<Coin> coins,
            Map<String, Coin> dictionary,
            List<String> capitals,
            @Nullable String mayor) {}

    private static final Before ATHENS = new Before(
            "Athens Greece",
            null,
            38.96,
            Kind.CITY,
            new Place("Athinas", 63, null),
            List.of(new Coin("Euro", "€"), new Coin("Drachma", null)),
            Map.of("EUR", new Coin("Euro", "€")),
            List.of("Athens"),
            "Haris");

    private <N extends Record> N converted(Class<N> to, Step... steps) {
        DB.set(db.store("places", Before.class), "athens", ATHENS);
        Migrator.of(db, Changes.of(2, "a test", change("places", to, steps))).run();
        return DB.get(db.store("places", to), "athens").orElseThrow();
    }

    record Named(String name) {}

    private static Step[] onlyName(Step... first) {
        List<Step> all = new java.util.ArrayList<>(List.of(first));
        for (String other : List.of("region", "area", "kind", "place", "coins", "dictionary", "capitals", "mayor")) {
            all.add(remove(other));
        }
        return all.toArray(Step[]::new);
    }

    @Test
    void whatIsRemovedIsGone() {
        assertThat(converted(Named.class, onlyName())).isEqualTo(new Named("Athens Greece"));
    }

    record Titled(String title) {}

    @Test
    void whatIsRenamedKeepsItsValue() {
        assertThat(converted(Titled.class, onlyName(rename("name", "title")))).isEqualTo(new Titled("Athens Greece"));
    }

    record Described(String name, String description) {}

    @Test
    void whatIsAddedIsComputedFromTheOthers() {
        Step described = add(
                "description",
                row -> row.get("kind", String.class) + " of " + row.get("area", Double.class) + " in "
                        + row.row("place").get("street", String.class) + " by "
                        + row.find("region", String.class).orElse("nowhere") + " with "
                        + row.rows("coins").get(0).get("sign", String.class)
                        + row.list("capitals", String.class));
        assertThat(converted(Described.class, onlyName(described)).description())
                .isEqualTo("CITY of 38.96 in Athinas by nowhere with €[Athens]");
    }

    record Split(String city, String country) {}

    @Test
    void oneComponentBecomesTwo() {
        Step split = split("name", List.of("city", "country"), (String name) -> {
            String[] parts = name.split(" ");
            return Map.of("city", parts[0], "country", parts[1]);
        });
        assertThat(converted(Split.class, onlyName(split))).isEqualTo(new Split("Athens", "Greece"));
    }

    record Merged(String label) {}

    @Test
    void twoComponentsBecomeOne() {
        Step merged = merge(
                List.of("name", "kind"),
                "label",
                row -> row.get("name", String.class) + "/" + row.get("kind", String.class));
        Step[] steps = java.util.Arrays.stream(onlyName(merged))
                .filter(step -> !step.equals(remove("kind")))
                .toArray(Step[]::new);
        assertThat(converted(Merged.class, steps)).isEqualTo(new Merged("Athens Greece/CITY"));
    }

    /** Everything that steps do not name, and all conversions of the others. */
    record After(
            BigDecimal area,
            String name,
            Optional<String> mayor,
            String region,
            Kind kind,
            Home place,
            Set<Money> coins,
            Map<String, Money> dictionary,
            String capitals) {}

    record Home(String street, String number, @Nullable String door) {}

    record Money(String name, String symbol) {}

    @Test
    void manyStepsLeadToAnyShape() {
        After after = converted(
                After.class,
                convert("area", (Double area) -> BigDecimal.valueOf(area)),
                require("region", "?"),
                inside("place", convert("number", (Integer number) -> "no. " + number)),
                insideEach(
                        "coins",
                        rename("sign", "symbol"),
                        requireComputed(
                                "symbol", row -> row.get("name", String.class).substring(0, 1))),
                convert("coins", (List<Object> coins) -> Set.copyOf(coins)),
                insideEach("dictionary", rename("sign", "symbol"), require("symbol", "?")),
                toSingle("capitals"),
                requireComputed("capitals", row -> "none"));

        assertThat(after)
                .isEqualTo(new After(
                        BigDecimal.valueOf(38.96),
                        "Athens Greece",
                        Optional.of("Haris"),
                        "?",
                        Kind.CITY,
                        new Home("Athinas", "no. 63", null),
                        Set.of(new Money("Euro", "€"), new Money("Drachma", "D")),
                        Map.of("EUR", new Money("Euro", "€")),
                        "Athens"));
    }

    record Listed(List<String> name, List<String> region) {}

    @Test
    void aSingleValueBecomesAListAndNullAnEmptyOne() {
        Step[] steps = java.util.Arrays.stream(onlyName(toList("name"), toList("region")))
                .filter(step -> !step.equals(remove("region")))
                .toArray(Step[]::new);
        assertThat(converted(Listed.class, steps)).isEqualTo(new Listed(List.of("Athens Greece"), List.of()));
    }

    @Test
    void keysChangeAndNewRulesHold() {
        DB.set(db.store("places", Before.class), "athens", ATHENS);
        Step[] steps = onlyName(changeKey((key, row) -> key + "-" + row.get("kind", String.class)), unique("name"));
        Migrator.of(db, Changes.of(2, "keys", change("places", Named.class, steps)))
                .run();

        var places = db.store("places", Named.class, dev.quarry.Options.unique(Named::name));
        assertThat(DB.keys(places)).containsExactly("athens-CITY");
        assertThatThrownBy(() -> DB.set(places, "other", new Named("Athens Greece")))
                .isInstanceOf(UniqueViolation.class);
    }

    @Test
    void whatIsIndexedIsFoundByItsIndex() throws SQLException {
        DB.set(db.store("places", Before.class), "athens", ATHENS);
        record Short(String name, double area, Home place) {}
        Step[] steps = {
            remove("region"),
            remove("kind"),
            remove("coins"),
            remove("dictionary"),
            remove("capitals"),
            remove("mayor"),
            inside("place", convert("number", (Integer number) -> "no. " + number)),
            index("area"),
            index("place.street", "name")
        };
        Script script = Changes.of(2, "indexes", change("places", Short.class, steps));

        assertThat(Migrator.of(db, script).plan().describe()).contains("index: 'area'", "'place.street'");
        Migrator.of(db, script).run();

        assertThat(db.stores().get(0).indexes()).hasSize(2);
        assertThat(site.indexes()).hasSize(2);
        assertThat(site.indexColumns(site.indexes().get(0))).containsExactly("area");
        assertThat(site.indexColumns(site.indexes().get(1))).containsExactly("place.street", "name");
    }

    record Capital(String capitals) {}

    @Test
    void aFunctionSaysWhichElementOfAListStays() {
        Step[] steps = java.util.Arrays.stream(
                        onlyName(remove("name"), toSingle("capitals", (List<String> all) -> String.join("+", all))))
                .filter(step -> !step.equals(remove("capitals")))
                .toArray(Step[]::new);
        assertThat(converted(Capital.class, steps)).isEqualTo(new Capital("Athens"));
    }

    record Wrong(BigDecimal area, String region, String nowhere, Place place) {}

    @Test
    void stepsThatDoNotLeadToTheRecordAreRefusedBeforeAnyRecordIsRead() {
        DB.set(db.store("places", Before.class), "athens", ATHENS);
        Script script = Changes.of(
                2,
                "wrong",
                change(
                        "places",
                        Wrong.class,
                        remove("absent"),
                        rename("name", "kind"),
                        remove("coins"),
                        inside("place", remove("door"), add("floor", row -> 1)),
                        inside("dictionary", remove("name")),
                        unique("place")));

        assertThatThrownBy(() -> Migrator.of(db, script).run())
                .isInstanceOfSatisfying(
                        MigrationRefused.class,
                        refused -> assertThat(refused.reasons())
                                .allSatisfy(reason -> assertThat(reason).startsWith("version 2 (wrong): "))
                                .extracting(reason -> reason.replace("version 2 (wrong): ", "")
                                        .replace("store 'places': ", ""))
                                .anyMatch(reason ->
                                        reason.startsWith("component 'absent' is not there to remove; there are name"))
                                .contains(
                                        "component 'kind' is there already; remove or rename that one first",
                                        "component 'area' is double in the store and BigDecimal in Wrong; convert it",
                                        "component 'region' may be null in the store and not in Wrong; require it,"
                                                + " with what stands for null",
                                        "component 'nowhere' of Wrong comes from nowhere; add, rename or merge"
                                                + " something to it",
                                        "component 'place.door' of Place comes from nowhere; add, rename or merge"
                                                + " something to it",
                                        "component 'place.floor' is not in Place; remove or rename it",
                                        "component 'capitals' is not in Wrong; remove or rename it",
                                        "component 'dictionary' is no nested record as it is stored; use insideEach"
                                                + " for a collection, else convert")
                                .anyMatch(reason -> reason.contains("only single values are indexed")));
        assertThat(DB.get(db.store("places", Before.class), "athens")).contains(ATHENS);
    }
}
