package dev.quarry.migration.cli;

import static dev.quarry.Options.timeout;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.migration.Migrator;
import dev.quarry.migration.cli.V2__split_name.Before;
import dev.quarry.migration.cli.V2__split_name.Person;
import dev.quarry.testing.FaultySource;
import dev.quarry.testing.FaultySource.Fault;
import dev.quarry.testing.PostgresServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

final class ErrorReportTest {
    private Supplier<Optional<Fault>> faults = Optional::empty;

    /** What the command line returns for work, and what it prints. */
    private static int code(Callable<Integer> work, StringWriter err) {
        return new CommandLine(CommandSpec.wrapWithoutInspection(work))
                .setExecutionExceptionHandler(new ErrorReport())
                .setErr(new PrintWriter(err, true))
                .execute();
    }

    /** The connection is lost when the run is committed, and the server cannot be asked about it. */
    @Test
    void aRunOfWhichNobodyKnowsWhetherItWasDoneHasACodeOfItsOwn() {
        String url = PostgresServer.newDatabase();
        FaultySource source = new FaultySource(url, () -> faults.get());
        StringWriter err = new StringWriter();
        try (Database db = DB.open(source, timeout(Duration.ofMillis(300)))) {
            DB.set(db.store("people", Before.class), "ada", new Before("Ada Lovelace"));
            Migrator migrator = Migrator.of(db, new V2__split_name());
            faults = () -> Optional.of(source.struck() == 0 ? Fault.LOST_AFTER_COMMIT : Fault.LOST_BEFORE_STATEMENT);

            int code = code(() -> migrator.run().scripts().size(), err);

            faults = Optional::empty;
            assertThat(code).isEqualTo(ExitCodes.UNKNOWN);
            assertThat(err.toString())
                    .contains("it is not known whether it was done")
                    .doesNotContain("\tat ");
            assertThat(DB.get(db.store("people", Person.class), "ada"))
                    .as("it was done, so a code for \"everything is as it was\" would be wrong")
                    .contains(new Person("Ada", "Lovelace"));
        }
    }

    @Test
    void everyCodeIsInTheHelpAndOnThePage() throws IOException {
        String help = Migrate.commandLine().getUsageMessage();
        String page = Files.readString(Path.of("../docs/migrations.md"));
        assertThat(Arrays.stream(ExitCodes.class.getFields())).hasSize(6).allSatisfy(code -> {
            assertThat(help).containsPattern("\n  " + code.getInt(null) + " +\\S");
            assertThat(page).containsPattern("\n\\| " + code.getInt(null) + " \\| \\S");
        });
    }
}
