package dev.quarry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.testing.ChildProgram;
import dev.quarry.testing.Place;
import dev.quarry.testing.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A program that is killed while it changes its stores leaves each as it was before a change or as it is after it. */
@ParameterizedClass
@EnumSource(Place.class)
final class KilledChangesTest {
    private static final int ROUNDS = 5;
    private static final Pattern HOLDS = Pattern.compile("holds (\\w+) (\\d+)\\.");

    @Parameter
    Place place;

    @TempDir
    Path directory;

    private final Random random = new Random();

    @Test
    void everyStoreIsAsBeforeOrAsAfter() throws Exception {
        Site site = place.in(directory);
        for (int round = 0; round < ROUNDS; round++) {
            String last = lastReport(site);
            try (Database db = DB.open(site.location(), Options.timeout(Duration.ofSeconds(20)))) {
                Matcher held = HOLDS.matcher(last);
                if (held.matches()) {
                    assertThat(DB.get(db.store(held.group(1), ChangingProgram.Third.Row.class), "k"))
                            .contains(new ChangingProgram.Third.Row("a", Integer.parseInt(held.group(2)), "new"));
                }
                assertNothingIsLeftOver(site, db);
            }
        }
    }

    /** Whatever a change left to be done, the next one does. */
    private static void assertNothingIsLeftOver(Site site, Database db) throws SQLException {
        db.store("another", ChangingProgram.Other.class);
        assertThat(site.dataTables()).hasSize(db.stores().size());
        if (site.place() == Place.MINIMAL) {
            assertThat(site.column("select statement from quarry_journal")).isEmpty();
            assertThat(site.column("select table_name from quarry_gate order by 1"))
                    .isEqualTo(site.dataTables());
            assertThat(site.tables().stream().filter(table -> table.endsWith("=")))
                    .containsExactlyInAnyOrderElementsOf(
                            site.column(
                                    "select rule ->> 'table' from quarry_gate, json_array_elements(cast(rules as json)) as rule"));
        }
    }

    private String lastReport(Site site) throws IOException, InterruptedException {
        ChildProgram.Ended program = ChildProgram.killed(
                ChildProgram.of(ChangingProgram.class, site.location()), Duration.ofNanos(random.nextInt(600_000_000)));
        assertThat(program.exit()).as("it did not end by itself").isEqualTo(ChildProgram.KILLED);
        List<String> whole =
                program.lines().stream().filter(line -> line.endsWith(".")).toList();
        return whole.isEmpty() ? "" : whole.get(whole.size() - 1);
    }
}
