package dev.quarry.examples.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs of the page about schemas, compiled and run one after the other in one folder. */
class SchemasDocumentTest {
    private static final Pattern PROGRAM =
            Pattern.compile("(?s)```java\n(import [^`]*?class (\\w+) \\{[^`]*?)```\n\n```text\n(.*?)```");

    @TempDir
    Path directory;

    @Test
    void theProgramsPrintWhatThePageSays() throws Exception {
        String page = Files.readString(Path.of("..", "docs", "schemas.md")).replace("\r\n", "\n");
        Matcher program = PROGRAM.matcher(page);
        List<String> names = new ArrayList<>();
        while (program.find()) {
            names.add(program.group(2));
            assertThat(compile(program.group(2), program.group(1))).doesNotContain("error:");
            assertThat(run(program.group(2))).as(program.group(2)).isEqualTo(program.group(3));
        }
        assertThat(names).containsExactly("First", "Second", "Third");
    }

    private String compile(String name, String source) throws IOException {
        Path file = directory.resolve(name + ".java");
        Files.writeString(file, source);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        OutputStream.nullOutputStream(),
                        said,
                        "-proc:full",
                        "-encoding",
                        "UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        directory.toString(),
                        file.toString());
        return said.toString(StandardCharsets.UTF_8);
    }

    private String run(String name) throws Exception {
        String classPath = directory + System.getProperty("path.separator") + System.getProperty("java.class.path");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(
                        java.toString(), "-Dstdout.encoding=UTF-8", "-Dfile.encoding=UTF-8", "-cp", classPath, name)
                .directory(directory.toFile())
                .redirectError(directory.resolve("errors.txt").toFile())
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(Files.readString(directory.resolve("errors.txt")))
                .isZero();
        return printed.replace("\r\n", "\n");
    }
}
