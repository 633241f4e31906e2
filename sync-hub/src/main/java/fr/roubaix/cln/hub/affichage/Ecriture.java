package fr.roubaix.cln.hub.affichage;

import java.time.Instant;
import java.util.Optional;

import fr.roubaix.cln.hub.security.Identifiant;

/**
 * What somebody recorded: the first time, or in place of what was recorded before.
 *
 * @param numero from 1; the last one stands
 * @param valeur empty when what was recorded before is taken back
 * @param motif why what was recorded before was wrong; empty for the first one
 */
record Ecriture<T>(int numero, Optional<T> valeur, String motif, Identifiant par, Instant le) {}
