package dev.quarry.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles with the plain javac of this JVM and runs in a JVM of its own, as a reader would. */
class ReadmeTest {
    private static final Pattern REFUSED =
            Pattern.compile("(?m)^(c -> .*)\\R(Hello\\.java:\\d+: error: .*\\R(?:  .*(?:\\R|$))+)");
    private static final String FILTER = "c -> c.country().equals(\"GR\") && c.population() >= atLeast";

    @TempDir
    Path directory;

    @Test
    void theExamplePrintsWhatTheReadmeSays() throws Exception {
        assertThat(compile(block("java"))).as("javac's output").doesNotContain("error:");

        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(java.toString(), "-cp", classPath(), "Hello")
                .directory(directory.toFile())
                .redirectError(directory.resolve("errors.txt").toFile())
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(printed.strip())
                .as(Files.readString(directory.resolve("errors.txt")))
                .isEqualTo("Athens of 1");
        assertThat(readme()).contains("`Athens of 1`");
    }

    @Test
    void eachRefusedFilterGivesTheErrorThatTheReadmeShows() throws IOException {
        Matcher refused = REFUSED.matcher(block("text"));
        List<String> filters = new ArrayList<>();
        while (refused.find()) {
            filters.add(refused.group(1));
            String source = block("java").replace(FILTER, refused.group(1));
            assertThat(source).contains(refused.group(1));
            String said = compile(source);
            for (String line : refused.group(2).lines().toList()) {
                assertThat(said).as(refused.group(1)).contains(line);
            }
        }
        assertThat(filters).hasSize(2);
    }

    @Test
    void theHelpForANullableComponentCompiles() throws IOException {
        String source = block("java").replace(FILTER, "c -> c.region() != null && c.region().startsWith(\"Att\")");

        assertThat(compile(source)).doesNotContain("error:");
    }

    @Test
    void runAndTestAreOneCommandEach() throws IOException {
        assertThat(commandUnder("## Run it")).hasLineCount(1).startsWith("mvn ");
        String test = commandUnder("## Test it");
        assertThat(test).hasLineCount(1).startsWith("mvn ");
        assertThat(Files.readString(Path.of("..", ".ci", "run"))).contains("\n" + test + "\n");
    }

    private static String commandUnder(String heading) throws IOException {
        String section = readme().split(Pattern.quote(heading + "\n"), 2)[1].split("\n## ", 2)[0];
        Matcher block = Pattern.compile("(?s)```sh\n(.*?)\n```").matcher(section);
        assertThat(block.find()).isTrue();
        String command = block.group(1);
        assertThat(block.find()).as("a second command").isFalse();
        return command;
    }

    private static String block(String language) throws IOException {
        Matcher block = Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(readme());
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("..", "README.md")).replace("\r\n", "\n");
    }

    private String compile(String source) throws IOException {
        Path file = directory.resolve("Hello.java");
        Files.writeString(file, source);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        javac.run(
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

    private String classPath() {
        return directory + System.getProperty("path.separator") + System.getProperty("java.class.path");
    }
}
