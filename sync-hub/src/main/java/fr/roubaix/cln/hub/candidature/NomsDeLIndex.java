package fr.roubaix.cln.hub.candidature;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.acces.JournalDesAcces;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.AgentConnecte;
import fr.roubaix.cln.hub.security.Role;

/** Finds them among the names that the index of the call holds. */
@Service
@Interne("refuses a text at its field; the use case that writes it is guarded")
class NomsDeLIndex implements NomsDansUnTexte {

    /** A mistake, another, and a third: whoever writes a text has understood by then. */
    static final int REFUS_PAR_JOUR = 3;

    private static final Duration UN_JOUR = Duration.ofDays(1);

    /** As many as all the accounts of a city can be told in a day. */
    private static final int DERNIERS = 500;

    private final IndexDeLAppel index;
    private final JournalDesAcces acces;
    private final AgentConnecte agent;
    private final Registre registre;
    private final Clock clock;

    NomsDeLIndex(IndexDeLAppel index, JournalDesAcces acces, AgentConnecte agent, Registre registre, Clock clock) {
        this.index = index;
        this.acces = acces;
        this.agent = agent;
        this.registre = registre;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Reponse chercher(AppelId appel, String texte) {
        // Whoever may open the files learns nothing here.
        boolean litLesNoms = agent.a(Role.SECRETARIAT);
        String objet = "appel " + appel;
        if (!litLesNoms && refusDepuisUnJour(objet) >= REFUS_PAR_JOUR) {
            return Reponse.TROP_DE_FOIS;
        }
        if (!nomme(appel, texte)) {
            return Reponse.PERSONNE;
        }
        registre.inscrire(Acte.TEXTE_REFUSE.sur(objet));
        return Reponse.NOMME;
    }

    private long refusDepuisUnJour(String objet) {
        var depuis = clock.instant().minus(UN_JOUR);
        String moi = agent.identifiant().valeur();
        return registre.derniers(objet, Set.of(Acte.TEXTE_REFUSE), DERNIERS).stream()
                .filter(refus -> refus.auteur().equals(moi) && refus.le().isAfter(depuis))
                .count();
    }

    private boolean nomme(AppelId appel, String texte) {
        var lignes = index.lignesPourComparer(appel);
        String mots = mots(texte);
        List<ReceiptCode> nommes = lignes.stream()
                .filter(ligne ->
                        ligne.identite().filter(lue -> nomme(mots, lue)).isPresent())
                .map(ligne -> ligne.dossier().code())
                .toList();
        nommes.forEach(code -> acces.noter(code, JournalDesAcces.Ecran.PROCES_VERBAL));
        // A code names nobody by itself: saying that it is one opens no file.
        String signes = texte.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        return !nommes.isEmpty()
                || lignes.stream()
                        .anyMatch(
                                ligne -> signes.contains(ligne.dossier().code().texte()));
    }

    /** Given names are looked for one by one: people rarely write them all. */
    private static boolean nomme(String mots, Identites.Identite identite) {
        return Stream.of(
                        mots(identite.nomDeNaissance()),
                        identite.nomDUsage() == null ? " " : mots(identite.nomDUsage()))
                .filter(nom -> !nom.isBlank() && mots.contains(nom))
                .anyMatch(nom -> Arrays.stream(mots(identite.prenoms()).strip().split(" ", -1))
                        .filter(prenom -> !prenom.isEmpty())
                        .anyMatch(prenom -> mots.contains(" " + prenom + nom) || mots.contains(nom + prenom + " ")));
    }

    /** The words of a text, without accents nor capitals, a space before and after each. */
    static String mots(String texte) {
        return (" " + Recherche.cle(texte) + " ").replaceAll("[^\\p{L}]+", " ");
    }
}
