package dev.quarry.testing;

import java.util.List;

/**
 * A schema of a PostgreSQL server that is as poor as a database may be that speaks PostgreSQL's language: what it is declared to
 * lack, it refuses, but for locks on tables, which nothing can refuse.
 */
final class MinimalSchema {
    /** Begins the names of such schemas. */
    static final String PREFIX = "quarry_minimal_";

    /** What they lack. */
    static final String WITHOUT =
            "TRANSACTIONAL_DDL,TABLE_LOCKS,ADVISORY_LOCKS,UNIQUE_INDEXES,TRIGGERS,STORED_FUNCTIONS";

    /** Functions that hide the server's own. */
    private static final String SHADOWS = "quarry_shadows";

    private MinimalSchema() {}

    /** What makes a schema say what it lacks. */
    static List<String> declare(String schema, String without) {
        String table = schema + ".quarry_without";
        return List.of(
                "create table " + table + " (id bigint primary key, capabilities text not null)",
                "insert into " + table + " values (1, '" + without + "')");
    }

    /** The search path on which what is missing is not found. */
    static String shadowing(String schema) {
        return schema + "," + SHADOWS + ",pg_catalog";
    }

    /** What makes a server refuse in such schemas what they lack. */
    static List<String> refusals() {
        return List.of(
                "create schema " + SHADOWS,
                "create function " + SHADOWS
                        + ".pg_advisory_xact_lock(integer, integer) returns void language plpgsql as"
                        + " $$ begin raise feature_not_supported using message = 'there are no advisory locks here';"
                        + " end $$",
                """
                create function public.refuse_before() returns event_trigger language plpgsql as $$
                begin
                  if starts_with(current_schema(), 'quarry_minimal_') then
                    if tg_tag in ('CREATE TRIGGER', 'CREATE FUNCTION', 'CREATE PROCEDURE') then
                      raise feature_not_supported using message = tg_tag || ' is not known here';
                    end if;
                    if pg_current_xact_id_if_assigned() is not null then
                      raise feature_not_supported using message = tg_tag || ' is not alone in its transaction';
                    end if;
                  end if;
                end $$""",
                """
                create function public.refuse_behind() returns event_trigger language plpgsql as $$
                begin
                  if starts_with(current_schema(), 'quarry_minimal_') and exists (
                      select 1 from pg_event_trigger_ddl_commands() made join pg_index on indexrelid = made.objid
                      where indisunique and not indisprimary)
                  then
                    raise feature_not_supported using message = 'there are no unique indexes here';
                  end if;
                end $$""",
                "create event trigger refuse_before on ddl_command_start execute function public.refuse_before()",
                "create event trigger refuse_behind on ddl_command_end execute function public.refuse_behind()");
    }
}
