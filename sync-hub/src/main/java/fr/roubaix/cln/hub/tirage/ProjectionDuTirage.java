package fr.roubaix.cln.hub.tirage;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.tirage.Designe;
import fr.roubaix.cln.domaine.tirage.Graine;
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.domaine.tirage.ListeDuTirage;
import fr.roubaix.cln.domaine.tirage.Plan;
import fr.roubaix.cln.domaine.tirage.TirageAuSort;
import fr.roubaix.cln.domaine.tirage.VersionDuReglement;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.verifier.PvJson;

/**
 * What anybody may see of a draw, without signing in. Files take the public ceremony alone: a rehearsal cannot be asked for.
 * The room sees a rehearsal too, marked as one.
 */
@Service
@Interne("what is public: codes only, and names of people who take part in a public act")
public class ProjectionDuTirage {

    private final Tirages tirages;

    ProjectionDuTirage(Tirages tirages) {
        this.tirages = tirages;
    }

    /** The list, from its freezing on. */
    @Transactional(readOnly = true)
    public Optional<ListeDuTirage> liste(AppelId appel) {
        return tirages.tirage(appel).map(tirage -> tirage.arret().liste());
    }

    /** The bytes of {@code pv.json}, once the result is proclaimed. */
    @Transactional(readOnly = true)
    public Optional<byte[]> procesVerbal(AppelId appel) {
        return tirages.tirage(appel).filter(ProjectionDuTirage::proclame).flatMap(_ -> tirages.procesVerbal(appel));
    }

    /** Moves whenever what the room sees may have: to be asked first. */
    @Transactional(readOnly = true)
    public int version(CeremonieId id) {
        return tirages.version(id);
    }

    /** What the room sees now. */
    @Transactional(readOnly = true)
    public Vue vue(CeremonieId id) {
        var etat = tirages.etat(id);
        return new Vue(
                id,
                etat.version(),
                etat.tirage().map(ProjectionDuTirage::etape).orElse(Etape.AVANT_LA_LISTE),
                etat.cahier().annules().size(),
                etat.tirage().map(tirage -> tirage.arret().liste()),
                etat.tirage().flatMap(Tirage::lectureRetenue),
                etat.tirage().flatMap(ProjectionDuTirage::plan),
                etat.cahier().presents(),
                etat.tirage().map(tirage -> chiffres(tirage, etat.cahier())).orElse(List.of()),
                etat.cahier().corrections(),
                etat.tirage().flatMap(ProjectionDuTirage::seance),
                etat.tirage().flatMap(ProjectionDuTirage::graine),
                etat.tirage().map(this::montres).orElse(List.of()),
                etat.tirage().map(ProjectionDuTirage::sieges).orElse(0));
    }

    private static boolean proclame(Tirage tirage) {
        return etape(tirage).compareTo(Etape.PROCLAME) >= 0;
    }

    private static Etape etape(Tirage tirage) {
        return switch (tirage) {
            case Tirage.ListeArretee _, Tirage.LectureChoisie _ -> Etape.LISTE;
            case Tirage.PlanConfirme _ -> Etape.PLAN;
            case Tirage.SeanceOuverte _ -> Etape.SEANCE;
            case Tirage.DesEnCours _, Tirage.DrandSaisi _ -> Etape.DES;
            case Tirage.GraineConfirmee _ -> Etape.GRAINE;
            case Tirage.Tire _ -> Etape.SIEGES;
            case Tirage.Proclame _ -> Etape.PROCLAME;
            case Tirage.Clos _ -> Etape.CLOS;
        };
    }

    private static Optional<Plan> plan(Tirage tirage) {
        return tirage.lectureRetenue().map(lecture -> Plan.pour(tirage.arret().liste(), lecture));
    }

    private static List<Chiffre> chiffres(Tirage tirage, Cahier cahier) {
        return tirage instanceof Tirage.AvecDes des
                ? des.lancers().stream()
                        .map(lancer -> new Chiffre(
                                lancer.chiffre(),
                                cahier.presence(lancer.lanceur()).orElseThrow()))
                        .toList()
                : List.of();
    }

    private static Optional<Tirage.SeanceOuverte> seance(Tirage tirage) {
        return switch (tirage) {
            case Tirage.SeanceOuverte seance -> Optional.of(seance);
            case Tirage.AvecDes des -> Optional.of(des.seance());
            case Tirage.ListeArretee _, Tirage.LectureChoisie _, Tirage.PlanConfirme _ -> Optional.empty();
        };
    }

    private static Optional<Graine> graine(Tirage tirage) {
        return switch (tirage) {
            case Tirage.GraineConfirmee confirmee -> Optional.of(confirmee.graine());
            case Tirage.ResultatConnu connu -> Optional.of(connu.graine());
            case Tirage.AvantLesDes _, Tirage.DesEnCours _, Tirage.DrandSaisi _ -> Optional.empty();
        };
    }

    private static int sieges(Tirage tirage) {
        return plan(tirage).map(Plan::siegesATirer).orElse(0);
    }

    /** In the order of the procès-verbal, as far as the operator went; everybody once it is proclaimed. */
    private List<Designe> montres(Tirage tirage) {
        if (!(tirage instanceof Tirage.ResultatConnu connu)) {
            return List.of();
        }
        int combien = proclame(tirage) ? Integer.MAX_VALUE : connu.tire().reveles();
        if (combien == 0) {
            return List.of();
        }
        var pv = TirageAuSort.tirer(connu.arret().liste(), connu.graine(), VersionDuReglement.DE_2025);
        byte[] garde = tirages.procesVerbal(connu.id()).orElseThrow();
        if (!Arrays.equals(PvJson.write(pv), garde)) {
            throw new IllegalStateException("the procès-verbal of " + connu.id() + " is not the one its draw gives");
        }
        return pv.designes().stream().limit(combien).toList();
    }

    /** Where the room is told that the ceremony stands, in order. */
    public enum Etape {
        AVANT_LA_LISTE,
        LISTE,
        PLAN,
        SEANCE,
        DES,
        GRAINE,
        SIEGES,
        PROCLAME,
        CLOS
    }

    /** A digit, and who threw it. */
    public record Chiffre(int chiffre, Cahier.Presence lanceur) {}

    /**
     * What the room sees.
     *
     * @param id a rehearsal is to be marked as one on everything
     * @param annules how many frozen lists were annulled before this one
     * @param corrections digits mended, in the order of their mending
     * @param seance how many throws were announced and which rounds of drand, once it is open
     * @param graine once two voices confirmed it
     * @param montres members shown so far, in the order of the procès-verbal
     * @param sieges how many there will be
     */
    public record Vue(
            CeremonieId id,
            int version,
            Etape etape,
            int annules,
            Optional<ListeDuTirage> liste,
            Optional<Lecture> lecture,
            Optional<Plan> plan,
            List<Cahier.Presence> presents,
            List<Chiffre> chiffres,
            List<Cahier.Correction> corrections,
            Optional<Tirage.SeanceOuverte> seance,
            Optional<Graine> graine,
            List<Designe> montres,
            int sieges) {
        public Vue {
            presents = List.copyOf(presents);
            chiffres = List.copyOf(chiffres);
            corrections = List.copyOf(corrections);
            montres = List.copyOf(montres);
        }
    }
}
