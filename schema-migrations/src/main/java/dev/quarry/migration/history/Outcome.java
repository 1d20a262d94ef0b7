package dev.quarry.migration.history;

/** How a script's run ended. */
public enum Outcome {
    /** It ran, and its changes are in the database. */
    DONE,
    /** It did not run: somebody declared that the database had its changes already. */
    BASELINE,
    /** It failed, and its changes were rolled back. */
    FAILED,
    /** It had run, and its changes were taken back. */
    UNDONE
}
