package fr.roubaix.cln.hub.tirage;

import java.util.Optional;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

import fr.roubaix.cln.hub.register.Consultation;

/**
 * The procès-verbal of a draw (art. 7 §2), once it is closed, for staff and for rehearsals too: what nobody can recompute
 * as {@code ceremonie.json}, and all of it as a document, for everyone or with names.
 */
@Service
class ProcesVerbalDuTirage {

    private final GardeDesPieces garde;
    private final RedactionDuProcesVerbal redaction;

    ProcesVerbalDuTirage(GardeDesPieces garde, RedactionDuProcesVerbal redaction) {
        this.garde = garde;
        this.redaction = redaction;
    }

    /** The bytes of {@code ceremonie.json}, as they were kept; empty until the procès-verbal is closed. */
    @Consultation
    @PreAuthorize("hasAnyRole('TIRAGE', 'PRESIDENCE', 'OBSERVATEUR')")
    public Optional<byte[]> ceremonie(CeremonieId id) {
        return garde.ceremonie(id);
    }

    /** The document for everyone, as it was kept. Empty until the procès-verbal is closed. */
    @Consultation
    @PreAuthorize("hasAnyRole('TIRAGE', 'PRESIDENCE', 'OBSERVATEUR')")
    public Optional<byte[]> publique(CeremonieId id) {
        return garde.pdf(id);
    }

    /** The document to be signed, with the names of those present. Empty until the procès-verbal is closed. */
    @Consultation
    @PreAuthorize("hasAnyRole('TIRAGE', 'PRESIDENCE')")
    public Optional<byte[]> aSigner(CeremonieId id) {
        return garde.gardees(id)
                .flatMap(gardees -> redaction
                        .dossier(id)
                        .map(dossier ->
                                redaction.aSigner(dossier, garde.ceremonie(id).orElseThrow(), gardees.programmes())));
    }
}
