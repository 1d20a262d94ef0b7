package dev.quarry.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.query.catalog.Refusal;
import dev.quarry.query.diagnostic.DiagnosticCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentationTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final String BEGIN = "<!-- methods: generated, see CONTRIBUTING.md -->";
    private static final String END = "<!-- end of methods -->";

    @Test
    void everyDiagnosticHasAHeadingAndEveryHeadingADiagnostic() throws IOException {
        List<String> headings = Files.readAllLines(DOCS.resolve("diagnostics.md")).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .toList();

        assertThat(headings)
                .containsExactlyElementsOf(Arrays.stream(DiagnosticCode.values())
                        .map(DiagnosticCode::id)
                        .toList());
    }

    /** With {@code -Dquarry.docs=write} the files are written instead of compared. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("generated")
    void theTablesOfMethodsAreTheCompilersOwn(Path file, String table) throws IOException {
        String document = Files.readString(file);
        String generated = document.replaceFirst(
                "(?s)(?<=" + BEGIN + ").*(?=" + END + ")", Matcher.quoteReplacement("\n\n" + table + "\n"));

        assertThat(document).contains(BEGIN, END);
        if ("write".equals(System.getProperty("quarry.docs"))) {
            Files.writeString(file, generated);
        } else {
            assertThat(document).isEqualTo(generated);
        }
    }

    static List<Arguments> generated() {
        return List.of(
                Arguments.of(DOCS.resolve("query-language.md"), MethodTables.whole()),
                Arguments.of(Path.of("..", "README.md"), MethodTables.counts()));
    }

    @Test
    void everyRefusalHasAReasonAndARewrite() {
        for (Refusal refusal : Refusal.values()) {
            assertThat(refusal.reason()).as(refusal.name()).isNotBlank();
            assertThat(refusal.rewrite()).as(refusal.name()).isNotBlank().isNotEqualTo(refusal.reason());
        }
    }
}
