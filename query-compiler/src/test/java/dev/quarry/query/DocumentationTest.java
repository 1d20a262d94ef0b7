package dev.quarry.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.query.catalog.Catalog;
import dev.quarry.query.catalog.Owner;
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

        for (Owner owner : Owner.values()) {
            List<String> methods = Catalog.methods(owner);
            if (!methods.isEmpty()) {
                String name = Character.isUpperCase(owner.displayName().charAt(0))
                        ? "`" + owner.displayName() + "`"
                        : owner.displayName();
                assertThat(document).contains("| " + name + " | `" + String.join(" ", methods) + "` |");
            }
        }
    }
}
