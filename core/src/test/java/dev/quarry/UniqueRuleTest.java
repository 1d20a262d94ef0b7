package dev.quarry;

import static dev.quarry.Options.descending;
import static dev.quarry.Options.index;
import static dev.quarry.Options.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.annotation.Unique;
import dev.quarry.error.DuplicateValues;
import dev.quarry.error.UniqueViolation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules that values are unique. */
@ParameterizedClass
@EnumSource(Where.class)
final class UniqueRuleTest {
    enum Kind {
        BUS,
        TRAM
    }

    record User(
            @Unique String email,
            @Nullable String city,
            @Nullable Integer number,
            @Nullable Instant joined) {}

    record Line(Kind kind, UUID id, boolean night) {}

    private static final Instant NOON = Instant.parse("2024-01-01T12:00:00.000000001Z");
    private static final User ANN = new User("ann@x", "Athens", 1, NOON);

    @Parameter
    Where where;

    @TempDir
    Path directory;

    private Database db;
    private Datastore<User> users;

    @BeforeEach
    void open() {
        db = where.open(directory);
        users = db.store("users", User.class, unique(User::city, User::number), unique(User::joined));
        DB.set(users, "ann", ANN);
        DB.set(users, "zoe", new User("zoe@x", "Zürich", 1, NOON.plusSeconds(1)));
    }

    @AfterEach
    void close() {
        db.close();
    }

    private void assertViolated(User bad, List<String> fields) {
        assertViolation(() -> DB.set(users, "bob", bad), fields, "bob");
        assertViolation(() -> DB.set(users, "zoe", bad), fields, "zoe");
        Map<String, User> batch = new LinkedHashMap<>();
        batch.put("cid", new User("cid@x", null, null, null));
        batch.put("bob", bad);
        batch.put("dee", new User("dee@x", null, null, null));
        assertViolation(() -> DB.setAll(users, batch), fields, "bob");
        UniqueViolation added = Refusal.of(UniqueViolation.class, users, () -> DB.add(users, bad));
        assertThat(added.fields()).isEqualTo(fields);
    }

    private void assertViolation(ThrowingCallable write, List<String> fields, String key) {
        UniqueViolation violation = Refusal.of(UniqueViolation.class, users, write);
        assertThat(violation.store()).isEqualTo("users");
        assertThat(violation.fields()).isEqualTo(fields);
        assertThat(violation.key()).isEqualTo(key);
        assertThat(violation)
                .hasMessageContaining("'" + key + "'")
                .hasMessageContaining(String.join(", ", fields))
                .hasMessageContaining("'users'")
                .hasMessageContaining("nothing was written");
    }

    @Test
    void oneComponent() {
        assertViolated(new User("ann@x", "Patras", 9, null), List.of("email"));
    }

    @Test
    void severalTogether() {
        assertViolated(new User("bob@x", "Athens", 1, null), List.of("city", "number"));
    }

    @Test
    void anInstantWithItsNanoseconds() {
        assertViolated(new User("bob@x", "Patras", 9, NOON), List.of("joined"));

        DB.set(users, "bob", new User("bob@x", "Patras", 9, NOON.plusNanos(1)));
        assertThat(DB.count(users)).isEqualTo(3);
    }

    @Test
    void twoRecordsOfOneBatchCollide() {
        Map<String, User> batch = new LinkedHashMap<>();
        batch.put("bob", new User("bob@x", null, null, null));
        batch.put("bobby", new User("bob@x", null, null, null));

        assertViolation(() -> DB.setAll(users, batch), List.of("email"), "bobby");
    }

    @Test
    void aRecordDoesNotCollideWithItself() {
        DB.set(users, "ann", ANN);
        DB.set(users, "ann", new User("ann@x", "Athens", 1, null));

        assertThat(DB.entry(users, "ann").orElseThrow().version()).isEqualTo(3);
    }

    @Test
    void whatIsFreeAgainCanBeUsed() {
        DB.delete(users, "ann");
        DB.set(users, "bob", ANN);

        assertThat(DB.keys(users)).containsExactly("bob", "zoe");
    }

    @Test
    void recordsWithANullNeverCollide() {
        for (int i = 0; i < 3; i++) {
            DB.set(users, "athens" + i, new User("a" + i, "Athens", null, null));
            DB.set(users, "one" + i, new User("b" + i, null, 1, null));
            DB.set(users, "neither" + i, new User("c" + i, null, null, null));
        }
        assertThat(DB.count(users)).isEqualTo(11);
    }

    @Test
    void textsAreComparedCharacterByCharacter() {
        List.of("ANN@X", "ann@x ", "änn@x", "a\u0308nn@x")
                .forEach(email -> DB.set(users, email, new User(email, null, null, null)));

        assertThat(DB.count(users)).isEqualTo(6);
    }

    @Test
    void enumsUuidsAndBooleansCanBeUnique() {
        Datastore<Line> lines = db.store("lines", Line.class, unique(Line::kind, descending(Line::id), Line::night));
        UUID id = new UUID(1, 2);
        DB.set(lines, "a", new Line(Kind.BUS, id, true));
        DB.set(lines, "b", new Line(Kind.BUS, id, false));
        DB.set(lines, "c", new Line(Kind.TRAM, id, true));

        UniqueViolation violation =
                Refusal.of(UniqueViolation.class, lines, () -> DB.add(lines, new Line(Kind.BUS, new UUID(1, 2), true)));
        assertThat(violation.fields()).containsExactly("kind", "id", "night");
    }

    @Test
    void aRuleThatRecordsBreakAlreadyIsRefusedAndTheOldOnesStay() {
        Datastore<Line> lines = db.store("lines", Line.class, index(Line::kind));
        DB.set(lines, "a", new Line(Kind.BUS, new UUID(1, 1), true));
        DB.set(lines, "b", new Line(Kind.BUS, new UUID(2, 2), true));
        List<StoreInfo> before = db.stores();

        DuplicateValues refused = Refusal.of(
                DuplicateValues.class,
                lines,
                () -> db.store(
                        "lines", Line.class, index(Line::night), unique(Line::id), unique(Line::kind, Line::night)));
        assertThat(refused.store()).isEqualTo("lines");
        assertThat(refused.fields()).containsExactly("kind", "night");
        assertThat(refused)
                .hasMessageContaining("'lines'")
                .hasMessageContaining("kind, night")
                .hasMessageContaining("change those records first");
        assertThat(db.stores()).isEqualTo(before);

        DB.set(lines, "c", new Line(Kind.BUS, new UUID(1, 1), true));
        assertThat(DB.count(lines)).isEqualTo(3);
    }

    @Test
    void aRuleThatNobodyAsksForAnyMoreIsGone() {
        Datastore<User> again = db.store("users", User.class);
        DB.set(again, "bob", new User("bob@x", "Athens", 1, NOON));

        UniqueViolation violation = Refusal.of(UniqueViolation.class, again, () -> DB.add(again, ANN));
        assertThat(violation.fields()).containsExactly("email");
    }
}
