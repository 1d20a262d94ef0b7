package dev.quarry.query.laboratory;

/** An enum whose names are not in the order of its constants. */
public enum Mood {
    GLAD,
    CALM,
    SAD
}
