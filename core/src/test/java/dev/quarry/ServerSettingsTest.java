package dev.quarry;

import static dev.quarry.Options.timeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.quarry.annotation.Indexed;
import dev.quarry.error.CannotOpen;
import dev.quarry.error.DatabaseFailed;
import dev.quarry.testing.Site;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers, databases, roles and connections that are set up in other ways than is usual: as exact as ever, or refused. */
final class ServerSettingsTest {
    record Sample(
            @Indexed double real,
            float small,
            String text,
            Instant time,
            BigDecimal decimal,
            UUID id,
            LocalDate date,
            List<Double> reals) {}

    private static final Sample SAMPLE = new Sample(
            1 / 3.0,
            0.1f,
            "back\\slash 'quoted' \"twice\" ?1 $1 ı İ \u00e9 \ud83d\ude00",
            Instant.parse("-0044-03-15T10:11:12.123456789Z"),
            new BigDecimal("1.10"),
            UUID.fromString("00000000-0000-7000-8000-0000000000ff"),
            LocalDate.of(-5, 2, 28),
            List.of(Double.MIN_VALUE, -0.0, 2 / 3.0, Double.NaN));

    /** More often than the driver needs to prepare a statement on the server, and the server to make a plan for good. */
    private static final int TIMES = 12;

    private Site site;

    @BeforeEach
    void aDatabase() {
        site = Site.onOwnServer();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "prepareThreshold=0",
                "prepareThreshold=1",
                "prepareThreshold=-1",
                "preferQueryMode=simple",
                "preferQueryMode=extendedCacheEverything",
                "binaryTransfer=false",
                "stringtype=unspecified",
                "reWriteBatchedInserts=true",
                "options=-c%20plan_cache_mode=force_generic_plan%20-c%20enable_seqscan=off",
                "options=-c%20bytea_output=escape%20-c%20DateStyle=German,DMY%20-c%20IntervalStyle=sql_standard",
                "options=-c%20TimeZone=Pacific/Chatham%20-c%20transform_null_equals=on%20-c%20lc_messages=C"
            })
    void whateverItsConnectionsAreToldAllIsExact(String parameter) {
        try (Database db = DB.open(site.location() + "&" + parameter)) {
            assertExact(db);
        }
    }

    private static void assertExact(Database db) {
        Datastore<Sample> samples = db.store("samples", Sample.class);
        for (int time = 0; time < TIMES; time++) {
            DB.set(samples, "k" + time % 3, SAMPLE);
            assertThat(DB.get(samples, "k" + time % 3)).contains(SAMPLE);
            assertThat(DB.queryExactFields(samples, Map.of("real", 1 / 3.0, "text", SAMPLE.text(), "small", 0.1f)))
                    .isNotEmpty()
                    .containsOnly(SAMPLE);
        }
        DB.setAll(samples, Map.of("x", SAMPLE, "y", SAMPLE));
        assertThat(DB.getAll(samples)).hasSize(5).containsOnly(SAMPLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR-x-icu", "und-x-icu", "de-AT-x-icu"})
    void aDatabaseThatSortsAsALanguageDoesSortsKeysByCodePoints(String collation) throws Exception {
        String name = "quarry_sorted_" + ProcessHandle.current().pid();
        site.run("create database " + name + " encoding 'UTF8' locale_provider icu icu_locale '"
                + collation.replace("-x-icu", "") + "' template template0");
        try (Database db = DB.open(ofDatabase(name))) {
            assertExact(db);
            Datastore<Sample> sorted = db.store("sorted", Sample.class);
            for (String key : List.of("ä", "a", "B", "Z", "i", "ı", "I", "İ", "\uffee", "\ud83d\ude00")) {
                DB.set(sorted, key, SAMPLE);
            }
            assertThat(DB.keys(sorted))
                    .containsExactly("B", "I", "Z", "a", "i", "ä", "İ", "ı", "\uffee", "\ud83d\ude00");
        } finally {
            site.run("drop database " + name + " with (force)");
        }
    }

    private String ofDatabase(String name) {
        return site.location().replaceFirst("/[^/?]+\\?.*", "/" + name + "?user=postgres");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LATIN1", "SQL_ASCII"})
    void aDatabaseThatCannotHoldEveryTextIsRefused(String encoding) throws Exception {
        String name = "quarry_encoded_" + ProcessHandle.current().pid();
        site.run("create database " + name + " encoding '" + encoding + "' locale 'C' template template0");
        try {
            assertThat(Refusal.of(CannotOpen.class, () -> DB.open(ofDatabase(name)))
                            .reason())
                    .contains("server_encoding is " + encoding)
                    .contains("has to be UTF8");
        } finally {
            site.run("drop database " + name + " with (force)");
        }
    }

    @ParameterizedTest
    @CsvSource({"set standard_conforming_strings = off, has to be on", "set extra_float_digits = 0, is below 1"})
    void aPoolWhoseConnectionsWouldChangeValuesIsRefused(String told, String reason) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(site.location());
        config.setConnectionInitSql(told);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            assertThat(Refusal.of(CannotOpen.class, () -> DB.open(pool)).reason())
                    .contains(reason);
        }
    }

    @Test
    void quarrysOwnPoolReadsDoublesExactlyWhateverTheServerSays() {
        try (Database db = DB.open(site.location() + "&prepareThreshold=0&options=-c%20extra_float_digits=0")) {
            assertExact(db);
        }
    }

    @Test
    void aSchemaThatIsNotThereIsNamed() {
        String location = site.location().replaceFirst("currentSchema=\\w+", "currentSchema=nowhere");

        assertThat(Refusal.of(CannotOpen.class, () -> DB.open(location)).reason())
                .contains("search_path (nowhere)", "currentSchema");
        assertThat(Refusal.of(CannotOpen.class, () -> DB.open(location, Options.readOnly()))
                        .reason())
                .contains("search_path (nowhere)");
    }

    @Test
    void aSearchPathWithTheStoresOfTwoSchemasIsRefused() {
        Site second = Site.onOwnServer();
        String both = site.location() + "," + schemaOf(second) + ",public";
        DB.open(both).close();
        for (Site one : List.of(second, site)) {
            try (Database db = DB.open(one.location())) {
                DB.set(db.store("samples", Sample.class), "a", SAMPLE);
            }
            assertThat(Refusal.of(CannotOpen.class, () -> DB.open(both)).reason())
                    .contains("there is " + schemaOf(second), "currentSchema");
        }
    }

    private static String schemaOf(Site site) {
        return site.location().replaceFirst(".*currentSchema=", "");
    }

    @Test
    void aStatementThatTheServerEndsIsNotTakenForAnotherWriter() throws Exception {
        try (Database db = DB.open(
                        site.location() + "&options=-c%20statement_timeout=200", timeout(Duration.ofSeconds(5)));
                Connection other = site.connect();
                Statement statement = other.createStatement()) {
            Datastore<Sample> samples = db.store("samples", Sample.class);
            other.setAutoCommit(false);
            statement.execute("lock table samples__g1 in access exclusive mode");

            assertThat(Refusal.of(DatabaseFailed.class, () -> DB.getAll(samples)))
                    .hasMessageContaining("statement_timeout");
            other.rollback();
            assertThat(DB.getAll(samples)).isEmpty();
        }
    }

    @Test
    void whatARoleMayNotDoSaysWhatToGrant() throws Exception {
        String role = "quarry_reader_" + ProcessHandle.current().pid();
        try (Database db = DB.open(site.location())) {
            DB.set(db.store("samples", Sample.class), "a", SAMPLE);
        }
        String schema = site.column("select current_schema()").get(0);
        site.run("create role " + role);
        try {
            site.run("grant usage on schema " + schema + " to " + role);
            site.run("grant select on all tables in schema " + schema + " to " + role);
            try (Database db = DB.open(site.location() + "&options=-c%20role=" + role)) {
                Datastore<Sample> samples = db.store("samples", Sample.class);
                assertThat(DB.get(samples, "a")).contains(SAMPLE);
                assertThat(Refusal.of(DatabaseFailed.class, samples, () -> DB.set(samples, "a", SAMPLE)))
                        .hasMessageContaining("permission denied")
                        .hasMessageContaining("grant the role");
                assertThat(Refusal.of(DatabaseFailed.class, () -> db.store("others", Sample.class)))
                        .hasMessageContaining("grant the role");
            }
        } finally {
            site.run("drop owned by " + role);
            site.run("drop role " + role);
        }
    }
}
