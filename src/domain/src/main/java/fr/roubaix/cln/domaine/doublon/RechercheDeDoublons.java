package fr.roubaix.cln.domaine.doublon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.doublon.Traits.Prenom;

/**
 * The people of one call, among whom likenesses are looked for as they arrive. Two people are compared when they share a
 * birth date (day and month either way round), the sound of a family name and of a first name, the sound of a first name in
 * one street, or a way to be reached: what shares none of these cannot reach {@link Ressemblance#SEUIL}, but for mistakes in
 * several places at once. Not for several threads.
 */
public final class RechercheDeDoublons {

    /** In a larger group only the latest are compared: a form copied a thousand times is seen long before. */
    private static final int GROUPE = 200;

    private static final int PAR_PERSONNE = 20;

    private final Map<Long, List<Traits>> groupes = new HashMap<>();
    private final Map<ReceiptCode, Traits> personnes = new HashMap<>();
    private final Map<ReceiptCode, List<Ressemblance>> ressemblances = new HashMap<>();

    /** Adds a person, or replaces what was known under the same code. */
    public void mettre(Traits traits) {
        retirer(traits.code());
        personnes.put(traits.code(), traits);
        var trouvees = new LinkedHashMap<ReceiptCode, Ressemblance>();
        var vus = new HashSet<ReceiptCode>();
        var cles = cles(traits);
        cles.forEach(cle -> comparer(traits, groupes.getOrDefault(cle, List.of()), vus, trouvees));
        Comparaison.inversee(traits.naissance())
                .map(date -> cle("date", date.toString(), ""))
                .ifPresent(cle -> comparer(traits, groupes.getOrDefault(cle, List.of()), vus, trouvees));
        trouvees.values().forEach(this::retenir);
        cles.forEach(
                cle -> groupes.computeIfAbsent(cle, _ -> new ArrayList<>(2)).add(traits));
    }

    /** Forgets a person. */
    public void retirer(ReceiptCode code) {
        Traits ancien = personnes.remove(code);
        if (ancien == null) {
            return;
        }
        cles(ancien)
                .forEach(cle -> groupes.computeIfPresent(cle, (_, groupe) -> {
                    groupe.remove(ancien);
                    return groupe.isEmpty() ? null : groupe;
                }));
        for (Ressemblance ressemblance : List.copyOf(ressemblances.getOrDefault(code, List.of()))) {
            oublier(ressemblance.a(), ressemblance);
            oublier(ressemblance.b(), ressemblance);
        }
    }

    /** What looks like this person, the most alike first. */
    public List<Ressemblance> de(ReceiptCode code) {
        return ressemblances.getOrDefault(code, List.of()).stream()
                .sorted(Comparator.comparing(Ressemblance::score).reversed())
                .toList();
    }

    /** Every likeness, once each. */
    public List<Ressemblance> toutes() {
        var toutes = new ArrayList<Ressemblance>();
        ressemblances.forEach((code, siennes) ->
                siennes.stream().filter(une -> une.a().equals(code)).forEach(toutes::add));
        return toutes;
    }

    private void comparer(
            Traits traits, List<Traits> groupe, Set<ReceiptCode> vus, Map<ReceiptCode, Ressemblance> trouvees) {
        int debut = Math.max(0, groupe.size() - GROUPE);
        for (int i = groupe.size() - 1; i >= debut && trouvees.size() < PAR_PERSONNE; i--) {
            Traits autre = groupe.get(i);
            if (vus.add(autre.code())) {
                Comparaison.de(traits, autre).ifPresent(une -> trouvees.put(autre.code(), une));
            }
        }
    }

    private void retenir(Ressemblance ressemblance) {
        ressemblances.computeIfAbsent(ressemblance.a(), _ -> new ArrayList<>(1)).add(ressemblance);
        ressemblances.computeIfAbsent(ressemblance.b(), _ -> new ArrayList<>(1)).add(ressemblance);
    }

    private void oublier(ReceiptCode code, Ressemblance ressemblance) {
        ressemblances.computeIfPresent(code, (_, siennes) -> {
            siennes.remove(ressemblance);
            return siennes.isEmpty() ? null : siennes;
        });
    }

    /** The groups in which a person stands: 64-bit hashes, whose rare collisions only compare two people for nothing. */
    private static Set<Long> cles(Traits traits) {
        var cles = new HashSet<Long>();
        cles.add(cle("date", traits.naissance().toString(), ""));
        for (Prenom prenom : traits.prenoms()) {
            traits.noms().forEach(nom -> cles.add(cle("nom", nom.son(), prenom.son())));
            if (!traits.rue().isEmpty()) {
                cles.add(cle("rue", traits.rue(), prenom.son()));
            }
        }
        traits.contacts().forEach(contact -> cles.add(cle("contact", contact, "")));
        return cles;
    }

    private static long cle(String genre, String a, String b) {
        long h = 1125899906842597L;
        for (String partie : List.of(genre, a, b)) {
            for (int i = 0; i < partie.length(); i++) {
                h = 31 * h + partie.charAt(i);
            }
            h = 31 * h + '\n';
        }
        return h;
    }
}
