package dev.quarry.engine;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What Quarry keeps in a PostgreSQL database besides the stores' tables. */
final class PostgresCatalog {
    private static final int MOST_TRIES = 5;

    private static final String TEXT = "text collate \"C\" not null";

    private static final String ONLY_ADDED_TO = """
        create or replace function quarry_only_added_to() returns trigger language plpgsql as $$
        begin
          raise exception 'the history in % is only ever added to', tg_table_name;
        end $$\
        """;

    /** Says what a database lacks, by the names of {@link Capability} with commas between them. */
    static final String WITHOUT =
            "create table if not exists quarry_without (id bigint primary key, capabilities text not null)";

    /** Whatever creates the first table of a database is a transaction that leaves its mark here: see {@link CommitMark}. */
    private static final String COMMITS = "create table if not exists quarry_commit (slot " + TEXT
            + " primary key, number bigint not null, changed bigint not null, used bigint not null)";

    private PostgresCatalog() {}

    /** Whether there is a table of a name. */
    static boolean hasTable(Session session, String name) throws SQLException {
        return !session.texts(
                        "select tablename from pg_tables where schemaname = current_schema() and tablename = ?", name)
                .isEmpty();
    }

    /** What creates the catalog; what is there already, because a program was killed while it made it, stays. */
    static List<String> statements(Capabilities capabilities) {
        List<String> statements = new ArrayList<>(List.of(
                "create table if not exists quarry_meta (key " + TEXT + " primary key, value " + TEXT + ")",
                "create table if not exists quarry_store (name " + TEXT + " primary key, entry " + TEXT + ")",
                "create table if not exists quarry_history (store bigint not null, version bigint not null, entry "
                        + TEXT + ", primary key (store, version))",
                COMMITS));
        statements.addAll(onlyAddedTo("quarry_history", capabilities));
        return statements;
    }

    /** What stands in for what a database lacks. */
    static List<String> insteadOfCapabilities() {
        return List.of(
                "create table if not exists quarry_gate (table_name " + TEXT
                        + " primary key, turn bigint not null, rules " + TEXT + ")",
                "create table if not exists quarry_lease (name " + TEXT + " primary key, owner " + TEXT
                        + ", turn bigint not null)",
                "create table if not exists quarry_journal (owner " + TEXT + ", id bigint not null, statement " + TEXT
                        + ", primary key (owner, id))");
    }

    /** Creates a table; another program may just do the same. */
    static void createUnlessThere(Session session, String statement) throws SQLException {
        for (int tries = 1; ; tries++) {
            try {
                session.executeOnce(statement);
                return;
            } catch (SQLException e) {
                boolean raced = Set.of(
                                PostgresFailures.UNIQUE_VIOLATION,
                                PostgresFailures.DUPLICATE_TABLE,
                                PostgresFailures.DUPLICATE_OBJECT)
                        .contains(PostgresFailures.state(e));
                if (!raced || tries == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    /** What creates the list of backups. */
    static String backups() {
        return "create table if not exists quarry_backup (backup " + TEXT + ", store " + TEXT + ", table_name " + TEXT
                + ", entry " + TEXT + ", primary key (backup, store))";
    }

    /** What creates the history of migrations. */
    static List<String> migrationHistory(Capabilities capabilities) {
        List<String> statements = new ArrayList<>(List.of(
                COMMITS,
                "create table if not exists quarry_migration_history (id bigint generated always as identity primary key,"
                        + " run bigint not null, version bigint not null, description " + TEXT + ", checksum " + TEXT
                        + ", outcome " + TEXT + ", started " + TEXT
                        + ", millis bigint not null, records bigint not null, detail " + TEXT + ")"));
        statements.addAll(onlyAddedTo("quarry_migration_history", capabilities));
        return statements;
    }

    /** A guard against mistakes; nothing depends on it. */
    private static List<String> onlyAddedTo(String table, Capabilities capabilities) {
        return capabilities.has(Capability.TRIGGERS)
                ? List.of(
                        ONLY_ADDED_TO,
                        "drop trigger if exists only_added_to on " + table,
                        "create trigger only_added_to before update or delete on " + table
                                + " for each row execute function quarry_only_added_to()")
                : List.of();
    }
}
