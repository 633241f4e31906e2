package fr.roubaix.cln.hub.privacy;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** One AES-256-GCM key per person, wrapped by the master key; the person is the context of both seals. */
final class CoffreParPersonne implements CoffreDesPersonnes {

    private static final int CLE = 32;
    private static final String ENVELOPPE = "cle|";

    private final ClesDesPersonnes cles;
    private final Coffre maitre;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CoffreParPersonne(ClesDesPersonnes cles, Coffre maitre, Clock clock) {
        this.cles = cles;
        this.maitre = maitre;
        this.clock = clock;
    }

    @Override
    public Optional<byte[]> sceller(PersonneId personne, byte[] clair) {
        var enCours = enCours();
        byte[] cle = enCours.cle(personne);
        if (cle != null) {
            return Optional.of(new Scellement(cle).sceller(clair, personne.valeur()));
        }
        return switch (cles.etats(List.of(personne)).get(personne)) {
            case ClesDesPersonnes.Etat.Effacee _ -> Optional.empty();
            case ClesDesPersonnes.Etat.Connue(var enveloppee) -> {
                byte[] connue = maitre.ouvrir(enveloppee, contexte(personne));
                enCours.reprendre(personne, connue);
                yield Optional.of(new Scellement(connue).sceller(clair, personne.valeur()));
            }
            case null -> {
                byte[] nouvelle = new byte[CLE];
                random.nextBytes(nouvelle);
                enCours.ajouter(personne, nouvelle);
                yield Optional.of(new Scellement(nouvelle).sceller(clair, personne.valeur()));
            }
        };
    }

    @Override
    public Map<PersonneId, Lecture> ouvrir(Map<PersonneId, byte[]> scelles) {
        var etats = cles.etats(scelles.keySet());
        var lectures = HashMap.<PersonneId, Lecture>newHashMap(scelles.size());
        scelles.forEach((personne, scelle) -> lectures.put(personne, ouvrir(personne, scelle, etats.get(personne))));
        return lectures;
    }

    private Lecture ouvrir(PersonneId personne, byte[] scelle, ClesDesPersonnes.@Nullable Etat etat) {
        try {
            return switch (etat) {
                case ClesDesPersonnes.Etat.Effacee(var le) -> new Lecture.Effacee(le);
                case ClesDesPersonnes.Etat.Connue(var enveloppee) ->
                    new Lecture.Claire(new Scellement(maitre.ouvrir(enveloppee, contexte(personne)))
                            .ouvrir(scelle, personne.valeur()));
                case null -> new Lecture.Illisible();
            };
        } catch (CoffreIllisibleException e) {
            return new Lecture.Illisible();
        }
    }

    @Override
    public Instant effacer(PersonneId personne, Instant le) {
        cles.detruire(personne, le);
        return cles.etats(List.of(personne)).get(personne) instanceof ClesDesPersonnes.Etat.Effacee(var premiere)
                ? premiere
                : le;
    }

    @Override
    public void effacer(Collection<PersonneId> personnes, Instant le) {
        if (!personnes.isEmpty()) {
            cles.detruire(personnes, le);
        }
    }

    @Override
    public Map<PersonneId, Instant> effacees() {
        return cles.effacements();
    }

    @Override
    public int oublier(Instant avant, UnaryOperator<Collection<PersonneId>> utiles) {
        Set<PersonneId> inutiles = new HashSet<>(cles.vuesAvant(avant));
        inutiles.removeAll(utiles.apply(Set.copyOf(inutiles)));
        return inutiles.isEmpty() ? 0 : cles.retirer(inutiles, avant);
    }

    private EnCours enCours() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a key is made with the record that it seals, in a transaction");
        }
        if (TransactionSynchronizationManager.getResource(this) instanceof EnCours enCours) {
            return enCours;
        }
        var debut = new EnCours();
        TransactionSynchronizationManager.bindResource(this, debut);
        TransactionSynchronizationManager.registerSynchronization(
                new ResourceHolderSynchronization<EnCours, Object>(debut, this) {
                    /** Keys first: a key without a record is found again, a record without a key never opens. */
                    @Override
                    public void beforeCommit(boolean readOnly) {
                        maitre.sansChangement(() -> ecrire(debut));
                    }
                });
        return debut;
    }

    /** Wrapped at the last moment: the master key may have been changed since the record was sealed. */
    private void ecrire(EnCours enCours) {
        var enveloppees = HashMap.<PersonneId, byte[]>newHashMap(enCours.nouvelles.size());
        for (var personne : enCours.nouvelles) {
            byte[] cle = Objects.requireNonNull(enCours.cle(personne));
            enveloppees.put(personne, maitre.sceller(cle, contexte(personne)));
        }
        cles.ecrire(enveloppees, enCours.reprises, clock.instant());
    }

    /** What binds a wrapped key to its person. */
    static String contexte(PersonneId personne) {
        return ENVELOPPE + personne;
    }

    /** The keys that one transaction makes or uses again. */
    private static final class EnCours extends ResourceHolderSupport {

        private final Map<PersonneId, byte[]> enClair = new HashMap<>();
        private final Set<PersonneId> nouvelles = new HashSet<>();
        private final Set<PersonneId> reprises = new HashSet<>();

        byte @Nullable [] cle(PersonneId personne) {
            return enClair.get(personne);
        }

        void ajouter(PersonneId personne, byte[] cle) {
            enClair.put(personne, cle);
            nouvelles.add(personne);
        }

        void reprendre(PersonneId personne, byte[] cle) {
            enClair.put(personne, cle);
            reprises.add(personne);
        }
    }
}
