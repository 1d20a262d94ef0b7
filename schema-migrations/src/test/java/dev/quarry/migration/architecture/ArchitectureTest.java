package dev.quarry.migration.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

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
    static final ArchRule NOTHING_PRINTS = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
