package dev.quarry.query.laboratory;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.testing.PostgresServer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The engines that filters are tried on. */
enum Backend {
    /** A new database in memory for each bench. */
    SQLITE {
        @Override
        Database open() {
            return DB.inMemory();
        }

        @Override
        void close(Database database, List<String> stores) {
            database.close();
        }
    },
    /** One database of one server for all benches, whose stores come and go. */
    POSTGRESQL {
        @Override
        Database open() {
            return Shared.DATABASE;
        }

        @Override
        void close(Database database, List<String> stores) {
            stores.forEach(database::drop);
        }
    };

    private static final AtomicInteger STORES = new AtomicInteger();

    /** A database in which no store has the name that {@link #store(String)} gives next. */
    abstract Database open();

    /** Ends the use of these stores of it. */
    abstract void close(Database database, List<String> stores);

    /** A name for a store. */
    static String store(String name) {
        return name + "_" + STORES.incrementAndGet();
    }

    private static final class Shared {
        static final Database DATABASE = DB.open(PostgresServer.newDatabase());
    }
}
