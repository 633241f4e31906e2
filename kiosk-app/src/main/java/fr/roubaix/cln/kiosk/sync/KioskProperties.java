package fr.roubaix.cln.kiosk.sync;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import fr.roubaix.cln.domaine.secteur.Secteur;

/**
 * Settings of a kiosk under {@code cln.kiosk}.
 *
 * @param dossier data folder: database and private key
 * @param hub address of the hub, for enrolment at start
 * @param code one-time enrolment code, for enrolment at start
 * @param mairie the mairie where this kiosk stands; a code for another one is refused
 * @param nom how people call this terminal
 * @param intervalle how often the journal looks for something to send
 * @param battement how often the kiosk tells the hub that it is there, and asks for the bulletin
 * @param conservation how long sealed bytes are kept once the hub's verified backup covers them: as long as the hub keeps
 *     its backups
 * @param supports where the system mounts USB sticks
 * @param sauvegarde folder of the nightly backups of this kiosk; none are made when it is not set
 */
@ConfigurationProperties("cln.kiosk")
public record KioskProperties(
        Path dossier,
        @Nullable URI hub,
        @Nullable String code,
        @Nullable Secteur mairie,
        @DefaultValue("Borne") String nom,
        @DefaultValue("2s") Duration intervalle,
        @DefaultValue("15s") Duration battement,
        @DefaultValue("30d") Duration conservation,
        @DefaultValue("/media,/run/media") List<Path> supports,
        @Nullable Path sauvegarde) {}
