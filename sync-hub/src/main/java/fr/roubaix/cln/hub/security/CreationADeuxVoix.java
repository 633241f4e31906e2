package fr.roubaix.cln.hub.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.sync.Hash;

/** Creates an account that may take part in a draw, while one is under way. */
@Component
class CreationADeuxVoix implements ActeADeuxVoix {

    static final GenreDActe GENRE =
            GenreDActe.surUnCompte("CREER_UN_COMPTE", "Créer un compte qui prend part au tirage");

    private final Comptes comptes;
    private final Registre registre;
    private final Clock clock;

    CreationADeuxVoix(Comptes comptes, Registre registre, Clock clock) {
        this.comptes = comptes;
        this.registre = registre;
        this.clock = clock;
    }

    static Parametres parametres(Compte compte) {
        return Parametres.AUCUN
                .avec("identifiant", compte.identifiant())
                .avec("nom", compte.nom())
                .avec("mot-de-passe", compte.motDePasse())
                .avec("roles", compte.droits().codesDesRoles())
                .avec("cree-par", compte.creePar());
    }

    @Override
    public GenreDActe genre() {
        return GENRE;
    }

    @Override
    public Optional<Presentation> presenter(Parametres parametres) {
        Compte compte = compte(parametres);
        if (comptes.trouver(compte.identifiant()).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Presentation(
                "compte " + compte.identifiant(),
                "Créer le compte « " + compte.identifiant() + " », au nom de « " + compte.nom() + " ».\nRôles : "
                        + compte.droits().titresDesRoles()
                        + ".\nUn tirage est en cours : ce compte pourra y prendre part.",
                "absent " + Hash.of(compte.motDePasse().getBytes(UTF_8)).hex()));
    }

    @Override
    public Optional<String> executer(Parametres parametres, Voix premiere, Voix seconde) {
        Compte compte = compte(parametres);
        if (!comptes.ajouter(compte)) {
            return Optional.of("Un compte porte déjà cet identifiant.");
        }
        registre.inscrire(
                premiere.auteur(),
                Acte.COMPTE_CREE
                        .sur("compte " + compte.identifiant())
                        .avec("roles", parametres.valeur("roles"))
                        .avec("confirme-par", seconde));
        return Optional.empty();
    }

    private Compte compte(Parametres parametres) {
        return new Compte(
                new Identifiant(parametres.valeur("identifiant")),
                parametres.valeur("nom"),
                parametres.valeur("mot-de-passe"),
                Role.lire(parametres.valeur("roles")),
                Instant.ofEpochMilli(clock.millis()),
                new Identifiant(parametres.valeur("cree-par")));
    }
}
