package dev.quarry.query.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.Filter;
import dev.quarry.plan.PlanFile;
import dev.quarry.query.testing.CompiledSources;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Filters in named modules. */
class ModulesTest {
    private static final String LIBRARY = "module library { requires static org.jspecify; exports library; }";
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
        core = directory.resolve("core.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Automatic-Module-Name", "dev.quarry.core");
        try (OutputStream file = Files.newOutputStream(core);
                JarOutputStream jar = new JarOutputStream(file, manifest)) {
            for (String name : new String[] {"Filter", "Field", "Compiled"}) {
                jar.putNextEntry(new ZipEntry("dev/quarry/" + name + ".class"));
                try (var in = Filter.class.getResourceAsStream(name + ".class")) {
                    in.transferTo(jar);
                }
            }
        }
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

    private static void write(Path root, String name, String text) throws IOException {
        Files.createDirectories(root.resolve(name).getParent());
        Files.writeString(root.resolve(name), text);
    }
}
