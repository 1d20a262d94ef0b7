package dev.quarry.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/**
 * PostgreSQL's words. Texts are of collation {@code "C"}, whose order is that of code points; nulls stand where SQLite has them,
 * in queries as in indexes.
 */
final class PostgresDialect extends StandardDialect {
    /** PostgreSQL cuts longer names off without a word. */
    private static final int LONGEST_NAME = 63;

    private static final int DIGEST_DIGITS = 16;
    /** What every table has already (PostgreSQL 17, section 5.6). */
    private static final Set<String> SYSTEM_COLUMNS = Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

    /**
     * A name that PostgreSQL takes and keeps whole: the name itself, or its beginning and a digest of all of it. No component's
     * name has the sign in it that is added.
     */
    static String identifier(String name) {
        if (SYSTEM_COLUMNS.contains(name)) {
            return name + "~";
        }
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= LONGEST_NAME) {
            return name;
        }
        int end = Math.min(name.length(), LONGEST_NAME - DIGEST_DIGITS - 1);
        while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME - DIGEST_DIGITS - 1) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end) + "~" + digest(bytes);
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, DIGEST_DIGITS / 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }

    /** A name in double quotes. */
    static String inQuotes(String name) {
        return '"' + identifier(name).replace("\"", "\"\"") + '"';
    }

    @Override
    String quoted(String name) {
        return inQuotes(name);
    }

    /** The definition of the key's column, by which the table is in order. */
    static String keyDefinition(Capabilities capabilities) {
        String key = inQuotes(KEY);
        return key + " text collate \"C\" not null"
                + (capabilities.has(Capability.ORDERED_KEYS) ? " primary key" : ", primary key (" + key + " asc)");
    }

    @Override
    String versionType() {
        return "bigint";
    }

    /** One type for whole numbers of every width: a component can be widened while programs use the table. */
    @Override
    String type(ColumnKind kind) {
        return switch (kind) {
            case TEXT, JSON_LIST, JSON_SET, JSON_MAP -> "text collate \"C\"";
            case INTEGER -> "bigint";
            case DOUBLE -> "double precision";
            case BYTES -> "bytea";
        };
    }

    /** Without a type, which the column gives it. */
    @Override
    String literal(Object value) {
        if (value instanceof byte[] bytes) {
            return "'\\x" + HexFormat.of().formatHex(bytes) + "'";
        }
        return "'" + value.toString().replace("'", "''") + "'";
    }

    @Override
    String tableOptions() {
        return "";
    }

    /**
     * The driver's {@code reWriteBatchedInserts} makes one statement of many that begin with {@code insert}, and then counts none
     * of them.
     */
    @Override
    String countedInsert(String insert) {
        return "with counted as (select 1) " + insert;
    }

    @Override
    String isOneOf(String operand) {
        return operand + " = any (array(select json_array_elements_text(cast(? as json))))";
    }

    @Override
    public String orderTerm(String column, boolean descending) {
        return column + indexDirection(descending);
    }

    /** How a column stands in an index or an order: an index serves only an order that has nulls in the same place. */
    static String indexDirection(boolean descending) {
        return descending ? " desc nulls last" : " asc nulls first";
    }

    @Override
    public Sameness same(String column, ColumnKind kind) {
        return switch (kind) {
            case TEXT, INTEGER, BYTES, JSON_LIST -> new Sameness(column + " = ?", 1);
            // only its bytes tell -0.0 from 0.0, which Double.equals does; NaN is equal to itself here as there
            case DOUBLE ->
                new Sameness(
                        column + " = cast(? as double precision) and (" + column + " <> 0 or float8send(" + column
                                + ") = float8send(cast(? as double precision)))",
                        2);
            // the order of elements and entries is no part of a set's or a map's equality
            case JSON_SET, JSON_MAP -> new Sameness("quarry_sorted(" + column + ") = quarry_sorted(?)", 1);
        };
    }

    /** Java compares the halves as signed numbers: with their first bits flipped, bytes are in that order. */
    @Override
    public String uuidRank(String operand) {
        return "(select set_byte(set_byte(u, 0, get_byte(u, 0) # 128), 8, get_byte(u, 8) # 128) from (select cast("
                + operand + " as bytea) as u) as ranked)";
    }
}
