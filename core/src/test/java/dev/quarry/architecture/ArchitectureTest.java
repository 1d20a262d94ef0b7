package dev.quarry.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.quarry.error.DatastoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "dev.quarry", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final int LONGEST_FILE = 400;

    @ArchTest
    static final ArchRule PACKAGES_FORM_A_DAG =
            slices().matching("dev.quarry.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NOTHING_INSIDE_KNOWS_THE_API = noClasses()
            .that()
            .resideInAnyPackage("dev.quarry.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.quarry");

    @ArchTest
    static final ArchRule AN_ENGINE_IS_KNOWN_TO_ITS_OWN_PACKAGE_ONLY = noClasses()
            .that()
            .resideOutsideOfPackage("dev.quarry.engine")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.sqlite..", "org.postgresql..", "com.zaxxer..");

    @ArchTest
    static final ArchRule CLASS_FILES_ARE_READ_IN_TWO_PLACES = noClasses()
            .that()
            .resideOutsideOfPackages("dev.quarry.plan", "dev.quarry.schema")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.objectweb.asm..");

    @ArchTest
    static final ArchRule CORE_KNOWS_NO_OTHER_MODULE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.quarry.query..", "dev.quarry.migration..", "org.jooq..", "com.github.javaparser..");

    @ArchTest
    static final ArchRule ERRORS_ARE_FINAL_SUBCLASSES_OF_ONE_ROOT = classes()
            .that()
            .resideInAPackage("dev.quarry.error")
            .and()
            .areTopLevelClasses()
            .and()
            .doNotHaveSimpleName("DatastoreException")
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .beAssignableTo(DatastoreException.class)
            .andShould()
            .haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule NOTHING_PRINTS = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule LOGGING_IS_SLF4J = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses classes) {
        JavaPackage root = classes.getPackage("dev.quarry");
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
