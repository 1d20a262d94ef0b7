package dev.quarry;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import dev.quarry.error.InvalidText;
import dev.quarry.plan.StorableText;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A password of which only a hash is kept: Argon2id with a random salt, and the memory and passes that OWASP recommends.
 * Hashing and matching take some 20 MB and tens of milliseconds each, on purpose.
 *
 * <p>A password may be of any length; all of it counts. It is compared as it is, character by character. The hash's text names
 * its own parameters, so hashes of other parameters still match after the recommendation has changed.
 *
 * <p>Two passwords are equal if their hashes are, that is if one is a copy of the other: each hash of the same text has another
 * salt. Immutable and thread-safe.
 */
public final class Password {
    private static final int KIBIBYTES = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final Pattern HASH = Pattern.compile(
            "\\$argon2id\\$v=\\d+\\$m=\\d{1,9},t=\\d{1,9},p=\\d{1,3}\\$[A-Za-z0-9+/]+\\$[A-Za-z0-9+/]+");

    private final String hash;

    private Password(String hash) {
        this.hash = hash;
    }

    /**
     * Hashes a password.
     *
     * @throws InvalidText if it has U+0000 or half a surrogate pair, which can be told from other characters by no hash
     */
    public static Password hash(String plain) {
        int bad = StorableText.unstorableAt(plain);
        if (bad >= 0) {
            throw new InvalidText("a password", bad, plain.charAt(bad));
        }
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return new Password(Argon2Function.getInstance(KIBIBYTES, PASSES, LANES, HASH_BYTES, Argon2.ID)
                .hash(plain.getBytes(StandardCharsets.UTF_8), salt)
                .getResult());
    }

    /** The password of a hash that was stored; throws {@link IllegalArgumentException} if the text is none. */
    static Password ofHash(String hash) {
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("no hash of a password");
        }
        return new Password(hash);
    }

    /** The text of the hash, for the codec. */
    String hash() {
        return hash;
    }

    /** Whether this is the hash of that password. How long it takes does not tell how much of it is right. */
    public boolean matches(String plain) {
        Objects.requireNonNull(plain, "plain");
        return StorableText.isStorable(plain)
                && Argon2Function.getInstanceFromHash(hash)
                        .check(plain.getBytes(StandardCharsets.UTF_8), hash.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Password password && hash.equals(password.hash);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }

    /** The same text for all: a hash belongs into no log. */
    @Override
    public String toString() {
        return "Password[…]";
    }
}
