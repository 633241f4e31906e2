package fr.roubaix.cln.hub;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

import fr.roubaix.cln.testkit.architecture.HouseRules;

@AnalyzeClasses(packages = "fr.roubaix.cln.hub", importOptions = ImportOption.DoNotIncludeTests.class)
class ModulesTest {

    @ArchTest
    static final ArchTests HOUSE = ArchTests.in(HouseRules.class);

    @Test
    void features_touch_only_what_others_offer_and_never_in_a_circle() {
        ApplicationModules.of(HubApplication.class).verify();
    }
}
