package fr.roubaix.cln.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import fr.roubaix.cln.testkit.architecture.HouseRules;

/** The rules of the house over every module at once. */
class ArchitectureTest {

    private static final Path ROOT = Path.of(System.getProperty("cln.racine", "."));
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importPaths(Stream.of(
                            "src/domain",
                            "src/sync",
                            "src/storage",
                            "src/adresses",
                            "src/web",
                            "src/verifier",
                            "src/demo",
                            "hardware-profiles",
                            "kiosk-app",
                            "sync-hub")
                    .map(module -> ROOT.resolve(module + "/target/classes"))
                    .toList());

    static List<ArchRule> rules() {
        return HouseRules.all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void every_module_keeps_the_rules_of_the_house(ArchRule rule) {
        rule.check(CLASSES);
    }

    @Test
    void the_classes_of_every_module_were_there_to_be_checked() {
        assertThat(CLASSES.size()).isGreaterThan(300);
        assertThat(CLASSES.contain("fr.roubaix.cln.kiosk.KioskApplication")).isTrue();
        assertThat(CLASSES.contain("fr.roubaix.cln.hub.HubApplication")).isTrue();
    }
}
