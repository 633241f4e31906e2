package fr.roubaix.cln.hub.ingest;

import java.time.Instant;

import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.Message;

/**
 * A message of a kiosk was taken, once: published inside the transaction that stores its envelope, so that who listens
 * writes in it. Applications are handed to {@code hub.candidature} instead.
 *
 * @param at clock of the kiosk
 * @param recuLe clock of the hub
 */
public record FaitRecu(KioskId borne, ChainId chaine, long seq, Message message, Instant at, Instant recuLe) {}
