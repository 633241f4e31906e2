package fr.roubaix.cln.hub.candidature;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.NumeroDOriginal;
import fr.roubaix.cln.domaine.candidature.Origine;
import fr.roubaix.cln.domaine.candidature.Publication;
import fr.roubaix.cln.domaine.habitant.Adresse;
import fr.roubaix.cln.domaine.habitant.Contact;
import fr.roubaix.cln.domaine.habitant.Courriel;
import fr.roubaix.cln.domaine.habitant.DateDeNaissance;
import fr.roubaix.cln.domaine.habitant.Habitant;
import fr.roubaix.cln.domaine.habitant.Nom;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.habitant.Saisie;
import fr.roubaix.cln.domaine.habitant.Saisie.Motif;
import fr.roubaix.cln.domaine.habitant.Telephone;
import fr.roubaix.cln.domaine.secteur.Secteur;

/** Reads what staff typed of a form by the rules of the domain, and says at which field what is wrong. */
public final class LectureDeFiche {

    /** The fields, as errors name them. */
    public enum Champ {
        ORIGINAL,
        MAIRIE,
        RECUE_LE,
        NOM,
        USAGE,
        PRENOMS,
        JOUR,
        MOIS,
        ANNEE,
        VOIE,
        COMPLEMENT,
        SECTEUR,
        PARITE,
        TELEPHONE,
        COURRIEL,
        PUBLICATION,
        ATTESTATION
    }

    /** The form as typed. */
    public record Saisies(
            String nom,
            String usage,
            String prenoms,
            String jour,
            String mois,
            String annee,
            String voie,
            String complement,
            @Nullable Secteur secteur,
            @Nullable Parite parite,
            String telephone,
            String courriel,
            @Nullable Publication publication,
            boolean attestee) {}

    private final LocalDate aujourdhui;
    private final Map<Champ, String> erreurs = new EnumMap<>(Champ.class);

    public LectureDeFiche(LocalDate aujourdhui) {
        this.aujourdhui = aujourdhui;
    }

    /** The keys of what is wrong, by field. */
    public Map<Champ, String> erreurs() {
        return Map.copyOf(erreurs);
    }

    /** The form; empty when something in it is wrong. */
    public Optional<FicheDeCandidature> fiche(Saisies saisies) {
        var nom = lire(Champ.NOM, Nom.lire(saisies.nom()));
        var usage = facultatif(Champ.USAGE, saisies.usage(), Nom.lire(saisies.usage()));
        var prenoms = lire(Champ.PRENOMS, Nom.lire(saisies.prenoms()));
        var naissance = naissance(saisies);
        var adresse = lire(Champ.VOIE, Adresse.lire(saisies.voie(), saisies.complement()));
        var telephone = facultatif(Champ.TELEPHONE, saisies.telephone(), Telephone.lire(saisies.telephone()));
        var courriel = facultatif(Champ.COURRIEL, saisies.courriel(), Courriel.lire(saisies.courriel()));
        var secteur = choisi(Champ.SECTEUR, saisies.secteur());
        var parite = choisi(Champ.PARITE, saisies.parite());
        var publication = choisi(Champ.PUBLICATION, saisies.publication());
        if (!saisies.attestee()) {
            erreurs.put(Champ.ATTESTATION, "saisir.erreur.ATTESTATION");
        }
        if (nom == null
                || prenoms == null
                || naissance == null
                || adresse == null
                || secteur == null
                || parite == null
                || publication == null
                || !erreurs.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new FicheDeCandidature(
                new Habitant(nom, usage, prenoms, naissance, adresse),
                secteur,
                parite,
                new Contact(telephone, courriel),
                publication));
    }

    /** Where the form comes from; empty when something in that is wrong. */
    Optional<SaisieDeCandidature.Provenance> provenance(
            Origine origine,
            @Nullable Secteur mairie,
            @Nullable Secteur secteur,
            String original,
            boolean signee,
            boolean confirme,
            @Nullable LocalDate recueLe) {
        boolean parTelephone = origine == Origine.TELEPHONE;
        var numero = parTelephone ? null : lire(Champ.ORIGINAL, NumeroDOriginal.lire(original));
        var ou = origine == Origine.PAPIER ? choisi(Champ.MAIRIE, mairie) : secteur;
        var jour = choisi(Champ.RECUE_LE, recueLe);
        if (ou == null || jour == null || (!parTelephone && numero == null)) {
            return Optional.empty();
        }
        return Optional.of(new SaisieDeCandidature.Provenance(
                origine, ou, Optional.ofNullable(numero), !parTelephone && signee, confirme, jour));
    }

    private @Nullable DateDeNaissance naissance(Saisies saisies) {
        return switch (DateDeNaissance.lire(saisies.jour(), saisies.mois(), saisies.annee(), aujourdhui)) {
            case Saisie.Lue(var date) -> date;
            case Saisie.Refusee(var motif) -> {
                erreurs.put(fautif(motif), "saisie.naissance.erreur." + motif.name());
                yield null;
            }
        };
    }

    private static Champ fautif(Motif motif) {
        return switch (motif) {
            case MOIS_MANQUANT, MOIS_HORS_LIMITES -> Champ.MOIS;
            case ANNEE_MANQUANTE, ANNEE_SUR_QUATRE_CHIFFRES, DATE_FUTURE, AGE_INVRAISEMBLABLE -> Champ.ANNEE;
            default -> Champ.JOUR;
        };
    }

    private <T> @Nullable T choisi(Champ champ, @Nullable T valeur) {
        if (valeur == null) {
            erreurs.put(champ, "saisir.erreur." + champ.name());
        }
        return valeur;
    }

    private <T> @Nullable T facultatif(Champ champ, String brut, Saisie<T> saisie) {
        return brut.isBlank() ? null : lire(champ, saisie);
    }

    private <T> @Nullable T lire(Champ champ, Saisie<T> saisie) {
        return switch (saisie) {
            case Saisie.Lue<T>(var valeur) -> valeur;
            case Saisie.Refusee<T>(var motif) -> {
                erreurs.put(
                        champ, motif == Motif.VIDE ? "saisir.erreur." + champ.name() : "saisir.erreur." + motif.name());
                yield null;
            }
        };
    }
}
