package dev.quarry;

import static dev.quarry.Options.readOnly;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.error.SchemaLocked;
import dev.quarry.error.UnreadableRecord;
import dev.quarry.testing.Place;
import dev.quarry.testing.Site;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Enums whose constants become more or fewer while there are records. */
@ParameterizedClass
@EnumSource(Place.class)
final class EnumConstantsTest {
    @Parameter
    Place place;

    @TempDir
    Path directory;

    private Site site;
    private Database db;

    @BeforeEach
    void open() {
        site = place.in(directory);
        db = DB.open(site.location());
    }

    @AfterEach
    void close() {
        db.close();
    }

    enum Old {
        RED,
        GREEN,
        BLUE
    }

    enum Fewer {
        GREEN,
        RED
    }

    enum More {
        BLUE,
        RED,
        GREEN,
        BLACK,
        WHITE
    }

    record Car(Old color) {}

    record FewerCar(Fewer color) {}

    record MoreCar(More color) {}

    private List<String> history() {
        List<SchemaVersion> versions = db.schemaHistory("cars");
        return versions.get(versions.size() - 1).changes();
    }

    @Test
    void aConstantThatRecordsHaveCannotGo() {
        Datastore<Car> cars = db.store("cars", Car.class);
        for (int i = 0; i < 9; i++) {
            DB.set(cars, "car" + i, new Car(i % 2 == 0 ? Old.BLUE : Old.RED));
        }

        SchemaLocked locked = Refusal.of(SchemaLocked.class, cars, () -> db.store("cars", FewerCar.class));

        String reason = "': 'color' holds BLUE, which is no constant of " + Fewer.class.getName();
        assertThat(locked.obstacles())
                .containsExactly(
                        "the record holds less than the store may hold, and these records do not fit it:",
                        "record 'car0" + reason,
                        "record 'car2" + reason,
                        "record 'car4" + reason);
        assertThat(db.schemaHistory("cars")).hasSize(1);
    }

    @Test
    void aConstantThatNoRecordHasGoes() {
        Datastore<Car> cars = db.store("cars", Car.class);
        DB.set(cars, "a", new Car(Old.RED));

        assertThat(DB.get(db.store("cars", FewerCar.class), "a")).contains(new FewerCar(Fewer.RED));
        assertThat(history()).containsExactly("component 'color' no longer holds BLUE");
        assertThat(DB.get(db.store("cars", FewerCar.class), "a")).contains(new FewerCar(Fewer.RED));
        assertThat(DB.get(db.store("cars", Car.class), "a")).contains(new Car(Old.RED));
        assertThat(db.schemaHistory("cars")).as("nobody changed anything since").hasSize(2);
    }

    @Test
    void whatAnOlderProgramStillWritesIsNotOverlooked() {
        Datastore<Car> cars = db.store("cars", Car.class);
        DB.set(cars, "a", new Car(Old.RED));
        Datastore<FewerCar> fewer = db.store("cars", FewerCar.class);

        DB.set(cars, "b", new Car(Old.BLUE));

        assertThat(DB.get(fewer, "a")).contains(new FewerCar(Fewer.RED));
        assertThat(Refusal.of(UnreadableRecord.class, () -> DB.getAll(fewer)).key())
                .isEqualTo("b");
        assertThat(Refusal.of(SchemaLocked.class, cars, () -> db.store("cars", FewerCar.class))
                        .obstacles())
                .hasSize(2);
        DB.delete(cars, "b");
        assertThat(DB.count(db.store("cars", FewerCar.class))).isOne();
    }

    @Test
    void moreConstantsAreAChangeAndAnotherOrderIsNone() {
        DB.set(db.store("cars", Car.class), "a", new Car(Old.RED));

        Datastore<MoreCar> more = db.store("cars", MoreCar.class);

        assertThat(history()).containsExactly("component 'color' may now hold BLACK, WHITE of More");
        assertThat(DB.get(more, "a")).contains(new MoreCar(More.RED));
        assertThat(DB.get(db.store("cars", Car.class), "a")).contains(new Car(Old.RED));
        assertThat(db.schemaHistory("cars")).hasSize(2);
    }

    @Test
    void anOlderProgramIsStartedAgainUnlessARecordHasAConstantThatItDoesNotKnow() {
        Datastore<Car> cars = db.store("cars", Car.class);
        DB.set(cars, "a", new Car(Old.RED));
        Datastore<MoreCar> more = db.store("cars", MoreCar.class);
        assertThat(DB.get(db.store("cars", Car.class), "a")).contains(new Car(Old.RED));

        DB.set(more, "b", new MoreCar(More.WHITE));

        assertThat(DB.get(cars, "a")).contains(new Car(Old.RED));
        assertThat(Refusal.of(UnreadableRecord.class, () -> DB.get(cars, "b")).key())
                .isEqualTo("b");
        assertThat(Refusal.of(SchemaLocked.class, more, () -> db.store("cars", Car.class))
                        .obstacles())
                .last()
                .asString()
                .startsWith("record 'b': 'color' holds WHITE");
    }

    @Test
    void aProgramThatOnlyReadsIsToldTheSame() {
        DB.set(db.store("cars", Car.class), "a", new Car(Old.BLUE));
        try (Database reading = DB.open(site.location(), readOnly())) {
            assertThat(Refusal.of(SchemaLocked.class, () -> reading.store("cars", FewerCar.class))
                            .obstacles())
                    .hasSize(2);
        }
    }

    record Paint(@Nullable Old color, String name) {}

    record FewerPaint(@Nullable Fewer color, String name) {}

    record House(
            Paint door,
            @Nullable Paint roof,
            Optional<Old> fence,
            List<Old> floors,
            Set<Old> walls,
            Map<String, Old> rooms,
            List<Paint> pots,
            Map<String, Paint> named) {}

    record FewerHouse(
            FewerPaint door,
            @Nullable FewerPaint roof,
            Optional<Fewer> fence,
            List<Fewer> floors,
            Set<Fewer> walls,
            Map<String, Fewer> rooms,
            List<FewerPaint> pots,
            Map<String, FewerPaint> named) {}

    @Test
    void constantsAreFoundWhereverTheyAre() {
        Paint red = new Paint(Old.RED, "x");
        Paint blue = new Paint(Old.BLUE, "x");
        List<Old> reds = List.of(Old.RED);
        List<Old> blues = List.of(Old.GREEN, Old.BLUE);
        House plain = new House(red, null, Optional.empty(), reds, Set.of(), Map.of(), List.of(red), Map.of("k", red));
        Map<String, House> houses = Map.of(
                "door", new House(blue, null, Optional.empty(), reds, Set.of(), Map.of(), List.of(), Map.of()),
                "roof", new House(red, blue, Optional.empty(), reds, Set.of(), Map.of(), List.of(), Map.of()),
                "fence", new House(red, red, Optional.of(Old.BLUE), reds, Set.of(), Map.of(), List.of(), Map.of()),
                "floors", new House(red, null, Optional.empty(), blues, Set.of(), Map.of(), List.of(), Map.of()),
                "walls", new House(red, null, Optional.empty(), reds, Set.of(Old.BLUE), Map.of(), List.of(), Map.of()),
                "rooms",
                        new House(
                                red,
                                null,
                                Optional.empty(),
                                reds,
                                Set.of(),
                                Map.of("k", Old.BLUE),
                                List.of(),
                                Map.of()),
                "pots", new House(red, null, Optional.empty(), reds, Set.of(), Map.of(), List.of(red, blue), Map.of()),
                "named",
                        new House(red, null, Optional.empty(), reds, Set.of(), Map.of(), List.of(), Map.of("k", blue)));
        Datastore<House> store = db.store("houses", House.class);
        DB.set(store, "plain", plain);

        houses.forEach((place, house) -> {
            DB.set(store, place, house);
            assertThat(Refusal.of(SchemaLocked.class, store, () -> db.store("houses", FewerHouse.class))
                            .obstacles())
                    .as(place)
                    .hasSize(2)
                    .last()
                    .asString()
                    .startsWith("record '" + place + "': '" + place)
                    .contains("holds BLUE, which is no constant of");
            DB.delete(store, place);
        });

        assertThat(DB.get(db.store("houses", FewerHouse.class), "plain")).isPresent();
    }
}
