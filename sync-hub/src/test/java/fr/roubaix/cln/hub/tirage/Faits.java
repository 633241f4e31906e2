package fr.roubaix.cln.hub.tirage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import fr.roubaix.cln.domaine.candidature.MotifDIrrecevabilite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.AnnonceDrand;
import fr.roubaix.cln.domaine.tirage.ChaineDrand;
import fr.roubaix.cln.domaine.tirage.IdDeListe;
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.domaine.tirage.ListeDuTirage;
import fr.roubaix.cln.domaine.tirage.PreuveDrand;
import fr.roubaix.cln.domaine.tirage.Resultat;
import fr.roubaix.cln.hub.fleet.Completude.Derogation;
import fr.roubaix.cln.hub.security.Identifiant;
import fr.roubaix.cln.sync.ChainHead;
import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.KioskId;

/** Facts of a fictitious ceremony, in which a round of drand was announced, every kind of fact happens, and one freeze is annulled. */
final class Faits {

    /** Opened on this day; one act a minute. */
    static final Instant START = Instant.parse("2027-06-13T12:00:00.123Z");

    static final AnnonceDrand ROUND = new AnnonceDrand(ChaineDrand.DEFAULT, 7_248_606);
    static final String SIGNATURE = "ab".repeat(96);
    static final PreuveDrand PROOF =
            new PreuveDrand(ROUND, Hash.of(HexFormat.of().parseHex(SIGNATURE)).hex(), SIGNATURE);

    /** Published at 12:45. */
    static final AnnonceDrand LATER = new AnnonceDrand(ChaineDrand.DEFAULT, 7_248_656);

    static final PreuveDrand LATER_PROOF = new PreuveDrand(LATER, PROOF.alea(), SIGNATURE);

    private Faits() {}

    static Tirage.Acte acte(int minute) {
        return new Tirage.Acte(
                new Identifiant("claire.d"),
                START.plusSeconds(60L * minute),
                minute % 2 == 0 ? Optional.of(new Identifiant("presidence")) : Optional.empty());
    }

    static Fait.ListeArretee frozen() {
        return frozen(list("000000000A;NORD;F;16-25;CANDIDAT\n000000000B;EST;H;65+;CANDIDAT\n"));
    }

    static Fait.ListeArretee frozen(ListeDuTirage liste) {
        return new Fait.ListeArretee(
                liste,
                Map.of(Secteur.NORD, 1),
                List.of(new Derogation(
                        new KioskId(4),
                        Secteur.OUEST,
                        "Accueil",
                        "La mairie n’a pas clôturé.",
                        "Terminal détruit par l’eau le 3 mai",
                        new Identifiant("tirage"),
                        Instant.ofEpochMilli(7))),
                new Comptes(4, 2, Map.of(MotifDIrrecevabilite.AGE, 1), 1),
                List.of(new BorneProuvee(
                        new KioskId(1),
                        Secteur.NORD,
                        "Accueil",
                        List.of(new ChainHead(new ChainId("0123456789abcdef"), 12, new Hash("a".repeat(64)))),
                        Optional.of(Instant.ofEpochMilli(8)),
                        3)));
    }

    static ListeDuTirage otherList() {
        return list("000000000C;SUD;F;26-64;CANDIDAT\n");
    }

    private static ListeDuTirage list(String lines) {
        return switch (ListeDuTirage.lire((ListeDuTirage.EN_TETE + "\n" + lines).getBytes(StandardCharsets.UTF_8))) {
            case Resultat.Accepte(var liste) -> liste;
            case Resultat.Refuse(var defaut) -> throw new AssertionError(defaut.phrase());
        };
    }

    static EtatDuTirage after(EtatDuTirage etat, Fait fait, Tirage.Acte acte) {
        return switch (Deroulement.suite(etat, fait, acte)) {
            case Deroulement.Permise(var suivant) -> suivant;
            case Deroulement.Refusee(var refus) -> throw new AssertionError(fait + " refused: " + refus);
        };
    }

    /** Everything, in an order that the course allows. */
    static List<Fait> wholeCeremony() {
        var faits = new ArrayList<Fait>();
        faits.add(frozen(otherList()));
        faits.add(new Fait.ArretAnnule("Une erreur de secteur"));
        faits.add(frozen());
        faits.add(new Fait.LectureChoisie(Lecture.SIEGE_RESERVE));
        faits.add(new Fait.PlanConfirme());
        faits.add(new Fait.PresenceInscrite("Mme Delcourt", QualiteDePresence.CO_PRESIDENT, true));
        faits.add(new Fait.PresenceInscrite("M. Vasseur", QualiteDePresence.CO_PRESIDENT, false));
        faits.add(new Fait.PresenceInscrite("M. Amrani", QualiteDePresence.ELU_D_OPPOSITION, true));
        faits.add(new Fait.PresenceInscrite("Inscrit par erreur", QualiteDePresence.AUTRE, true));
        faits.add(new Fait.PresenceRetiree(9));
        faits.add(new Fait.SeanceOuverte(Optional.of(ROUND)));
        for (int i = 0; i < 31; i++) {
            faits.add(new Fait.DeLance(i % 10, i % 2 == 0 ? 6 : 8));
        }
        faits.add(new Fait.DeRetire());
        faits.add(new Fait.DeCorrige(3, 9));
        faits.add(new Fait.DrandSaisi(PROOF));
        faits.add(new Fait.DeCorrige(4, 8));
        faits.add(new Fait.Mention(Cahier.Mention.Genre.INCIDENT, "Le courant a manqué."));
        faits.add(new Fait.GraineConfirmee());
        faits.add(new Fait.Tire(new Hash("b".repeat(64))));
        faits.add(new Fait.SiegesReveles(1));
        faits.add(new Fait.Desistement(new IdDeListe("000000000A"), Cahier.Desistement.Cause.RETRAIT_DE_LA_PERSONNE));
        faits.add(new Fait.Proclame());
        faits.add(new Fait.Mention(Cahier.Mention.Genre.REMARQUE, "Rien à redire."));
        faits.add(new Fait.Clos());
        return faits;
    }

    /** The same with a number of throws that was announced, another round, and people who come and go. */
    static List<Fait> announcedCeremony() {
        var faits = new ArrayList<Fait>();
        faits.add(frozen());
        faits.add(new Fait.LectureChoisie(Lecture.SIEGE_RESERVE));
        faits.add(new Fait.PlanConfirme());
        faits.add(new Fait.PresenceInscrite("Mme Delcourt", QualiteDePresence.CO_PRESIDENT, true));
        faits.add(new Fait.PresenceInscrite("M. Vasseur", QualiteDePresence.CO_PRESIDENT, false));
        faits.add(new Fait.PresenceInscrite("M. Amrani", QualiteDePresence.ELU_D_OPPOSITION, true));
        faits.add(new Fait.SeanceOuverteAvecCompte(31, Optional.of(ROUND)));
        for (int i = 0; i < 10; i++) {
            faits.add(new Fait.DeLance(i, 4));
        }
        faits.add(new Fait.DrandRemplace(LATER, "Un dé a roulé sous l’estrade."));
        for (int i = 10; i < 31; i++) {
            faits.add(new Fait.DeLance(i % 10, 6));
        }
        faits.add(new Fait.DeRetire());
        faits.add(new Fait.Arrivee(5));
        faits.add(new Fait.DeLance(3, 5));
        faits.add(new Fait.Depart(6));
        faits.add(new Fait.Mention(Cahier.Mention.Genre.INCIDENT, "On attend le tour drand."));
        faits.add(new Fait.Mention(Cahier.Mention.Genre.INCIDENT, "On l’attend encore."));
        faits.add(new Fait.DrandSaisi(LATER_PROOF));
        faits.add(new Fait.GraineConfirmee());
        faits.add(new Fait.Tire(new Hash("b".repeat(64))));
        faits.add(new Fait.Proclame());
        faits.add(new Fait.Arrivee(6));
        faits.add(new Fait.Clos());
        return faits;
    }

    /** One fact of each kind, as other versions of the program wrote it and this one must read it. */
    static String stored() {
        try (var file = Faits.class.getResourceAsStream("faits.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
