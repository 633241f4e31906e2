package fr.roubaix.cln.hub.ingest;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;

import fr.roubaix.cln.hub.ingest.MisesDeCote.Filtre;
import fr.roubaix.cln.sync.KioskId;

/** What narrows the list: whether it waits, why it was set aside, from which kiosk. */
final class FiltreDesMisesDeCote extends Div {

    /** The states one may ask for. */
    enum Etat {
        EN_ATTENTE,
        REGLEE
    }

    private final Select<Etat> etat = new Select<>();
    private final Select<Reason> raison = new Select<>();
    private final Select<KioskId> borne = new Select<>();
    private final Span compte = new Span();

    FiltreDesMisesDeCote(List<KioskId> bornes, Function<KioskId, String> nom, Runnable change) {
        addClassName("flt");
        preparer(etat, "mise.etat", List.of(Etat.values()), e -> getTranslation("mise.etat." + e.name()), change);
        preparer(
                raison,
                "mise.raison",
                List.of(Reason.values()),
                r -> getTranslation("mise.raison." + r.name()),
                change);
        preparer(
                borne,
                "mise.borne",
                bornes.stream().sorted(Comparator.comparingInt(KioskId::numero)).toList(),
                nom,
                change);
        etat.setValue(Etat.EN_ATTENTE);
        compte.addClassNames("compte", "muted", "small");
        compte.getElement().setAttribute("role", "status");
        add(etat, raison, borne, compte);
    }

    private <T> void preparer(
            Select<T> choix, String titre, List<T> valeurs, Function<T, String> mot, Runnable change) {
        choix.setLabel(getTranslation(titre));
        choix.setItems(valeurs);
        choix.setEmptySelectionAllowed(true);
        choix.setEmptySelectionCaption(getTranslation("mise.toutes"));
        choix.setItemLabelGenerator(v -> v == null ? getTranslation("mise.toutes") : mot.apply(v));
        choix.addValueChangeListener(evenement -> {
            if (evenement.isFromClient() || isAttached()) {
                change.run();
            }
        });
    }

    Filtre valeur() {
        return new Filtre(
                Optional.ofNullable(etat.getValue()).map(Etat.EN_ATTENTE::equals),
                Optional.ofNullable(raison.getValue()),
                Optional.ofNullable(borne.getValue()));
    }

    void compter(int montrees) {
        compte.setText(getTranslation("mise.affichees", montrees));
    }
}
