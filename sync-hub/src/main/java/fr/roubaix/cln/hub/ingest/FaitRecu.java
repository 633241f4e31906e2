package fr.roubaix.cln.hub.ingest;

import java.time.Instant;

import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.Message;

/**
 * A message of a kiosk was taken: published inside the transaction that stores its envelope, so that who listens writes
 * in it. An application was handed to {@code hub.candidature} before.
 *
 * @param premiereFois false for a declaration that came before in another chain; an application comes once only
 * @param at clock of the kiosk
 * @param recuLe clock of the hub
 */
public record FaitRecu(
        KioskId borne, ChainId chaine, long seq, Message message, boolean premiereFois, Instant at, Instant recuLe) {}
