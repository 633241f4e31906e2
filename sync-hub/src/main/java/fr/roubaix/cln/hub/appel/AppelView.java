package fr.roubaix.cln.hub.appel;

import java.time.Clock;

import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import fr.roubaix.cln.hub.shell.Avis;
import fr.roubaix.cln.hub.shell.Page;

/** The call for applications: its dates while it runs, a form to open one when none does. */
@Route("gestion/appel")
@Menu(title = "menu.appel", order = 20, icon = "calendar")
@RolesAllowed("SECRETARIAT")
class AppelView extends Page {

    private final Appels appels;
    private final OuvertureDAppel ouverture;
    private final ProlongationDAppel prolongation;
    private final ClotureDAppel cloture;
    private final Clock clock;
    private final Section contenu = new Section();

    AppelView(
            Appels appels,
            OuvertureDAppel ouverture,
            ProlongationDAppel prolongation,
            ClotureDAppel cloture,
            Clock clock) {
        super("appel.ecran");
        this.appels = appels;
        this.ouverture = ouverture;
        this.prolongation = prolongation;
        this.cloture = cloture;
        this.clock = clock;
        contenu.addClassName("formulaire");
        add(contenu);
        montrer();
    }

    private void montrer() {
        contenu.removeAll();
        var courant = appels.courant();
        courant.ifPresent(appel -> contenu.add(new FicheDAppel(appel, clock.instant())));
        if (courant.filter(appel -> !appel.clos()).isPresent()) {
            var appel = courant.get();
            sousTitre(appel.titre());
            contenu.add(new FormulaireDeProlongation(appel, demande -> {
                var refus = prolongation.prolonger(appel.id(), demande);
                if (refus.isEmpty()) {
                    reussir("appel.prolonge");
                }
                return refus;
            }));
            contenu.add(new FormulaireDeCloture(appel, clock.instant(), motif -> {
                var refus = cloture.clore(appel.id(), motif);
                if (refus.isEmpty()) {
                    reussir("appel.clos");
                }
                return refus;
            }));
        } else {
            sousTitre(getTranslation(courant.isPresent() ? "appel.clos.aide" : "appel.aucun"));
            contenu.add(new FormulaireDOuverture(demande -> {
                var issue = ouverture.ouvrir(demande);
                if (issue instanceof OuvertureDAppel.Issue.Ouvert) {
                    reussir("appel.ouvert");
                }
                return issue;
            }));
        }
    }

    private void reussir(String cle) {
        montrer();
        dire(Avis.Ton.REUSSITE, getTranslation(cle));
    }
}
