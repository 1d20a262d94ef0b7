package dev.quarry.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.query.check.Catalog;
import dev.quarry.query.diagnostic.DiagnosticCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentationTest {
    private static final Path DOCS = Path.of("..", "docs");

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

    @Test
    void theTableOfMethodsIsTheCompilersOwn() throws IOException {
        String document = Files.readString(DOCS.resolve("query-language.md"));

        for (Catalog catalog : Catalog.values()) {
            if (!catalog.methods().isEmpty()) {
                String owner = Character.isUpperCase(catalog.owner().charAt(0))
                        ? "`" + catalog.owner() + "`"
                        : catalog.owner();
                assertThat(document).contains("| " + owner + " | `" + String.join(" ", catalog.methods()) + "` |");
            }
        }
    }
}
