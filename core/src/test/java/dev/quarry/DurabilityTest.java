package dev.quarry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.DurableWriter.Note;
import dev.quarry.testing.ChildProgram;
import dev.quarry.testing.Place;
import dev.quarry.testing.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A program that is killed loses no write that had returned. */
@ParameterizedClass
@EnumSource(Place.class)
final class DurabilityTest {
    private static final int ROUNDS = 8;
    private static final Pattern REPORT = Pattern.compile("(set|deleted|batch) (\\d+)\\.");

    @Parameter
    Place place;

    @TempDir
    Path directory;

    private final Random random = new Random();
    private int nextNumber;

    @Test
    void everyWriteThatReturnedSurvivesAKill() throws Exception {
        Site site = place.in(directory);
        List<String> reports = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<String> ofThisRound = writeUntilKilled(site);
            assertThat(ofThisRound).as("round %d", round).isNotEmpty();
            reports.addAll(ofThisRound);
            assertHolds(site, reports);
            nextNumber += 100_000;
        }
        assertThat(reports).anyMatch(report -> report.startsWith("batch"));
    }

    /** The reports of a program that is killed some time after its first one. */
    private List<String> writeUntilKilled(Site site) throws IOException, InterruptedException {
        ChildProgram.Ended writer = ChildProgram.killed(
                ChildProgram.of(DurableWriter.class, site.location(), Integer.toString(nextNumber)),
                Duration.ofNanos(random.nextInt(400_000_000)));
        assertThat(writer.exit()).as("it did not end by itself").isEqualTo(ChildProgram.KILLED);
        return writer.lines().stream()
                .filter(line -> REPORT.matcher(line).matches())
                .toList();
    }

    private static void assertHolds(Site site, List<String> reports) throws SQLException {
        Map<String, Note> held;
        try (Database db = DB.open(site.location())) {
            held = DB.getAllWithKeys(db.store("notes", Note.class));
        }
        assertThat(site.faults()).isEmpty();
        Map<Integer, Boolean> singles = new HashMap<>();
        for (String report : reports) {
            Matcher matcher = REPORT.matcher(report);
            assertThat(matcher.matches()).isTrue();
            int number = Integer.parseInt(matcher.group(2));
            if (matcher.group(1).equals("batch")) {
                assertThat(held).containsKey(DurableWriter.keyInBatch(number, 0));
            } else {
                singles.put(number, matcher.group(1).equals("deleted"));
            }
        }
        singles.forEach((number, deleted) -> assertSingle(held, number, deleted));
        assertWholeRecordsAndWholeBatches(held);
    }

    /** A record whose deletion was not reported may be deleted all the same. */
    private static void assertSingle(Map<String, Note> held, int number, boolean deleted) {
        Note there = held.get(DurableWriter.key(number));
        if (deleted) {
            assertThat(there).as("deleted %d", number).isNull();
        } else if (there != null || !DurableWriter.isDeleted(number)) {
            assertThat(there).as("set %d", number).isEqualTo(DurableWriter.note(number));
        }
    }

    private static void assertWholeRecordsAndWholeBatches(Map<String, Note> held) {
        Map<Integer, Integer> sizes = new HashMap<>();
        held.forEach((key, note) -> {
            String[] parts = key.split("-");
            int number = Integer.parseInt(parts[1]);
            boolean batch = parts[0].equals("batch");
            assertThat(note).isEqualTo(DurableWriter.note(batch ? number + Integer.parseInt(parts[2]) : number));
            if (batch) {
                sizes.merge(number, 1, Integer::sum);
            }
        });
        assertThat(sizes.values()).allMatch(size -> size == DurableWriter.BATCH);
    }
}
