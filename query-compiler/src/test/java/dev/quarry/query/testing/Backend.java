package dev.quarry.query.testing;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.StoreInfo;
import dev.quarry.testing.PostgresServer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** The engines that filters are tried on. */
public enum Backend {
    /** A new database in memory for each bench. */
    SQLITE {
        @Override
        public Database open() {
            return DB.inMemory();
        }

        @Override
        public void close(Database database, List<String> stores) {
            database.close();
        }
    },
    /** A few databases of one server, whose stores come and go; the server plans queries differently in each. */
    POSTGRESQL {
        @Override
        public Database open() {
            List<Database> databases = Shared.DATABASES;
            return databases.get(Shared.OPENED.getAndIncrement() % databases.size());
        }

        @Override
        public void close(Database database, List<String> stores) {
            stores.forEach(database::drop);
        }
    };

    /** The engine's name in plans. */
    public String engine() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static final AtomicInteger STORES = new AtomicInteger();

    /** A database in which no store has the name that {@link #store(String)} gives next. */
    public abstract Database open();

    /** Ends the use of these stores of it. */
    public abstract void close(Database database, List<String> stores);

    /** Ends the use of a database in which nobody else has stores. */
    public void close(Database database) {
        close(database, database.stores().stream().map(StoreInfo::name).toList());
    }

    /** A name for a store. */
    public static String store(String name) {
        return name + "_" + STORES.incrementAndGet();
    }

    private static final class Shared {
        static final AtomicInteger OPENED = new AtomicInteger();

        /** As it comes; with a plan for all values and indexes wherever there are any; with a plan for each and no index. */
        static final List<Database> DATABASES = List.of(
                DB.open(PostgresServer.newDatabase()),
                with("plan_cache_mode=force_generic_plan", "enable_seqscan=off"),
                with("plan_cache_mode=force_custom_plan", "enable_indexscan=off", "enable_bitmapscan=off"));

        private static Database with(String... settings) {
            String options = Arrays.stream(settings)
                    .map(setting -> "-c%20" + setting.replace("=", "%3D"))
                    .collect(Collectors.joining("%20"));
            return DB.open(PostgresServer.newDatabase() + "&options=" + options);
        }
    }
}
