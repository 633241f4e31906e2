package fr.roubaix.cln.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.Langue;
import fr.roubaix.cln.domaine.candidature.Publication;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Adresse;
import fr.roubaix.cln.domaine.habitant.Contact;
import fr.roubaix.cln.domaine.habitant.Courriel;
import fr.roubaix.cln.domaine.habitant.DateDeNaissance;
import fr.roubaix.cln.domaine.habitant.Habitant;
import fr.roubaix.cln.domaine.habitant.Nom;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.sync.Bulletin.AppelPublie;
import fr.roubaix.cln.sync.Bulletin.ContactDeMairie;
import fr.roubaix.cln.sync.Message.CandidatureDeposee;

/** One of each thing that travels, always the same. */
final class Samples {

    static final KioskId KIOSK = new KioskId(3);
    static final ChainId CHAIN = new ChainId("00f1e2d3c4b5a697");
    static final EnvelopeId ID = new EnvelopeId(UUID.fromString("0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b"));
    static final Instant AT = Instant.ofEpochMilli(1_790_000_000_123L);
    static final Hash HASH = Hash.of(new byte[] {1});

    private Samples() {}

    static Envelope envelope() {
        return new Envelope(
                KIOSK,
                CHAIN,
                2,
                ID,
                Kind.CANDIDATURE,
                AT,
                Duration.ofMillis(-42),
                new KeyId("0123456789abcdef"),
                HASH,
                Bytes.of(new byte[] {1, 2, 3, (byte) 0xFF}));
    }

    static CandidatureDeposee candidature() {
        var habitant = new Habitant(
                new Nom("Nguyễn-D’Arc"),
                null,
                new Nom("Zoé Ἑλένη"),
                new DateDeNaissance(LocalDate.of(1999, 2, 28)),
                new Adresse("12 bis, rue de l’Épeule", ""));
        return new CandidatureDeposee(
                new ReceiptCode(123_456_789L),
                new FicheDeCandidature(
                        habitant,
                        Secteur.NORD,
                        Parite.FEMMES,
                        new Contact(null, new Courriel("zoe@exemple.fr")),
                        Publication.SECTEUR_SEUL));
    }

    static Ack ack() {
        return new Ack(
                KIOSK,
                CHAIN,
                7,
                HASH,
                List.of(
                        new Ack.Answer(HASH, new Outcome.Accepted()),
                        new Ack.Answer(Hash.of(new byte[] {2}), new Outcome.Duplicate(new Outcome.Refused())),
                        new Ack.Answer(Hash.of(new byte[] {3}), new Outcome.Refused()),
                        new Ack.Answer(Hash.of(new byte[] {4}), new Outcome.Gap(8)),
                        new Ack.Answer(Hash.of(new byte[] {5}), new Outcome.Conflict()),
                        new Ack.Answer(Hash.of(new byte[] {6}), new Outcome.Forged())),
                5,
                new HubEpoch("89abcdef01234567"),
                AT);
    }

    static Bulletin bulletin() {
        var appel = new Appel(
                new AppelId("2027"),
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2026, 12, 15),
                null,
                LocalDate.of(2027, 1, 1),
                LocalDate.of(2027, 1, 20),
                "Hôtel de ville");
        return new Bulletin(
                12,
                AT,
                "2025",
                List.of(
                        new AppelPublie(
                                appel,
                                false,
                                List.of(
                                        new Bulletin.TextePublie(Langue.FRANCAIS, "Appel", "Venez.\n\nMerci."),
                                        new Bulletin.TextePublie(Langue.ARABE, "نداء", "نص"))),
                        new AppelPublie(appel, true)),
                List.of(new ContactDeMairie(Secteur.NORD, "07 87 25 07 09")),
                "07 88 95 77 06",
                List.of(new Bulletin.AgentPublie(
                        new AgentId("m.diallo"), "Mariam Diallo", Secteur.NORD, "$argon2id$v=19$")),
                List.of(new Bulletin.BornePubliee(
                        KIOSK, Secteur.NORD, 1, SigningKey.generate().verifyingKey(), true)),
                List.of(Signed.by(SigningKey.generate(), Use.SUCCESSION, new byte[] {1})),
                List.of(SigningKey.generate().verifyingKey()));
    }

    static Etat etat() {
        return new Etat(4, 1_000_000, List.of(new Etat.Device("imprimante", "prête")), "1.0", AT);
    }
}
