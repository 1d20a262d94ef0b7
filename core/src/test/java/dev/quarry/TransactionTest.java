package dev.quarry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.annotation.Unique;
import dev.quarry.error.DatabaseClosed;
import dev.quarry.error.InvalidUse;
import dev.quarry.error.StoreMissing;
import dev.quarry.error.UniqueViolation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Several verbs as one transaction, or on one moment. */
@ParameterizedClass
@EnumSource(Where.class)
final class TransactionTest {
    record Account(String owner, long balance) {}

    record Named(@Unique String name) {}

    private static final class Change extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Parameter
    Where where;

    @TempDir
    Path directory;

    private Database db;
    private Datastore<Account> accounts;

    @BeforeEach
    void open() {
        db = where.open(directory, Options.timeout(Duration.ofMinutes(1)));
        accounts = db.store("accounts", Account.class);
        DB.setAll(accounts, Map.of("a", new Account("Ann", 100), "b", new Account("Ben", 100)));
    }

    @AfterEach
    void close() {
        db.close();
    }

    private void transfer(String from, String to, long amount) {
        Account giver = DB.get(accounts, from).orElseThrow();
        Account taker = DB.get(accounts, to).orElseThrow();
        DB.set(accounts, from, new Account(giver.owner(), giver.balance() - amount));
        DB.set(accounts, to, new Account(taker.owner(), taker.balance() + amount));
    }

    private long balance(String key) {
        return DB.get(accounts, key).orElseThrow().balance();
    }

    @Test
    void whatReturnsIsThere() {
        long left = db.transaction(() -> {
            transfer("a", "b", 30);
            return balance("a");
        });

        assertThat(left).isEqualTo(70);
        assertThat(balance("a")).isEqualTo(70);
        assertThat(balance("b")).isEqualTo(130);
    }

    @Test
    void whatThrowsLeavesNothing() {
        assertThatThrownBy(() -> db.transaction(() -> {
                    transfer("a", "b", 30);
                    DB.deleteAll(accounts);
                    throw new Change();
                }))
                .isInstanceOf(Change.class);

        assertThat(balance("a")).isEqualTo(100);
        assertThat(DB.count(accounts)).isEqualTo(2);
    }

    @Test
    void oneInsideAnotherIsAPartOfIt() {
        assertThatThrownBy(() -> db.transaction(() -> {
                    db.transaction(() -> transfer("a", "b", 30));
                    assertThat(balance("b")).isEqualTo(130);
                    assertThat(db.snapshot(() -> balance("b"))).isEqualTo(130);
                    throw new Change();
                }))
                .isInstanceOf(Change.class);

        assertThat(balance("b")).isEqualTo(100);
    }

    @Test
    void aVerbThatFailedHasWrittenNothingAndTheRestGoesOn() {
        Datastore<Named> names = db.store("names", Named.class);
        DB.set(names, "1", new Named("taken"));

        db.transaction(() -> {
            DB.set(names, "2", new Named("free"));
            assertThatThrownBy(() -> DB.set(names, "3", new Named("taken"))).isInstanceOf(UniqueViolation.class);
            assertThatThrownBy(() -> DB.setAll(names, Map.of("4", new Named("four"), "5", new Named("taken"))))
                    .isInstanceOf(UniqueViolation.class);
            DB.set(names, "6", new Named("six"));
        });

        assertThat(DB.keys(names)).containsExactly("1", "2", "6");
    }

    @Test
    void othersSeeNothingOfItBeforeItsEnd() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            if (where != Where.MEMORY) {
                db.transaction(() -> {
                    transfer("a", "b", 30);
                    assertThat(result(other.submit(() -> balance("a")))).isEqualTo(100);
                });
            }
            assertThat(result(other.submit(() -> balance("a")))).isEqualTo(where == Where.MEMORY ? 100 : 70);
        } finally {
            other.shutdown();
        }
    }

    @Test
    void aSnapshotSeesNothingOfWhatIsWrittenMeanwhile() throws Exception {
        if (where == Where.MEMORY) {
            assertThat(db.snapshot(() -> DB.count(accounts))).isEqualTo(2);
            return;
        }
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            List<Long> seen = db.snapshot(() -> {
                List<Long> counts = new ArrayList<>(List.of(DB.count(accounts)));
                result(other.submit(() -> DB.set(accounts, "c", new Account("Cid", 1))));
                counts.add(DB.count(accounts));
                counts.add((long) DB.keys(accounts).size());
                return counts;
            });
            assertThat(seen).containsExactly(2L, 2L, 2L);
            assertThat(DB.count(accounts)).isEqualTo(3);
        } finally {
            other.shutdown();
        }
    }

    @Test
    void aReadThatFailedLeavesTheRestOfItsSnapshotAsItIs() {
        Datastore<Named> gone = db.store("names", Named.class);
        db.drop("names");

        long count = db.snapshot(() -> {
            assertThatThrownBy(() -> DB.count(gone)).isInstanceOf(StoreMissing.class);
            return DB.count(accounts);
        });

        assertThat(count).isEqualTo(2);
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void competingTransactionsComeToWhatOneAfterTheOtherWould() throws Exception {
        int threads = 4;
        int transfers = 25;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                boolean forth = i % 2 == 0;
                running.add(pool.submit(() -> {
                    for (int n = 0; n < transfers; n++) {
                        db.transaction(() -> transfer(forth ? "a" : "b", forth ? "b" : "a", 1));
                    }
                }));
            }
            running.forEach(TransactionTest::result);
            assertThat(balance("a")).isEqualTo(100);
            assertThat(balance("b")).isEqualTo(100);
            assertThat(DB.entry(accounts, "a").orElseThrow().version()).isEqualTo(1 + threads * transfers);
        } finally {
            pool.shutdown();
        }
    }

    /** Each alone keeps one of the two on duty; together they must not send both home. */
    @Test
    void twoThatReadWhatTheOtherWritesDoNotBothSucceedOnOldValues() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 20; round++) {
                DB.setAll(accounts, Map.of("a", new Account("Ann", 1), "b", new Account("Ben", 1)));
                List<Future<?>> running = new ArrayList<>();
                for (String key : List.of("a", "b")) {
                    running.add(pool.submit(() -> db.transaction(() -> {
                        if (balance("a") + balance("b") == 2) {
                            DB.set(accounts, key, new Account("x", 0));
                        }
                    })));
                }
                running.forEach(TransactionTest::result);
                assertThat(balance("a") + balance("b")).isEqualTo(1);
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void aSnapshotRefusesToWrite() {
        assertThatThrownBy(() -> db.snapshot(() -> DB.set(accounts, "c", new Account("Cid", 1))))
                .isInstanceOf(InvalidUse.class)
                .hasMessageContaining("snapshot");
        assertThatThrownBy(() -> db.snapshot(() -> db.transaction(() -> 1))).isInstanceOf(InvalidUse.class);
        assertThat(DB.count(accounts)).isEqualTo(2);
    }

    @Test
    void storesAreOpenedBefore() {
        assertThatThrownBy(() -> db.transaction(() -> db.store("names", Named.class)))
                .isInstanceOf(InvalidUse.class)
                .hasMessageContaining("open all stores first");
        assertThat(db.transaction(() -> db.store("accounts", Account.class).name()))
                .isEqualTo("accounts");
    }

    @Test
    void theDatabaseIsNotClosedInside() {
        assertThatThrownBy(() -> db.transaction(db::close)).isInstanceOf(InvalidUse.class);
        db.close();

        assertThatThrownBy(() -> db.transaction(() -> 1)).isInstanceOf(DatabaseClosed.class);
        assertThatThrownBy(() -> db.snapshot(() -> 1)).isInstanceOf(DatabaseClosed.class);
    }
}
