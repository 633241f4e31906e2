package fr.roubaix.cln.hub.tirage;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Saisie;
import fr.roubaix.cln.domaine.tirage.Designe;
import fr.roubaix.cln.domaine.tirage.IdDeListe;
import fr.roubaix.cln.domaine.tirage.Ligne;
import fr.roubaix.cln.domaine.tirage.TirageAuSort;
import fr.roubaix.cln.domaine.tirage.VersionDuReglement;
import fr.roubaix.cln.hub.candidature.NomsDesDesignes;
import fr.roubaix.cln.hub.candidature.NomsDesDesignes.Nom;
import fr.roubaix.cln.hub.register.Consultation;
import fr.roubaix.cln.web.FrenchDates;

/**
 * The procès-verbal of a draw (art. 7 §2), once it is closed, for staff and for rehearsals too: what nobody can recompute
 * as {@code ceremonie.json}, and all of it as a document, for everyone or with the names.
 */
@Service
class ProcesVerbalDuTirage {

    private final GardeDesPieces garde;
    private final RedactionDuProcesVerbal redaction;
    private final NomsDesDesignes noms;
    private final MessageSource textes;
    private final TransactionTemplate transaction;

    ProcesVerbalDuTirage(
            GardeDesPieces garde,
            RedactionDuProcesVerbal redaction,
            NomsDesDesignes noms,
            MessageSource textes,
            PlatformTransactionManager transactions) {
        this.garde = garde;
        this.redaction = redaction;
        this.noms = noms;
        this.textes = textes;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The bytes of {@code ceremonie.json}, as they were kept; empty until the procès-verbal is closed. */
    @Consultation
    @PreAuthorize("hasAnyRole('TIRAGE', 'PRESIDENCE', 'OBSERVATEUR', 'SECRETARIAT')")
    public Optional<byte[]> ceremonie(CeremonieId id) {
        return garde.ceremonie(id);
    }

    /** The document for everyone, as it was kept. Empty until the procès-verbal is closed. */
    @Consultation
    @PreAuthorize("hasAnyRole('TIRAGE', 'PRESIDENCE', 'OBSERVATEUR', 'SECRETARIAT')")
    public Optional<byte[]> publique(CeremonieId id) {
        return garde.pdf(id);
    }

    /**
     * The document to be signed, with the names of those present and of the members; each member whose name is opened has
     * their line in the access log. Empty until the procès-verbal is closed.
     */
    @Consultation
    @PreAuthorize("hasAnyRole('PRESIDENCE', 'SECRETARIAT')")
    public Optional<byte[]> aSigner(CeremonieId id) {
        return garde.gardees(id)
                .flatMap(gardees -> redaction
                        .dossier(id)
                        .map(dossier -> redaction.aSigner(
                                dossier,
                                new RedactionDuProcesVerbal.Empreintes(gardees.ceremonie(), gardees.programmes()),
                                // Typesetting takes time: the database does not wait for it.
                                Objects.requireNonNull(transaction.execute(_ -> noms(dossier.clos()))))));
    }

    /** The names of a rehearsal would be nobody's: its codes are not receipts. */
    private Map<IdDeListe, String> noms(Tirage.Clos clos) {
        var codes = new LinkedHashMap<ReceiptCode, IdDeListe>();
        var liste = clos.arret().liste();
        TirageAuSort.tirer(liste, clos.graine(), VersionDuReglement.DE_2025).designes().stream()
                .map(Designe::personne)
                .forEach(ligne -> prendre(ligne, codes));
        liste.lignes().stream().filter(ligne -> !ligne.estCandidat()).forEach(ligne -> prendre(ligne, codes));
        var parLigne = new HashMap<IdDeListe, String>();
        noms.lire(codes.keySet())
                .forEach((code, nom) -> parLigne.put(Objects.requireNonNull(codes.get(code)), phrase(nom)));
        return parLigne;
    }

    private static void prendre(Ligne ligne, Map<ReceiptCode, IdDeListe> codes) {
        if (ReceiptCode.lire(ligne.id().valeur()) instanceof Saisie.Lue<ReceiptCode>(var code)
                && code.texte().equals(ligne.id().valeur())) {
            codes.put(code, ligne.id());
        }
    }

    private String phrase(Nom nom) {
        return switch (nom) {
            case Nom.Lu(var complet, var naissance) ->
                naissance.isEmpty() ? complet : texte("pv.nom.naissance", complet, naissance);
            case Nom.Efface(var le) -> texte("pv.nom.effacee", FrenchDates.instant(le));
            case Nom.Limite _ -> texte("pv.nom.limitee");
            case Nom.Illisible _ -> texte("pv.nom.illisible");
        };
    }

    private String texte(String cle, Object... valeurs) {
        return textes.getMessage(cle, valeurs, Locale.FRENCH);
    }
}
