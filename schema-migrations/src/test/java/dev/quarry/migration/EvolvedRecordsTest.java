package dev.quarry.migration;

import static dev.quarry.migration.Steps.change;
import static dev.quarry.migration.Steps.convert;
import static dev.quarry.migration.Steps.insideEach;
import static dev.quarry.migration.Steps.rename;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.DB;
import dev.quarry.Datastore;
import dev.quarry.annotation.Default;
import dev.quarry.annotation.Was;
import dev.quarry.migration.error.MigrationFailed;
import dev.quarry.testing.Place;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Scripts for stores that programs of several versions have written to before. */
@ParameterizedClass
@EnumSource(Place.class)
final class EvolvedRecordsTest extends OpenDatabase {
    enum Kind {
        SMALL,
        LARGE,
        HUGE
    }

    enum NewKind {
        SMALL,
        LARGE
    }

    record Line(String sku, Kind kind) {}

    record Order(List<Line> lines) {}

    record SecondLine(
            @Was("sku") String article,
            Kind kind,
            @Default("1") int amount) {}

    record SecondOrder(List<SecondLine> lines) {}

    record ThirdLine(String code, NewKind kind, int amount) {}

    record ThirdOrder(List<ThirdLine> lines) {}

    @BeforeEach
    void fill() {
        Datastore<Order> older = db.store("orders", Order.class);
        DB.set(older, "a", new Order(List.of(new Line("x", Kind.LARGE))));
        Datastore<SecondOrder> newer = db.store("orders", SecondOrder.class);
        DB.set(newer, "b", new SecondOrder(List.of(new SecondLine("y", Kind.SMALL, 5))));
        DB.set(older, "c", new Order(List.of(new Line("z", Kind.SMALL))));
    }

    private void assertMigrated() {
        Datastore<ThirdOrder> third = db.store("orders", ThirdOrder.class);
        assertThat(DB.getAll(third))
                .containsExactly(
                        new ThirdOrder(List.of(new ThirdLine("x", NewKind.LARGE, 1))),
                        new ThirdOrder(List.of(new ThirdLine("y", NewKind.SMALL, 5))),
                        new ThirdOrder(List.of(new ThirdLine("z", NewKind.SMALL, 1))));
    }

    private static final class V3__codes extends Migration<SecondOrder, ThirdOrder> {
        V3__codes() {
            super("orders");
        }

        @Override
        public ThirdOrder up(SecondOrder old) {
            return new ThirdOrder(old.lines().stream()
                    .map(line -> new ThirdLine(
                            line.article(), NewKind.valueOf(line.kind().name()), line.amount()))
                    .toList());
        }
    }

    @Test
    void aClassGetsEachRecordAsTheLatestProgramReadsIt() {
        Migrator.of(db, new V3__codes()).run();
        assertMigrated();
    }

    @Test
    void stepsGetEachRecordAsTheLatestProgramReadsIt() {
        Script script = Changes.of(
                3, "codes", change("orders", ThirdOrder.class, insideEach("lines", rename("article", "code"))));
        Migrator.of(db, script).run();
        assertMigrated();
    }

    private void huge() {
        DB.set(db.store("orders", Order.class), "d", new Order(List.of(new Line("w", Kind.HUGE))));
    }

    @Test
    void aConstantThatIsGoneIsNamedWithItsRecord() {
        huge();
        Script script = Changes.of(
                3, "codes", change("orders", ThirdOrder.class, insideEach("lines", rename("article", "code"))));
        MigrationFailed failed = Assertions.catchThrowableOfType(
                MigrationFailed.class, () -> Migrator.of(db, script).run());
        assertThat(failed.key()).isEqualTo("d");
        assertThat(failed.field()).contains("lines[0].kind");
        assertThat(failed.reason()).contains("NewKind").contains("HUGE");
    }

    @Test
    void aConstantThatIsGoneIsConverted() {
        huge();
        Script script = Changes.of(
                3,
                "codes",
                change(
                        "orders",
                        ThirdOrder.class,
                        insideEach(
                                "lines",
                                rename("article", "code"),
                                convert("kind", (String kind) -> kind.equals("HUGE") ? "LARGE" : kind))));
        Migrator.of(db, script).run();
        assertThat(DB.get(db.store("orders", ThirdOrder.class), "d")
                        .orElseThrow()
                        .lines())
                .containsExactly(new ThirdLine("w", NewKind.LARGE, 1));
    }

    record Named(String name, Line line, int count, List<Line> lines) {}

    record TurnedLine(Kind kind, String sku) {}

    record Counted(int count, List<TurnedLine> lines, TurnedLine line, String name) {}

    record Told(String told) {}

    private static final class V2__told extends Migration<Named, Told> {
        V2__told() {
            super("names");
        }

        @Override
        public Told up(Named old) {
            return new Told(old.name() + " " + old.count() + " " + old.line().sku() + " "
                    + old.lines().get(0).sku());
        }
    }

    /** Which program opened a store last has no say in the order of a script's record. */
    @Test
    void theOldRecordOfAScriptMayHaveItsComponentsInAnyOrder() {
        Line line = new Line("x", Kind.LARGE);
        Named named = new Named("a", line, 3, List.of(new Line("y", Kind.SMALL)));
        DB.set(db.store("names", Named.class), "a", named);
        db.store("names", Counted.class);
        db.store("names", Named.class);
        Migrator migrator = Migrator.of(db, new V2__told());

        assertThat(migrator.dryRun().failures()).isEmpty();
        migrator.run();

        assertThat(DB.get(db.store("names", Told.class), "a")).contains(new Told("a 3 x y"));
    }

    @Test
    void whatOpeningTheStoreWouldNotMendIsNotAdvised() {
        record Nameless(@Nullable String name, Line line, int count, List<Line> lines) {}
        DB.set(db.store("names", Nameless.class), "a", new Nameless("a", new Line("x", Kind.LARGE), 3, List.of()));

        assertThat(Migrator.of(db, new V2__told()).plan().problems())
                .singleElement()
                .asString()
                .contains("have another shape than the script's old record")
                .doesNotContain("db.store(");
    }
}
