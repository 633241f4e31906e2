package fr.roubaix.cln.hub.acces;

import java.time.Instant;

/**
 * One opening of a file.
 *
 * @param par sign-in name
 * @param code of the receipt, as it stands in the draw list
 * @param ecran title of the screen
 * @param roles under which they acted, separated by commas; empty for openings of before this was written down
 */
public record Acces(Instant le, String par, String code, String ecran, String roles) {}
