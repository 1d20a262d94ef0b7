package dev.quarry.examples.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.examples.migration.V2__split_name.Before;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CountriesMigrationTest {
    @TempDir
    Path directory;

    @Test
    void theExamplePrintsWhatTheDocumentationShows() throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        CountriesMigration.run(
                directory.resolve("countries.db"), new PrintStream(printed, true, StandardCharsets.UTF_8));

        String page = Files.readString(Path.of("../docs/migrations.md"));
        String start = "<!-- the example's output -->\n\n```text\n";
        assertThat(page).contains(start);
        String shown = page.substring(page.indexOf(start) + start.length());
        assertThat(withoutTime(printed.toString(StandardCharsets.UTF_8)))
                .isEqualTo(withoutTime(shown.substring(0, shown.indexOf("```"))));
    }

    /** Two backups of one second are told apart by a number. */
    private static String withoutTime(String text) {
        return text.replaceAll("\\d{8}T\\d{6}Z", "<time>").replaceAll("<time>-v1-\\d+", "<time>-v1");
    }

    @Test
    void theScriptInTheDocumentationIsTheExamples() throws IOException {
        String script = Files.readString(Path.of("src/main/java/dev/quarry/examples/migration/V2__split_name.java"));
        String body = script.substring(script.indexOf("public final class"), script.indexOf("    /** {@code EU-NE}"));

        assertThat(Files.readString(Path.of("../docs/migrations.md"))).contains(body.strip());
    }

    @Test
    void everyCountryComesBackByTheWayDown() {
        V2__split_name script = new V2__split_name();
        Map<String, Before> countries = CountriesOfVersion1.read();

        assertThat(countries).hasSize(250);
        countries.forEach(
                (key, country) -> assertThat(script.down(script.up(country))).contains(country));
    }

    @Test
    void aRegionCodeIsMadeOfRegionAndSubregion() {
        assertThat(V2__split_name.regionCode("Europe", "Northern Europe")).isEqualTo("EU-NE");
        assertThat(V2__split_name.regionCode("Asia", "South-Eastern Asia")).isEqualTo("AS-SA");
        assertThat(V2__split_name.regionCode("Antarctic", null)).isEqualTo("AN");
    }
}
