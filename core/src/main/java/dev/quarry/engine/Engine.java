package dev.quarry.engine;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A database engine: everything in which one differs from another. Thread-safe. */
public interface Engine extends AutoCloseable {

    /** The name by which plans know it: {@code sqlite}. */
    String name();

    /** The database's connections. */
    Connections connections();

    /** Whether each statement takes a way to a server and back, so that many are better sent at once. */
    boolean isRemote();

    /** The name of a store's table of one generation; two generations never have the same. */
    String tableName(String store, long generation);

    /** The name under which the engine keeps a table, column or index that it is asked for by this one. */
    String identifier(String name);

    /** The statements of a table. */
    TableStatements table(TableLayout layout);

    /** How a program writes to a table. */
    WriteAccess access(TableLayout layout);

    /** What the database has of what features may need. */
    Capabilities capabilities();

    /** What makes, changes and drops tables. */
    TableChanges changes();

    /** What queries need. */
    QueryDialect dialect();

    /** Whether the catalog's tables are there. */
    boolean hasCatalog(Session session) throws SQLException;

    /**
     * Creates the catalog's tables: {@code quarry_meta(key, value)}, {@code quarry_store(name, entry)} and
     * {@code quarry_history(store, version, entry)}, of which no row is ever changed or deleted.
     */
    void createCatalog(Session session) throws SQLException;

    /**
     * The version of the functions that queries call and that the database itself keeps: a number, which is greater for a later
     * version that has all functions of this one, and behind a space what tells it from others of that number. Empty if it keeps
     * none.
     */
    String functions();

    /** Creates these functions, or replaces those of an earlier version. */
    void createFunctions(Session session) throws SQLException;

    /** Whether there is a table of that name. */
    boolean hasTable(Session session, String table) throws SQLException;

    /**
     * Creates the table {@code quarry_migration_history(id, run, version, description, checksum, outcome, started, millis,
     * records, detail)}, of which no row is ever changed or deleted.
     */
    void createMigrationHistory(Session session) throws SQLException;

    /** How many bytes the database takes, free pages in it not counted. */
    long size(Session session) throws SQLException;

    /** How many bytes a table takes with its indexes. */
    long size(Session session, String table) throws SQLException;

    /** What keeps copies of stores; empty if the database is in memory. */
    Optional<Copies> copies();

    /** The names of a table's indexes that Quarry made. */
    List<String> indexes(Session session, String table) throws SQLException;

    /**
     * Creates an index; the columns are in index order, each with its direction. If it is unique, whoever writes through
     * {@link #access} cannot give two records the same values, wherever there is no NULL among them.
     */
    void createIndex(Session session, String table, String index, List<IndexColumn> columns, boolean unique)
            throws SQLException;

    /** Drops an index of a table. */
    void dropIndex(Session session, String table, String index) throws SQLException;

    /** The physical columns of the unique rule that a statement broke; empty if it failed for another reason. */
    Optional<List<String>> violatedColumns(SQLException failure);

    /** Whether a statement failed because its table is not there. */
    boolean isTableMissing(SQLException failure);

    /** How the engine would run a query. */
    AccessPath explain(Session session, String sql, @Nullable Object... values) throws SQLException;

    @Override
    void close();

    /**
     * A column in an index.
     *
     * @param name its physical name
     * @param kind what it holds
     * @param descending its direction
     */
    record IndexColumn(String name, ColumnKind kind, boolean descending) {}
}
