package fr.roubaix.cln.hub.candidature;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.acces.JournalDesAcces;
import fr.roubaix.cln.hub.register.Interne;

/** Finds them among the names that the index of the call holds. */
@Service
@Interne("refuses a text at its field; the use case that writes it is guarded")
class NomsDeLIndex implements NomsDansUnTexte {

    private final IndexDeLAppel index;
    private final JournalDesAcces acces;

    NomsDeLIndex(IndexDeLAppel index, JournalDesAcces acces) {
        this.index = index;
        this.acces = acces;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean nomme(AppelId appel, String texte) {
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
