package fr.roubaix.cln.domaine.doublon;

import static fr.roubaix.cln.domaine.doublon.Raison.*;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import fr.roubaix.cln.domaine.doublon.Traits.NomDeFamille;
import fr.roubaix.cln.domaine.doublon.Traits.Prenom;

/**
 * Compares two people. Each of birth date, family name, first names and address brings at most one reason. Two rules come
 * before the sum: without any likeness of first names there is none at all, which is what keeps twins apart; and another
 * family name altogether is believed only with the same birth date and the same address or contact.
 */
final class Comparaison {

    private static final int ASSEZ_LONG_POUR_UNE_FAUTE = 4;
    private static final int ASSEZ_LONG_POUR_DEUX_FAUTES = 7;

    private Comparaison() {}

    static Optional<Ressemblance> de(Traits a, Traits b) {
        boolean memeJour = a.naissance().equals(b.naissance());
        Optional<Raison> prenom = prenoms(a, b);
        Optional<Raison> nom = prenom.isEmpty() ? inverses(a, b) : nom(a, b);
        if (nom.isEmpty() && (prenom.isEmpty() || !memeJour)) {
            return Optional.empty();
        }
        Optional<Raison> naissance = naissance(a.naissance(), b.naissance());
        Optional<Raison> adresse = adresse(a, b);
        boolean contact = !Collections.disjoint(a.contacts(), b.contacts());
        if (nom.isEmpty() && !contact && !adresse.equals(Optional.of(MEME_ADRESSE))) {
            return Optional.empty();
        }
        var raisons = new ArrayList<Raison>();
        naissance.ifPresent(raisons::add);
        nom.ifPresent(raisons::add);
        raisons.add(prenom.orElse(MEMES_PRENOMS));
        adresse.ifPresent(raisons::add);
        if (contact) {
            raisons.add(MEME_CONTACT);
        }
        int score = raisons.stream().mapToInt(Raison::poids).sum();
        if (score < Ressemblance.SEUIL) {
            return Optional.empty();
        }
        boolean ordre = a.code().compareTo(b.code()) < 0;
        return Optional.of(new Ressemblance(ordre ? a.code() : b.code(), ordre ? b.code() : a.code(), score, raisons));
    }

    static Optional<Raison> naissance(LocalDate a, LocalDate b) {
        if (a.equals(b)) {
            return Optional.of(MEME_NAISSANCE);
        }
        if (inversee(a).equals(Optional.of(b))) {
            return Optional.of(JOUR_ET_MOIS_INVERSES);
        }
        if (a.getYear() != b.getYear()
                && (a.getMonthValue() != b.getMonthValue() || a.getDayOfMonth() != b.getDayOfMonth())) {
            return Optional.empty();
        }
        String x = a.toString();
        String y = b.toString();
        int autres = 0;
        for (int i = 0; i < x.length() && x.length() == y.length(); i++) {
            autres += x.charAt(i) == y.charAt(i) ? 0 : 1;
        }
        return autres == 1 ? Optional.of(NAISSANCE_A_UN_CHIFFRE) : Optional.empty();
    }

    /** The same digits with day and month the other way round, when that is a date. */
    static Optional<LocalDate> inversee(LocalDate date) {
        try {
            return Optional.of(LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Raison> nom(Traits a, Traits b) {
        Optional<Raison> meilleure = Optional.empty();
        for (NomDeFamille x : a.noms()) {
            for (NomDeFamille y : b.noms()) {
                Optional<Raison> raison = nom(x, y);
                if (raison.isPresent() && raison.get() == MEME_NOM && x.usage() != y.usage()) {
                    raison = Optional.of(NOM_DE_NAISSANCE_ET_D_USAGE);
                }
                meilleure = meilleure(meilleure, raison);
            }
        }
        return meilleure;
    }

    private static Optional<Raison> nom(NomDeFamille x, NomDeFamille y) {
        if (x.entier().equals(y.entier())) {
            return Optional.of(MEME_NOM);
        }
        if (x.nu().equals(y.nu()) || x.nu().equals(y.entier()) || x.entier().equals(y.nu())) {
            return Optional.of(NOM_A_LA_PARTICULE_PRES);
        }
        if (x.son().length() > 2 && x.son().equals(y.son())) {
            return Optional.of(NOM_MEME_SON);
        }
        int longueur = Math.min(x.entier().length(), y.entier().length());
        if (longueur >= ASSEZ_LONG_POUR_UNE_FAUTE && Distance.auPlus(x.entier(), y.entier(), 1)) {
            return Optional.of(NOM_A_UNE_FAUTE);
        }
        if (compose(x.mots(), y.mots())) {
            return Optional.of(NOM_COMPOSE);
        }
        return longueur >= ASSEZ_LONG_POUR_DEUX_FAUTES && Distance.auPlus(x.entier(), y.entier(), 2)
                ? Optional.of(NOM_A_DEUX_FAUTES)
                : Optional.empty();
    }

    private static boolean compose(Set<String> x, Set<String> y) {
        var court = x.size() <= y.size() ? x : y;
        var autre = x.size() <= y.size() ? y : x;
        return court.size() < autre.size()
                && autre.containsAll(court)
                && court.stream().anyMatch(mot -> mot.length() > 2);
    }

    private static Optional<Raison> inverses(Traits a, Traits b) {
        boolean inverses = a.noms().stream()
                .anyMatch(x -> b.noms().stream()
                        .anyMatch(y -> x.entier().equals(b.prenomsEnsemble())
                                && y.entier().equals(a.prenomsEnsemble())));
        return inverses ? Optional.of(NOM_ET_PRENOM_INVERSES) : Optional.empty();
    }

    private static Optional<Raison> prenoms(Traits a, Traits b) {
        if (a.prenomsEnsemble().equals(b.prenomsEnsemble())) {
            return Optional.of(MEMES_PRENOMS);
        }
        var courts = a.prenoms().size() <= b.prenoms().size() ? a.prenoms() : b.prenoms();
        var autres = new ArrayList<>(a.prenoms().size() <= b.prenoms().size() ? b.prenoms() : a.prenoms());
        Raison faible = courts.size() == autres.size() ? PRENOMS_DANS_UN_AUTRE_ORDRE : PRENOMS_EN_PLUS;
        for (Prenom prenom : courts) {
            Optional<Raison> trouve = prendre(prenom, autres);
            if (trouve.isEmpty()) {
                return Optional.empty();
            }
            faible = trouve.get().poids() < faible.poids() ? trouve.get() : faible;
        }
        return Optional.of(faible);
    }

    /** Takes the nearest of some first names away; why it is near. */
    private static Optional<Raison> prendre(Prenom prenom, List<Prenom> parmi) {
        Optional<Raison> meilleure = Optional.empty();
        int place = -1;
        for (int i = 0; i < parmi.size(); i++) {
            Optional<Raison> raison = prenom(prenom, parmi.get(i));
            if (raison.isPresent()
                    && (meilleure.isEmpty()
                            || raison.get().poids() > meilleure.get().poids())) {
                meilleure = raison;
                place = i;
            }
        }
        if (place >= 0) {
            parmi.remove(place);
        }
        return meilleure;
    }

    private static Optional<Raison> prenom(Prenom a, Prenom b) {
        String x = a.mot();
        String y = b.mot();
        if (x.equals(y)) {
            return Optional.of(MEMES_PRENOMS);
        }
        if (x.length() == 1 || y.length() == 1) {
            return x.charAt(0) == y.charAt(0) ? Optional.of(PRENOM_INITIALE) : Optional.empty();
        }
        if (PrenomsAbreges.de(x, y)) {
            return Optional.of(PRENOM_ABREGE);
        }
        if (a.son().length() > 2 && a.son().equals(b.son())) {
            return Optional.of(PRENOM_MEME_SON);
        }
        return Math.min(x.length(), y.length()) >= ASSEZ_LONG_POUR_UNE_FAUTE && Distance.auPlus(x, y, 1)
                ? Optional.of(PRENOM_A_UNE_FAUTE)
                : Optional.empty();
    }

    private static Optional<Raison> adresse(Traits a, Traits b) {
        if (a.rue().isEmpty() || !(a.rue().equals(b.rue()) || Distance.auPlus(a.rue(), b.rue(), 1))) {
            return Optional.empty();
        }
        return Optional.of(!a.numero().isEmpty() && a.numero().equals(b.numero()) ? MEME_ADRESSE : MEME_RUE);
    }

    private static Optional<Raison> meilleure(Optional<Raison> une, Optional<Raison> autre) {
        if (une.isEmpty() || autre.isEmpty()) {
            return une.isEmpty() ? autre : une;
        }
        return une.get().poids() >= autre.get().poids() ? une : autre;
    }
}
