package fr.roubaix.cln.kiosk.agent;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import fr.roubaix.cln.kiosk.agent.Copies.Branchee;
import fr.roubaix.cln.kiosk.session.IdleGuard;
import fr.roubaix.cln.kiosk.sync.CleUsb.Contenu;
import fr.roubaix.cln.kiosk.sync.CleUsb.Support;
import fr.roubaix.cln.web.saisie.Question;

/**
 * Envelopes to a USB stick, and the hub's answer back. The copy runs beside the screen, which asks what became of it;
 * nobody is asked whether they are still there meanwhile, for five minutes at most.
 */
final class EcranDeLaCle extends Div implements Ecran {

    private static final Logger LOG = LoggerFactory.getLogger(EcranDeLaCle.class);

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Most sticks are listed at once: then the screen need not wait for the next look. */
    private static final Duration UN_INSTANT = Duration.ofMillis(200);

    /** After so many looks without an answer, about nine seconds, a stick hangs. */
    private static final int REGARDS_SANS_REPONSE = 3;

    private final Copies copies;
    private final Paragraph aucune;
    private final Paragraph muette;
    private final Paragraph enRecherche;
    private final RadioButtonGroup<Support> supports = new RadioButtonGroup<>();
    private final RadioButtonGroup<Contenu> contenu = new RadioButtonGroup<>();
    private final RadioButtonGroup<Path> retours = new RadioButtonGroup<>();
    private final Paragraph aucunRetour = new Paragraph();
    private final Button exporter;
    private final Button importer;
    private final Button retour;
    private final Div cartes = new Div();
    private final Div resultat = new Div();
    private List<Branchee> branchees = List.of();
    private List<Path> fichiers = List.of();
    private @Nullable CompletableFuture<List<Branchee>> recherche;
    private int sansReponse;
    private @Nullable CompletableFuture<Bilan> copie;

    EcranDeLaCle(VisiteDAgent visite, Copies copies) {
        this.copies = copies;
        addClassName("agent__ecran");
        aucune = Ecran.note("info", "note--info", getTranslation("agent.cle.aucune"));
        aucune.getElement().setAttribute("role", "status");
        muette = Ecran.note("alert", "note--warn", getTranslation("agent.cle.muette"));
        muette.getElement().setAttribute("role", "alert");
        enRecherche = Ecran.note("clock", "note--info", getTranslation("agent.cle.recherche"));
        exporter = new Button(getTranslation("agent.export"), _ -> visite.sousSession(this::exporter));
        exporter.addThemeVariants(ButtonVariant.PRIMARY);
        importer = new Button(getTranslation("agent.import"), _ -> visite.sousSession(this::importer));
        retour = new Button(getTranslation("agent.retour"), _ -> visite.accueil());
        resultat.getElement().setAttribute("role", "status");
        resultat.addClassName("agent__notes");
        regler();
        cartes.addClassName("agent__cartes");
        cartes.add(carteDExport(), carteDImport());
        add(
                Ecran.tete(new Question(getTranslation("agent.cle")), retour),
                enRecherche,
                aucune,
                muette,
                supports,
                resultat,
                cartes);
        List.of(aucune, muette, supports, cartes).forEach(partie -> partie.setVisible(false));
        chercher();
    }

    private void regler() {
        supports.setLabel(getTranslation("agent.cle.laquelle"));
        supports.setItemLabelGenerator(support -> support.protegee()
                ? getTranslation("agent.cle.support.protege", support.nom())
                : getTranslation("agent.cle.support", support.nom(), Octets.lisibles(support.libre())));
        supports.addValueChangeListener(_ -> montrerLesRetours());
        contenu.setLabel(getTranslation("agent.export.contenu"));
        contenu.setItems(Contenu.values());
        contenu.setItemLabelGenerator(un -> getTranslation("agent.export.contenu." + un.name()));
        contenu.setValue(Contenu.EN_ATTENTE);
        retours.setLabel(getTranslation("agent.import.lequel"));
        retours.setItemLabelGenerator(fichier -> String.valueOf(fichier.getFileName()));
        aucunRetour.setText(getTranslation("agent.import.aucun"));
        List.of(supports, contenu, retours).forEach(groupe -> groupe.addClassName("agent__choix"));
    }

    private Div carteDExport() {
        return Ecran.carte(
                new H2(getTranslation("agent.export.titre")),
                new Paragraph(getTranslation("agent.export.explication")),
                contenu,
                Ecran.actes(exporter));
    }

    private Div carteDImport() {
        return Ecran.carte(
                new H2(getTranslation("agent.import.titre")),
                new Paragraph(getTranslation("agent.import.explication")),
                aucunRetour,
                retours,
                Ecran.actes(importer));
    }

    private void exporter() {
        choisi().ifPresent(support ->
                lancer(copies.exporter(support, contenu.getValue()).thenApply(Bilan::de), "agent.export.en-cours"));
    }

    private void importer() {
        Optional.ofNullable(retours.getValue())
                .ifPresent(fichier -> lancer(copies.importer(fichier).thenApply(Bilan::de), "agent.import.en-cours"));
    }

    private void lancer(CompletableFuture<Bilan> lancee, String texte) {
        if (copie != null) {
            return;
        }
        copie = lancee;
        occuper(true);
        resultat.removeAll();
        resultat.add(Ecran.note("clock", "note--info", getTranslation(texte)));
        getUI().ifPresent(ui -> IdleGuard.delay(ui, PATIENCE));
        regarder();
    }

    private void occuper(boolean occupe) {
        List.of(exporter, importer, retour).forEach(bouton -> bouton.setEnabled(!occupe));
    }

    @Override
    public void regarder() {
        if (copie == null) {
            chercher();
        } else if (copie.isDone()) {
            var bilan = copie.exceptionally(EcranDeLaCle::imprevu).join();
            copie = null;
            occuper(false);
            resultat.removeAll();
            bilan.phrases()
                    .forEach(phrase -> resultat.add(Ecran.note(
                            bilan.reussi() ? "check-circle" : "alert",
                            bilan.reussi() ? "note--ok" : "note--warn",
                            getTranslation(phrase.cle(), phrase.valeurs()))));
            getUI().ifPresent(IdleGuard::resume);
            chercher();
        }
    }

    private static Bilan imprevu(Throwable cause) {
        LOG.error("A copy to or from a stick broke off", cause);
        return Bilan.rate(
                cause instanceof TimeoutException || cause.getCause() instanceof TimeoutException
                        ? "agent.cle.muette"
                        : "agent.cle.imprevu");
    }

    /** Sticks come and go without anybody telling. The system is asked beside the screen: a damaged stick never answers. */
    private void chercher() {
        if (recherche == null) {
            recherche = copies.branchees();
            attendre(recherche);
        }
        if (recherche.isDone()) {
            var trouvees = recherche.exceptionally(EcranDeLaCle::illisibles).join();
            recherche = null;
            sansReponse = 0;
            montrer(trouvees);
        } else {
            sansReponse++;
            if (sansReponse >= REGARDS_SANS_REPONSE) {
                List.of(enRecherche, aucune, supports, cartes).forEach(partie -> partie.setVisible(false));
                muette.setVisible(true);
            }
        }
    }

    private static void attendre(CompletableFuture<List<Branchee>> commencee) {
        try {
            commencee
                    .copy()
                    .orTimeout(UN_INSTANT.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException e) {
            LOG.debug("The sticks are not listed yet", e);
        }
    }

    private static List<Branchee> illisibles(Throwable cause) {
        LOG.error("The sticks cannot be listed", cause);
        return List.of();
    }

    /** The choice stays with the stick that is still there. */
    private void montrer(List<Branchee> trouvees) {
        var trouves = trouvees.stream().map(Branchee::support).toList();
        var avant = choisi().map(Support::dossier);
        boolean autres =
                !trouves.equals(branchees.stream().map(Branchee::support).toList());
        branchees = trouvees;
        if (autres) {
            supports.setItems(trouves);
            trouves.stream()
                    .filter(support -> avant.filter(support.dossier()::equals).isPresent())
                    .findFirst()
                    .or(() -> trouves.size() == 1 ? Optional.of(trouves.getFirst()) : Optional.empty())
                    .ifPresent(supports::setValue);
        }
        supports.setVisible(!trouves.isEmpty());
        cartes.setVisible(!trouves.isEmpty());
        aucune.setVisible(trouves.isEmpty());
        muette.setVisible(false);
        enRecherche.setVisible(false);
        montrerLesRetours();
    }

    private void montrerLesRetours() {
        var trouves = choisi().stream()
                .flatMap(support ->
                        branchees.stream().filter(une -> une.support().equals(support)))
                .flatMap(une -> une.retours().stream())
                .toList();
        if (!trouves.equals(fichiers)) {
            fichiers = trouves;
            retours.setItems(trouves);
            trouves.stream().findFirst().ifPresent(retours::setValue);
        }
        retours.setVisible(!trouves.isEmpty());
        aucunRetour.setVisible(trouves.isEmpty());
        importer.setVisible(!trouves.isEmpty());
        exporter.setEnabled(copie == null && choisi().isPresent());
    }

    private Optional<Support> choisi() {
        return Optional.ofNullable(supports.getValue());
    }
}
