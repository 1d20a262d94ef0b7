package dev.quarry;

import static dev.quarry.Options.readOnly;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.error.CannotOpen;
import dev.quarry.testing.Place;
import dev.quarry.testing.Site;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs with several versions of Quarry on one database, whose functions both of them call. */
final class FunctionVersionsTest {
    record Note(String text) {}

    @TempDir
    Path directory;

    private Site site;

    @BeforeEach
    void aStore() {
        site = Place.POSTGRESQL.in(directory);
        open();
    }

    private void open() {
        try (Database db = DB.open(site.location())) {
            db.store("notes", Note.class);
        }
    }

    private List<String> version() throws SQLException {
        return site.column("select value from quarry_meta where key = 'functions'");
    }

    private void say(String version) throws SQLException {
        site.run("update quarry_meta set value = '" + version + "' where key = 'functions'");
    }

    @Test
    void thoseOfALaterVersionAreLeftAlone() throws SQLException {
        say("1000000 later");
        open();

        assertThat(version()).containsExactly("1000000 later");
        try (Database db = DB.open(site.location(), readOnly())) {
            assertThat(DB.count(db.store("notes", Note.class))).isZero();
        }
    }

    @Test
    void thoseOfAnEarlierVersionAreReplaced() throws SQLException {
        List<String> own = version();
        say("0 earlier");
        open();

        assertThat(version()).isEqualTo(own);
    }

    @Test
    void aProgramThatOnlyReadsIsNotServedByThoseOfAnEarlierVersion() throws SQLException {
        say("0 earlier");
        try (Database db = DB.open(site.location(), readOnly())) {
            assertThat(Refusal.of(CannotOpen.class, () -> db.store("notes", Note.class))
                            .reason())
                    .contains("open a store once without it");
        }
    }
}
