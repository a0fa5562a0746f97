package decs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The plan of the house, held: directions, cycles, one adapter for each library, names. */
class ArchitectureTest {
    private static final JavaClasses DECS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("decs");

    /** Third-party packages, and the only packages of ours that may name them. */
    private static final Map<String, String[]> ADAPTERS = Map.of(
            "org.snakeyaml..",
            packages("decs.template.yaml"),
            "com.google.re2j..",
            packages("decs.template.sprig", "decs.template.gofmt"),
            "org.bouncycastle..",
            packages("decs.template.sprig", "decs.helm.sign", "decs.core.secret.."),
            "com.hubspot..",
            packages("decs.template.jinja"),
            "io.fabric8..",
            packages("decs.helm.kube.fabric8"),
            "org.apache.commons.compress..",
            packages("decs.helm.archive"),
            "com.networknt..",
            packages("decs.helm.values"),
            "tools.jackson..",
            packages("decs.helm.kube.fabric8", "decs.helm.values"),
            "com.fasterxml..",
            packages("decs.helm.kube.fabric8", "decs.template.jinja"),
            "picocli..",
            packages("decs.cli.."));

    /** Its users bring JUnit themselves. */
    @Test
    void onlyTheViewForJUnitNamesIt() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("decs.testing.junit")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.junit.."));
    }

    private static String[] packages(String... names) {
        return names;
    }

    @Test
    void modulesPointOneWay() {
        check(noClasses()
                .that()
                .resideInAPackage("decs.template..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("decs.helm..", "decs.core..", "decs.testing..", "decs.cli.."));
        check(noClasses()
                .that()
                .resideInAPackage("decs.helm..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("decs.core..", "decs.testing..", "decs.cli.."));
        check(noClasses()
                .that()
                .resideInAPackage("decs.core..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("decs.testing..", "decs.cli.."));
        check(noClasses()
                .that()
                .resideInAPackage("decs.testing..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("decs.cli.."));
    }

    @Test
    void noImportCycles() {
        check(slices().matching("decs.template.(*)..").should().beFreeOfCycles());
        check(slices().matching("decs.helm.(**)").should().beFreeOfCycles());
        check(slices().matching("decs.core.(*)..").should().beFreeOfCycles());
        check(slices().matching("decs.testing.(*)..").should().beFreeOfCycles());
    }

    @Test
    void facadesAreImportedByNothingBelowThem() {
        for (String module : new String[] {"decs.template", "decs.helm", "decs.core"}) {
            check(noClasses()
                    .that()
                    .resideInAPackage(module + ".*..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(module));
        }
    }

    @TestFactory
    Stream<DynamicTest> librariesStayBehindTheirAdapters() {
        return ADAPTERS.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> check(noClasses()
                                .that()
                                .resideOutsideOfPackages(entry.getValue())
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(entry.getKey()))));
    }

    @Test
    void namesAreDomainWords() {
        check(noClasses()
                .should()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Service")
                .orShould()
                .haveSimpleNameStartingWith("Abstract"));
    }

    @Test
    void noMutableStatics() {
        check(fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat(areOurs())
                .should()
                .beFinal());
    }

    @Test
    void onlyRunStartsThreads() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("decs.core.run..", "decs.cli..")
                .should()
                .dependOnClassesThat(threadStarters()));
    }

    @Test
    void failuresHaveOneRoot() {
        check(classes()
                .that()
                .areAssignableTo(RuntimeException.class)
                .and()
                .doNotHaveSimpleName("FunctionException")
                .and()
                .arePublic()
                .should()
                .beAssignableTo(decs.template.source.DecsException.class));
    }

    private static DescribedPredicate<JavaClass> areOurs() {
        return DescribedPredicate.describe(
                "of decs, written by hand",
                type -> !type.isEnum()
                        && !type.isAnonymousClass()
                        && !type.getName().contains("$"));
    }

    private static DescribedPredicate<JavaClass> threadStarters() {
        return DescribedPredicate.describe("start threads", type -> Arrays.asList(
                        "java.util.concurrent.Executors",
                        "java.util.concurrent.ThreadPoolExecutor",
                        "java.util.concurrent.ForkJoinPool")
                .contains(type.getName()));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(DECS);
    }
}
