package dev.quarry.plan;

import java.nio.ByteBuffer;
import java.util.UUID;

/** A UUID as it is stored; the order of the bytes, without signs, is that of their hexadecimal texts. */
public final class UuidBytes {
    private UuidBytes() {}

    /** Sixteen bytes, most significant first. */
    public static byte[] of(UUID value) {
        return ByteBuffer.allocate(16)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array();
    }

    /** The inverse of {@link #of(UUID)}. */
    public static UUID parse(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
