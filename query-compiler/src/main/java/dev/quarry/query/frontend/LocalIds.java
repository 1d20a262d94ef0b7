package dev.quarry.query.frontend;

/** Numbers the values that local variables are given, everywhere in one lambda. Not thread-safe. */
final class LocalIds {
    private int last;

    int next() {
        return ++last;
    }
}
