package fr.roubaix.cln.domaine.doublon;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Contact;
import fr.roubaix.cln.domaine.habitant.Habitant;
import fr.roubaix.cln.domaine.habitant.Nom;

/** What of a person is compared with others, made ready once. */
public final class Traits {

    private static final Map<String, String> VOIES = Map.ofEntries(
            Map.entry("r", "rue"),
            Map.entry("av", "avenue"),
            Map.entry("ave", "avenue"),
            Map.entry("bd", "boulevard"),
            Map.entry("bld", "boulevard"),
            Map.entry("blvd", "boulevard"),
            Map.entry("boul", "boulevard"),
            Map.entry("pl", "place"),
            Map.entry("imp", "impasse"),
            Map.entry("all", "allee"),
            Map.entry("ch", "chemin"),
            Map.entry("sq", "square"),
            Map.entry("res", "residence"),
            Map.entry("rte", "route"),
            Map.entry("st", "saint"),
            Map.entry("ste", "sainte"),
            Map.entry("gal", "general"),
            Map.entry("dr", "docteur"),
            Map.entry("mal", "marechal"));

    private static final Set<String> ARTICLES =
            Set.of("de", "du", "des", "d", "la", "le", "les", "l", "bis", "ter", "quater");

    private final ReceiptCode code;
    private final List<NomDeFamille> noms;
    private final List<Prenom> prenoms;
    private final String prenomsEnsemble;
    private final LocalDate naissance;
    private final String numero;
    private final String rue;
    private final List<String> contacts;

    private Traits(
            ReceiptCode code,
            List<NomDeFamille> noms,
            List<Prenom> prenoms,
            LocalDate naissance,
            String numero,
            String rue,
            List<String> contacts) {
        this.code = code;
        this.noms = noms;
        this.prenoms = prenoms;
        this.prenomsEnsemble = prenoms.stream().map(Prenom::mot).collect(java.util.stream.Collectors.joining());
        this.naissance = naissance;
        this.numero = numero;
        this.rue = rue;
        this.contacts = contacts;
    }

    public static Traits de(ReceiptCode code, Habitant habitant, Contact contact) {
        var noms = new ArrayList<NomDeFamille>();
        noms.add(NomDeFamille.de(habitant.nomDeNaissance(), false));
        Nom usage = habitant.nomDUsage();
        if (usage != null) {
            noms.add(NomDeFamille.de(usage, true));
        }
        var adresse = Mots.de(habitant.adresse().voie());
        String numero = adresse.stream()
                .filter(mot -> Character.isDigit(mot.charAt(0)))
                .findFirst()
                .map(mot -> mot.replaceAll("\\D.*", ""))
                .orElse("");
        String rue = Mots.ensemble(adresse.stream()
                .filter(mot -> !Character.isDigit(mot.charAt(0)))
                .filter(mot -> !ARTICLES.contains(mot))
                .map(mot -> VOIES.getOrDefault(mot, mot))
                .filter(mot -> mot.length() > 1)
                .toList());
        var telephone = contact.telephone();
        var courriel = contact.courriel();
        var contacts = Stream.of(
                        telephone == null ? "" : telephone.numero().replaceFirst("^\\+33", "0"),
                        courriel == null ? "" : courriel.adresse().toLowerCase(java.util.Locale.ROOT))
                .filter(moyen -> !moyen.isEmpty())
                .toList();
        return new Traits(
                code,
                List.copyOf(noms),
                Mots.de(habitant.prenoms().valeur()).stream().map(Prenom::de).toList(),
                habitant.naissance().jour(),
                numero,
                rue,
                contacts);
    }

    ReceiptCode code() {
        return code;
    }

    List<NomDeFamille> noms() {
        return noms;
    }

    List<Prenom> prenoms() {
        return prenoms;
    }

    String prenomsEnsemble() {
        return prenomsEnsemble;
    }

    LocalDate naissance() {
        return naissance;
    }

    String numero() {
        return numero;
    }

    String rue() {
        return rue;
    }

    List<String> contacts() {
        return contacts;
    }

    /** A first name and how it sounds. */
    record Prenom(String mot, String son) {
        static Prenom de(String mot) {
            return new Prenom(mot, ClePhonetique.de(mot));
        }
    }

    /** A family name in the forms in which it is compared. */
    record NomDeFamille(Set<String> mots, String entier, String nu, String son, boolean usage) {
        static NomDeFamille de(Nom nom, boolean usage) {
            var mots = Mots.de(nom.valeur());
            var nus = Mots.sansParticules(mots);
            String nu = Mots.ensemble(nus);
            return new NomDeFamille(Set.copyOf(nus), Mots.ensemble(mots), nu, ClePhonetique.de(nu), usage);
        }
    }
}
