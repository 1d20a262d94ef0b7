package dev.quarry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.annotation.Default;
import dev.quarry.annotation.Was;
import dev.quarry.error.InvalidDefault;
import dev.quarry.error.InvalidText;
import dev.quarry.error.UnsupportedRecord;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
import org.junit.jupiter.params.provider.EnumSource;

/** Defaults of every type, and texts that are none. */
@ParameterizedClass
@EnumSource(Where.class)
final class DefaultTest {
    enum Size {
        SMALL,
        LARGE
    }

    record Plain(int id) {}

    record Tag(String name, int weight) {}

    record Everything(
            int id,
            @Default("it's \"é\" ") String text,
            @Default("") String empty,
            @Default("-2147483648") int whole,
            @Default("-9223372036854775808") long wide,
            @Default("7") short small,
            @Default("-8") byte tiny,
            @Default("x") char letter,
            @Default("true") boolean truth,
            @Default("-0.0") double real,
            @Default("NaN") double no,
            @Default("-Infinity") double least,
            @Default("4.9E-324") double denormal,
            @Default("0.1") float single,
            @Default("2020-02-29T12:00:00.5Z") Instant at,
            @Default("-0044-03-15") LocalDate day,
            @Default("2020-02-29T12:00") LocalDateTime local,
            @Default("PT-0.5S") Duration time,
            @Default("12.340") BigDecimal decimal,
            @Default("0f8fad5b-d9cb-469f-a165-70867728950e") UUID id2,
            @Default("LARGE") Size size,
            @Default("[]") List<String> list,
            @Default("[\"a\", \"b\"]") List<String> filled,
            @Default("[\"SMALL\"]") Set<Size> set,
            @Default("{}") Map<String, Integer> map,
            @Default("[{\"name\": \"n\", \"weight\": 3}]") List<Tag> tags,
            @Default("9") @Nullable Integer nullable,
            @Default("10") Optional<Integer> optional) {}

    record Bytes(int id, @Default("AQID/w==") byte[] bytes) {}

    @Parameter
    Where where;

    @TempDir
    Path directory;

    private Database db;

    @BeforeEach
    void open() {
        db = where.open(directory);
    }

    @AfterEach
    void close() {
        db.close();
    }

    private static Everything expected(int id) {
        return new Everything(
                id,
                "it's \"é\" ",
                "",
                Integer.MIN_VALUE,
                Long.MIN_VALUE,
                (short) 7,
                (byte) -8,
                'x',
                true,
                -0.0,
                Double.NaN,
                Double.NEGATIVE_INFINITY,
                Double.MIN_VALUE,
                0.1f,
                Instant.parse("2020-02-29T12:00:00.5Z"),
                LocalDate.of(-44, 3, 15),
                LocalDateTime.of(2020, 2, 29, 12, 0),
                Duration.ofMillis(-500),
                new BigDecimal("12.340"),
                UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e"),
                Size.LARGE,
                List.of(),
                List.of("a", "b"),
                Set.of(Size.SMALL),
                Map.of(),
                List.of(new Tag("n", 3)),
                9,
                Optional.of(10));
    }

    @Test
    void aDefaultOfEveryTypeStandsInOldRecordsAndInThoseOfOlderPrograms() {
        Datastore<Plain> plain = db.store("things", Plain.class);
        DB.set(plain, "before", new Plain(1));
        Datastore<Everything> all = db.store("things", Everything.class);
        DB.set(plain, "running", new Plain(2));
        DB.set(db.store("things", Plain.class), "again", new Plain(3));

        assertThat(DB.get(all, "before")).contains(expected(1));
        assertThat(DB.get(all, "running")).contains(expected(2));
        assertThat(DB.get(all, "again")).contains(expected(3));
        DB.set(all, "now", expected(4));
        Map<String, ?> fields = Map.of(
                "text", "it's \"é\" ", "real", -0.0, "no", Double.NaN, "filled", List.of("a", "b"), "size", Size.LARGE);
        assertThat(DB.queryExactFields(all, fields)).hasSize(4);
    }

    @Test
    void soItDoesOnAStoreThatTheNewerProgramCreated() {
        Datastore<Everything> all = db.store("things", Everything.class);
        DB.set(all, "now", expected(4));
        DB.set(db.store("things", Plain.class), "older", new Plain(5));

        assertThat(DB.get(all, "older")).contains(expected(5));
    }

    @Test
    void bytesAreBase64() {
        Datastore<Plain> plain = db.store("things", Plain.class);
        DB.set(plain, "a", new Plain(1));

        assertThat(DB.get(db.store("things", Bytes.class), "a").orElseThrow().bytes())
                .containsExactly(1, 2, 3, -1);
    }

    record Five(int id, @Default("5") int rank) {}

    record Six(int id, @Default("6") int rank, @Nullable String more) {}

    @Test
    void anotherDefaultChangesNoRecordAndHoldsForProgramsThatAreStartedLater() {
        DB.set(db.store("things", Plain.class), "a", new Plain(1));
        db.store("things", Five.class);
        Datastore<Six> six = db.store("things", Six.class);
        DB.set(db.store("things", Plain.class), "b", new Plain(2));
        db.store("things", Five.class);
        DB.set(db.store("things", Plain.class), "c", new Plain(3));

        assertThat(DB.getAll(six)).extracting(Six::rank).containsExactly(5, 6, 6);
    }

    record BadInt(@Default("five") int id) {}

    record TooGreat(@Default("128") byte id) {}

    record BadTruth(@Default("yes") boolean is) {}

    record BadChar(@Default("xy") char is) {}

    record BadUuid(@Default("1-1-1-1-1") UUID id) {}

    record BadTime(@Default("yesterday") Instant at) {}

    record BadEnum(@Default("TINY") Size size) {}

    record BadList(@Default("a,b") List<String> list) {}

    record BadElement(@Default("[1]") List<String> list) {}

    record BadBytes(@Default("?") byte[] bytes) {}

    record BadPassword(@Default("secret") Password password) {}

    record BadNested(@Default("{}") Plain plain) {}

    record DeepBad(@Nullable BadInt inside) {}

    @Test
    void aTextThatIsNoValueIsRefusedWhenTheStoreIsOpened() {
        for (Class<? extends Record> record : List.of(
                BadInt.class,
                TooGreat.class,
                BadTruth.class,
                BadChar.class,
                BadUuid.class,
                BadTime.class,
                BadEnum.class,
                BadList.class,
                BadElement.class,
                BadBytes.class,
                BadPassword.class,
                BadNested.class)) {
            InvalidDefault refused = Refusal.of(InvalidDefault.class, () -> db.store("things", record));
            assertThat(refused.record()).isEqualTo(record.getName());
            assertThat(refused.field()).isEqualTo(record.getRecordComponents()[0].getName());
            assertThat(refused.reason()).isNotBlank();
            assertThat(refused).hasMessageContaining(refused.text()).hasMessageContaining("nothing was changed");
        }
        assertThat(Refusal.of(InvalidDefault.class, () -> db.store("things", DeepBad.class))
                        .field())
                .isEqualTo("inside.id");
        assertThat(db.stores()).isEmpty();
    }

    record BadText(@Default("a\0b") String text) {}

    @Test
    void aTextThatCannotBeStoredIsRefusedAsEverywhere() {
        Refusal.of(InvalidText.class, () -> db.store("things", BadText.class));
    }

    record Swapped(@Was("b") int a, @Was("a") int b) {}

    @Test
    void aFormerNameThatTheRecordUsesIsRefused() {
        assertThat(Refusal.of(UnsupportedRecord.class, () -> db.store("things", Swapped.class))
                        .reason())
                .contains("@Was(\"b\")")
                .contains("cannot be used again");
    }
}
