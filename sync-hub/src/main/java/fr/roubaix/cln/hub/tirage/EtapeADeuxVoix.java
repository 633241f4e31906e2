package fr.roubaix.cln.hub.tirage;

import java.time.Clock;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;

import fr.roubaix.cln.hub.candidature.GelDesDecisions;
import fr.roubaix.cln.hub.register.Inscription;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.ActeADeuxVoix;
import fr.roubaix.cln.hub.security.GenreDActe;
import fr.roubaix.cln.hub.security.Parametres;
import fr.roubaix.cln.hub.security.Presentation;
import fr.roubaix.cln.hub.security.Voix;

/**
 * A step of the ceremony that cannot be undone: the draw enters it, the presidency confirms it on their own session. What
 * both are shown names the step of the ceremony that it rests on, so that anything done meanwhile makes it void; a remark
 * does not, except for the closing of the procès-verbal, which would miss it.
 */
final class EtapeADeuxVoix implements ActeADeuxVoix {

    private static final String NE_PEUT_PLUS =
            "La cérémonie a avancé depuis : ce qui était proposé ne peut plus se faire. Relisez l’écran du tirage.";
    private static final String TOUR_PUBLIE =
            "Le tour drand annoncé est déjà publié : retirez cette proposition et annoncez un tour plus lointain.";

    private final Etape etape;
    private final TiragesModifiables tirages;
    private final Greffe greffe;
    private final GelDesDecisions gel;
    private final Registre registre;
    private final GardeDesPieces garde;
    private final ApplicationEventPublisher evenements;
    private final Clock clock;

    EtapeADeuxVoix(
            Etape etape,
            TiragesModifiables tirages,
            Greffe greffe,
            GelDesDecisions gel,
            Registre registre,
            GardeDesPieces garde,
            ApplicationEventPublisher evenements,
            Clock clock) {
        this.etape = etape;
        this.tirages = tirages;
        this.greffe = greffe;
        this.gel = gel;
        this.registre = registre;
        this.garde = garde;
        this.evenements = evenements;
        this.clock = clock;
    }

    @Override
    public GenreDActe genre() {
        return etape.genre();
    }

    @Override
    public Optional<Presentation> presenter(Parametres parametres) {
        var id = Etape.ceremonie(parametres);
        var etat = tirages.etat(id);
        Fait fait = etape.fait(parametres);
        if (Propose.obstacle(etat, fait, clock.instant()).isPresent()) {
            return Optional.empty();
        }
        int repose = fait instanceof Fait.Clos ? etat.version() : etat.pas();
        return Optional.of(new Presentation(id.objet(), new TexteDeLEtape(etat).pour(fait), "fait " + repose));
    }

    @Override
    public boolean retenir(Parametres parametres) {
        return tirages.tenir(Etape.ceremonie(parametres));
    }

    @Override
    public Optional<String> executer(Parametres parametres, Voix premiere, Voix seconde) {
        var id = Etape.ceremonie(parametres);
        Fait fait = etape.fait(parametres);
        var acte = new Tirage.Acte(premiere.par(), seconde.le(), Optional.of(seconde.par()));
        var refus = greffe.ecrire(id, fait, acte);
        if (refus.isPresent()) {
            return Optional.of(refus.get() == Refus.DRAND_DEJA_PUBLIE ? TOUR_PUBLIE : NE_PEUT_PLUS);
        }
        if (fait instanceof Fait.ArretAnnule && id instanceof CeremonieId.Publique(var appel)) {
            gel.degeler(appel);
        }
        registre.inscrire(
                premiere.auteur(),
                preciser(etape.acte().sur(id.objet()), fait, tirages.etat(id)).avec("confirme-par", seconde));
        if (fait instanceof Fait.Clos) {
            // After the row of the register, which the pieces print.
            garde.garder(id);
            evenements.publishEvent(new GardeDesPieces.Close(id));
        }
        return Optional.empty();
    }

    private static Inscription preciser(Inscription inscription, Fait fait, EtatDuTirage etat) {
        if (fait instanceof Fait.ArretAnnule(var motif)) {
            return inscription
                    .motif(motif)
                    .avec("liste", etat.cahier().annules().getLast().liste().hex());
        }
        var tirage = etat.tirage().orElseThrow();
        if (fait instanceof Fait.DrandRemplace(var drand, var motif)) {
            return inscription
                    .motif(motif)
                    .avec("liste", tirage.arret().liste().empreinte().hex())
                    .avec("drand", drand.toString());
        }
        var avecLaListe =
                inscription.avec("liste", tirage.arret().liste().empreinte().hex());
        return switch (tirage) {
            case Tirage.ListeArretee _, Tirage.DesEnCours _, Tirage.DrandSaisi _, Tirage.Tire _ -> avecLaListe;
            case Tirage.LectureChoisie choisie ->
                avecLaListe.avec("lecture", choisie.lecture().name());
            case Tirage.PlanConfirme plan ->
                avecLaListe.avec("lecture", plan.avant().lecture().name());
            case Tirage.SeanceOuverte seance ->
                avecLaListe
                        .avec("presents", etat.cahier().presents().size())
                        .avec("lancers", seance.attendus())
                        .avec("drand", seance.drand().map(Object::toString).orElse("non"));
            case Tirage.GraineConfirmee graine ->
                avecLaListe.avec("graine", graine.graine().texte());
            case Tirage.Proclame proclame ->
                avecLaListe.avec("pv", proclame.tire().pv().hex());
            case Tirage.Clos clos ->
                avecLaListe
                        .avec("pv", clos.tire().pv().hex())
                        .avec("mentions", etat.cahier().mentions().size());
        };
    }
}
