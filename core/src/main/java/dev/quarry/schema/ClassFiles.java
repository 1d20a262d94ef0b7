package dev.quarry.schema;

import dev.quarry.error.UnsupportedRecord;
import java.io.IOException;
import java.io.InputStream;

/** Gives the class files of records, which tell what reflection does not. */
final class ClassFiles {
    private ClassFiles() {}

    /** The class file; throws {@link UnsupportedRecord} if the class loader does not give it. */
    static byte[] of(Class<?> record) {
        String file = record.getName().substring(record.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream in = record.getResourceAsStream(file)) {
            if (in == null) {
                throw new UnsupportedRecord(
                        record.getName(),
                        "its class file cannot be read, so it is not known whether its accessors are its own;"
                                + " let the class loader give it as a resource");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UnsupportedRecord(record.getName(), "its class file cannot be read: " + e.getMessage());
        }
    }
}
