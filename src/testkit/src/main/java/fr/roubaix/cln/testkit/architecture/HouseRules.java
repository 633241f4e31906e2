package fr.roubaix.cln.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What every module keeps. A module includes them with {@code ArchTests.in(HouseRules.class)}. */
public final class HouseRules {

    private HouseRules() {}

    @ArchTest
    static final ArchRule names_say_what_a_class_is_for = noClasses()
            .should()
            .haveNameMatching(".*(Utils?|Manager|Helper|Impl|Common|Base|Data)")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule packages_have_no_cycle =
            slices().matching("fr.roubaix.cln.(**)").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule nobody_asks_the_machine_for_the_time = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .because("time comes from a Clock, so that a test or a demonstration can move it")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule views_reach_no_table = noClasses()
            .that()
            .haveSimpleNameEndingWith("View")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule client_behaviour_is_a_custom_element = noClasses()
            .should()
            .callMethodWhere(com.tngtech.archunit.base.DescribedPredicate.describe(
                    "executeJs", call -> call.getTarget().getName().equals("executeJs")))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule the_build_needs_no_node = noClasses()
            .should()
            .beAnnotatedWith("com.vaadin.flow.component.dependency.NpmPackage")
            .orShould()
            .beAnnotatedWith("com.vaadin.flow.component.dependency.JsModule")
            .orShould()
            .beAnnotatedWith("com.vaadin.flow.component.dependency.CssImport")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule plain_modules_know_neither_spring_nor_cryptography = noClasses()
            .that()
            .resideInAnyPackage("fr.roubaix.cln.domaine..", "fr.roubaix.cln.web..", "fr.roubaix.cln.hardware..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.crypto..", "com.google.crypto.tink..", "org.springframework..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule the_domain_knows_only_java = noClasses()
            .that()
            .resideInAPackage("fr.roubaix.cln.domaine..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("java..", "org.jspecify..", "fr.roubaix.cln.domaine..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule the_two_applications_never_meet = noClasses()
            .that()
            .resideInAPackage("fr.roubaix.cln.kiosk..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("fr.roubaix.cln.hub..")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("fr.roubaix.cln.verifier..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule storage_knows_nothing_of_screens_and_devices = noClasses()
            .that()
            .resideInAPackage("fr.roubaix.cln.storage..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("fr.roubaix.cln.web..", "fr.roubaix.cln.hardware..", "fr.roubaix.cln.domaine..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule screens_and_devices_know_nothing_of_each_other = noClasses()
            .that()
            .resideInAnyPackage("fr.roubaix.cln.web..", "fr.roubaix.cln.hardware..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "fr.roubaix.cln.storage..",
                    "fr.roubaix.cln.sync..",
                    "fr.roubaix.cln.kiosk..",
                    "fr.roubaix.cln.hub..")
            .allowEmptyShould(true);

    /** Every rule, to be checked against classes that a test imported itself. */
    public static List<ArchRule> all() {
        return List.of(
                names_say_what_a_class_is_for,
                packages_have_no_cycle,
                nobody_asks_the_machine_for_the_time,
                views_reach_no_table,
                client_behaviour_is_a_custom_element,
                the_build_needs_no_node,
                plain_modules_know_neither_spring_nor_cryptography,
                the_domain_knows_only_java,
                the_two_applications_never_meet,
                storage_knows_nothing_of_screens_and_devices,
                screens_and_devices_know_nothing_of_each_other);
    }
}
