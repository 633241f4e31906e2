package fr.roubaix.cln.hub.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.domaine.tirage.Plan;
import fr.roubaix.cln.domaine.tirage.ProcesVerbal;
import fr.roubaix.cln.hub.affichage.Publicites;
import fr.roubaix.cln.hub.publication.PageDuTirage.Conseil;
import fr.roubaix.cln.hub.publication.PageDuTirage.PlanPublic;
import fr.roubaix.cln.hub.publication.TiragePublie.AvecResultat;
import fr.roubaix.cln.hub.publication.TiragePublie.Clos;
import fr.roubaix.cln.hub.publication.TiragePublie.ListePubliee;
import fr.roubaix.cln.hub.publication.TiragePublie.Proclame;
import fr.roubaix.cln.hub.publication.TiragePublie.Resultat;
import fr.roubaix.cln.hub.tirage.PiecesGardees;
import fr.roubaix.cln.hub.verificateur.EmpreinteDuVerificateur;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.verifier.Verdict;
import fr.roubaix.cln.web.FrenchDates;

/** The draws for everyone (art. 7 §2): who sits, by code, why, with what chances; and all it takes to do them again. */
@Controller
class TiragesController {

    private final TiragesPublies tirages;
    private final PageSansListe sansListe;
    private final PiecesGardees pieces;
    private final ResultatsVerifies resultats;
    private final FichiersPublics fichiers;
    private final Publicites publicites;
    private final EmpreinteDuVerificateur verificateur;

    TiragesController(
            TiragesPublies tirages,
            PageSansListe sansListe,
            PiecesGardees pieces,
            ResultatsVerifies resultats,
            FichiersPublics fichiers,
            Publicites publicites,
            EmpreinteDuVerificateur verificateur) {
        this.tirages = tirages;
        this.sansListe = sansListe;
        this.pieces = pieces;
        this.resultats = resultats;
        this.fichiers = fichiers;
        this.publicites = publicites;
        this.verificateur = verificateur;
    }

    @GetMapping("/tirages")
    String tous(Model model) {
        model.addAttribute(
                "tirages",
                tirages.tous().stream().map(TiragesController::resume).toList());
        model.addAttribute("annules", tirages.annules());
        return "publication/tirages";
    }

    @GetMapping("/tirages/{appel:[a-z0-9-]{1,32}}")
    String tirage(@PathVariable String appel, Model model) {
        var enAttente = tirages.sansListe(new AppelId(appel));
        if (enAttente.isPresent()) {
            return sansListe.montrer(enAttente.get(), model);
        }
        var tirage = tirages.demande(appel);
        entete(tirage, model);
        switch (tirage) {
            case ListePubliee publiee -> model.addAttribute("plans", plans(publiee));
            case Proclame proclame -> resultat(proclame.resultat(), model);
            case Clos clos -> {
                resultat(clos.resultat(), model);
                var id = clos.procesVerbal().id();
                model.addAttribute("fichiers", fichiers.de(id));
                var programmes = ProgrammePublic.de(pieces.programmes(id), verificateur);
                model.addAttribute("programmes", programmes);
                model.addAttribute("aujourdHui", ProgrammePublic.autresAujourdHui(programmes, verificateur));
                model.addAttribute("dates", DatesPubliques.de(clos.procesVerbal(), publicites.de(clos.procesVerbal())));
            }
        }
        model.addAttribute("programme", verificateur.duProgramme().orElse(null));
        model.addAttribute("pageHorsLigne", verificateur.deLaPage());
        return "publication/tirage";
    }

    @GetMapping("/tirages/{appel:[a-z0-9-]{1,32}}/verifier")
    String verifier(@PathVariable String appel, Model model) {
        var tirage = tirages.demande(appel);
        entete(tirage, model);
        if (tirage instanceof AvecResultat connu) {
            model.addAttribute(
                    "pvSha256", Hash.of(connu.resultat().pv().toArray()).hex());
        }
        return "publication/verifier";
    }

    /** What every page of a draw says first. */
    static void entete(TiragePublie tirage, Model model) {
        var entete = tirage.entete();
        model.addAttribute("appel", entete.appel());
        model.addAttribute("nomDeLAppel", entete.titre());
        model.addAttribute("lieu", entete.lieu());
        model.addAttribute("jour", jour(tirage));
        model.addAttribute("arreteeLe", FrenchDates.fullInstant(entete.arreteeLe()));
        model.addAttribute("liste", tirage.liste());
        model.addAttribute(
                "tailleDeLaListe", FichiersPublics.taille(tirage.liste().octets().length));
        model.addAttribute(
                "empreinte", PageDuTirage.quartets(tirage.liste().empreinte().hex()));
        model.addAttribute("annulees", entete.annulees());
        model.addAttribute("proclame", tirage instanceof AvecResultat);
        model.addAttribute(
                "etapeDesDes",
                tirage instanceof ListePubliee publiee ? publiee.des().name() : null);
    }

    /** The day announced, then the one on which the result was proclaimed. */
    private static String jour(TiragePublie tirage) {
        return FrenchDates.fullDay(
                switch (tirage) {
                    case ListePubliee publiee -> publiee.entete().jour();
                    case AvecResultat connu ->
                        LocalDate.ofInstant(connu.resultat().proclameLe(), Appel.ROUBAIX);
                });
    }

    private void resultat(Resultat proclame, Model model) {
        model.addAttribute("proclameLe", FrenchDates.fullInstant(proclame.proclameLe()));
        model.addAttribute("pvSha256", Hash.of(proclame.pv().toArray()).hex());
        verifie(resultats.de(proclame), model).ifPresent(pv -> {
            model.addAttribute("pv", pv);
            model.addAttribute("conseil", Conseil.de(proclame.liste(), pv));
            model.addAttribute("des", PageDuTirage.quartets(pv.graine().des().chiffres()));
            model.addAttribute("plans", List.of(PlanPublic.de(pv)));
        });
    }

    /** The draw as its files give it; says why they do not, should they ever be altered. */
    static Optional<ProcesVerbal> verifie(Verdict verdict, Model model) {
        if (verdict instanceof Verdict.Conforme(var pv)) {
            return Optional.of(pv);
        }
        model.addAttribute("alteration", verdict.phrase());
        return Optional.empty();
    }

    /** Under the reading that was chosen, or under each of them while none is. */
    private static List<PlanPublic> plans(ListePubliee publiee) {
        return publiee.lecture()
                .map(Stream::of)
                .orElseGet(() -> Stream.of(Lecture.values()))
                .map(lecture -> PlanPublic.de(Plan.pour(publiee.liste(), lecture)))
                .toList();
    }

    private static Resume resume(TiragePublie tirage) {
        var entete = tirage.entete();
        return new Resume(
                entete.appel().valeur(),
                entete.titre(),
                jour(tirage),
                tirage.liste().candidats(),
                tirage instanceof AvecResultat);
    }

    /** A draw in the list of draws. */
    record Resume(String appel, String titre, String jour, int candidats, boolean proclame) {}
}
