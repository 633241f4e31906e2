package fr.roubaix.cln.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.test.context.support.WithAnonymousUser;

import fr.roubaix.cln.hub.security.Role;

/** Who may do what, use case by use case, whatever screen or code calls it. */
@WithAnonymousUser
class RolesTest extends HubScreens {

    private static final Set<Role> SECRETARIAT = EnumSet.of(Role.SECRETARIAT);
    private static final Set<Role> TIRAGE = EnumSet.of(Role.TIRAGE);
    private static final Set<Role> TOUS = EnumSet.allOf(Role.class);
    private static final Set<Role> ADMIN = EnumSet.of(Role.ADMIN);

    private static final Set<Role> STAFF = EnumSet.allOf(Role.class);
    private static final Set<Role> READERS = EnumSet.of(Role.ADMIN, Role.SECRETARIAT, Role.TIRAGE);

    private static final Map<String, Set<Role>> ALLOWED = Map.ofEntries(
            Map.entry("ArretDeLaListe.annuler", TIRAGE),
            Map.entry("ArretDeLaListe.arreter", TIRAGE),
            Map.entry("ArretDeLaListe.obstacle", EnumSet.of(Role.TIRAGE, Role.PRESIDENCE)),
            Map.entry("Ceremonie.choisir", TIRAGE),
            Map.entry("Ceremonie.lancer", TIRAGE),
            Map.entry("Ceremonie.tirer", TIRAGE),
            Map.entry("ChangementDeMotDePasse.changer", TOUS),
            Map.entry("ClotureDAppel.clore", SECRETARIAT),
            Map.entry("CreationDeCompte.creer", ADMIN),
            Map.entry("ExamenDesCandidatures.actes", SECRETARIAT),
            Map.entry("ExamenDesCandidatures.declarerIrrecevable", SECRETARIAT),
            Map.entry("ExamenDesCandidatures.declarerRecevable", SECRETARIAT),
            Map.entry("ExamenDesCandidatures.declarerRecevables", SECRETARIAT),
            Map.entry("ExamenDesCandidatures.reprendre", SECRETARIAT),
            Map.entry("Fleet.creerCode", ADMIN),
            Map.entry("Fleet.etats", STAFF),
            Map.entry("Flotte.codeDeRemplacement", ADMIN),
            Map.entry("Flotte.codePourUnNumero", ADMIN),
            Map.entry("Flotte.evenements", ADMIN),
            Map.entry("Flotte.fiches", ADMIN),
            Map.entry("Flotte.renommer", ADMIN),
            Map.entry("Flotte.revoquer", ADMIN),
            Map.entry("GestionDesAgents.changerLeCode", ADMIN),
            Map.entry("GestionDesAgents.creer", ADMIN),
            Map.entry("GestionDesAgents.desactiver", ADMIN),
            Map.entry("GestionDesAgents.reactiver", ADMIN),
            Map.entry("GestionDesAgents.tous", ADMIN),
            Map.entry("GestionDesAgents.toutChanger", ADMIN),
            Map.entry("GestionDesSessions.fermer", TOUS),
            Map.entry("GestionDesSessions.fermerToutes", ADMIN),
            Map.entry("GestionDesSessions.miennes", TOUS),
            Map.entry("ImportDePaquet.importer", ADMIN),
            Map.entry("IndexDeLAppel.identite", SECRETARIAT),
            Map.entry("IndexDeLAppel.lignes", SECRETARIAT),
            Map.entry("ListeDesComptes.lignes", ADMIN),
            Map.entry("OuvertureDAppel.ouvrir", SECRETARIAT),
            Map.entry("ProlongationDAppel.prolonger", SECRETARIAT),
            Map.entry("PreuveDeCompletude.accorder", TIRAGE),
            Map.entry("PreuveDeCompletude.consulter", STAFF),
            Map.entry("PreuveDeCompletude.retirer", TIRAGE),
            Map.entry("ReinitialisationDuSecondFacteur.reinitialiser", ADMIN),
            Map.entry("RotationDesCles.tourner", ADMIN),
            Map.entry("SauvegardesDuHub.sauvegarder", ADMIN),
            Map.entry("TraitementDesMisesDeCote.enAttente", READERS),
            Map.entry("TraitementDesMisesDeCote.entree", READERS),
            Map.entry("TraitementDesMisesDeCote.entrees", READERS),
            Map.entry("TraitementDesMisesDeCote.octets", ADMIN),
            Map.entry("TraitementDesMisesDeCote.reessayer", ADMIN),
            Map.entry("TraitementDesMisesDeCote.regler", ADMIN));

    @Autowired
    private ApplicationContext context;

    @Test
    void every_guarded_use_case_stands_in_the_table() {
        assertThat(guarded().keySet()).containsExactlyInAnyOrderElementsOf(ALLOWED.keySet());
    }

    static Stream<Arguments> everyUseCaseAndRole() {
        return ALLOWED.keySet().stream()
                .sorted()
                .flatMap(useCase -> Arrays.stream(Role.values()).map(role -> Arguments.of(useCase, role)));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("everyUseCaseAndRole")
    void a_use_case_refuses_every_role_but_its_own(String useCase, Role role) {
        // Without arguments: a call that passes the guard fails on what is missing, and changes nothing.
        var failure = catchThrowable(() -> call(useCase, role));
        assertThat(failure instanceof AccessDeniedException)
                .as("refused")
                .isNotEqualTo(ALLOWED.getOrDefault(useCase, Set.of()).contains(role));
    }

    private void call(String useCase, Role role) throws Throwable {
        Guarded guarded = guarded().get(useCase);
        try {
            as("quelqu.un", role.name(), () -> guarded.callWithNothing());
        } catch (Refused refused) {
            throw refused.getCause();
        }
    }

    private Map<String, Guarded> guarded() {
        var found = new TreeMap<String, Guarded>();
        for (Object bean : context.getBeansOfType(Object.class, false, false).values()) {
            Class<?> type = AopUtils.getTargetClass(bean);
            if (type.getName().startsWith("fr.roubaix.cln.hub.")) {
                Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(PreAuthorize.class))
                        .forEach(method ->
                                found.put(type.getSimpleName() + "." + method.getName(), new Guarded(bean, method)));
            }
        }
        return found;
    }

    /** A use case and the bean that guards it. */
    private record Guarded(Object bean, Method method) {
        Object callWithNothing() {
            try {
                method.setAccessible(true);
                Object result = method.invoke(bean, new Object[method.getParameterCount()]);
                return result == null ? "nothing" : result;
            } catch (InvocationTargetException e) {
                throw new Refused(e.getCause());
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static final class Refused extends RuntimeException {
        Refused(Throwable cause) {
            super(cause);
        }
    }
}
