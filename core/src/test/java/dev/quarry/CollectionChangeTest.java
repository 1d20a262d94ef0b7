package dev.quarry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.annotation.Default;
import dev.quarry.annotation.Dropped;
import dev.quarry.annotation.Was;
import dev.quarry.error.InvalidDefault;
import dev.quarry.error.NullComponent;
import dev.quarry.error.SchemaLocked;
import dev.quarry.error.UnreadableRecord;
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

/** Records in lists, sets and maps that change while there are some. */
@ParameterizedClass
@EnumSource(Where.class)
final class CollectionChangeTest {
    @Parameter
    Where where;

    @TempDir
    Path directory;

    private Database db;

    @BeforeEach
    void open() {
        db = where.open(directory);
    }

    @AfterEach
    void close() {
        db.close();
    }

    private List<String> lastChanges(String store) {
        List<SchemaVersion> versions = db.schemaHistory(store);
        return versions.get(versions.size() - 1).changes();
    }

    private List<String> refused(Datastore<?> store, Class<? extends Record> type) {
        return Refusal.of(SchemaLocked.class, store, () -> db.store(store.name(), type))
                .obstacles();
    }

    enum Unit {
        PIECE,
        BOX
    }

    record Line(String sku, int amount) {}

    record Order(List<Line> lines, Map<String, Line> extras) {}

    record Size(@Default("1") int width, @Nullable Integer depth) {}

    record NewLine(
            @Default("PIECE") Unit unit,
            @Was("sku") String article,
            @Nullable String note,
            Optional<Integer> discount,
            long amount,
            @Default("[\"new\"]") List<String> tags,
            Size size) {}

    record NewOrder(List<NewLine> lines, Map<String, NewLine> extras) {}

    private static final Order ORDER =
            new Order(List.of(new Line("a", 1), new Line("b", 2)), Map.of("gift", new Line("c", 3)));

    private static NewLine seenByNewer(Line line) {
        return new NewLine(
                Unit.PIECE, line.sku(), null, Optional.empty(), line.amount(), List.of("new"), new Size(1, null));
    }

    private static final NewLine NEW_LINE =
            new NewLine(Unit.BOX, "x", "fragile", Optional.of(5), 7, List.of(), new Size(2, 3));

    @Test
    void whatIsAddedRenamedOrWidenedIsSeenInOldRecords() {
        Datastore<Order> orders = db.store("orders", Order.class);
        DB.set(orders, "o", ORDER);

        Datastore<NewOrder> newer = db.store("orders", NewOrder.class);

        assertThat(DB.get(newer, "o"))
                .contains(new NewOrder(
                        ORDER.lines().stream()
                                .map(CollectionChangeTest::seenByNewer)
                                .toList(),
                        Map.of("gift", seenByNewer(new Line("c", 3)))));
        assertThat(lastChanges("orders"))
                .containsExactlyInAnyOrder(
                        "component 'lines.sku' was renamed to 'lines.article'",
                        "component 'lines.amount' was widened from int to long",
                        "component 'lines.unit' was added (Unit, \"PIECE\" by default)",
                        "component 'lines.note' was added (String, nullable)",
                        "component 'lines.discount' was added (Optional<Integer>)",
                        "component 'lines.tags' was added (List<String>, \"[\"new\"]\" by default)",
                        "component 'lines.size' was added (Size, required)",
                        "component 'extras.sku' was renamed to 'extras.article'",
                        "component 'extras.amount' was widened from int to long",
                        "component 'extras.unit' was added (Unit, \"PIECE\" by default)",
                        "component 'extras.note' was added (String, nullable)",
                        "component 'extras.discount' was added (Optional<Integer>)",
                        "component 'extras.tags' was added (List<String>, \"[\"new\"]\" by default)",
                        "component 'extras.size' was added (Size, required)");
    }

    @Test
    @SuppressWarnings("NullAway")
    void whatIsWrongIsNamedAsTheProgramNamesIt() {
        Datastore<Order> older = db.store("orders", Order.class);
        DB.set(older, "o", ORDER);
        Datastore<NewOrder> newer = db.store("orders", NewOrder.class);
        NewLine nameless = new NewLine(Unit.BOX, null, null, Optional.empty(), 1, List.of(), new Size(1, null));

        assertThat(Refusal.of(
                                NullComponent.class,
                                () -> DB.set(newer, "n", new NewOrder(List.of(NEW_LINE, nameless), Map.of())))
                        .field())
                .isEqualTo("lines[1].article");
        assertThat(Refusal.of(
                                NullComponent.class,
                                () -> DB.set(newer, "n", new NewOrder(List.of(), Map.of("sku", nameless))))
                        .field())
                .isEqualTo("extras[sku].article");
    }

    @Test
    void anOlderProgramGoesOnAndIsStartedAgain() {
        Datastore<Order> older = db.store("orders", Order.class);
        DB.set(older, "o", ORDER);
        Datastore<NewOrder> newer = db.store("orders", NewOrder.class);
        DB.set(newer, "n", new NewOrder(List.of(NEW_LINE), Map.of("k", NEW_LINE)));

        Line seen = new Line("x", 7);
        assertThat(DB.get(older, "n")).contains(new Order(List.of(seen), Map.of("k", seen)));
        DB.set(older, "p", ORDER);
        assertThat(DB.get(newer, "p").orElseThrow().lines())
                .containsExactly(seenByNewer(new Line("a", 1)), seenByNewer(new Line("b", 2)));
        Datastore<Order> again = db.store("orders", Order.class);
        assertThat(DB.getAllWithKeys(again)).isEqualTo(DB.getAllWithKeys(older));
        DB.set(again, "q", ORDER);
        assertThat(DB.get(newer, "q")).isEqualTo(DB.get(newer, "p"));
        assertThat(DB.get(newer, "n").orElseThrow().lines()).containsExactly(NEW_LINE);
        assertThat(db.schemaHistory("orders")).hasSize(2);
    }

    @Test
    void wholeCollectionsAreFoundByWhatTheProgramReads() {
        Datastore<Order> older = db.store("orders", Order.class);
        DB.set(older, "o", ORDER);
        Datastore<NewOrder> newer = db.store("orders", NewOrder.class);
        DB.set(newer, "n", new NewOrder(List.of(NEW_LINE), Map.of()));
        DB.set(newer, "p", new NewOrder(DB.get(newer, "o").orElseThrow().lines(), Map.of()));

        assertThat(DB.queryExactFieldsWithKey(older, Map.of("lines", List.of(new Line("x", 7)))))
                .containsOnlyKeys("n");
        assertThat(DB.queryExactFieldsWithKey(older, Map.of("lines", ORDER.lines())))
                .containsOnlyKeys("o", "p");
        assertThat(DB.queryExactFieldsWithKey(
                        newer, Map.of("lines", DB.get(newer, "o").orElseThrow().lines())))
                .containsOnlyKeys("o", "p");
        assertThat(DB.queryExactFieldsWithKey(
                        newer, Map.of("lines", DB.get(newer, "o").orElseThrow().lines(), "extras", Map.of())))
                .containsOnlyKeys("p");
        assertThat(DB.queryExactFields(older, Map.of("lines", ORDER.lines()), Options.limit(1)))
                .containsExactly(ORDER);
        assertThat(DB.queryOneWithExactFields(older, Map.of("lines", ORDER.lines())))
                .as("there are two")
                .isEmpty();
    }

    record RequiredLine(String sku, int amount, String note) {}

    record RequiredOrder(List<RequiredLine> lines, Map<String, Line> extras) {}

    record RetypedLine(String sku, double amount) {}

    record RetypedOrder(List<RetypedLine> lines, Map<String, Line> extras) {}

    record AmbiguousLine(String article, int amount) {}

    record AmbiguousOrder(List<AmbiguousLine> lines, Map<String, Line> extras) {}

    record OtherDefaultLine(
            String sku, int amount, @Default("a") String note) {}

    record OtherDefaultOrder(List<OtherDefaultLine> lines, Map<String, Line> extras) {}

    record NullableLine(String sku, int amount, @Nullable String note) {}

    record NullableOrder(List<NullableLine> lines, Map<String, Line> extras) {}

    @Test
    void whatOldRecordsDoNotFitIsRefusedWithTheWaysOut() {
        Datastore<Order> orders = db.store("orders", Order.class);
        DB.set(orders, "o", ORDER);

        assertThat(refused(orders, RequiredOrder.class))
                .containsExactly(
                        "component 'lines.note' was added (String, required), and the records that are there have no"
                                + " value for it: make it @Nullable or an Optional, give it @Default(\"…\"), or write a"
                                + " migration");
        assertThat(refused(orders, RetypedOrder.class))
                .containsExactly("component 'lines.amount' changed from int to double, which does not hold the same"
                        + " values: keep the type, add a component of the new type under another name, or write a"
                        + " migration");
        assertThat(refused(orders, AmbiguousOrder.class))
                .hasSize(2)
                .contains("component 'lines.article' was added (String, required), and 'sku' of the same type is"
                        + " gone: if it was renamed, write @Was(\"sku\") on 'article'; if it was dropped, write"
                        + " @Dropped(\"sku\") on the record, and make 'article' @Nullable or an Optional, or give it"
                        + " @Default(\"…\")");
    }

    @Test
    void whatStandsForAMissingComponentStaysTheSame() {
        Datastore<Order> orders = db.store("orders", Order.class);
        DB.set(orders, "o", ORDER);
        Datastore<NullableOrder> nullable = db.store("orders", NullableOrder.class);

        assertThat(refused(nullable, OtherDefaultOrder.class))
                .containsExactly(
                        "component 'lines.note' says @Default(\"a\"), and records that are without it have null, which"
                                + " cannot change in a collection: put back what was there, or write a migration");
    }

    record WrongLine(
            String sku, int amount, @Default("many") int weight) {}

    record WrongOrder(List<WrongLine> lines, Map<String, Line> extras) {}

    @Test
    void aDefaultInACollectionIsAValueOfItsComponent() {
        InvalidDefault invalid = Refusal.of(InvalidDefault.class, () -> db.store("orders", WrongOrder.class));
        assertThat(invalid.field()).isEqualTo("lines.weight");
    }

    @Dropped("amount")
    record ShortLine(String sku) {}

    record ShortOrder(List<ShortLine> lines, Map<String, Line> extras) {}

    @Test
    void whatIsDroppedStaysInRecordsThatNobodyWrites() {
        Datastore<Order> orders = db.store("orders", Order.class);
        DB.set(orders, "o", ORDER);
        DB.set(orders, "p", ORDER);
        Datastore<ShortOrder> shorter = db.store("orders", ShortOrder.class);
        assertThat(lastChanges("orders"))
                .containsExactly(
                        "component 'lines.amount' was dropped; a record keeps its value until it is written again");
        ShortOrder seen = DB.get(shorter, "o").orElseThrow();
        assertThat(seen.lines()).containsExactly(new ShortLine("a"), new ShortLine("b"));

        DB.set(shorter, "p", seen);

        assertThat(DB.get(orders, "o")).contains(ORDER);
        assertThat(Refusal.of(UnreadableRecord.class, () -> DB.get(orders, "p")).reason())
                .contains("'lines' holds a record without 'amount'");
    }

    record Tag(String name) {}

    record Tagged(Set<Tag> tags) {}

    record NewTag(String name, @Nullable Integer weight) {}

    record NewTagged(Set<NewTag> tags) {}

    @Test
    void recordsInASetNeverBecomeOneForWhoKnowsLessOfThem() {
        Datastore<Tagged> older = db.store("tagged", Tagged.class);
        DB.set(older, "a", new Tagged(Set.of(new Tag("x"))));
        Datastore<NewTagged> newer = db.store("tagged", NewTagged.class);
        assertThat(DB.get(newer, "a")).contains(new NewTagged(Set.of(new NewTag("x", null))));
        DB.set(newer, "b", new NewTagged(Set.of(new NewTag("x", null), new NewTag("y", null))));
        assertThat(DB.get(older, "b")).contains(new Tagged(Set.of(new Tag("x"), new Tag("y"))));
        assertThat(DB.count(db.store("tagged", Tagged.class))).isEqualTo(2);

        DB.set(newer, "c", new NewTagged(Set.of(new NewTag("x", 1), new NewTag("x", 2))));

        assertThat(Refusal.of(UnreadableRecord.class, () -> DB.get(older, "c")).reason())
                .contains("'weight' besides");
        assertThat(refused(newer, Tagged.class)).last().asString().startsWith("record 'c'");
    }

    record Deep(Optional<List<Outer>> outers) {}

    record Outer(@Nullable Inner inner, List<Inner> all) {}

    record Inner(String text) {}

    record NewDeep(Optional<List<NewOuter>> outers) {}

    record NewOuter(@Nullable NewInner inner, List<NewInner> all) {}

    record NewInner(@Was("text") String words, @Default("0") int number) {}

    @Test
    void recordsInRecordsInCollectionsChangeAsWell() {
        Datastore<Deep> older = db.store("deep", Deep.class);
        Deep deep = new Deep(Optional.of(List.of(
                new Outer(new Inner("a"), List.of()), new Outer(null, List.of(new Inner("b"), new Inner("c"))))));
        DB.set(older, "d", deep);

        Datastore<NewDeep> newer = db.store("deep", NewDeep.class);

        NewDeep seen = new NewDeep(Optional.of(List.of(
                new NewOuter(new NewInner("a", 0), List.of()),
                new NewOuter(null, List.of(new NewInner("b", 0), new NewInner("c", 0))))));
        assertThat(DB.get(newer, "d")).contains(seen);
        DB.set(newer, "e", seen);
        assertThat(DB.get(older, "e")).contains(deep);
    }
}
