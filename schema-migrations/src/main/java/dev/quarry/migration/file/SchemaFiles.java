package dev.quarry.migration.file;

import dev.quarry.Database;
import dev.quarry.SchemaVersion;
import dev.quarry.StoreInfo;
import dev.quarry.error.InvalidSchemaFile;
import dev.quarry.schema.DeclaredRecord;
import dev.quarry.schema.RecordSchemas;
import dev.quarry.schema.Schema;
import dev.quarry.schema.SchemaHints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder with the schemas that stores have had, one file for each version: {@code schemas/cities/v3.json}. It belongs into the
 * project's repository: a changed record then shows as a new file, and {@link SchemaCheck} tells a record that changed without
 * one. Files are only added. Immutable; safe for use by many threads.
 */
public final class SchemaFiles {
    private static final Pattern NAME = Pattern.compile("v([1-9]\\d{0,8})\\.json");

    private final Path folder;

    private SchemaFiles(Path folder) {
        this.folder = folder;
    }

    /** The files in a folder, which is created with the first of them. */
    public static SchemaFiles in(Path folder) {
        return new SchemaFiles(Objects.requireNonNull(folder, "folder"));
    }

    /**
     * Writes the next version of a store's schema if its record is not that of the last one.
     *
     * @param store the store's name
     * @return the new file; empty if there is none to write
     * @throws InvalidSchemaFile if a file of the store cannot be read, or the new one not be written
     */
    public Optional<Path> write(String store, Class<? extends Record> record) {
        DeclaredRecord<?> declared = RecordSchemas.of(record);
        return write(store, declared.schema(), declared.hints());
    }

    /**
     * Writes the versions that the stores of a database have had and that are in no file, in order.
     *
     * @return the new files
     * @throws InvalidSchemaFile if a file of a store cannot be read, or a new one not be written
     */
    public List<Path> write(Database database) {
        List<Path> written = new ArrayList<>();
        for (StoreInfo store : database.stores()) {
            for (SchemaVersion version : database.schemaHistory(store.name())) {
                boolean known = versions(store.name()).stream().anyMatch(file -> file.isOf(version.schema()));
                if (!known) {
                    write(store.name(), version.schema(), version.hints()).ifPresent(written::add);
                }
            }
        }
        return written;
    }

    private Optional<Path> write(String store, Schema schema, SchemaHints hints) {
        List<SchemaFile> versions = versions(store);
        if (!versions.isEmpty() && versions.get(versions.size() - 1).says(schema, hints)) {
            return Optional.empty();
        }
        SchemaFile next = new SchemaFile(store, versions.size() + 1, schema, hints);
        Path file = path(store, next.version());
        try {
            Files.createDirectories(folder.resolve(store));
            return Optional.of(Files.writeString(file, next.write(), StandardOpenOption.CREATE_NEW));
        } catch (IOException e) {
            throw new InvalidSchemaFile(file, "it cannot be written (" + e + ")", e);
        }
    }

    /**
     * The versions of a store, the first one first; none if the folder knows no such store.
     *
     * @throws InvalidSchemaFile if one cannot be read, or is missing before a later one
     */
    public List<SchemaFile> versions(String store) {
        List<SchemaFile> files = new ArrayList<>();
        int last = last(store);
        for (int version = 1; version <= last; version++) {
            files.add(read(store, version));
        }
        return files;
    }

    /** The number of a store's last file; 0 if it has none. */
    private int last(String store) {
        Path files = folder.resolve(store);
        if (!Files.isDirectory(files)) {
            return 0;
        }
        try (Stream<Path> entries = Files.list(files)) {
            return entries.map(entry -> NAME.matcher(String.valueOf(entry.getFileName())))
                    .filter(Matcher::matches)
                    .mapToInt(name -> Integer.parseInt(name.group(1)))
                    .max()
                    .orElse(0);
        } catch (IOException | UncheckedIOException e) {
            throw new InvalidSchemaFile(files, String.valueOf(e.getMessage()), e);
        }
    }

    private SchemaFile read(String store, int version) {
        Path file = path(store, version);
        try {
            SchemaFile read = SchemaFile.read(Files.readString(file));
            if (!read.store().equals(store) || read.version() != version) {
                throw new InvalidSchemaFile(
                        file,
                        "it says that it is version " + read.version() + " of store '" + read.store() + "'",
                        null);
            }
            return read;
        } catch (NoSuchFileException e) {
            throw new InvalidSchemaFile(file, "it is missing, and a later version of the store is there", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidSchemaFile(file, String.valueOf(e.getMessage()), e);
        }
    }

    /** The stores that have files, by name. */
    public List<String> stores() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> last(name) > 0)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new InvalidSchemaFile(folder, String.valueOf(e.getMessage()), e);
        }
    }

    /** The file of a version, whether it is there or not. */
    Path path(String store, int version) {
        return folder.resolve(store).resolve("v" + version + ".json");
    }
}
