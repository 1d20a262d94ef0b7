package dev.quarry;

import static dev.quarry.Options.index;
import static dev.quarry.Options.orderBy;
import static dev.quarry.Options.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.annotation.Indexed;
import dev.quarry.annotation.Unique;
import dev.quarry.error.InvalidIndex;
import dev.quarry.error.InvalidOption;
import dev.quarry.error.UniqueViolation;
import dev.quarry.testing.Place;
import dev.quarry.testing.Site;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Indexes, unique rules and orderings of every kind of single value. */
@ParameterizedClass
@EnumSource(Place.class)
final class IndexKindsTest {
    record Item(
            @Indexed LocalDate date,
            LocalDateTime at,
            @Unique BigDecimal price,
            Duration time,
            float weight,
            byte[] data,
            Optional<String> code,
            Password password) {}

    @Parameter
    Place place;

    @TempDir
    Path directory;

    private static final Password PASSWORD = Password.hash("x");

    private static Item item(String price, LocalDateTime at, byte[] data, Optional<String> code) {
        return new Item(LocalDate.EPOCH, at, new BigDecimal(price), Duration.ZERO, 1, data, code, PASSWORD);
    }

    private static Item item(String price) {
        return item(price, LocalDateTime.MIN, new byte[0], Optional.empty());
    }

    @Test
    void allColumnsOfAComponentAreIndexed() throws SQLException {
        Site site = place.in(directory);
        try (Database db = DB.open(site.location())) {
            db.store(
                    "items",
                    Item.class,
                    index(Item::at),
                    index(Item::time, Item::weight),
                    index(Item::data),
                    index(Item::code));
        }
        List<List<String>> columns = new ArrayList<>();
        for (String index : site.indexes()) {
            columns.add(site.indexColumns(index));
        }
        assertThat(columns)
                .containsExactlyInAnyOrder(
                        List.of("date"),
                        List.of("at", "at#nano"),
                        List.of("price", "price#scale"),
                        List.of("time", "time#nano", "weight"),
                        List.of("data"),
                        List.of("code"));
    }

    @Test
    void decimalsThatCompareAsEqualAreTwoToAUniqueRule() {
        try (Database db = DB.open(place.in(directory).location())) {
            Datastore<Item> items = db.store("items", Item.class);
            DB.set(items, "a", item("1.0"));
            DB.set(items, "b", item("1.00"));

            UniqueViolation violation = Refusal.of(UniqueViolation.class, () -> DB.set(items, "c", item("1.00")));
            assertThat(violation.fields()).containsExactly("price");
            assertThat(DB.keys(items)).containsExactly("a", "b");
        }
    }

    @Test
    void pairsBytesAndOptionalsCanBeUnique() {
        try (Database db = DB.open(place.in(directory).location())) {
            Datastore<Item> items =
                    db.store("items", Item.class, unique(Item::at), unique(Item::data), unique(Item::code));
            LocalDateTime noon = LocalDateTime.of(2024, 1, 1, 12, 0);
            DB.set(items, "a", item("1", noon, new byte[] {1}, Optional.of("x")));
            DB.set(items, "b", item("2", noon.plusNanos(1), new byte[] {1, 0}, Optional.empty()));
            DB.set(items, "c", item("3", noon.plusNanos(2), new byte[] {2}, Optional.empty()));

            assertViolated(items, item("4", noon, new byte[0], Optional.empty()), "at");
            assertViolated(items, item("4", LocalDateTime.MAX, new byte[] {1, 0}, Optional.empty()), "data");
            assertViolated(items, item("4", LocalDateTime.MAX, new byte[0], Optional.of("x")), "code");
        }
    }

    private static void assertViolated(Datastore<Item> items, Item bad, String field) {
        assertThat(Refusal.of(UniqueViolation.class, () -> DB.set(items, "bad", bad))
                        .fields())
                .isEqualTo(List.of(field));
        assertThat(DB.has(items, "bad")).isFalse();
    }

    @Test
    void whatHasNoEqualityInAnIndexIsRefused() {
        try (Database db = DB.open(place.in(directory).location())) {
            assertThat(Refusal.of(InvalidIndex.class, () -> db.store("items", Item.class, index(Item::password)))
                            .reason())
                    .contains("'password' is Password")
                    .contains("index what names its owner");
            assertThat(Refusal.of(InvalidIndex.class, () -> db.store("items", Item.class, unique(Item::weight)))
                            .reason())
                    .contains("'weight' is float")
                    .contains("0.0 and -0.0");
            assertThat(db.stores()).isEmpty();
        }
    }

    @Test
    void whatHasNoOrderInJavaIsNotOrdered() {
        try (Database db = DB.open(place.in(directory).location())) {
            Datastore<Item> items = db.store("items", Item.class);
            for (Ordering<Item> ordering : List.of(orderBy(Item::data), orderBy(Item::password))) {
                InvalidOption refused =
                        Refusal.of(InvalidOption.class, () -> DB.queryExactFields(items, Map.of(), ordering));
                assertThat(refused.reason()).contains("no order in Java").contains("order by another component");
            }
        }
    }
}
