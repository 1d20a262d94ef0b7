package dev.quarry.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The functions that queries call on PostgreSQL: methods of Java in SQL and PL/pgSQL, by the names that SQLite knows the methods
 * themselves by, and what those are made of. Operands and results have their {@link dev.quarry.plan.ComputedForm}, but for what
 * takes two numbers, which is an array of these. A function gives null where the method throws and raises no error. All of them
 * need a database whose encoding is UTF-8.
 */
final class PostgresFunctions {
    /** In this order, since each uses only what stands before. */
    private static final List<String> FILES = List.of(
            "numbers",
            "bits",
            "reals",
            "math",
            "texts",
            "characters",
            "writing",
            "uuids",
            "durations",
            "instants",
            "dates",
            "datetimes",
            "decimals",
            "json");

    private static final Pattern FUNCTION = Pattern.compile(
            "^create or replace function (quarry_\\w+)\\(.*?\\$\\$;$", Pattern.MULTILINE | Pattern.DOTALL);

    private static final List<String> STATEMENTS;
    private static final Set<String> NAMES;

    static {
        List<String> statements = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (String file : FILES) {
            Matcher matcher = FUNCTION.matcher(read(file));
            while (matcher.find()) {
                statements.add(matcher.group());
                names.add(matcher.group(1));
            }
        }
        STATEMENTS = List.copyOf(statements);
        NAMES = Set.copyOf(names);
    }

    /**
     * Goes up with every change: a program with a lower number leaves those of a higher one alone. It goes on calling them, so what
     * a function means never changes under its name.
     */
    private static final int NUMBER = 1;

    private static final String DIGEST = digest(STATEMENTS);

    private PostgresFunctions() {}

    private static String digest(List<String> statements) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            statements.forEach(statement -> digest.update(statement.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }

    /** Their number, and the digest of all their definitions in hexadecimal. */
    static String version() {
        return NUMBER + " " + DIGEST;
    }

    /** What creates them, or replaces those of an older version, in this order. */
    static List<String> statements() {
        return STATEMENTS;
    }

    /** Their names. */
    static Set<String> names() {
        return NAMES;
    }

    private static String read(String file) {
        String name = "postgresql/" + file + ".sql";
        try (InputStream in = Objects.requireNonNull(PostgresFunctions.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
