package fr.roubaix.cln.hub.tirage;

import java.security.SecureRandom;
import java.time.Clock;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.tirage.IdDeListe;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.candidature.Candidatures;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.AgentConnecte;

/** Registers the renewed members of a call before its list is frozen, until the hub itself renews mandates. */
@Service
class InscriptionDesReconduits {

    private final JdbcReconduits reconduits;
    private final TiragesModifiables tirages;
    private final Appels appels;
    private final Candidatures candidatures;
    private final AgentConnecte agent;
    private final Registre registre;
    private final Clock clock;
    private final SecureRandom hasard = new SecureRandom();

    InscriptionDesReconduits(
            JdbcReconduits reconduits,
            TiragesModifiables tirages,
            Appels appels,
            Candidatures candidatures,
            AgentConnecte agent,
            Registre registre,
            Clock clock) {
        this.reconduits = reconduits;
        this.tirages = tirages;
        this.appels = appels;
        this.candidatures = candidatures;
        this.agent = agent;
        this.registre = registre;
        this.clock = clock;
    }

    /** What became of the lines. */
    sealed interface Issue {
        record Inscrits(int nombre) implements Issue {}

        /**
         * Nothing was taken.
         *
         * @param ligne from 1
         */
        record LigneRefusee(int ligne, LignesDeReconduits.Defaut defaut) implements Issue {}

        record Refusee(Refus refus) implements Issue {}
    }

    /** Replaces those of a call by these lines, {@code secteur;sexe;classe}; no line means nobody. */
    @Transactional
    @PreAuthorize("hasRole('TIRAGE')")
    Issue inscrire(AppelId appel, String lignes) {
        var id = new CeremonieId.Publique(appel);
        if (appels.trouver(appel).isEmpty()) {
            return new Issue.Refusee(Refus.APPEL_INCONNU);
        }
        // A freeze that is being confirmed waits, or is waited for: nobody is added behind its back.
        tirages.creer(id);
        tirages.tenir(id);
        if (tirages.etat(id).tirage().isPresent()) {
            return new Issue.Refusee(Refus.DEJA_ARRETEE);
        }
        return switch (new LignesDeReconduits(this::code).lire(lignes)) {
            case LignesDeReconduits.Lecture.Refusee(int ligne, var defaut) -> new Issue.LigneRefusee(ligne, defaut);
            case LignesDeReconduits.Lecture.Lues(var lus) -> {
                reconduits.remplacer(appel, lus, new Tirage.Acte(agent.identifiant(), clock.instant()));
                registre.inscrire(Acte.RECONDUITS_INSCRITS.sur(id.objet()).avec("nombre", lus.size()));
                yield new Issue.Inscrits(lus.size());
            }
        };
    }

    /** A code that no application bears. */
    private IdDeListe code() {
        while (true) {
            var code = new ReceiptCode(hasard.nextLong(1L << 45));
            if (candidatures.dossier(code).isEmpty()) {
                return IdDeListe.de(code);
            }
        }
    }
}
