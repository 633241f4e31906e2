package fr.roubaix.cln.hub.security;

import java.time.Instant;
import java.util.List;

import fr.roubaix.cln.hub.register.Auteur;

/** One of the two people: who, under which role, when. */
public record Voix(Identifiant par, Role role, Instant le) {

    /** As the register names them. */
    public Auteur auteur() {
        return new Auteur(par.valeur(), List.of(role.name()));
    }

    @Override
    public String toString() {
        return par + " (" + role.titre() + ")";
    }
}
