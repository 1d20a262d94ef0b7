package dev.quarry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.quarry.error.InvalidText;
import dev.quarry.testing.Place;
import dev.quarry.testing.Site;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords, of which only a hash is ever there. */
final class PasswordTest {
    /** Made by the reference implementation, with other parameters than ours. */
    private static final String REFERENCE =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    record User(String name, Password password, List<Password> former) {}

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "pässwörd \uD83D\uDE00", "correct horse battery staple"})
    void aPasswordMatchesWhatItWasMadeOfAndNothingElse(String plain) {
        Password password = Password.hash(plain);

        assertThat(password.matches(plain)).isTrue();
        assertThat(password.matches(plain + " ")).isFalse();
        assertThat(password.matches(plain + "\0")).isFalse();
    }

    @Test
    void everyCharacterOfALongPasswordCounts() {
        String plain = "x".repeat(10_000);
        Password password = Password.hash(plain + "a");

        assertThat(password.matches(plain + "a")).isTrue();
        assertThat(password.matches(plain + "b")).isFalse();
        assertThat(password.matches("x".repeat(72))).isFalse();
    }

    @Test
    void hashesOfOtherParametersStillMatch() {
        Password password = Password.ofHash(REFERENCE);

        assertThat(password.matches("password")).isTrue();
        assertThat(password.matches("Password")).isFalse();
    }

    @Test
    void theHashIsArgon2idWithTheRecommendedParametersAndASaltOfItsOwn() {
        String first = Password.hash("a").hash();
        String second = Password.hash("a").hash();

        assertThat(List.of(first, second))
                .allSatisfy(hash -> assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void passwordsAreEqualIfTheirHashesAre() {
        Password password = Password.hash("a");

        assertThat(password)
                .isEqualTo(Password.ofHash(password.hash()))
                .hasSameHashCodeAs(Password.ofHash(password.hash()))
                .isNotEqualTo(Password.hash("a"))
                .isNotEqualTo(password.hash());
    }

    @Test
    void noTextShowsTheHash() {
        Password password = Password.hash("secret");

        assertThat(password).hasToString("Password[…]");
        assertThat(new User("Ann", password, List.of(password)).toString())
                .doesNotContain("argon2", "secret", password.hash());
    }

    @Test
    void charactersThatNoHashTellsApartAreRefused() {
        for (String bad : List.of("a\0", "\uD83D", "\uDE00a")) {
            InvalidText refused = Refusal.of(InvalidText.class, () -> Password.hash(bad));
            assertThat(refused.where()).isEqualTo("a password");
            assertThat(refused.field()).isEmpty();
        }
        assertThat(Password.hash("?").matches("\uD83D")).isFalse();
    }

    @Test
    @SuppressWarnings("NullAway")
    void nullIsNoPassword() {
        Password password = Password.hash("null");

        assertThatNullPointerException().isThrownBy(() -> Password.hash((String) null));
        assertThatNullPointerException().isThrownBy(() -> password.matches(null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
                "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=2,p=1$$"
            })
    void aTextThatIsNoHashIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Password.ofHash(text));
    }

    @Test
    void manyThreadsHashAndMatchAtOnce() {
        assertThat(Stream.of("a", "b", "c")
                        .parallel()
                        .filter(plain -> Password.hash(plain).matches(plain)
                                && !Password.hash(plain).matches(plain + plain)))
                .hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void onlyTheHashIsKept(Place place, @TempDir Path directory) throws SQLException {
        Site site = place.in(directory);
        User ann = new User("Ann", Password.hash("opensesame"), List.of(Password.hash("sesameopen")));
        try (Database db = DB.open(site.location())) {
            DB.set(db.store("users", User.class), "ann", ann);
        }
        String table = site.dataTables().get(0);
        assertThat(site.column("select password || former from \"" + table + "\""))
                .singleElement()
                .asString()
                .contains("$argon2id$")
                .doesNotContain("opensesame", "sesameopen");
        try (Database db = DB.open(site.location())) {
            Datastore<User> users = db.store("users", User.class);
            User read = DB.get(users, "ann").orElseThrow();

            assertThat(read).isEqualTo(ann);
            assertThat(read.password().matches("opensesame")).isTrue();
            assertThat(read.former().get(0).matches("sesameopen")).isTrue();
            assertThat(DB.queryExactFields(users, Map.of("password", ann.password())))
                    .containsExactly(ann);
            assertThat(DB.queryExactFields(users, Map.of("password", Password.hash("opensesame"))))
                    .isEmpty();
        }
    }
}
