package dev.quarry;

import java.nio.file.Path;

/** Where a database under test lives. */
enum Where {
    FILE,
    MEMORY;

    /** Opens a database; in a directory of its own a file is new. */
    Database open(Path directory, OpenOption... options) {
        return this == FILE ? DB.open(directory.resolve("test.db").toString(), options) : DB.inMemory(options);
    }
}
