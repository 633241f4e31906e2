package fr.roubaix.cln.hub.candidature;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.register.Consultation;

/**
 * The names of one call's applicants, opened in memory so that lists can be sorted and searched although no column
 * holds a name. Rebuilt when the call's change counter has moved.
 */
@Component
class IndexDeLAppel {

    private final CandidaturesModifiables candidatures;
    private final Identites identites;
    private @Nullable Contenu contenu;

    IndexDeLAppel(CandidaturesModifiables candidatures, Identites identites) {
        this.candidatures = candidatures;
        this.identites = identites;
    }

    /** Every application of the call with the person's name, in the order of reception. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('SECRETARIAT')")
    public List<Ligne> lignes(AppelId appel) {
        long changement = candidatures.changement(appel);
        Contenu connu = contenu();
        if (connu != null && connu.appel().equals(appel) && connu.changement() == changement) {
            return connu.lignes();
        }
        var scellees = candidatures.identites(appel);
        List<Ligne> lignes = candidatures.dossiers(appel).stream()
                .map(dossier -> ligne(dossier, scellees.get(dossier.code())))
                .toList();
        garder(new Contenu(appel, changement, lignes));
        return lignes;
    }

    /** Opens one person's identity. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('SECRETARIAT')")
    public Identites.Identite identite(ReceiptCode code) {
        return identites.ouvrir(code, candidatures.identite(code).orElseThrow());
    }

    private Ligne ligne(Dossier dossier, byte @Nullable [] scellee) {
        String nom =
                scellee == null ? "" : identites.ouvrir(dossier.code(), scellee).nomComplet();
        return new Ligne(
                dossier,
                nom,
                Recherche.cle(nom + " " + dossier.code().affiche() + " "
                        + dossier.code().texte()));
    }

    private synchronized @Nullable Contenu contenu() {
        return contenu;
    }

    private synchronized void garder(Contenu nouveau) {
        contenu = nouveau;
    }

    private record Contenu(AppelId appel, long changement, List<Ligne> lignes) {}

    /**
     * A line of the list.
     *
     * @param cle what a search looks in: name and code without accents nor capitals
     */
    record Ligne(Dossier dossier, String nom, String cle) {}
}
