package fr.roubaix.cln.hub.candidature;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.acces.JournalDesAcces;
import fr.roubaix.cln.hub.register.Interne;

/** The names of those whom a draw seated, for the original of its procès-verbal (art. 7 §2) and nothing else. */
@Service
@Interne("the signed procès-verbal, whose use case is guarded")
public class NomsDesDesignes {

    private final CandidaturesModifiables candidatures;
    private final Identites identites;
    private final LimitationDesDossiers limitations;
    private final JournalDesAcces acces;

    NomsDesDesignes(
            CandidaturesModifiables candidatures,
            Identites identites,
            LimitationDesDossiers limitations,
            JournalDesAcces acces) {
        this.candidatures = candidatures;
        this.identites = identites;
        this.limitations = limitations;
        this.acces = acces;
    }

    /** What can be read of a person's name. */
    public sealed interface Nom {
        /**
         * Known.
         *
         * @param nomDeNaissance empty when the person uses no other
         */
        record Lu(String nom, String nomDeNaissance) implements Nom {}

        /** Erased, on purpose. */
        record Efface(Instant le) implements Nom {}

        /** Restricted: the data protection officer alone may read it. */
        record Limite() implements Nom {}

        /** The key is missing or does not fit. */
        record Illisible() implements Nom {}
    }

    /** Opens each of them and notes each access; a code that is nobody's application is absent. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<ReceiptCode, Nom> lire(Collection<ReceiptCode> codes) {
        var noms = new LinkedHashMap<ReceiptCode, Nom>();
        for (ReceiptCode code : codes) {
            candidatures.identite(code).ifPresent(scellee -> noms.put(code, lire(code, scellee)));
        }
        return noms;
    }

    private Nom lire(ReceiptCode code, byte[] scellee) {
        acces.noter(code, JournalDesAcces.Ecran.PROCES_VERBAL);
        if (limitations.limite(code)) {
            return new Nom.Limite();
        }
        return switch (identites.ouvrir(code, scellee)) {
            case Identites.Lecture.Lue(var identite) ->
                new Nom.Lu(identite.nomComplet(), identite.nomDUsage() == null ? "" : identite.nomDeNaissance());
            case Identites.Lecture.Effacee(var le) -> new Nom.Efface(le);
            case Identites.Lecture.Limitee _ -> new Nom.Limite();
            case Identites.Lecture.Illisible _ -> new Nom.Illisible();
        };
    }
}
