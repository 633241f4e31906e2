package fr.roubaix.cln.hub.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.sync.Fingerprint;
import fr.roubaix.cln.sync.KioskId;

/** The kiosks as staff see them. */
public interface Bornes {

    /** Every enrolled kiosk, in the order of sectors then numbers; for any member of staff. */
    List<EtatDeBorne> etats();

    /** Creates a one-time enrolment code for a mairie: 15 minutes, one use. */
    CodeDEnrolement creerCode(Secteur mairie);

    /**
     * A kiosk's last reported state.
     *
     * @param dernierContact last authenticated request
     * @param enAttente envelopes that it last said were waiting
     * @param empreinte what the terminal said when it was enrolled, for a person to compare
     * @param alertes what somebody should look at
     */
    record EtatDeBorne(
            KioskId id,
            Secteur mairie,
            String nom,
            Optional<Instant> dernierContact,
            Optional<Integer> enAttente,
            Fingerprint empreinte,
            List<Alerte> alertes) {

        public EtatDeBorne {
            alertes = List.copyOf(alertes);
        }

        /** Whether it has been silent for too long while a call is open. */
        public boolean silencieuse() {
            return alertes.stream().anyMatch(Alerte.Silencieuse.class::isInstance);
        }

        /** Whether anything but silence asks for a look. */
        public boolean aRegarder() {
            return alertes.stream().anyMatch(alerte -> !(alerte instanceof Alerte.Silencieuse));
        }
    }

    /** A one-time code and the instant at which it lapses. */
    record CodeDEnrolement(String code, Instant expireLe) {}
}
