package dev.quarry.migration;

/** What an undo does where stores have been written to since the run, or have got another schema. */
public enum LaterWrites {
    /** It does nothing, and says which stores they are. */
    REFUSE,
    /** It goes on: what was written to those stores since the run is gone, and so is what changed their schemas. */
    DISCARD
}
