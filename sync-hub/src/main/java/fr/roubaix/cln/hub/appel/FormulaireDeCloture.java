package fr.roubaix.cln.hub.appel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;

import fr.roubaix.cln.hub.shell.Confirmation;

/** The end of the call, confirmed once because nothing reopens it. */
final class FormulaireDeCloture extends Section {

    FormulaireDeCloture(AppelSuivi suivi, Instant maintenant, Function<String, Optional<Refus>> clore) {
        addClassName("panel");
        boolean enCours = maintenant.isBefore(suivi.appel().fin());
        var motif = new TextField(getTranslation("appel.motif"));
        motif.setVisible(enCours);
        var refuses = new ChampsRefuses(this);
        refuses.champ(Refus.Champ.MOTIF, motif);
        var bouton = new Button(getTranslation("appel.clore"), _ -> {
            if (enCours && motif.getValue().isBlank()) {
                refuses.montrer(List.of(Refus.MOTIF_MANQUANT));
                return;
            }
            var question = new Confirmation(
                    "appel.clore.question",
                    "appel.clore",
                    () -> refuses.montrer(
                            clore.apply(motif.getValue()).map(List::of).orElse(List.of())));
            question.setText(getTranslation("appel.clore.consequence"));
            question.open();
        });
        bouton.addThemeVariants(ButtonVariant.ERROR);
        var champs = new Div(refuses.ailleurs(), motif, bouton);
        champs.addClassName("formulaire");
        add(
                new H2(getTranslation("appel.clore.titre")),
                new Paragraph(getTranslation(enCours ? "appel.clore.en-cours" : "appel.clore.finie")),
                champs);
    }
}
