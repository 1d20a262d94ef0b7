package dev.quarry.engine;

/**
 * What a feature may need of a database. SQLite and PostgreSQL have all of it; other databases that speak PostgreSQL's language
 * lack some, and are opened with {@link dev.quarry.Options#without}. A feature does without what is missing, or is refused by
 * name with {@link dev.quarry.error.MissingCapability}.
 */
public enum Capability {
    /** Tables and indexes are made and dropped in one transaction with rows; else each in a transaction of its own. */
    TRANSACTIONAL_DDL("tables that are changed in one transaction with their rows"),

    /**
     * Primary keys whose index is in order by itself; else it is asked for with {@code asc}, which PostgreSQL does not know, since
     * ranges of keys would read the whole table where keys are spread by their hash.
     */
    ORDERED_KEYS("primary keys in order"),

    /** {@code lock table}; else whoever writes to a table locks a row that stands for it. */
    TABLE_LOCKS("locks on tables"),

    /** Locks that have a number and end with their transaction; else a row is leased. */
    ADVISORY_LOCKS("advisory locks"),

    /**
     * Unique indexes besides that of the key; else the values of a unique rule are the key of a look-up table, which whoever
     * writes to a store keeps in the same transaction. A rule may be added while other programs write: they learn of it before
     * their next write.
     */
    UNIQUE_INDEXES("unique indexes"),

    /** Triggers for each row; else what needs them is refused. */
    TRIGGERS("triggers"),

    /** Functions in SQL and PL/pgSQL; else filters that need one are refused. */
    STORED_FUNCTIONS("stored functions");

    private final String words;

    Capability(String words) {
        this.words = words;
    }

    /** What it is, in words. */
    public String words() {
        return words;
    }
}
