package fr.roubaix.cln.hub.appel;

import java.time.Instant;

import fr.roubaix.cln.hub.security.Identifiant;

/**
 * The call being prepared, as last saved.
 *
 * @param version moves at each save: who saves says which one they had read
 */
record Brouillon(Demande demande, Annonce annonce, int version, Instant le, Identifiant par) {}
