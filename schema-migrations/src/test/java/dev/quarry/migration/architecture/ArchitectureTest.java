package dev.quarry.migration.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.quarry.error.DatastoreException;

@AnalyzeClasses(packages = "dev.quarry.migration", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule THE_COMPILER_IS_UNKNOWN = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.quarry.query..", "org.jooq..", "com.github.javaparser..", "org.sqlite..");

    @ArchTest
    static final ArchRule PACKAGES_FORM_A_DAG =
            slices().matching("dev.quarry.migration.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_THE_COMMAND_LINE_NEEDS_ITS_LIBRARIES = noClasses()
            .that()
            .resideOutsideOfPackage("dev.quarry.migration.cli")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..", "me.tongfei..", "dev.quarry.migration.cli");

    @ArchTest
    static final ArchRule WHAT_IS_BELOW_DOES_NOT_KNOW_THE_MIGRATOR = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.quarry.migration.diff", "dev.quarry.migration.error", "dev.quarry.migration.history")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.quarry.migration");

    @ArchTest
    static final ArchRule ERRORS_ARE_FINAL_SUBCLASSES_OF_ONE_ROOT = classes()
            .that()
            .resideInAPackage("dev.quarry.migration.error")
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .beAssignableTo(DatastoreException.class)
            .andShould()
            .haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule NOTHING_PRINTS = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
