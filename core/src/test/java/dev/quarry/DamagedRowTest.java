package dev.quarry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.engine.Capability;
import dev.quarry.error.DatabaseFailed;
import dev.quarry.error.UnreadableRecord;
import dev.quarry.testing.Place;
import dev.quarry.testing.Site;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that somebody else wrote, and that make no record. */
@ParameterizedClass
@EnumSource(Place.class)
final class DamagedRowTest {
    enum Kind {
        BUS,
        TRAM
    }

    record Stop(String name, int zone) {}

    record Line(
            Kind kind,
            int number,
            double length,
            UUID id,
            Instant opened,
            List<String> tags,
            Map<String, String> labels,
            @Nullable Stop end) {
        Line {
            if (number < 0) {
                throw new IllegalArgumentException("a line's number is not negative: " + number);
            }
        }
    }

    private static final Line LINE = new Line(
            Kind.BUS, 1, 2.5, new UUID(1, 2), Instant.EPOCH, List.of("x"), Map.of("k", "v"), new Stop("Syntagma", 1));

    @Parameter
    Place place;

    @TempDir
    Path directory;

    private Site site;
    private Database db;
    private Datastore<Line> lines;

    @BeforeEach
    void open() {
        site = place.in(directory);
        db = DB.open(site.location());
        lines = db.store("lines", Line.class);
        DB.setAll(lines, Map.of("a", LINE, "bad", LINE, "z", LINE));
    }

    @AfterEach
    void close() {
        db.close();
    }

    private void damage(String assignment) throws SQLException {
        String table = site.dataTables().get(0);
        assertThat(site.run("update \"" + table + "\" set " + assignment + " where \"#key\" = 'bad'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "kind = 'FERRY' | FERRY, which is no constant of",
                "number = -1 | a line's number is not negative: -1",
                "number = 4294967297 | 'number' holds 4294967297, which is no int",
                "id = x'0102' | 'id' holds 2 bytes, a UUID has 16",
                "opened = 9223372036854775807 | 'opened' holds 9223372036854775807 and 0, which is no Instant",
                "\"opened#nano\" = 1000000000 | 'opened' holds 0 and 1000000000, which is no Instant",
                "tags = '[\"x\"]]' | 'tags' holds broken JSON",
                "tags = '[\"x\"' | 'tags' holds broken JSON",
                "tags = '' | 'tags' holds JSON of another kind",
                "tags = '{}' | 'tags' holds JSON of another kind",
                "tags = '[1]' | 'tags' holds JSON of another kind",
                "tags = '[null]' | 'tags' holds JSON of another kind",
                "labels = '{\"k\":' | 'labels' holds broken JSON",
                "labels = '[]' | 'labels' holds JSON of another kind",
                "labels = '{\"k\":{}}' | 'labels' holds JSON of another kind",
                "\"end.name\" = null | 'end.name' is null, and it is not @Nullable",
                "\"end.zone\" = null | 'end.zone' is null, and it is not @Nullable",
            })
    void aDamagedRowIsNamedAndNoOtherIsTouched(String assignment, String reason) throws SQLException {
        damage(assignment);

        for (UnreadableRecord unreadable : List.of(
                Refusal.of(UnreadableRecord.class, () -> DB.get(lines, "bad")),
                Refusal.of(UnreadableRecord.class, () -> DB.entry(lines, "bad")),
                Refusal.of(UnreadableRecord.class, () -> DB.getMany(lines, List.of("a", "bad"))),
                Refusal.of(UnreadableRecord.class, () -> DB.getAll(lines)),
                Refusal.of(UnreadableRecord.class, () -> DB.getAllWithKeys(lines)),
                Refusal.of(UnreadableRecord.class, () -> DB.stream(lines).toList()),
                Refusal.of(UnreadableRecord.class, () -> DB.queryExactFields(lines, Map.of())))) {
            assertThat(unreadable.store()).isEqualTo("lines");
            assertThat(unreadable.key()).isEqualTo("bad");
            assertThat(unreadable.reason()).contains(reason);
            assertThat(unreadable)
                    .hasMessageContaining("'bad'")
                    .hasMessageContaining("'lines'")
                    .hasMessageContaining(reason)
                    .hasMessageContaining("Overwrite it (DB.set) or delete it (DB.delete)");
        }
        assertThat(DB.getMany(lines, List.of("a", "z"))).contains(List.of(LINE, LINE));
        assertThat(DB.keys(lines)).containsExactly("a", "bad", "z");
        assertThat(DB.has(lines, "bad")).isTrue();
        assertThat(DB.count(lines)).isEqualTo(3);
    }

    /** SQLite keeps whatever somebody writes; a column of a server refuses a text and makes a double of a whole number. */
    @Test
    void aColumnOfDoublesHoldsNothingElseOrSaysSo() throws SQLException {
        if (place == Place.FILE) {
            for (String value : List.of("long", "3")) {
                damage("length = " + (value.equals("long") ? "'long'" : value));
                assertThat(Refusal.of(UnreadableRecord.class, () -> DB.get(lines, "bad"))
                                .reason())
                        .contains("'length' holds " + value + ", which is no double");
            }
        } else {
            assertThatThrownBy(() -> damage("length = 'long'")).isInstanceOf(SQLException.class);
            damage("length = 3");
            assertThat(DB.get(lines, "bad").orElseThrow().length()).isEqualTo(3.0);
        }
    }

    @Test
    void overwritingItMendsIt() throws SQLException {
        damage("kind = 'FERRY'");
        DB.set(lines, "bad", LINE);

        assertThat(DB.getAll(lines)).containsExactly(LINE, LINE, LINE);
    }

    /**
     * The engine reads the JSON of all records here, so it is the engine that fails; SQLite ends its statement by that. An engine
     * without functions leaves the reading to the program, for which what cannot be read equals nothing.
     */
    @Test
    void aQueryThatFailedInTheEngineCanBeAskedAgain() throws SQLException {
        Map<String, Object> fields = Map.of("labels", Map.of("k", "v"));
        assertThat(DB.queryExactFields(lines, fields)).hasSize(3);
        damage("labels = '{\"k\":'");
        if (!db.engine().capabilities().has(Capability.STORED_FUNCTIONS)) {
            assertThat(DB.queryExactFields(lines, fields)).containsExactly(LINE, LINE);
            return;
        }
        Refusal.of(DatabaseFailed.class, () -> DB.queryExactFields(lines, fields));

        DB.set(lines, "bad", LINE);
        assertThat(DB.queryExactFields(lines, fields)).containsExactly(LINE, LINE, LINE);
    }

    @Test
    void deletingItMendsTheStore() throws SQLException {
        damage("tags = '['");

        assertThat(DB.delete(lines, "bad")).isEqualTo(1);
        assertThat(DB.getAllWithKeys(lines)).isEqualTo(Map.of("a", LINE, "z", LINE));
    }
}
