package dev.quarry.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.DB;
import dev.quarry.Database;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page about migrations names what there is, and what it shows runs. */
final class DocumentationTest {
    private static String page() throws IOException {
        return Files.readString(Path.of("../docs/migrations.md"));
    }

    @Test
    void everyStepAndEveryChangeIsOnThePage() throws IOException {
        String page = page();
        assertThat(Arrays.stream(Steps.class.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers())))
                .isNotEmpty()
                .allSatisfy(method -> assertThat(page).contains(method.getName() + "("));
    }

    @Test
    void everyMethodOfTheMigratorThatDoesSomethingIsOnThePage() throws IOException {
        String page = page();
        assertThat(Arrays.stream(Migrator.class.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .filter(method -> method.getReturnType() != Migrator.class))
                .isNotEmpty()
                .allSatisfy(method -> assertThat(page).contains("`" + method.getName() + "("));
    }

    @Test
    void theScriptOfListedChangesIsTheOneOnThePageAndRuns() throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/quarry/migration/V3__domains.java"));
        String changes = source.substring(source.indexOf("return List.of(change("), source.indexOf(")));") + 4);
        assertThat(page().replaceAll("\\s", "")).contains(changes.replaceAll("\\s", ""));

        try (Database db = DB.inMemory()) {
            V3__domains.Before greece = new V3__domains.Before(
                    "GR", List.of(".gr"), "GRE", 131_990, List.of(new V3__domains.Coin("Euro", null)));
            DB.set(db.store("countries", V3__domains.Before.class), "GRC", greece);

            Migrator.of(db, new V3__domains()).run();

            assertThat(DB.get(db.store("countries", V3__domains.Country.class), "GRC"))
                    .contains(new V3__domains.Country(
                            "GR",
                            List.of(".gr"),
                            BigDecimal.valueOf(131_990.0),
                            List.of(new V3__domains.Money("Euro", "?"))));
        }
    }
}
