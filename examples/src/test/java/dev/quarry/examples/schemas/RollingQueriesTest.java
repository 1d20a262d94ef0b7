package dev.quarry.examples.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.testing.ChildProgram;
import dev.quarry.testing.Place;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Filters of both versions find what both versions wrote. */
@ParameterizedClass
@EnumSource(
        value = Place.class,
        names = {"FILE", "POSTGRESQL"})
final class RollingQueriesTest {
    @Parameter
    Place place;

    @TempDir
    Path directory;

    @Test
    void filtersOfBothVersionsFindWhatBothWrote() throws Exception {
        String location = place.in(directory).location();
        try (Database first = DB.open(location);
                Database second = DB.open(location)) {
            Datastore<OlderProgram.Customer> older = OlderProgram.open(first);
            OlderProgram.Address elm = new OlderProgram.Address("Elm", 1);
            DB.set(older, "ann", new OlderProgram.Customer("Ann", 5, elm, null));
            DB.set(older, "bob", new OlderProgram.Customer("Bob", 1, elm, elm));
            Datastore<NewerProgram.Customer> newer = NewerProgram.open(second);
            NewerProgram.Address fig = new NewerProgram.Address("CY", "Fig", 2);
            DB.set(
                    newer,
                    "cat",
                    new NewerProgram.Customer(
                            9, "Cat", fig, fig, NewerProgram.Level.GOLD, Optional.of("c@x.gr"), List.of("x")));

            assertThat(names(OlderProgram.frequent(older, 3))).containsExactly("Ann", "Cat");
            assertThat(startOlder(location)).containsExactly("Ann Cat Dan", "Ann Dan");
            assertThat(fullNames(NewerProgram.frequent(newer, 3))).containsExactly("Ann", "Cat", "Dan");
            assertThat(fullNames(NewerProgram.isNew(newer))).containsExactly("Ann", "Bob", "Dan");
            assertThat(fullNames(NewerProgram.worksIn(newer, "GR"))).containsExactly("Bob");
            assertThat(fullNames(NewerProgram.worksIn(newer, "CY"))).containsExactly("Cat");

            DB.set(older, "bob", new OlderProgram.Customer("Bob", 1, elm, null));
            DB.set(older, "ann", new OlderProgram.Customer("Ann", 5, elm, elm));
            assertThat(fullNames(NewerProgram.worksIn(newer, "GR"))).containsExactly("Ann");
            assertThat(names(OlderProgram.withoutWork(older))).containsExactly("Bob", "Dan");
            assertThat(second.schemaHistory("customers")).hasSize(2);
        }
    }

    private static List<String> names(List<OlderProgram.Customer> customers) {
        return customers.stream().map(OlderProgram.Customer::name).toList();
    }

    private static List<String> fullNames(List<NewerProgram.Customer> customers) {
        return customers.stream().map(NewerProgram.Customer::fullName).toList();
    }

    /** The lines that the older program prints when it is started again. */
    private static List<String> startOlder(String location) throws Exception {
        Process process = ChildProgram.of(OlderProgram.class, location).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return printed.lines().toList();
    }
}
