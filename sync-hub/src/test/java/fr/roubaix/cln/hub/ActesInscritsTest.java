package fr.roubaix.cln.hub;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.HashSet;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.prepost.PreAuthorize;

import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Consultation;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.DeuxVoix;

/** Whoever adds an act of staff adds its row in the register, or the build stops here. */
@AnalyzeClasses(packages = "fr.roubaix.cln.hub", importOptions = ImportOption.DoNotIncludeTests.class)
class ActesInscritsTest {

    @ArchTest
    static final ArchRule an_act_of_staff_is_written_in_the_register = methods()
            .that()
            .areAnnotatedWith(PreAuthorize.class)
            .and()
            .areNotAnnotatedWith(Consultation.class)
            .should(writeInTheRegister(true));

    @ArchTest
    static final ArchRule what_only_shows_writes_nothing_there =
            methods().that().areAnnotatedWith(Consultation.class).should(writeInTheRegister(false));

    @Test
    void an_act_that_forgets_is_found() {
        var forgetful = new ClassFileImporter().importClasses(Forgetful.class);
        assertThat(an_act_of_staff_is_written_in_the_register
                        .evaluate(forgetful)
                        .getFailureReport()
                        .getDetails())
                .singleElement()
                .asString()
                .contains("Forgetful.change");
    }

    /** One act goes through a lambda and another method to the register; the other forgets. */
    @SuppressWarnings("unused") // nobody calls it: its byte code is read
    private static final class Forgetful {
        private final Registre registre;

        Forgetful(Registre registre) {
            this.registre = registre;
        }

        @PreAuthorize("hasRole('ADMIN')")
        void write() {
            Runnable later = () -> here();
            later.run();
        }

        private void here() {
            registre.inscrire(Acte.APPEL_CLOS.sur("appel"));
        }

        @PreAuthorize("hasRole('ADMIN')")
        void change() {
            registre.tete();
        }
    }

    private static ArchCondition<JavaMethod> writeInTheRegister(boolean expected) {
        return new ArchCondition<>(expected ? "write in the register" : "write nothing in the register") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean found = reaches(method);
                events.add(new SimpleConditionEvent(
                        method,
                        found == expected,
                        method.getFullName() + (found ? " writes" : " writes nothing")
                                + ": an act calls Registre.inscrire, what only shows is a @Consultation"));
            }
        };
    }

    /** Whether a call of the register lies on the way, inside the class of the use case and the classes nested in it. */
    private static boolean reaches(JavaMethod useCase) {
        var seen = new HashSet<JavaCodeUnit>();
        var next = new ArrayDeque<JavaCodeUnit>();
        next.add(useCase);
        while (!next.isEmpty()) {
            JavaCodeUnit unit = next.remove();
            if (!seen.add(unit)) {
                continue;
            }
            for (var call : unit.getCallsFromSelf()) {
                var target = call.getTarget();
                if (target.getOwner().isEquivalentTo(Registre.class)
                        && target.getName().equals("inscrire")) {
                    return true;
                }
                // A proposal is a row of the register too.
                if (target.getOwner().isEquivalentTo(DeuxVoix.class)
                        && target.getName().equals("proposer")) {
                    return true;
                }
                if (outermost(target.getOwner()).equals(outermost(useCase.getOwner()))) {
                    target.resolveMember()
                            .filter(JavaCodeUnit.class::isInstance)
                            .map(JavaCodeUnit.class::cast)
                            .ifPresent(next::add);
                }
            }
        }
        return false;
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ActesInscritsTest::outermost).orElse(type);
    }
}
