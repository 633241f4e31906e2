package fr.roubaix.cln.web.candidature;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.habitant.DateDeNaissance;
import fr.roubaix.cln.domaine.habitant.Habitant;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.web.saisie.ChampsDeContact.Accords;
import fr.roubaix.cln.web.saisie.ChampsDeLAdresse.Domicile;
import fr.roubaix.cln.web.saisie.ChampsDuNom.Identite;

/**
 * What one person has answered so far: in the memory of the server for the life of one page, and nowhere else. The way to
 * deposit it is made with it, so that however often it is sent, it is deposited once.
 */
final class Brouillon {

    private final Envoi envoi;
    private @Nullable Identite identite;
    private @Nullable DateDeNaissance naissance;
    private @Nullable Domicile domicile;
    private @Nullable Parite parite;
    private @Nullable Accords accords;

    Brouillon(Envoi envoi) {
        this.envoi = envoi;
    }

    /** Deposits the whole form; only once every step has been answered. */
    Envoi.Issue envoyer() {
        return envoi.envoyer(fiche());
    }

    void identite(Identite valeur) {
        identite = valeur;
    }

    void naissance(DateDeNaissance valeur) {
        naissance = valeur;
    }

    void domicile(Domicile valeur) {
        domicile = valeur;
    }

    void parite(Parite valeur) {
        parite = valeur;
    }

    void accords(Accords valeur) {
        accords = valeur;
    }

    Identite identite() {
        return repondue(identite);
    }

    DateDeNaissance naissance() {
        return repondue(naissance);
    }

    Domicile domicile() {
        return repondue(domicile);
    }

    Parite parite() {
        return repondue(parite);
    }

    Accords accords() {
        return repondue(accords);
    }

    /** The whole form; only once every step has been answered. */
    FicheDeCandidature fiche() {
        var habitant = new Habitant(
                identite().naissance(),
                identite().usage(),
                identite().prenoms(),
                naissance(),
                domicile().adresse());
        return new FicheDeCandidature(
                habitant,
                domicile().secteur(),
                domicile().origine(),
                parite(),
                accords().contact(),
                accords().publication());
    }

    private static <T> T repondue(@Nullable T reponse) {
        return Objects.requireNonNull(reponse, "this step has not been answered");
    }
}
