package dev.quarry.engine;

import dev.quarry.error.CannotOpen;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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
    static Capabilities settle(Connection connection, String location, Settings settings) throws SQLException {
        Set<Capability> declared = settings.without();
        if (!hasTable(connection, "quarry_without")) {
            if (declared.isEmpty()) {
                return Capabilities.ALL;
            }
            if (hasTable(connection, "quarry_store")) {
                throw differing(location, Set.of(), declared);
            }
            if (settings.readOnly()) {
                throw new CannotOpen(location, "it is empty, and readOnly() keeps it from being made", null);
            }
        }
        if (!settings.readOnly() && !hasTable(connection, "quarry_journal")) {
            make(connection, declared);
        }
        Set<Capability> there = read(connection, location);
        if (!declared.isEmpty() && !there.equals(declared)) {
            throw differing(location, there, declared);
        }
        return new Capabilities(location, there);
    }

    /** Two programs may be at it at once, and do the same. Each statement is a transaction. */
    private static void make(Connection connection, Set<Capability> declared) throws SQLException {
        PostgresCatalog.createUnlessThere(connection, PostgresCatalog.WITHOUT);
        if (!declared.isEmpty()) {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into quarry_without (id, capabilities) values (1, ?) on conflict (id) do nothing")) {
                insert.setString(
                        1, String.join(",", declared.stream().map(Enum::name).toList()));
                insert.executeUpdate();
            }
        }
        for (String create : PostgresCatalog.insteadOfCapabilities()) {
            PostgresCatalog.createUnlessThere(connection, create);
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

    private static boolean hasTable(Connection connection, String table) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(PostgresCatalog.HAS_TABLE)) {
            find.setString(1, table);
            try (ResultSet rows = find.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static Set<Capability> read(Connection connection, String location) throws SQLException {
        Set<Capability> there = EnumSet.noneOf(Capability.class);
        try (PreparedStatement select = connection.prepareStatement("select capabilities from quarry_without");
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new CannotOpen(location, "another program is just making it; try again", null);
            }
            for (String name : row.getString(1).split(",", -1)) {
                there.add(constant(location, name));
            }
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
