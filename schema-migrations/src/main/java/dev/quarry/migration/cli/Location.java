package dev.quarry.migration.cli;

import dev.quarry.engine.Engines;
import dev.quarry.error.CannotOpen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A database as the command line names it.
 *
 * @param text a file's path, or a URL
 */
record Location(String text) {

    /** The name without its directory or host, and without what may hold a password, as the output calls it. */
    String name() {
        Optional<Path> file = Engines.file(text);
        if (file.isPresent()) {
            return String.valueOf(file.get().getFileName());
        }
        String url = Engines.withoutSecrets(text);
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /** A mistyped name must not make a new database: throws {@link CannotOpen} if it names no server and no file that is there. */
    void requireThere() {
        if (!Engines.isServer(text) && Engines.file(text).filter(Files::exists).isEmpty()) {
            throw new CannotOpen(text, "there is no such file; check the name", null);
        }
    }
}
