package fr.roubaix.cln.hub.appel;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Consultation;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.AgentConnecte;

/** Paper, counted: forms made for each mairie, those it says it received, those that were entered. */
@Service
class CompteDesFiches {

    /** More at once is a typing mistake, and a heap of paper. */
    private static final int LOT_MAXIMUM = 100;
    /** What a kiosk may declare too. */
    private static final int ANNONCE_MAXIMUM = 100_000;

    private final Appels appels;
    private final LotsDeFiches lots;
    private final FichesPapier fiches;
    private final ObjectProvider<FichesPapierDeclarees> declarees;
    private final FichesPapierSaisies saisies;
    private final AgentConnecte agent;
    private final Registre registre;
    private final Clock clock;

    CompteDesFiches(
            Appels appels,
            LotsDeFiches lots,
            FichesPapier fiches,
            ObjectProvider<FichesPapierDeclarees> declarees,
            FichesPapierSaisies saisies,
            AgentConnecte agent,
            Registre registre,
            Clock clock) {
        this.appels = appels;
        this.lots = lots;
        this.fiches = fiches;
        this.declarees = declarees;
        this.saisies = saisies;
        this.agent = agent;
        this.registre = registre;
        this.clock = clock;
    }

    @Consultation
    @PreAuthorize("hasRole('SECRETARIAT')")
    List<LotDeFiches> lots(AppelId appel) {
        return lots.de(appel);
    }

    /** One line per mairie. */
    @Consultation
    @PreAuthorize("hasRole('SECRETARIAT')")
    List<Compte> comptes(AppelId appel) {
        return compter(appel);
    }

    @Interne("counts alone, for the list of what to do")
    List<Compte> compter(AppelId appel) {
        var tous = lots.de(appel);
        var annoncees = lots.annoncees(appel);
        Map<Secteur, Integer> bornes =
                declarees.getIfAvailable(() -> _ -> Map.of()).parMairie(appel);
        Map<Secteur, Integer> entrees = saisies.parMairie(appel);
        return Stream.of(Secteur.values())
                .map(mairie -> new Compte(
                        mairie,
                        tous.stream()
                                .filter(lot -> lot.mairie() == mairie)
                                .mapToInt(LotDeFiches::nombre)
                                .sum(),
                        Optional.ofNullable(annoncees.getOrDefault(mairie, bornes.get(mairie))),
                        entrees.getOrDefault(mairie, 0)))
                .toList();
    }

    /** Takes the next numbers of a mairie. */
    @Transactional
    @PreAuthorize("hasRole('SECRETARIAT')")
    Issue preparer(AppelId appel, @Nullable Secteur mairie, @Nullable Integer nombre) {
        if (mairie == null) {
            return new Issue.Refuse(Refus.MAIRIE_MANQUANTE);
        }
        if (nombre == null || nombre < 1 || nombre > LOT_MAXIMUM) {
            return new Issue.Refuse(Refus.LOT_HORS_LIMITES);
        }
        if (appels.trouver(appel).filter(a -> !a.clos()).isEmpty()) {
            return new Issue.Refuse(Refus.DEJA_CLOS);
        }
        var lot = lots.ajouter(appel, mairie, nombre, clock.instant(), agent.identifiant());
        registre.inscrire(Acte.FICHES_PREPAREES
                .sur("appel " + appel)
                .avec("mairie", mairie.name())
                .avec("de", lot.premier())
                .avec("a", lot.dernier()));
        return new Issue.Prepare(lot);
    }

    /** The pages of a batch, to print again as often as needed: its numbers stay the same. */
    @Consultation
    @PreAuthorize("hasRole('SECRETARIAT')")
    byte[] imprimer(AppelId appel, LotDeFiches lot) {
        return fiches.lot(appels.trouver(appel).orElseThrow(), lot);
    }

    /** Writes down what a mairie said, in place of what it said before or declared on its kiosk. */
    @Transactional
    @PreAuthorize("hasRole('SECRETARIAT')")
    Optional<Refus> annoncer(AppelId appel, @Nullable Secteur mairie, @Nullable Integer nombre) {
        if (mairie == null) {
            return Optional.of(Refus.MAIRIE_MANQUANTE);
        }
        if (nombre == null || nombre < 0 || nombre > ANNONCE_MAXIMUM) {
            return Optional.of(Refus.ANNONCE_HORS_LIMITES);
        }
        lots.annoncer(appel, mairie, nombre, clock.instant(), agent.identifiant());
        registre.inscrire(Acte.FICHES_ANNONCEES
                .sur("appel " + appel)
                .avec("mairie", mairie.name())
                .avec("nombre", nombre));
        return Optional.empty();
    }

    /**
     * The paper of one mairie.
     *
     * @param imprimees numbered forms made for it
     * @param annoncees forms it says it received; empty: it has said nothing
     * @param saisies forms entered at the hub or on a kiosk
     */
    record Compte(Secteur mairie, int imprimees, Optional<Integer> annoncees, int saisies) {
        /** Forms received that nobody entered yet; below zero: more were entered than announced. */
        Optional<Integer> reste() {
            return annoncees.map(nombre -> nombre - saisies);
        }
    }

    /** What became of a batch. */
    sealed interface Issue {
        record Prepare(LotDeFiches lot) implements Issue {}

        record Refuse(Refus refus) implements Issue {}
    }
}
