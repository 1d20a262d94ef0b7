package dev.quarry;

import dev.quarry.testing.PostgresServer;
import java.nio.file.Path;

/** Where a database under test lives. */
enum Where {
    FILE,
    MEMORY,
    POSTGRESQL,
    MINIMAL;

    /** Opens a database; in a directory of its own a file is new, and a server's database is always new. */
    Database open(Path directory, OpenOption... options) {
        return switch (this) {
            case FILE -> DB.open(directory.resolve("test.db").toString(), options);
            case MEMORY -> DB.inMemory(options);
            case POSTGRESQL -> DB.open(PostgresServer.newDatabase(), options);
            case MINIMAL -> DB.open(PostgresServer.newMinimalDatabase(), options);
        };
    }
}
