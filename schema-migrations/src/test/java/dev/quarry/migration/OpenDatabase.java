package dev.quarry.migration;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.testing.Place;
import dev.quarry.testing.Site;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** A new database that is open. */
@SuppressWarnings("NullAway.Init")
abstract class OpenDatabase {
    @Parameter
    Place place;

    @TempDir
    Path directory;

    Site site;
    Database db;

    @BeforeEach
    final void openDatabase() {
        site = place.in(directory);
        db = DB.open(site.location());
    }

    @AfterEach
    final void closeDatabase() {
        db.close();
    }
}
