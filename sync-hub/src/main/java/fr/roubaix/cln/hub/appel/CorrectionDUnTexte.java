package fr.roubaix.cln.hub.appel;

import java.util.Optional;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.Langue;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Registre;

/** Adds or corrects what an open call says in one language. Its dates and seats do not move by this. */
@Service
class CorrectionDUnTexte {

    private final Appels appels;
    private final JdbcAnnonces annonces;
    private final Registre registre;

    CorrectionDUnTexte(Appels appels, JdbcAnnonces annonces, Registre registre) {
        this.appels = appels;
        this.annonces = annonces;
        this.registre = registre;
    }

    /** Empty when the text is published, else why not. */
    @Transactional
    @PreAuthorize("hasRole('SECRETARIAT')")
    Optional<Refus> corriger(AppelId appel, Langue langue, Annonce.Texte texte) {
        if (appels.trouver(appel).filter(a -> !a.clos()).isEmpty()) {
            return Optional.of(Refus.DEJA_CLOS);
        }
        if (texte.vide()) {
            return Optional.of(Refus.TEXTE_MANQUANT);
        }
        if (Exigences.tropLong(texte)) {
            return Optional.of(Refus.TEXTE_TROP_LONG);
        }
        annonces.publier(appel, langue, texte);
        registre.inscrire(Acte.TEXTE_D_APPEL_CHANGE.sur("appel " + appel).avec("langue", langue.code()));
        return Optional.empty();
    }
}
