package dev.quarry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.error.UnreadableRecord;
import dev.quarry.testing.Place;
import dev.quarry.testing.Site;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/** Stored forms of every kind that somebody else wrote, and that are no value. */
@ParameterizedClass
@EnumSource(Place.class)
final class DamagedValueTest {
    enum Kind {
        BUS,
        TRAM
    }

    record Stop(String name, @Nullable Integer zone, Optional<Kind> kind) {
        Stop {
            if (zone != null && zone < 0) {
                throw new IllegalArgumentException("a zone is not negative: " + zone);
            }
        }
    }

    record Line(
            short little,
            byte tiny,
            char sign,
            boolean open,
            float length,
            LocalDate date,
            LocalDateTime at,
            Duration time,
            BigDecimal fare,
            Optional<Password> password,
            List<Stop> stops,
            Set<Kind> kinds,
            Map<String, Double> reals,
            List<UUID> ids,
            List<BigDecimal> fares,
            List<LocalDateTime> times,
            List<Byte> bytes,
            List<byte[]> blobs) {}

    private static final Line LINE = new Line(
            (short) 1,
            (byte) 2,
            'c',
            true,
            1.5f,
            LocalDate.EPOCH,
            LocalDateTime.MIN,
            Duration.ZERO,
            BigDecimal.TEN,
            Optional.empty(),
            List.of(),
            Set.of(),
            Map.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());

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
        DB.setAll(lines, Map.of("a", LINE, "bad", LINE));
    }

    @AfterEach
    void close() {
        db.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "little = 32768 | 'little' holds 32768, which is no short",
                "tiny = -129 | 'tiny' holds -129, which is no byte",
                "sign = -1 | 'sign' holds -1, which is no char",
                "open = 2 | 'open' holds 2, which is no boolean",
                "length = 0.1 | 'length' holds 0.1, which is no float",
                "date = 400000000000 | 'date' holds 400000000000, which is no LocalDate",
                "\"at\" = 400000000000 | 'at' holds 400000000000 and 0, which is no LocalDateTime",
                "\"at#nano\" = 86400000000000 | and 86400000000000, which is no LocalDateTime",
                "\"time#nano\" = -1 | 'time' holds 0 and -1, which is no Duration",
                "fare = x'03' | 'fare' holds bytes that are no BigDecimal",
                "\"fare#scale\" = 4294967296 | 'fare' holds bytes that are no BigDecimal",
                "password = 'secret' | 'password' holds a text that is no hash of a password",
                "stops = '[{\"name\":\"x\",\"zone\":-1,\"kind\":null}]' | a zone is not negative: -1",
                "stops = '[{\"name\":\"x\",\"zone\":1,\"kind\":\"FERRY\"}]' | 'stops' holds FERRY, which is no"
                        + " constant of",
                "stops = '[{\"name\":null,\"zone\":1,\"kind\":null}]' | whose 'name' is null, and it is not @Nullable",
                "stops = '[{\"name\":\"x\",\"zone\":1,\"name\":\"y\"}]' | 'stops' holds a record that has 'name' twice",
                "stops = '[{\"zone\":1,\"kind\":null}]' | 'stops' holds a record without 'name'",
                "stops = '[{\"name\":\"x\",\"zone\":1,\"more\":{\"a\":[1}]' | 'stops' holds broken JSON",
                "stops = '[null]' | 'stops' holds JSON of another kind",
                "kinds = '[\"BUS\",\"FERRY\"]' | 'kinds' holds FERRY, which is no constant of",
                "reals = '{\"k\":1}' | 'reals' holds JSON of another kind",
                "reals = '{\"k\":\"nan\"}' | 'reals' holds nan, which is no double",
                "ids = '[\"1-2-3-4-5\"]' | 'ids' holds 1-2-3-4-5, which is no UUID",
                "ids = '[\"x\"]' | 'ids' holds x, which is no UUID",
                "fares = '[\"1,5\"]' | 'fares' holds 1,5, which is no BigDecimal",
                "times = '[[0]]' | 'times' holds JSON of another kind",
                "times = '[[0,-1]]' | 'times' holds 0 and -1, which is no LocalDateTime",
                "bytes = '[128]' | 'bytes' holds 128, which is no byte",
                "bytes = '[99999999999999999999]' | 'bytes' holds broken JSON",
                "blobs = '[\"%\"]' | 'blobs' holds broken JSON",
                "bytes = '[1] 2' | 'bytes' holds JSON of another kind",
            })
    void aDamagedValueIsNamedAndNoOtherRecordIsTouched(String assignment, String reason) throws SQLException {
        assertThat(damage(assignment)).isEqualTo(1);

        UnreadableRecord unreadable = Refusal.of(UnreadableRecord.class, () -> DB.getAll(lines));
        assertThat(unreadable.store()).isEqualTo("lines");
        assertThat(unreadable.key()).isEqualTo("bad");
        assertThat(unreadable.reason()).contains(reason);
        assertThat(DB.get(lines, "a")).contains(LINE);
    }

    /** A server's columns have types of their own, which keep texts out. */
    @Test
    void aTextWhereANumberStandsIsNamedUnlessTheColumnRefusesIt() throws SQLException {
        if (place == Place.FILE) {
            aDamagedValueIsNamedAndNoOtherRecordIsTouched("length = 'x'", "'length' holds x, which is no float");
        } else {
            assertThatThrownBy(() -> damage("length = 'x'")).isInstanceOf(SQLException.class);
            assertThat(DB.getAll(lines)).containsExactly(LINE, LINE);
        }
    }

    private int damage(String assignment) throws SQLException {
        String table = site.dataTables().get(0);
        return site.run("update \"" + table + "\" set " + assignment + " where \"#key\" = 'bad'");
    }
}
