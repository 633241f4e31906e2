package fr.roubaix.cln.hub.fleet;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.fleet.Bornes.CodeDEnrolement;
import fr.roubaix.cln.hub.fleet.Declarations.Evenement;
import fr.roubaix.cln.hub.fleet.Revocations.Revocation;
import fr.roubaix.cln.hub.ingest.Kiosks;
import fr.roubaix.cln.hub.ingest.Kiosks.Kiosk;
import fr.roubaix.cln.hub.ingest.Trousseau;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Consultation;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.AgentConnecte;
import fr.roubaix.cln.sync.Fingerprint;
import fr.roubaix.cln.sync.KioskId;

/** What an administrator sees of each kiosk, and does to it. */
@Service
class Flotte {

    static final int NOM_MAXIMUM = 60;
    static final int MOTIF_MINIMAL = 10;
    static final int MOTIF_MAXIMUM = 500;
    private static final int NUMERO_MAXIMUM = 65_535;
    private static final int EVENEMENTS = 10;

    private final Kiosks kiosks;
    private final Surveillance surveillance;
    private final Revocations revocations;
    private final Declarations declarations;
    private final NouveauxCodes codes;
    private final Trousseau keys;
    private final AgentConnecte agent;
    private final Registre registre;
    private final Clock clock;

    Flotte(
            Kiosks kiosks,
            Surveillance surveillance,
            Revocations revocations,
            Declarations declarations,
            NouveauxCodes codes,
            Trousseau keys,
            AgentConnecte agent,
            Registre registre,
            Clock clock) {
        this.kiosks = kiosks;
        this.surveillance = surveillance;
        this.revocations = revocations;
        this.declarations = declarations;
        this.codes = codes;
        this.keys = keys;
        this.agent = agent;
        this.registre = registre;
        this.clock = clock;
    }

    /** Every kiosk, revoked ones too, in the order of mairies then numbers. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('ADMIN')")
    public List<Fiche> fiches() {
        var releve = surveillance.relever();
        var motifs = revocations.toutes();
        return kiosks.all().stream()
                .map(kiosk -> new Fiche(
                        kiosk,
                        keys.fingerprint(kiosk.key()),
                        releve.alertes(kiosk),
                        releve.falsifications(kiosk.id()),
                        motifs.stream()
                                .filter(motif -> motif.borne().equals(kiosk.id()))
                                .toList()))
                .sorted(Comparator.comparing((Fiche fiche) -> fiche.borne().mairie())
                        .thenComparing(fiche -> fiche.borne().id().numero()))
                .toList();
    }

    /** What a kiosk last told of itself, the newest first. */
    @Consultation
    @PreAuthorize("hasRole('ADMIN')")
    public List<Evenement> evenements(KioskId borne) {
        return declarations.evenements(borne, EVENEMENTS);
    }

    /** Calls a terminal otherwise. Empty when done. */
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public Optional<Refus> renommer(KioskId borne, String saisi) {
        String nom = Normalizer.normalize(saisi.strip(), Normalizer.Form.NFC);
        if (nom.isEmpty() || nom.length() > NOM_MAXIMUM || nom.chars().anyMatch(Character::isISOControl)) {
            return Optional.of(Refus.NOM);
        }
        kiosks.rename(borne, nom);
        registre.inscrire(Acte.BORNE_RENOMMEE.sur("borne " + borne).avec("nom", nom));
        return Optional.empty();
    }

    /** Refuses every request of this kiosk from the next one on. Empty when done. */
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public Optional<Refus> revoquer(KioskId borne, String saisi) {
        var refus = motif(saisi);
        if (refus.isPresent()) {
            return refus;
        }
        if (kiosks.byId(borne).filter(kiosk -> !kiosk.revoked()).isEmpty()) {
            return Optional.of(Refus.DEJA_REVOQUEE);
        }
        Instant maintenant = Instant.ofEpochMilli(clock.millis());
        kiosks.revoke(borne, maintenant);
        revocations.ajouter(new Revocation(borne, saisi.strip(), agent.identifiant(), maintenant));
        registre.inscrire(Acte.BORNE_REVOQUEE.sur("borne " + borne).motif(saisi));
        return Optional.empty();
    }

    /** What is wrong with a reason before anybody is asked to confirm. */
    @Interne("judges a text alone")
    Optional<Refus> motif(String saisi) {
        int longueur = saisi.strip().length();
        return longueur < MOTIF_MINIMAL || longueur > MOTIF_MAXIMUM ? Optional.of(Refus.MOTIF) : Optional.empty();
    }

    /** A code with which a terminal takes the place of this kiosk, under its number and in its mairie. */
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public CodeDEnrolement codeDeRemplacement(KioskId borne) {
        var code = codes.pourRemplacer(kiosks.byId(borne).orElseThrow());
        registre.inscrire(Acte.CODE_DE_REMPLACEMENT_CREE.sur("borne " + borne).avec("expire", code.expireLe()));
        return code;
    }

    /** A code for a kiosk that has this number and that the hub, restored since, does not know any more. */
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public NumeroPerdu codePourUnNumero(Secteur mairie, String saisi) {
        var numero = Optional.of(saisi.strip())
                .filter(chiffres -> chiffres.matches("[0-9]{1,5}"))
                .map(Integer::parseInt)
                .filter(nombre -> nombre >= 1 && nombre <= NUMERO_MAXIMUM)
                .map(KioskId::new);
        if (numero.isEmpty()) {
            return new NumeroPerdu.Refuse(Refus.NUMERO);
        }
        if (kiosks.byId(numero.get()).isPresent()) {
            return new NumeroPerdu.Refuse(Refus.NUMERO_PRIS);
        }
        var code = codes.pourLeNumero(mairie, numero.get());
        registre.inscrire(Acte.CODE_POUR_UN_NUMERO_CREE
                .sur("borne " + numero.get())
                .avec("mairie", mairie.nom())
                .avec("expire", code.expireLe()));
        return new NumeroPerdu.Code(code);
    }

    /** What became of the wish to give a number back. */
    sealed interface NumeroPerdu {
        record Code(CodeDEnrolement code) implements NumeroPerdu {}

        record Refuse(Refus refus) implements NumeroPerdu {}
    }

    /** Why nothing was done. */
    enum Refus {
        NOM,
        MOTIF,
        DEJA_REVOQUEE,
        NUMERO,
        NUMERO_PRIS
    }

    /**
     * One kiosk.
     *
     * @param falsifications deliveries that its key did not sign, since it was enrolled
     * @param revocations past and present, the newest first
     */
    record Fiche(
            Kiosk borne,
            Fingerprint empreinte,
            List<Alerte> alertes,
            long falsifications,
            List<Revocation> revocations) {

        Fiche {
            alertes = List.copyOf(alertes);
            revocations = List.copyOf(revocations);
        }
    }
}
