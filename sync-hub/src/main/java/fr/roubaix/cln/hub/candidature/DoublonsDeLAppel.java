package fr.roubaix.cln.hub.candidature;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.doublon.RechercheDeDoublons;
import fr.roubaix.cln.domaine.doublon.Ressemblance;
import fr.roubaix.cln.hub.register.Interne;

/**
 * Who looks like whom among the people of one call, kept in memory beside the index of names and followed change by change. A
 * likeness is open while both applications may still enter the draw and nobody has said whether they are one person's.
 */
@Component
@Interne("compares people in memory: gives codes and reasons, never a name")
public class DoublonsDeLAppel {

    private final IndexDeLAppel index;
    private final PairesDeDoublon paires;
    private @Nullable Memoire memoire;

    DoublonsDeLAppel(IndexDeLAppel index, PairesDeDoublon paires) {
        this.index = index;
        this.paires = paires;
    }

    /** How many likenesses of a call nobody has decided yet. */
    @Transactional(readOnly = true)
    public long ouverts(AppelId appel) {
        return ouvertes(appel).size();
    }

    /** The applications of a call that look like another one, undecided yet. */
    @Transactional(readOnly = true)
    Set<ReceiptCode> concernees(AppelId appel) {
        var codes = new HashSet<ReceiptCode>();
        ouvertes(appel).forEach(une -> {
            codes.add(une.a());
            codes.add(une.b());
        });
        return codes;
    }

    /** What looks like an application, undecided yet, the most alike first. */
    @Transactional(readOnly = true)
    List<Ressemblance> ouvertes(Dossier dossier) {
        var memoire = aJour(dossier.appel());
        var decidees = paires.decidees(dossier.code()).stream()
                .map(paire -> paire.autre(dossier.code()))
                .collect(Collectors.toSet());
        return memoire.recherche.de(dossier.code()).stream()
                .filter(memoire::enJeu)
                .filter(une -> !decidees.contains(une.autre(dossier.code())))
                .toList();
    }

    /** Nothing of whoever is erased stays in memory: people are compared again when asked. */
    @TransactionalEventListener
    void oublier(EffacementDUnePersonne.PersonneEffacee effacee) {
        memoire = null;
    }

    private List<Ressemblance> ouvertes(AppelId appel) {
        var memoire = aJour(appel);
        var decidees = paires.decidees(appel).stream()
                .map(paire -> Map.entry(paire.a(), paire.b()))
                .collect(Collectors.toSet());
        return memoire.toutes().stream()
                .filter(memoire::enJeu)
                .filter(une -> !decidees.contains(Map.entry(une.a(), une.b())))
                .toList();
    }

    private Memoire aJour(AppelId appel) {
        var connue = memoire;
        if (connue == null || !connue.appel.equals(appel)) {
            connue = new Memoire(appel);
            memoire = connue;
        }
        connue.suivre(index.lignesPourComparer(appel));
        return connue;
    }

    /** What is compared of one call. */
    private static final class Memoire {

        private final AppelId appel;
        private final RechercheDeDoublons recherche = new RechercheDeDoublons();
        private final Map<ReceiptCode, IndexDeLAppel.Ligne> connues = new HashMap<>();
        private List<IndexDeLAppel.Ligne> lignes = List.of();
        private List<Ressemblance> toutes = List.of();

        Memoire(AppelId appel) {
            this.appel = appel;
        }

        synchronized void suivre(List<IndexDeLAppel.Ligne> nouvelles) {
            if (nouvelles == lignes) {
                return;
            }
            boolean change = false;
            for (var ligne : nouvelles) {
                var code = ligne.dossier().code();
                var avant = connues.get(code);
                if (ligne.equals(avant)) {
                    continue;
                }
                connues.put(code, ligne);
                if (avant == null || !avant.identite().equals(ligne.identite())) {
                    ligne.traits().ifPresentOrElse(recherche::mettre, () -> recherche.retirer(code));
                    change = true;
                }
            }
            if (connues.size() > nouvelles.size()) {
                oublierLesAutres(nouvelles);
                change = true;
            }
            lignes = nouvelles;
            if (change) {
                toutes = List.copyOf(recherche.toutes());
            }
        }

        private void oublierLesAutres(List<IndexDeLAppel.Ligne> restantes) {
            var codes = restantes.stream().map(ligne -> ligne.dossier().code()).collect(Collectors.toSet());
            connues.keySet().stream().filter(code -> !codes.contains(code)).forEach(recherche::retirer);
            connues.keySet().retainAll(codes);
        }

        synchronized List<Ressemblance> toutes() {
            return toutes;
        }

        synchronized boolean enJeu(Ressemblance une) {
            return enJeu(une.a()) && enJeu(une.b());
        }

        private boolean enJeu(ReceiptCode code) {
            var ligne = connues.get(code);
            return ligne != null
                    && !ligne.dossier().effacee()
                    && ligne.dossier().statut().enJeu();
        }
    }
}
