package dev.quarry;

import static dev.quarry.Options.synchronousNormal;
import static dev.quarry.Options.timeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.quarry.annotation.Unique;
import dev.quarry.error.CannotOpen;
import dev.quarry.error.DatabaseBusy;
import dev.quarry.testing.Place;
import dev.quarry.testing.PostgresServer;
import dev.quarry.testing.Site;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A pool of the program's own, as other libraries may have set it up. */
final class OwnPoolTest {
    record Note(@Unique String text) {}

    private static final int THREADS = 12;

    @TempDir
    Path directory;

    private static HikariDataSource pool(String url, boolean commitsByItself, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setAutoCommit(commitsByItself);
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(5_000);
        return new HikariDataSource(config);
    }

    @ParameterizedTest
    @CsvSource({"POSTGRESQL, false", "MINIMAL, false", "POSTGRESQL, true", "MINIMAL, true"})
    void whatReturnedIsThere(Place place, boolean commitsByItself) {
        assertKept(place.in(directory), commitsByItself, 3);
    }

    @Test
    void oneConnectionIsEnoughWhereTablesAreChangedInOneTransaction() {
        assertKept(Site.onOwnServer(), true, 1);
    }

    private static void assertKept(Site site, boolean commitsByItself, int connections) {
        try (HikariDataSource pool = pool(site.location(), commitsByItself, connections);
                Database db = DB.open(pool, timeout(Duration.ofSeconds(10)))) {
            Datastore<Note> notes = db.store("notes", Note.class);
            DB.set(notes, "a", new Note("a"));
            DB.setAll(notes, Map.of("b", new Note("b"), "c", new Note("c")));
            String added = DB.add(notes, new Note("d"));
            DB.delete(notes, "c");
            db.transaction(() -> DB.set(notes, "e", new Note("e")));
            DB.deleteAll(db.store("others", Note.class));

            try (Database other = DB.open(site.location())) {
                assertThat(DB.keys(other.store("notes", Note.class))).containsExactlyInAnyOrder("a", "b", "e", added);
            }
        }
    }

    /** Those that wait for their turn to change tables leave the connections to the one who has it. */
    @ParameterizedTest
    @EnumSource(value = Place.class, names = "FILE", mode = EnumSource.Mode.EXCLUDE)
    void manyThreadsOpenStoresWithFewConnections(Place place) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (HikariDataSource pool = pool(place.in(directory).location(), true, 3);
                Database db = DB.open(pool)) {
            List<Future<Datastore<Note>>> opening = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                String name = "notes" + i;
                opening.add(threads.submit(() -> db.store(name, Note.class)));
            }
            for (Future<Datastore<Note>> store : opening) {
                DB.set(store.get(1, TimeUnit.MINUTES), "a", new Note("a"));
            }
            assertThat(db.stores()).hasSize(THREADS);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aCallThatFindsNoConnectionSaysSoWhenItsTimeIsOver() throws Exception {
        Duration time = Duration.ofSeconds(1);
        try (HikariDataSource pool = pool(PostgresServer.newOwnDatabase(), true, 1);
                Database db = DB.open(pool, timeout(time))) {
            pool.setConnectionTimeout(time.toMillis() / 4);
            Datastore<Note> notes = db.store("notes", Note.class);
            db.transaction(() -> {
                DB.count(notes);
                CompletableFuture<DatabaseBusy> other =
                        CompletableFuture.supplyAsync(() -> Refusal.of(DatabaseBusy.class, () -> DB.count(notes)));
                assertThat(other.join()).hasMessageContaining("no connection free");
            });
            assertThat(DB.count(notes)).isZero();
        }
    }

    @Test
    void theProgramFindsItsConnectionsAsTheyWere() throws Exception {
        try (HikariDataSource pool = pool(PostgresServer.newOwnDatabase(), false, 1)) {
            try (Database db = DB.open(pool)) {
                DB.set(db.store("notes", Note.class), "a", new Note("a"));
            }
            try (Connection connection = pool.getConnection()) {
                assertThat(connection.getAutoCommit()).isFalse();
            }
        }
    }

    @Test
    void aPoolWhoseWritesCanBeLostIsRefusedUnlessThatIsWanted() {
        String url = PostgresServer.newDatabase() + "&options=-c%20synchronous_commit=off";
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);

        assertThat(Refusal.of(CannotOpen.class, () -> DB.open(source)).reason())
                .contains("synchronous_commit is off")
                .contains("synchronousNormal()");
        DB.open(source, synchronousNormal()).close();
    }

    @Test
    void theConnectionsOfQuarrysOwnPoolLoseNoWrites() {
        String url = PostgresServer.newDatabase() + "&options=-c%20synchronous_commit=off";
        try (Database db = DB.open(url)) {
            List<String> setting = db.engine()
                    .connections()
                    .read(session -> session.texts("select current_setting('synchronous_commit')"));
            assertThat(setting).containsExactly("on");
        }
    }

    @Test
    void connectionsOfAnotherDriverAreRefused() {
        String url = PostgresServer.newDatabase();
        DataSource foreign = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Connection real = DriverManager.getConnection(url);
                    return Proxy.newProxyInstance(
                            getClass().getClassLoader(),
                            new Class<?>[] {Connection.class},
                            (self, called, values) ->
                                    called.getName().equals("isWrapperFor") ? false : called.invoke(real, values));
                });

        assertThat(Refusal.of(CannotOpen.class, () -> DB.open(foreign)).reason())
                .contains("org.postgresql:postgresql");
    }
}
