package dev.quarry.query.lower;

import org.jooq.SQLDialect;

/** The words in which engines differ. Thread-safe. */
sealed interface Words permits SqliteWords, PostgresWords {

    /** The engine's name in plans. */
    String engine();

    /** How jOOQ writes for it. */
    SQLDialect dialect();

    /** Columns, binds and functions. */
    ValueWords values();

    /** Whole numbers. */
    WholeWords wholes();

    /** Doubles and floats. */
    RealWords reals();

    /** Texts. */
    TextWords texts();

    /** Lists, sets and maps. */
    CollectionWords collections();
}
