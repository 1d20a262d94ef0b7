package dev.quarry.store;

import dev.quarry.codec.Unreadable;
import dev.quarry.engine.Engine;
import dev.quarry.engine.Session;
import dev.quarry.engine.TableLayout;
import dev.quarry.error.UnreadableRecord;
import dev.quarry.plan.StoredDouble;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** All entries of a table, one after the other, as they are stored. */
final class StoredEntries {
    private StoredEntries() {}

    static <R> void forEach(
            Session session,
            Engine engine,
            TableLayout layout,
            String store,
            Generations.RowReader<R> reader,
            Generations.EntrySink<R> sink)
            throws SQLException {
        int first = StoreTable.KEY_COLUMN + 1;
        int version = first + layout.columns().size();
        try (ResultSet rows =
                session.statement(engine.table(layout).allEntries()).executeQuery()) {
            while (rows.next()) {
                String key = rows.getString(StoreTable.KEY_COLUMN);
                sink.accept(key, rows.getLong(version), () -> {
                    try {
                        return reader.read(rows, first);
                    } catch (Unreadable e) {
                        throw new UnreadableRecord(store, key, e.reason(), e);
                    }
                });
            }
        }
    }

    /** The digest of all keys, components and versions, in key order; it is the same on every engine. */
    static String digest(Session session, Engine engine, TableLayout layout) throws SQLException {
        MessageDigest digest = sha256();
        int last = StoreTable.KEY_COLUMN + layout.columns().size() + 1;
        try (ResultSet rows =
                session.statement(engine.table(layout).allEntries()).executeQuery()) {
            while (rows.next()) {
                for (int column = StoreTable.KEY_COLUMN; column <= last; column++) {
                    update(digest, rows.getObject(column));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Kind, length and bytes, so that no two rows of different values feed the digest alike. */
    private static void update(MessageDigest digest, @Nullable Object value) {
        if (value == null) {
            add(digest, 'n', new byte[0]);
        } else if (value instanceof byte[] bytes) {
            add(digest, 'b', bytes);
        } else if (value instanceof Double number && number.isNaN()) {
            update(digest, StoredDouble.NAN);
        } else if (value instanceof Double number) {
            add(
                    digest,
                    'd',
                    ByteBuffer.allocate(Double.BYTES)
                            .putDouble(number.doubleValue())
                            .array());
        } else if (value instanceof Number number) {
            add(
                    digest,
                    'i',
                    ByteBuffer.allocate(Long.BYTES).putLong(number.longValue()).array());
        } else {
            add(digest, 't', value.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void add(MessageDigest digest, char kind, byte[] bytes) {
        digest.update((byte) kind);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
