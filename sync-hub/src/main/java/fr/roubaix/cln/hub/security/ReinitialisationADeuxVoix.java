package fr.roubaix.cln.hub.security;

import java.util.Optional;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Takes away the second factor of somebody who takes part in a draw, while one is under way. */
@Component
class ReinitialisationADeuxVoix implements ActeADeuxVoix {

    static final GenreDActe GENRE = GenreDActe.surUnCompte(
            "REMETTRE_A_ZERO_UN_SECOND_FACTEUR",
            "Remettre à zéro le second facteur d’un compte qui prend part au tirage");
    private static final String IDENTIFIANT = "identifiant";

    private final Comptes comptes;
    private final SecondsFacteurs seconds;

    /** Which proposes acts of this kind, and so cannot be built first. */
    private final ObjectProvider<ReinitialisationDuSecondFacteur> reinitialisation;

    ReinitialisationADeuxVoix(
            Comptes comptes,
            SecondsFacteurs seconds,
            ObjectProvider<ReinitialisationDuSecondFacteur> reinitialisation) {
        this.comptes = comptes;
        this.seconds = seconds;
        this.reinitialisation = reinitialisation;
    }

    static Parametres parametres(Identifiant identifiant) {
        return Parametres.AUCUN.avec(IDENTIFIANT, identifiant);
    }

    @Override
    public GenreDActe genre() {
        return GENRE;
    }

    @Override
    public Optional<Presentation> presenter(Parametres parametres) {
        return comptes.trouver(identifiant(parametres)).map(compte -> {
            return new Presentation(
                    "compte " + compte.identifiant(),
                    "Retirer le téléphone, les codes de secours et les clés d’accès du compte « " + compte.identifiant()
                            + " », au nom de « " + compte.nom() + " », et fermer ses sessions.\nRôles : "
                            + compte.droits().titresDesRoles()
                            + ".\nUn tirage est en cours : à sa prochaine connexion, qui a le mot de passe de ce compte"
                            + " y inscrira un nouveau téléphone.",
                    "inscrit "
                            + seconds.inscritLe(compte.identifiant())
                                    .map(Object::toString)
                                    .orElse("jamais"));
        });
    }

    @Override
    public Optional<String> executer(Parametres parametres, Voix premiere, Voix seconde) {
        reinitialisation.getObject().effacer(identifiant(parametres), premiere.auteur());
        return Optional.empty();
    }

    private static Identifiant identifiant(Parametres parametres) {
        return new Identifiant(parametres.valeur(IDENTIFIANT));
    }
}
