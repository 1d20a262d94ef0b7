package dev.quarry.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.error.SchemaLocked;
import dev.quarry.testing.PostgresServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an open store refuses for want of triggers, a migration does. */
final class MissingTriggersTest {
    record Stop(String city) {}

    record Tour(String name, @Nullable Stop stop) {}

    record LongerStop(String city, int days) {}

    record LongerTour(String name, @Nullable LongerStop stop) {}

    static final class V2__days extends Migration<Tour, LongerTour> {
        V2__days() {
            super("tours");
        }

        @Override
        public LongerTour up(Tour old) {
            Stop stop = old.stop();
            return new LongerTour(old.name(), stop == null ? null : new LongerStop(stop.city(), 1));
        }
    }

    @Test
    void aComponentOfARecordThatMayBeNullIsAddedByAMigration() {
        try (Database db = DB.open(PostgresServer.newMinimalDatabase())) {
            DB.set(db.store("tours", Tour.class), "a", new Tour("A", new Stop("Athens")));
            DB.set(db.store("tours", Tour.class), "b", new Tour("B", null));

            Migrator.of(db, new V2__days()).run();

            assertThat(DB.getAll(db.store("tours", LongerTour.class)))
                    .containsExactly(new LongerTour("A", new LongerStop("Athens", 1)), new LongerTour("B", null));
        }
    }

    @Test
    void theOlderProgramIsRefusedAfterThat() {
        try (Database db = DB.open(PostgresServer.newMinimalDatabase())) {
            DB.set(db.store("tours", Tour.class), "a", new Tour("A", new Stop("Athens")));
            Migrator.of(db, new V2__days()).run();

            assertThatThrownBy(() -> db.store("tours", Tour.class)).isInstanceOf(SchemaLocked.class);
        }
    }
}
