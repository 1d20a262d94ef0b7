package dev.quarry.testing;

import java.nio.file.Path;

/** The kinds of places where a database lives that several programs open, one after another or at once. */
public enum Place {
    FILE,
    POSTGRESQL,
    /** The same server, which refuses whatever {@link MinimalSchema} lists. */
    MINIMAL;

    /** A place where nothing is yet; in a directory of its own a file is new, and a server's schema is always new. */
    public Site in(Path directory) {
        return in(directory, "test");
    }

    /** A place where nothing is yet; the name tells apart the files of one directory. */
    public Site in(Path directory, String name) {
        return switch (this) {
            case FILE -> new Site(this, directory.resolve(name + ".db").toString());
            case POSTGRESQL -> new Site(this, PostgresServer.newDatabase());
            case MINIMAL -> new Site(this, PostgresServer.newMinimalDatabase());
        };
    }
}
