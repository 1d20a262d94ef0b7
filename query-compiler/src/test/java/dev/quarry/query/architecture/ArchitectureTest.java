package dev.quarry.query.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "dev.quarry.query", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final int LONGEST_FILE = 400;

    @ArchTest
    static final ArchRule PHASES_FORM_A_DAG =
            slices().matching("dev.quarry.query.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_PHASE_KNOWS_THE_FACADE = noClasses()
            .that()
            .resideInAnyPackage("dev.quarry.query.*..")
            .and()
            .resideOutsideOfPackage("dev.quarry.query.processor")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.quarry.query");

    @ArchTest
    static final ArchRule JAVAPARSER_IS_THE_FRONT_ENDS = only("dev.quarry.query.frontend", "com.github.javaparser..");

    @ArchTest
    static final ArchRule JAVAC_IS_THE_PROCESSORS = only(
            "dev.quarry.query.processor", "com.sun.source..", "javax.annotation.processing..", "org.objectweb.asm..");

    @ArchTest
    static final ArchRule JOOQ_IS_THE_LOWERINGS = only("dev.quarry.query.lower", "org.jooq..");

    @ArchTest
    static final ArchRule MIGRATIONS_ARE_UNKNOWN =
            noClasses().should().dependOnClassesThat().resideInAPackage("dev.quarry.migration..");

    @ArchTest
    static final ArchRule NO_INTERNALS_OF_JAVAC =
            noClasses().should().dependOnClassesThat().resideInAPackage("com.sun.tools..");

    @ArchTest
    static final ArchRule NOTHING_PRINTS = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    private static ArchRule only(String home, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries);
    }

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses classes) {
        JavaPackage root = classes.getPackage("dev.quarry.query");
        List<String> unmarked = root.getSubpackagesInTree().stream()
                .filter(found -> !found.getClasses().isEmpty())
                .filter(found -> !found.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .toList();

        assertThat(unmarked).isEmpty();
    }

    @Test
    void noFileIsLongerThanItMayBe() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(sources)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readAllLines(file))
                            .as(file.toString())
                            .hasSizeLessThanOrEqualTo(LONGEST_FILE));
        }
    }
}
