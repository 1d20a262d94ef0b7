package dev.quarry.migration.file;

import dev.quarry.Database;
import dev.quarry.SchemaVersion;
import dev.quarry.StoreInfo;
import dev.quarry.evolution.Declaration;
import dev.quarry.evolution.Fit;
import dev.quarry.evolution.StoredRecord;
import dev.quarry.migration.file.SchemaReport.Finding;
import dev.quarry.migration.file.SchemaReport.State;
import dev.quarry.schema.DeclaredRecord;
import dev.quarry.schema.FieldPath;
import dev.quarry.schema.RecordSchemas;
import dev.quarry.schema.Schema;
import dev.quarry.schema.SchemaHints;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Tells whether records and databases are in step with the schema files of a project. For a unit test or a step of a build, which
 * then fails when somebody changes a record and does not say so, and for the start of a program. Immutable and thread-safe.
 */
public final class SchemaCheck {
    private final SchemaFiles files;

    private SchemaCheck(SchemaFiles files) {
        this.files = files;
    }

    /** A check of the files in a folder; see {@link SchemaFiles}. */
    public static SchemaCheck of(Path folder) {
        return new SchemaCheck(SchemaFiles.in(folder));
    }

    /**
     * Compares records with the last file of their stores. A changed record is judged by all files, since any database may hold
     * records of any version.
     *
     * @param records by the name of their store
     * @throws dev.quarry.error.InvalidSchemaFile if a file cannot be read
     */
    public SchemaReport verify(Map<String, ? extends Class<? extends Record>> records) {
        List<Finding> findings = new ArrayList<>();
        new TreeMap<>(records).forEach((store, record) -> findings.add(verify(store, RecordSchemas.of(record))));
        return new SchemaReport(findings);
    }

    /** Compares one record. */
    Finding verify(String store, DeclaredRecord<?> declared) {
        Class<?> record = declared.type();
        List<SchemaFile> versions = files.versions(store);
        String write =
                "write the next file: SchemaFiles.in(…).write(\"" + store + "\", " + record.getSimpleName() + ".class)";
        if (versions.isEmpty()) {
            return new Finding(store, State.NO_FILE, List.of("there is no file of this store", write));
        }
        SchemaFile last = versions.get(versions.size() - 1);
        if (last.says(declared.schema(), declared.hints())) {
            return new Finding(store, State.IN_STEP, List.of("in step with " + path(last)));
        }
        Fit fit = fit(versions, last.schema(), declaration(declared.schema(), declared.hints()));
        List<String> lines = new ArrayList<>();
        if (fit.isCompatible()) {
            lines.add(record.getSimpleName() + " changed since " + path(last) + ", and stores "
                    + (fit.narrower() ? "take it if all their records fit it:" : "with records take it:"));
            lines.addAll(fit.described());
        } else {
            lines.add(record.getSimpleName() + " changed since " + path(last) + ", and stores with records refuse it:");
            lines.addAll(fit.obstacles());
        }
        lines.add(write);
        return new Finding(store, fit.isCompatible() ? State.COMPATIBLE : State.NEEDS_MIGRATION, lines);
    }

    private Path path(SchemaFile file) {
        return files.path(file.store(), file.version());
    }

    /** A version that earlier ones did not fit begins anew, as the store that it was meant for did. */
    private static Fit fit(List<SchemaFile> versions, Schema last, Declaration declared) {
        SchemaFile first = versions.get(0);
        StoredRecord stored = StoredRecord.of(declaration(first.schema(), first.hints()));
        Schema before = first.schema();
        for (SchemaFile version : versions.subList(1, versions.size())) {
            Declaration next = declaration(version.schema(), version.hints());
            Fit fit = Fit.of(stored, before, next);
            stored = fit.isCompatible() ? fit.stored() : StoredRecord.of(next);
            before = version.schema();
        }
        return Fit.of(stored, last, declared);
    }

    /** Without a database there is nothing to write a default into; that there is one, and which, is told by its text. */
    private static Declaration declaration(Schema schema, SchemaHints hints) {
        Map<FieldPath, List<String>> fallbacks = hints.defaults().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of("t" + entry.getValue())));
        return new Declaration(schema, hints, fallbacks);
    }

    /**
     * Compares the stores of a database with their files.
     *
     * @throws dev.quarry.error.InvalidSchemaFile if a file cannot be read
     */
    public SchemaReport verify(Database database) {
        Set<String> inDatabase = database.stores().stream().map(StoreInfo::name).collect(Collectors.toSet());
        Set<String> names = new TreeSet<>(inDatabase);
        names.addAll(files.stores());
        List<Finding> findings = new ArrayList<>();
        for (String name : names) {
            findings.add(
                    inDatabase.contains(name)
                            ? compare(name, database.schemaHistory(name))
                            : new Finding(
                                    name,
                                    State.DATABASE_BEHIND,
                                    List.of("the database has no such store yet; opening it creates it")));
        }
        return new SchemaReport(findings);
    }

    private Finding compare(String store, List<SchemaVersion> history) {
        List<SchemaFile> versions = files.versions(store);
        if (versions.isEmpty()) {
            return new Finding(
                    store,
                    State.NO_FILE,
                    List.of("there is no file of this store", "write it: SchemaFiles.in(…).write(database)"));
        }
        SchemaFile last = versions.get(versions.size() - 1);
        SchemaVersion now = history.get(history.size() - 1);
        if (last.isOf(now.schema())) {
            return new Finding(store, State.IN_STEP, List.of("in step with " + path(last)));
        }
        return versions.stream()
                .filter(file -> file.isOf(now.schema()))
                .reduce((one, later) -> later)
                .map(file -> new Finding(
                        store,
                        State.DATABASE_BEHIND,
                        List.of(
                                "the database is at " + path(file) + ", the last file is " + path(last),
                                "open the store with the record of the last file")))
                .orElseGet(() -> new Finding(
                        store,
                        State.DATABASE_AHEAD,
                        List.of(
                                "the database took a record at " + now.at() + " that is in no file: "
                                        + String.join("; ", now.changes()),
                                "put the record that it was opened with into the project, or write its file:"
                                        + " SchemaFiles.in(…).write(database)")));
    }
}
