package dev.quarry;

import dev.quarry.testing.PostgresServer;
import java.util.EnumMap;
import java.util.Map;

/** A database of each engine, for the many tries of a property: what one try has left, the next one does not find. */
final class BothEngines implements AutoCloseable {
    private final Map<Where, Database> databases =
            new EnumMap<>(Map.of(Where.MEMORY, DB.inMemory(), Where.POSTGRESQL, DB.open(PostgresServer.newDatabase())));

    /** What must hold on every engine. */
    @FunctionalInterface
    interface Check {
        void on(Database db) throws Exception;
    }

    /** Runs a check on one engine after the other, each without any store. */
    void check(Check check) {
        databases.forEach((where, db) -> {
            try {
                check.on(db);
            } catch (Exception | AssertionError e) {
                throw new AssertionError("on " + where + ": " + e.getMessage(), e);
            } finally {
                db.stores().forEach(store -> db.drop(store.name()));
            }
        });
    }

    @Override
    public void close() {
        databases.values().forEach(Database::close);
    }
}
