package fr.roubaix.cln.hub.tirage;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.shared.Registration;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.tirage.AnnonceDrand;
import fr.roubaix.cln.hub.shell.Avis;
import fr.roubaix.cln.web.FrenchDates;

/**
 * Until when the dice are entered, where a round of drand is announced: it looks at the clock by itself, so that nobody
 * finds out with a die in hand that the hour has passed.
 */
final class EcheanceDuTour extends Div {

    /** Less leaves little room for a die that rolls under the table. */
    private static final Duration BIENTOT = Duration.ofMinutes(5);

    private static final int PERIODE_MILLIS = 5_000;

    /** Half an hour after the last throw: an abandoned screen asks no more, and its session ends as any other. */
    private static final int REGARDS = 360;

    private final Clock clock;
    private Optional<Tirage.DesEnCours> des = Optional.empty();
    private String dit = "";
    private int regards;
    private @Nullable Registration regard;

    EcheanceDuTour(Clock clock) {
        this.clock = clock;
    }

    /** Says it, of dice not yet completed by their round. */
    void montrer(Optional<Tirage.DesEnCours> enCours) {
        des = enCours.filter(d -> d.seance().lancers().isPresent());
        regards = 0;
        relire();
    }

    private void relire() {
        des.flatMap(d -> d.seance().drand().map(annonce -> phrase(d, annonce)))
                .ifPresentOrElse(this::montrer, this::removeAll);
    }

    /** Only when it changes: a screen reader would say it again at each look. */
    private void montrer(Phrase phrase) {
        if (!phrase.mots().equals(dit)) {
            dit = phrase.mots();
            removeAll();
            add(new Avis(phrase.ton(), phrase.mots()));
        }
    }

    private record Phrase(Avis.Ton ton, String mots) {}

    private Phrase phrase(Tirage.DesEnCours enCours, AnnonceDrand annonce) {
        boolean passee = annonce.connueLe(clock.instant());
        long minutes = Duration.between(clock.instant(), annonce.publieLe()).toMinutes();
        boolean bientot = !passee && !enCours.complets() && minutes < BIENTOT.toMinutes();
        String cle = "tirage.echeance." + (passee ? "passee" : "avant")
                + (enCours.complets() ? ".complets" : bientot ? ".bientot" : "");
        return new Phrase(
                passee && !enCours.complets() ? Avis.Ton.ERREUR : bientot ? Avis.Ton.ATTENTION : Avis.Ton.INFORMATION,
                getTranslation(cle, annonce.toString(), FrenchDates.shortInstant(annonce.publieLe()), minutes));
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        if (des.flatMap(d -> d.seance().drand()).isPresent()) {
            if (attach.getUI().getPollInterval() < 0) {
                attach.getUI().setPollInterval(PERIODE_MILLIS);
            }
            regard = attach.getUI().addPollListener(_ -> regarder());
        }
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        cesser();
        super.onDetach(detach);
    }

    private void regarder() {
        regards++;
        relire();
        if (regards >= REGARDS) {
            cesser();
        }
    }

    private void cesser() {
        if (regard != null) {
            regard.remove();
            regard = null;
            getUI().filter(ui -> ui.getPollInterval() == PERIODE_MILLIS).ifPresent(ui -> ui.setPollInterval(-1));
        }
    }
}
