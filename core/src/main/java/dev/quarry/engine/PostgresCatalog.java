package dev.quarry.engine;

import java.util.ArrayList;
import java.util.List;

/** What Quarry keeps in a PostgreSQL database besides the stores' tables. */
final class PostgresCatalog {
    private static final String TEXT = "text collate \"C\" not null";

    private static final String ONLY_ADDED_TO = """
        create or replace function quarry_only_added_to() returns trigger language plpgsql as $$
        begin
          raise exception 'the history in % is only ever added to', tg_table_name;
        end $$\
        """;

    /** Whatever creates the first table of a database is a transaction that leaves its mark here: see {@link CommitMark}. */
    private static final String COMMITS = "create table if not exists quarry_commit (slot " + TEXT
            + " primary key, number bigint not null, changed bigint not null, used bigint not null)";

    private PostgresCatalog() {}

    /** What creates the catalog. */
    static List<String> statements() {
        List<String> statements = new ArrayList<>(List.of(
                "create table quarry_meta (key " + TEXT + " primary key, value " + TEXT + ")",
                "create table quarry_store (name " + TEXT + " primary key, entry " + TEXT + ")",
                "create table quarry_history (store bigint not null, version bigint not null, entry " + TEXT
                        + ", primary key (store, version))",
                COMMITS,
                ONLY_ADDED_TO));
        statements.add(onlyAddedTo("quarry_history"));
        return statements;
    }

    /** What creates the list of backups. */
    static String backups() {
        return "create table quarry_backup (backup " + TEXT + ", store " + TEXT + ", table_name " + TEXT + ", entry "
                + TEXT + ", primary key (backup, store))";
    }

    /** What creates the history of migrations. */
    static List<String> migrationHistory() {
        return List.of(
                COMMITS,
                ONLY_ADDED_TO,
                "create table quarry_migration_history (id bigint generated always as identity primary key, run bigint"
                        + " not null, version bigint not null, description " + TEXT + ", checksum " + TEXT
                        + ", outcome "
                        + TEXT
                        + ", started " + TEXT + ", millis bigint not null, records bigint not null, detail " + TEXT
                        + ")",
                onlyAddedTo("quarry_migration_history"));
    }

    private static String onlyAddedTo(String table) {
        return "create trigger only_added_to before update or delete on " + table
                + " for each row execute function quarry_only_added_to()";
    }
}
