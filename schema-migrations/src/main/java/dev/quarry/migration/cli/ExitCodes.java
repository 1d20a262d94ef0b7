package dev.quarry.migration.cli;

/** What the command line returns. */
public final class ExitCodes {
    /** It is done, or there was nothing to do. */
    public static final int DONE = 0;

    /**
     * Something failed, and everything is as it was before, except that a copy keeps what is copied and goes on from there; or
     * a dry run found what would fail.
     */
    public static final int FAILED = 1;

    /** The command line is wrong. */
    public static final int USAGE = 2;

    /** The scripts, or an undo, do not fit the database. */
    public static final int REFUSED = 3;

    /** The database cannot be opened, or is busy. */
    public static final int UNAVAILABLE = 4;

    /** The connection was lost at the end of a change, so it is not known whether it was done. */
    public static final int UNKNOWN = 5;

    private ExitCodes() {}
}
