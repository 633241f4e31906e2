package fr.roubaix.cln.hub.tirage;

import java.util.List;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.shared.Registration;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.hub.security.DeuxVoix;
import fr.roubaix.cln.hub.shell.Avis;
import fr.roubaix.cln.hub.shell.Balise;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.FrenchDates;

/**
 * Who must act now, in words. While the presidency is to answer it looks by itself whether they did, and then offers to go
 * on: the screen never changes under the hands of whoever is typing.
 */
final class QuiAgit extends Div {

    private static final int PERIODE_MILLIS = 2_000;

    /** Ten minutes: an abandoned screen asks no more, and its session ends as any other. */
    private static final int REGARDS = 300;

    private final EtatDuTirage etat;
    private final Tirages tirages;
    private final DeuxVoix deuxVoix;
    private final Runnable suite;
    private final List<DeuxVoix.EnAttente> attentes;
    private int regards;
    private @Nullable Registration regard;

    /**
     * Says it.
     *
     * @param agit whether the person signed in leads the ceremony
     * @param suite shows the ceremony again
     */
    QuiAgit(EtatDuTirage etat, Tirages tirages, DeuxVoix deuxVoix, boolean agit, Runnable suite) {
        this.etat = etat;
        this.tirages = tirages;
        this.deuxVoix = deuxVoix;
        this.suite = suite;
        this.attentes = deuxVoix.enAttenteSur(etat.id().objet());
        addClassName("qui-agit");
        if (attentes.isEmpty()) {
            add(ligne(
                    agit ? "hand" : "clock",
                    getTranslation(agit ? "tirage.qui.vous" : "tirage.qui.tirage"),
                    getTranslation("tirage.qui." + moment(etat))));
        }
        attentes.forEach(this::attente);
    }

    /** Which sentence says what is to be done. */
    private static String moment(EtatDuTirage etat) {
        return etat.tirage()
                .map(tirage -> switch (tirage) {
                    case Tirage.ListeArretee _ -> "LECTURE";
                    case Tirage.LectureChoisie _ -> "PLAN";
                    case Tirage.PlanConfirme _ -> "PRESENCES";
                    case Tirage.SeanceOuverte _, Tirage.DesEnCours _, Tirage.DrandSaisi _ -> "DES";
                    case Tirage.GraineConfirmee _ -> "TIRER";
                    case Tirage.Tire _ -> "MONTRER";
                    case Tirage.Proclame _ -> "CLORE";
                    case Tirage.Clos _ -> "CLOS";
                })
                .orElse("LISTE");
    }

    /** Whether this very step waits for its second voice: it is not proposed twice. */
    boolean attend(String titre) {
        return attentes.stream().anyMatch(attente -> attente.titre().equals(titre));
    }

    private void attente(DeuxVoix.EnAttente attente) {
        String quand = FrenchDates.shortInstant(attente.premiere().le());
        var ligne = ligne(
                attente.pourMoi() ? "hand" : "clock",
                getTranslation(attente.pourMoi() ? "tirage.qui.vous" : "tirage.qui.presidence"),
                getTranslation(
                        attente.pourMoi() ? "tirage.qui.confirmer" : "tirage.qui.attend",
                        attente.titre(),
                        attente.premiere().par().valeur(),
                        quand));
        if (attente.pourMoi() || attente.deMoi()) {
            var lien = new Anchor(
                    "gestion/a-confirmer",
                    getTranslation(attente.pourMoi() ? "tirage.qui.ouvrir" : "tirage.qui.retirer"));
            lien.addClassName("btn");
            ligne.add(lien);
        }
        add(ligne);
    }

    private static Div ligne(String dessin, String qui, String quoi) {
        var ligne = new Div(new DrawnIcon(dessin), Balise.de("p", Balise.de("b", qui), new Span(quoi)));
        ligne.addClassName("qui-agit__ligne");
        return ligne;
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        if (!attentes.isEmpty()) {
            attach.getUI().setPollInterval(PERIODE_MILLIS);
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
        var encore = deuxVoix.enAttenteSur(etat.id().objet()).stream()
                .map(DeuxVoix.EnAttente::numero)
                .toList();
        boolean repondu =
                !encore.equals(attentes.stream().map(DeuxVoix.EnAttente::numero).toList());
        if (repondu) {
            removeAll();
            boolean avance = tirages.version(etat.id()) != etat.version();
            var continuer = new Button(getTranslation("tirage.qui.continuer"), _ -> suite.run());
            continuer.addThemeVariants(ButtonVariant.PRIMARY);
            add(new Avis(
                            avance ? Avis.Ton.REUSSITE : Avis.Ton.ATTENTION,
                            getTranslation(avance ? "tirage.qui.repondu" : "tirage.qui.retire"))
                    .avec(continuer));
        }
        if (repondu || regards >= REGARDS) {
            cesser();
        }
    }

    private void cesser() {
        if (regard != null) {
            regard.remove();
            regard = null;
            getUI().ifPresent(ui -> ui.setPollInterval(-1));
        }
    }
}
