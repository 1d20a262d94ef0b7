package dev.quarry.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.error.CannotOpen;
import dev.quarry.testing.Place;
import dev.quarry.testing.Site;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server is asked what it has. */
final class CapabilityProbeTest {
    @TempDir
    Path directory;

    private static Set<Capability> missing(Site site) {
        return CapabilityProbe.run(site.location()).stream()
                .filter(result -> !result.isProved())
                .map(result -> result.capability().orElseThrow())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Capability.class)));
    }

    @Test
    void whatTheServerIsNotDeclaredToLackIsThere() throws Exception {
        Site site = Place.POSTGRESQL.in(directory);
        Set<Capability> declared = EnumSet.noneOf(Capability.class);
        String without = System.getProperty("quarry.without", "");
        if (!without.isEmpty()) {
            for (String name : without.split(",", -1)) {
                declared.add(Capability.valueOf(name));
            }
        }
        assertThat(declared).containsAll(missing(site));
        assertThat(site.tables()).noneMatch(table -> table.startsWith("quarry_probe"));
    }

    @Test
    void whatAServerRefusesIsFoundOutWithTheReason() {
        Site site = Place.MINIMAL.in(directory);
        assertThat(missing(site))
                .contains(
                        Capability.TRANSACTIONAL_DDL,
                        Capability.ADVISORY_LOCKS,
                        Capability.TRIGGERS,
                        Capability.STORED_FUNCTIONS);
        assertThat(CapabilityProbe.run(site.location()))
                .allMatch(ProbeResult::isUsable)
                .filteredOn(result -> result.capability().equals(Optional.of(Capability.TRIGGERS)))
                .allSatisfy(result -> assertThat(result.failure().orElseThrow()).contains("is not known here"));
    }

    @Test
    void whereThereIsNoServerNothingIsFoundOut() {
        assertThatThrownBy(() -> CapabilityProbe.run("jdbc:postgresql://localhost:1/none?password=secret"))
                .isInstanceOf(CannotOpen.class)
                .hasMessageNotContaining("secret");
    }
}
