package fr.roubaix.cln.hub.candidature;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import fr.roubaix.cln.hub.privacy.CoffreDesPersonnes;
import fr.roubaix.cln.hub.privacy.PersonneId;

/** Leaves what it is given as it is, and counts what it opens: sealing is not what is tested here. */
final class OpenCoffre implements CoffreDesPersonnes {

    private final Map<PersonneId, Instant> effacees = new HashMap<>();
    int opened;

    @Override
    public Optional<byte[]> sceller(PersonneId personne, byte[] clair) {
        return effacees.containsKey(personne) ? Optional.empty() : Optional.of(clair);
    }

    @Override
    public Map<PersonneId, Lecture> ouvrir(Map<PersonneId, byte[]> scelles) {
        var lectures = new HashMap<PersonneId, Lecture>();
        scelles.forEach((personne, scelle) -> {
            opened++;
            var le = effacees.get(personne);
            lectures.put(personne, le == null ? new Lecture.Claire(scelle) : new Lecture.Effacee(le));
        });
        return lectures;
    }

    @Override
    public Instant effacer(PersonneId personne, Instant le) {
        effacees.putIfAbsent(personne, le);
        return effacees.getOrDefault(personne, le);
    }

    @Override
    public Map<PersonneId, Instant> effacees() {
        return Map.copyOf(effacees);
    }

    @Override
    public int oublier(Instant avant, UnaryOperator<Collection<PersonneId>> utiles) {
        return 0;
    }
}
