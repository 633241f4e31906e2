package fr.roubaix.cln.hub.security;

import java.util.Optional;

import org.springframework.stereotype.Component;

/** Changes, ends or opens again an account that takes part in a draw, while one is under way. */
@Component
class ChangementADeuxVoix implements ActeADeuxVoix {

    static final GenreDActe GENRE =
            GenreDActe.surUnCompte("CHANGER_UN_COMPTE", "Changer un compte qui prend part au tirage");

    private static final String SON_PROPRE_COMPTE =
            "Personne ne confirme un changement de son propre compte. Une autre personne de la présidence ou de"
                    + " l’observation doit le faire.";
    private static final String DERNIER_ADMIN = "Plus personne ne pourrait administrer le hub.";

    private final Comptes comptes;
    private final EcritureDeCompte ecriture;

    ChangementADeuxVoix(Comptes comptes, EcritureDeCompte ecriture) {
        this.comptes = comptes;
        this.ecriture = ecriture;
    }

    static Parametres parametres(Identifiant identifiant, DroitsDeCompte droits, String motif) {
        return Parametres.AUCUN
                .avec("identifiant", identifiant)
                .avec("nom", droits.nom())
                .avec("roles", droits.codesDesRoles())
                .avec("actif", droits.actif())
                .avec("motif", motif);
    }

    @Override
    public GenreDActe genre() {
        return GENRE;
    }

    @Override
    public Optional<Presentation> presenter(Parametres parametres) {
        DroitsDeCompte apres = droits(parametres);
        return comptes.trouver(identifiant(parametres))
                .filter(compte -> !compte.droits().equals(apres))
                .map(compte -> new Presentation(
                        "compte " + compte.identifiant(), texte(compte, apres), etat(compte.droits())));
    }

    private static String texte(Compte compte, DroitsDeCompte apres) {
        DroitsDeCompte avant = compte.droits();
        var texte = new StringBuilder("Compte « " + compte.identifiant() + " », au nom de « " + avant.nom() + " ».");
        if (!avant.nom().equals(apres.nom())) {
            texte.append("\nIl portera le nom « ").append(apres.nom()).append(" ».");
        }
        texte.append("\nRôles : ").append(avant.titresDesRoles()).append('.');
        if (!avant.roles().equals(apres.roles())) {
            texte.append("\nIl aura désormais : ")
                    .append(apres.titresDesRoles())
                    .append(". Ses sessions ouvertes se fermeront.");
        }
        if (avant.actif() != apres.actif()) {
            texte.append(
                    apres.actif()
                            ? "\nIl sera réactivé : il s’ouvrira de nouveau, avec le mot de passe et le téléphone qu’il avait."
                            : "\nIl sera désactivé : personne ne se connectera plus avec lui, et ses sessions se fermeront.");
        }
        return texte.append("\nUn tirage est en cours : ce compte y prend part, avant ou après ce changement.")
                .toString();
    }

    private static String etat(DroitsDeCompte droits) {
        return (droits.actif() ? "actif " : "desactive ") + droits.codesDesRoles() + " " + droits.nom();
    }

    @Override
    public boolean retenir(Parametres parametres) {
        return comptes.retenir(identifiant(parametres)).isPresent();
    }

    @Override
    public Optional<String> executer(Parametres parametres, Voix premiere, Voix seconde) {
        Identifiant identifiant = identifiant(parametres);
        if (seconde.par().equals(identifiant)) {
            return Optional.of(SON_PROPRE_COMPTE);
        }
        Compte avant = comptes.trouver(identifiant).orElseThrow();
        return ecriture.ecrire(avant, droits(parametres), parametres.valeur("motif"), premiere, Optional.of(seconde))
                ? Optional.empty()
                : Optional.of(DERNIER_ADMIN);
    }

    private static Identifiant identifiant(Parametres parametres) {
        return new Identifiant(parametres.valeur("identifiant"));
    }

    private static DroitsDeCompte droits(Parametres parametres) {
        return new DroitsDeCompte(
                parametres.valeur("nom"),
                Role.lire(parametres.valeur("roles")),
                Boolean.parseBoolean(parametres.valeur("actif")));
    }
}
