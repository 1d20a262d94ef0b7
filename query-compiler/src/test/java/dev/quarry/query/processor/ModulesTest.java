package dev.quarry.query.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.quarry.Filter;
import dev.quarry.plan.PlanFile;
import dev.quarry.query.testing.CompiledSources;
import dev.quarry.query.testing.CompiledSources.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters in named modules. */
class ModulesTest {
    private static final String LIBRARY =
            "module library { requires static org.jspecify; exports library; opens library; }";
    private static final String TOWN = """
            package library;
            import org.jspecify.annotations.Nullable;
            public record Town(String name, @Nullable String region) {}
            """;
    private static final String USE = """
            package program;
            import library.Town;
            public class Use {
                static dev.quarry.Filter<Town> checked() { return t -> t.region() != null && t.region().equals("x"); }
            }
            """;

    @TempDir
    Path directory;

    private Path core;

    /** A directory of classes is no automatic module; a jar is one. */
    @BeforeEach
    void packCore() throws IOException {
        core = jar(
                "core.jar",
                "dev.quarry.core",
                Filter.class.getClassLoader(),
                "dev/quarry/Filter.class",
                "dev/quarry/Field.class",
                "dev/quarry/Compiled.class");
    }

    private Path jar(String name, String module, ClassLoader classes, String... files) throws IOException {
        Path jar = directory.resolve(name);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Automatic-Module-Name", module);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (String one : files) {
                out.putNextEntry(new ZipEntry(one));
                try (InputStream in = classes.getResourceAsStream(one)) {
                    in.transferTo(out);
                }
            }
        }
        return jar;
    }

    @Test
    void aRecordOfAnotherModuleIsReadFromItsClassFile() {
        CompiledSources library = CompiledSources.into(directory.resolve("library"))
                .source("module-info.java", LIBRARY)
                .source("library/Town.java", TOWN)
                .modules()
                .compile()
                .orFail();
        CompiledSources sources = CompiledSources.into(directory.resolve("program"))
                .source("module-info.java", "module program { requires library; requires dev.quarry.core; }")
                .source("program/Use.java", USE)
                .classPath(library.output(), core)
                .modules()
                .processor(Lambdas.processor())
                .compile()
                .orFail();

        assertThat(Lambdas.plans(sources, "program.Use"))
                .extracting(plan -> plan.origin().fingerprint())
                .containsExactly("(name:String,region:String?)");
    }

    @Test
    void severalModulesCompiledAtOnceKeepTheirPlansApart() throws IOException {
        Path source = directory.resolve("source");
        write(source, "library/module-info.java", LIBRARY);
        write(source, "library/library/Town.java", TOWN);
        write(source, "program/module-info.java", "module program { requires library; requires dev.quarry.core; }");
        write(source, "program/program/Use.java", USE);

        Path output = CompiledSources.into(directory.resolve("output"))
                .options("--module-source-path", source.toString(), "--module", "program,library")
                .classPath(core)
                .modules()
                .processor(Lambdas.processor())
                .compile()
                .orFail()
                .output();

        assertThat(output.resolve("program").resolve(PlanFile.resourceName("program.Use")))
                .exists();
        try (Stream<Path> files = Files.walk(output)) {
            assertThat(files.filter(file -> file.toString().endsWith(".json"))).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "module app { requires dev.quarry.core; }",
                "module app { requires dev.quarry.core; exports app.model; opens app; }",
                "module app { requires dev.quarry.core; opens app.model to java.logging; }",
            })
    void aPackageThatIsClosedToQuarryIsRefusedWithTheLineToAdd(String module) {
        CompiledSources sources = compileApp(module);

        assertThat(sources.errors()).extracting(Problem::line, Problem::message).containsExactly(tuple(5L, """
                        [QC5003] module 'app' does not let Quarry construct records of package 'app.model'
                            help: add to module-info.java: opens app.model to dev.quarry.core;"""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "module app { requires dev.quarry.core; opens app.model to dev.quarry.core; }",
                "module app { requires dev.quarry.core; opens app.model to java.logging, dev.quarry.core; }",
                "module app { requires dev.quarry.core; opens app.model; }",
                "open module app { requires dev.quarry.core; }",
            })
    void aPackageThatIsOpenToQuarryIsNot(String module) {
        assertThat(compileApp(module).orFail().problems())
                .extracting(Problem::kind)
                .containsOnly(Kind.NOTE);
    }

    @Test
    void theRecordsInsideARecordAreConstructedToo() {
        CompiledSources sources = app("module app { requires dev.quarry.core; opens app to dev.quarry.core; }")
                .source("app/Outer.java", "package app; public record Outer(app.model.Town town, int size) {}")
                .source("app/Other.java", """
                        package app;
                        class Other { dev.quarry.Filter<Outer> f = o -> o.size() == 1; }
                        """)
                .compile();

        assertThat(sources.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("[QC5003]", "opens app.model to"));
    }

    @Test
    void aRecordOfAnAutomaticModuleIsOpen() throws IOException {
        ClassLoader classes = CompiledSources.into(directory.resolve("classes"))
                .source("library/Town.java", TOWN)
                .compile()
                .orFail()
                .loader();
        Path jar = jar("library.jar", "library", classes, "library/Town.class");

        CompiledSources sources = CompiledSources.into(directory.resolve("program"))
                .source("module-info.java", "module program { requires library; requires dev.quarry.core; }")
                .source("program/Use.java", USE)
                .classPath(jar, core)
                .modules()
                .processor(Lambdas.processor())
                .compile();

        assertThat(Lambdas.plans(sources.orFail(), "program.Use")).hasSize(1);
    }

    private CompiledSources compileApp(String module) {
        return app(module).compile();
    }

    private CompiledSources.Builder app(String module) {
        return CompiledSources.into(directory.resolve("app"))
                .source("module-info.java", module)
                .source("app/model/Town.java", "package app.model; public record Town(String name, int size) {}")
                .source("app/Use.java", """
                        package app;
                        import app.model.Town;
                        import dev.quarry.*;
                        class Use {
                            Filter<Town> small = t -> t.size() < 3;
                            Filter<Town> big = t -> t.size() > 3;
                            Field<Town, String> name = Town::name;
                        }
                        """)
                .classPath(core)
                .modules()
                .options("-Werror", "-Xlint:all,-requires-automatic")
                .processor(Lambdas.processor());
    }

    private static void write(Path root, String name, String text) throws IOException {
        Files.createDirectories(root.resolve(name).getParent());
        Files.writeString(root.resolve(name), text);
    }
}
