package fr.roubaix.cln.hub.candidature;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.NumeroDOriginal;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.doublon.Traits;
import fr.roubaix.cln.hub.acces.JournalDesAcces;
import fr.roubaix.cln.hub.candidature.CandidaturesModifiables.Scellee;
import fr.roubaix.cln.hub.register.Consultation;
import fr.roubaix.cln.hub.register.Interne;

/**
 * The names of one call's applicants, opened in memory so that lists can be sorted and searched although no column holds a
 * name. When the call's change counter has moved, only what changed is opened: every change of an application takes the
 * next number, and numbers are committed in their order, whichever instance writes.
 */
@Component
class IndexDeLAppel {

    private final CandidaturesModifiables candidatures;
    private final Identites identites;
    private final LimitationDesDossiers limitations;
    private final JournalDesAcces acces;
    private @Nullable Contenu contenu;

    IndexDeLAppel(
            CandidaturesModifiables candidatures,
            Identites identites,
            LimitationDesDossiers limitations,
            JournalDesAcces acces) {
        this.candidatures = candidatures;
        this.identites = identites;
        this.limitations = limitations;
        this.acces = acces;
    }

    /** Every application of the call with the person's name, in the order of reception. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('SECRETARIAT')")
    public List<Ligne> lignes(AppelId appel) {
        return aJour(appel);
    }

    /** The same, for what compares people and shows none. */
    @Interne("compares people; whoever shows one is guarded")
    @Transactional(readOnly = true)
    public List<Ligne> lignesPourComparer(AppelId appel) {
        return aJour(appel);
    }

    private synchronized List<Ligne> aJour(AppelId appel) {
        // Both numbers are read before the rows: what changes meanwhile is read again the next time, never missed.
        long changement = candidatures.changement(appel);
        long dernier = candidatures.dernierChangement();
        var connu = contenu;
        if (dansUneEcriture()) {
            return lire(appel, dernier, connu);
        }
        if (connu == null || !connu.appel.equals(appel) || dernier < connu.dernier) {
            connu = new Contenu(appel);
        } else if (connu.changement == changement && connu.dernier == dernier) {
            return connu.lignes;
        }
        connu.mettre(ouvrir(candidatures.changeesDepuis(appel, connu.dernier)));
        if (connu.nombre() > candidatures.nombre(appel)) {
            connu = new Contenu(appel);
            connu.mettre(ouvrir(candidatures.changeesDepuis(appel, connu.dernier)));
        }
        connu.changement = changement;
        connu.dernier = dernier;
        contenu = connu;
        return connu.lignes;
    }

    /**
     * Inside a transaction that writes, numbers may have moved whose rows have not, and all of it may be undone: nothing read
     * there is kept.
     */
    private List<Ligne> lire(AppelId appel, long dernier, @Nullable Contenu connu) {
        if (connu != null && connu.appel.equals(appel) && connu.dernier == dernier) {
            return connu.lignes;
        }
        var passager = new Contenu(appel);
        passager.mettre(ouvrir(candidatures.changeesDepuis(appel, -1)));
        return passager.lignes;
    }

    private static boolean dansUneEcriture() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }

    /** Nothing of whoever is erased stays in memory: names are opened again for the next list. */
    @TransactionalEventListener
    @Interne("follows an erasure that was committed")
    void oublier(EffacementDUnePersonne.PersonneEffacee effacee) {
        synchronized (this) {
            contenu = null;
        }
    }

    /** Opens one person's identity, and writes down who opened it: what could not be written is not shown. */
    @Consultation
    @Transactional
    @PreAuthorize("hasRole('SECRETARIAT')")
    public Identites.Lecture identite(ReceiptCode code) {
        acces.noter(code, JournalDesAcces.Ecran.CANDIDATURES);
        return limitations.limite(code)
                ? new Identites.Lecture.Limitee()
                : identites.ouvrir(code, candidatures.identite(code).orElseThrow());
    }

    private List<Ligne> ouvrir(List<Scellee> scellees) {
        var octets = HashMap.<ReceiptCode, byte[]>newHashMap(scellees.size());
        var limitees = limitations.toutes().keySet();
        scellees.stream()
                .filter(scellee -> !limitees.contains(scellee.dossier().code()))
                .forEach(scellee -> octets.put(scellee.dossier().code(), scellee.identite()));
        var lectures = identites.ouvrir(octets);
        return scellees.stream()
                .map(Scellee::dossier)
                .map(dossier -> ligne(dossier, lectures.getOrDefault(dossier.code(), new Identites.Lecture.Limitee())))
                .toList();
    }

    private static Ligne ligne(Dossier dossier, Identites.Lecture lecture) {
        var identite = lecture instanceof Identites.Lecture.Lue(var lue)
                ? Optional.of(lue)
                : Optional.<Identites.Identite>empty();
        String nom = identite.map(Identites.Identite::nomComplet).orElse("");
        String original =
                dossier.circonstances().original().map(NumeroDOriginal::valeur).orElse("");
        return new Ligne(
                dossier,
                identite,
                nom,
                lecture instanceof Identites.Lecture.Illisible,
                lecture instanceof Identites.Lecture.Limitee,
                !dossier.alertes().isEmpty(),
                Recherche.cle(nom + " "
                        + identite.map(IndexDeLAppel::nomDeNaissance).orElse("") + " "
                        + dossier.code().affiche() + " " + dossier.code().texte() + " " + original));
    }

    /** Somebody known by a usage name is looked for under both. */
    private static String nomDeNaissance(Identites.Identite identite) {
        return identite.nomDUsage() == null ? "" : identite.nomDeNaissance();
    }

    /** What is open of one call, and up to which change. Guarded by the index. */
    private static final class Contenu {

        private static final Comparator<Ligne> RECEPTION = Comparator.comparing(
                        (Ligne ligne) -> ligne.dossier().recueLe())
                .thenComparing(ligne -> ligne.dossier().code());

        private final AppelId appel;
        private final Map<ReceiptCode, Ligne> parCode = new HashMap<>();
        private final TreeSet<Ligne> triees = new TreeSet<>(RECEPTION);
        private List<Ligne> lignes = List.of();
        private long changement = -1;
        private long dernier = -1;

        Contenu(AppelId appel) {
            this.appel = appel;
        }

        void mettre(List<Ligne> changees) {
            for (Ligne ligne : changees) {
                var avant = parCode.put(ligne.dossier().code(), ligne);
                if (avant != null) {
                    triees.remove(avant);
                }
                triees.add(ligne);
            }
            if (!changees.isEmpty()) {
                lignes = List.copyOf(triees);
            }
        }

        int nombre() {
            return parCode.size();
        }
    }

    /**
     * A line of the list.
     *
     * @param identite empty when it cannot be read
     * @param nom empty when it cannot be read
     * @param illisible it cannot be read although nobody erased the person
     * @param limitee it is restricted: nobody reads it here
     * @param enAlerte somebody must look at something before deciding; worked out once, since lists ask it of everyone
     * @param cle what a search looks in: names, code and number of the original, without accents nor capitals
     */
    record Ligne(
            Dossier dossier,
            Optional<Identites.Identite> identite,
            String nom,
            boolean illisible,
            boolean limitee,
            boolean enAlerte,
            String cle) {

        /** What is compared with other people; empty when it cannot be read. */
        Optional<Traits> traits() {
            return identite.map(lue -> Traits.de(dossier.code(), lue.ecrit()));
        }
    }
}
