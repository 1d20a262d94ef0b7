package dev.quarry;

import dev.quarry.testing.Place;
import dev.quarry.testing.Site;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** A database that two programs have open. */
@SuppressWarnings("NullAway.Init")
abstract class TwoPrograms {
    @Parameter
    Place place;

    @TempDir
    Path directory;

    Site site;
    Database first;
    Database second;

    /** Opens it as one program does. */
    Database open(String location) {
        return DB.open(location);
    }

    @BeforeEach
    final void openBoth() {
        site = place.in(directory);
        first = open(site.location());
        second = open(site.location());
    }

    @AfterEach
    final void closeBoth() {
        first.close();
        second.close();
    }
}
