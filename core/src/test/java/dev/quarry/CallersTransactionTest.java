package dev.quarry;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.quarry.error.InvalidUse;
import dev.quarry.testing.PostgresServer;
import dev.quarry.testing.Site;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pools whose connections do not commit by themselves, and may be in the middle of what their callers do. */
final class CallersTransactionTest {
    record Note(String text) {}

    private final Site site = Site.onOwnServer();
    private final HikariDataSource pool = new HikariDataSource(config());

    private HikariConfig config() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(site.location());
        return config;
    }

    @BeforeEach
    void aTable() throws Exception {
        site.run("create table own (id bigint)");
    }

    @AfterEach
    void close() {
        pool.close();
    }

    /** Gives the connection of the caller's transaction, as long as that goes on, and leaves it to the caller to close it. */
    private static DataSource aware(Connection connection) {
        Object kept = Proxy.newProxyInstance(
                CallersTransactionTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.getName().equals("close") ? null : method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return (DataSource) Proxy.newProxyInstance(
                CallersTransactionTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> method.getName().equals("getConnection") ? kept : "the caller's");
    }

    @ParameterizedTest
    @CsvSource({"insert into own values (1)", "select * from own"})
    void aTransactionOfTheCallerIsNotCommitted(String begun) throws Exception {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            try (Database db = DB.open(aware(connection))) {
                Datastore<Note> notes = db.store("notes", Note.class);
                connection.setAutoCommit(false);
                statement.execute(begun);

                assertThat(Refusal.of(InvalidUse.class, () -> DB.set(notes, "a", new Note("a"))))
                        .hasMessageContaining("in the middle of a transaction");
                assertThat(Refusal.of(InvalidUse.class, () -> DB.open(aware(connection))))
                        .hasMessageContaining("in the middle of a transaction");
                statement.execute("insert into own values (2)");
                connection.rollback();
                assertThat(site.column("select * from own")).isEmpty();
                connection.setAutoCommit(true);
                assertThat(DB.count(notes)).isZero();
            }
        }
    }

    @Test
    void aTransactionThatHasNotDoneAnythingYetGoesOn() throws Exception {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                Database db = DB.open(aware(connection))) {
            Datastore<Note> notes = db.store("notes", Note.class);
            connection.setAutoCommit(false);

            DB.set(notes, "a", new Note("a"));
            db.transaction(() -> DB.set(notes, "b", new Note("b")));
            statement.execute("insert into own values (1)");
            connection.rollback();

            assertThat(site.column("select * from own")).isEmpty();
            assertThat(DB.keys(notes)).containsExactly("a", "b");
        }
    }

    /** What a pool does with a connection before it gives it away begins a transaction, too. */
    @ParameterizedTest
    @CsvSource({"set lock_timeout = 5000,", ",select 1", ","})
    void whatAPoolItselfDoesIsNoTransactionOfACaller(String first, String test) throws Exception {
        HikariConfig config = config();
        config.setJdbcUrl(PostgresServer.newOwnDatabase());
        config.setAutoCommit(false);
        config.setMaximumPoolSize(1);
        config.setConnectionInitSql(first);
        config.setConnectionTestQuery(test);
        try (HikariDataSource careful = new HikariDataSource(config);
                Database db = DB.open(careful)) {
            Datastore<Note> notes = db.store("notes", Note.class);
            for (int i = 0; i < 3; i++) {
                DB.set(notes, "k" + i, new Note("a"));
                // from then on a connection is tested before it is given
                Thread.sleep(600);
            }
            assertThat(DB.count(notes)).isEqualTo(3);
        }
    }
}
