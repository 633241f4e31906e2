package fr.roubaix.cln.hub.security;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.hub.register.Consultation;
import fr.roubaix.cln.hub.register.Interne;

/** The acts that two people did together, as the procès-verbal of a draw lists them (art. 7 §2). */
@Service
public class ActesConfirmes {

    private final Propositions propositions;
    private final ObjectProvider<ActeADeuxVoix> genres;
    private final PeriodeProtegee periode;

    ActesConfirmes(Propositions propositions, ObjectProvider<ActeADeuxVoix> genres, PeriodeProtegee periode) {
        this.propositions = propositions;
        this.genres = genres;
        this.periode = periode;
    }

    /**
     * Those of a period, in the order of their confirmations.
     *
     * @param fin first instant that is too late
     */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('TIRAGE', 'PRESIDENCE', 'OBSERVATEUR', 'ADMIN')")
    public List<Confirme> entre(Instant debut, Instant fin) {
        return confirmes(debut, fin);
    }

    /** The same, for the procès-verbal that the hub keeps at its closing. */
    @Interne("what a closed procès-verbal is made from, at its closing or when the hub starts")
    @Transactional(readOnly = true)
    public List<Confirme> auProcesVerbal(Instant debut, Instant fin) {
        return confirmes(debut, fin);
    }

    /** Those of the draw under way; empty when there is none. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('TIRAGE', 'PRESIDENCE', 'OBSERVATEUR', 'ADMIN')")
    public Optional<List<Confirme>> duTirageEnCours() {
        return periode.depuis().map(debut -> confirmes(debut, Instant.ofEpochMilli(Long.MAX_VALUE)));
    }

    private List<Confirme> confirmes(Instant debut, Instant fin) {
        Map<String, GenreDActe> connus = genres.stream()
                .map(ActeADeuxVoix::genre)
                .collect(Collectors.toMap(GenreDActe::code, Function.identity(), (un, _) -> un));
        return propositions.confirmees(debut, fin).stream()
                .map(reglee -> new Confirme(
                        reglee.proposition().numero(),
                        Optional.ofNullable(connus.get(reglee.proposition().genre()))
                                .map(GenreDActe::titre)
                                .orElse(reglee.proposition().genre()),
                        Optional.ofNullable(connus.get(reglee.proposition().genre()))
                                .filter(GenreDActe::porteSurUnCompte)
                                .isPresent(),
                        reglee.proposition().montree().texte(),
                        reglee.proposition().motif(),
                        reglee.proposition().premiere(),
                        reglee.seconde()))
                .toList();
    }

    /**
     * An act that was done.
     *
     * @param numero of its proposal in the register
     * @param surUnCompte it made or changed an account that takes part in a draw
     * @param texte what both were shown
     * @param motif may be empty
     */
    public record Confirme(
            long numero, String titre, boolean surUnCompte, String texte, String motif, Voix premiere, Voix seconde) {}
}
