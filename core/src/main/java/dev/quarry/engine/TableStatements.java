package dev.quarry.engine;

import java.util.List;

/**
 * The statements of one table that need no compiler. Values are bound in the order given for each. A record's columns are
 * read as {@code key, components…}.
 */
public interface TableStatements {

    /** Writes a record, new or not, and counts its version up. Binds: key, components. */
    String upsert();

    /** Writes a record that must be new. Binds: key, components. */
    String insert();

    /** Writes a record, whose writes have been counted elsewhere, unless its key is taken. Binds: key, version, components. */
    String insertEntry();

    /** Reads a record. Binds: key. */
    String get();

    /** Reads a record with the number of its writes behind the components. Binds: key. */
    String entry();

    /** Reads several records. Binds: the keys as a JSON array. */
    String getMany();

    /** One row if the key is there. Binds: key. */
    String has();

    /** Deletes records. Binds: the keys as a JSON array. */
    String delete();

    /** Deletes every record. */
    String deleteAll();

    /** The number of records. */
    String count();

    /** One row if there is any record. */
    String any();

    /** The first so many records in key order. Binds: how many. */
    String firstChunk();

    /** The next so many records behind a key. Binds: key, how many. */
    String nextChunk();

    /** All records in key order. */
    String all();

    /** All records in key order, each with the number of its writes behind the components. */
    String allEntries();

    /** The same for the records behind a key. Binds: key. */
    String entriesBehind();

    /** The last key, or null. */
    String lastKey();

    /**
     * The least key, the greatest key and the number of the records in each group of several that agree in some columns,
     * none of which is NULL, in the order of the least keys.
     */
    String duplicates(List<Column> columns);

    /** All keys in order. */
    String keys();
}
