package dev.quarry.query.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.Filter;
import dev.quarry.Options;
import dev.quarry.testing.PostgresServer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What can be found in an index is looked for there by every engine, also where the table is too small for that to pay. */
class EngineIndexesTest {

    record Item(
            String name,
            @Nullable String note,
            int size,
            double weight,
            @Nullable Long stock,
            BigDecimal price,
            Instant seen,
            UUID id) {}

    enum Home implements Supplier<Database> {
        SQLITE {
            @Override
            public Database get() {
                return DB.inMemory();
            }
        },
        POSTGRESQL {
            @Override
            public Database get() {
                return DB.open(PostgresServer.newDatabase() + "&options=-c%20enable_seqscan%3Doff");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Home.class)
    void topLevelConditionsOnAColumnUseItsIndex(Home home) {
        String name = "a";
        long stock = 7;
        BigDecimal price = new BigDecimal("2.50");
        Instant moment = Instant.EPOCH;
        UUID id = new UUID(1, 2);
        List<String> names = List.of("a", "b");
        List<Long> stocks = List.of(1L, 2L);
        try (Database database = home.get()) {
            Datastore<Item> items = database.store(
                    "items",
                    Item.class,
                    Options.index(Item::name),
                    Options.index(Item::note),
                    Options.index(Item::size),
                    Options.index(Item::weight),
                    Options.index(Item::stock),
                    Options.index(Item::price),
                    Options.index(Item::seen),
                    Options.index(Item::id));
            Map<String, Filter<Item>> filters = Map.ofEntries(
                    Map.entry("text", i -> i.name().equals(name)),
                    Map.entry("prefix", i -> i.name().startsWith(name)),
                    Map.entry("text order", i -> i.name().compareTo(name) < 0),
                    Map.entry("nullable text", i -> name.equals(i.note())),
                    Map.entry("null", i -> i.note() == null),
                    Map.entry("range of ints", i -> i.size() > 3 && i.size() <= 10),
                    Map.entry("double", i -> i.weight() < 0.5),
                    Map.entry("double the other way round", i -> 0.5 < i.weight()),
                    Map.entry("nullable long", i -> i.stock() != null && i.stock() == stock),
                    Map.entry("decimal order", i -> i.price().compareTo(price) > 0),
                    Map.entry("decimal of that value", i -> i.price().compareTo(price) == 0),
                    Map.entry("decimal", i -> i.price().equals(price)),
                    Map.entry("instant order", i -> i.seen().isBefore(moment)),
                    Map.entry("instant", i -> i.seen().equals(moment)),
                    Map.entry("uuid", i -> i.id().equals(id)),
                    Map.entry("among texts", i -> names.contains(i.name())),
                    Map.entry("among longs", i -> i.stock() != null && stocks.contains(i.stock())));

            assertThat(filters)
                    .allSatisfy((what, filter) -> assertThat(
                                    DB.explain(items, filter).scans())
                            .as(what)
                            .isFalse());
        }
    }
}
