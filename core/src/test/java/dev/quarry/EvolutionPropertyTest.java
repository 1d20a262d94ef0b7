package dev.quarry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.EvolvingShape.Ids;
import dev.quarry.error.SchemaLocked;
import dev.quarry.error.UnreadableRecord;
import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/** Random changes of a record that a store takes, with data written by all versions in turn. */
final class EvolutionPropertyTest {
    private static final int VERSIONS = 6;
    private static final int WRITES = 12;
    private static final AtomicInteger LOCKED = new AtomicInteger();
    private static final AtomicInteger UNREADABLE = new AtomicInteger();
    private static final AtomicInteger READ = new AtomicInteger();

    /** A version: its shape, its class, and the handle of the program that runs it. */
    private record Version(EvolvingShape shape, Class<?> type, Datastore<?> store) {}

    private static final BothEngines ENGINES = new BothEngines();

    @AfterContainer
    static void close() {
        ENGINES.close();
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void whateverVersionWroteARecordEveryVersionReadsWhatItCanHold(@ForAll long seed) throws IOException {
        List<EvolvingShape> shapes = shapes(new Random(seed));
        Path classes = Files.createTempDirectory("evolution");
        try (URLClassLoader loader = compiled(shapes, classes)) {
            ENGINES.check(db -> run(shapes, loader, new Random(seed), db));
        }
    }

    private static void run(List<EvolvingShape> shapes, URLClassLoader loader, Random random, Database db)
            throws ClassNotFoundException {
        Map<String, EvolvingRow> rows = new HashMap<>();
        List<Version> running = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            Class<?> type = loader.loadClass("V" + i);
            Datastore<?> opened = db.store("things", type);
            running.add(new Version(shapes.get(i), type, opened));
            for (int write = 0; write < WRITES; write++) {
                write(running.get(random.nextInt(running.size())), rows, shapes, random);
            }
            running.forEach(version -> assertReads(version, rows));
            startAgain(db, running, rows, random.nextInt(running.size()));
        }
    }

    private static List<EvolvingShape> shapes(Random random) {
        Ids ids = new Ids();
        List<EvolvingShape> shapes = new ArrayList<>(List.of(EvolvingShape.first(random, ids)));
        while (shapes.size() < VERSIONS) {
            shapes.add(shapes.get(shapes.size() - 1).next(random, ids));
        }
        return shapes;
    }

    private static URLClassLoader compiled(List<EvolvingShape> shapes, Path output) throws MalformedURLException {
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            sources.add(new Source("V" + i, shapes.get(i).source("V" + i)));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> options =
                List.of("-proc:none", "-d", output.toString(), "-classpath", System.getProperty("java.class.path"));
        boolean done =
                compiler.getTask(messages, null, null, options, null, sources).call();
        assertThat(done).as(messages.toString()).isTrue();
        return new URLClassLoader(new URL[] {output.toUri().toURL()}, EvolutionPropertyTest.class.getClassLoader());
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String className, String text) {
            super(URI.create("string:///" + className + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static void write(
            Version version, Map<String, EvolvingRow> rows, List<EvolvingShape> shapes, Random random) {
        String key = "k" + random.nextInt(8);
        EvolvingRow row = rows.computeIfAbsent(key, absent -> new EvolvingRow(shapes));
        set(version.store(), key, row.write(version.shape(), version.type(), random));
    }

    @SuppressWarnings("unchecked")
    private static <T> void set(Datastore<T> store, String key, Object record) {
        DB.set(store, key, (T) record);
    }

    private static void assertReads(Version version, Map<String, EvolvingRow> rows) {
        assertThat(DB.keys(version.store())).containsExactlyInAnyOrderElementsOf(rows.keySet());
        rows.forEach((key, row) -> {
            if (row.fits(version.shape())) {
                Object expected = row.record(version.shape(), version.type());
                assertThat(DB.get(version.store(), key).map(Object.class::cast)).contains(expected);
                READ.incrementAndGet();
            } else {
                Refusal.of(UnreadableRecord.class, () -> DB.get(version.store(), key));
                UNREADABLE.incrementAndGet();
            }
        });
    }

    private static void startAgain(Database db, List<Version> running, Map<String, EvolvingRow> rows, int index) {
        Version version = running.get(index);
        if (rows.values().stream().allMatch(row -> row.fits(version.shape()))) {
            Version again = new Version(version.shape(), version.type(), db.store("things", version.type()));
            assertReads(again, rows);
            running.set(index, again);
        } else {
            Refusal.of(SchemaLocked.class, () -> db.store("things", version.type()));
            LOCKED.incrementAndGet();
        }
    }

    /** The properties say little if one of the cases never came up. */
    @AfterContainer
    static void allCasesCameUp() {
        assertThat(List.of(LOCKED.get(), UNREADABLE.get(), READ.get())).allMatch(count -> count > 0);
    }
}
