package dev.quarry.engine;

import dev.quarry.error.CannotOpen;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a database that speaks PostgreSQL's language lacks. All programs that have it open must know the same, since they keep each
 * other out in the ways that are left: it stands in the table {@code quarry_without}, which is there if anything is missing. The
 * first program that opens the database writes it, unless somebody has made the table before.
 */
final class PostgresCapabilities {
    private PostgresCapabilities() {}

    /**
     * What is there, and if nothing is, what the settings declare.
     *
     * @throws CannotOpen if the settings declare something else than what is there
     */
    static Capabilities settle(Session session, String location, Settings settings) throws SQLException {
        Set<Capability> declared = settings.without();
        if (!PostgresCatalog.hasTable(session, "quarry_without")) {
            if (declared.isEmpty()) {
                return Capabilities.ALL;
            }
            if (PostgresCatalog.hasTable(session, "quarry_store")) {
                throw differing(location, Set.of(), declared);
            }
            if (settings.readOnly()) {
                throw new CannotOpen(location, "it is empty, and readOnly() keeps it from being made", null);
            }
        }
        if (!settings.readOnly() && !PostgresCatalog.hasTable(session, "quarry_journal")) {
            make(session, declared);
        }
        Set<Capability> there = read(session, location);
        if (!declared.isEmpty() && !there.equals(declared)) {
            throw differing(location, there, declared);
        }
        return new Capabilities(location, there);
    }

    /** Two programs may be at it at once, and do the same. Each statement is a transaction. */
    private static void make(Session session, Set<Capability> declared) throws SQLException {
        PostgresCatalog.createUnlessThere(session, PostgresCatalog.WITHOUT);
        if (!declared.isEmpty()) {
            session.execute(
                    "insert into quarry_without (id, capabilities) values (1, ?) on conflict (id) do nothing",
                    String.join(",", declared.stream().map(Enum::name).toList()));
        }
        for (String create : PostgresCatalog.insteadOfCapabilities()) {
            PostgresCatalog.createUnlessThere(session, create);
        }
    }

    private static CannotOpen differing(String location, Set<Capability> there, Set<Capability> declared) {
        return new CannotOpen(
                location,
                "it is without" + inParentheses(there) + " since it was made, and this program says without"
                        + inParentheses(declared) + "; all programs must say the same, or nothing",
                null);
    }

    private static String inParentheses(Set<Capability> capabilities) {
        return "("
                + String.join(
                        ", ", capabilities.stream().map(Enum::name).sorted().toList()) + ")";
    }

    private static Set<Capability> read(Session session, String location) throws SQLException {
        Set<Capability> there = EnumSet.noneOf(Capability.class);
        String names = session.texts("select capabilities from quarry_without").stream()
                .findFirst()
                .orElseThrow(() -> new CannotOpen(location, "another program is just making it; try again", null));
        for (String name : names.split(",", -1)) {
            there.add(constant(location, name));
        }
        return there;
    }

    private static Capability constant(String location, String name) {
        try {
            return Capability.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new CannotOpen(
                    location, "it is without(" + name + "), of which this version of Quarry knows nothing", e);
        }
    }
}
