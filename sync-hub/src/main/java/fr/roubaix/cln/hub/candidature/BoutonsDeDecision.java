package fr.roubaix.cln.hub.candidature;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

import fr.roubaix.cln.hub.shell.Etiquette;

/** Where an application stands, and a button for each thing that may be decided of it now. */
final class BoutonsDeDecision extends Div {

    private final Dossier dossier;
    private final ExamenDesCandidatures examen;
    private final DetailDeCandidature.Contexte contexte;
    private final Raccourcis raccourcis;

    BoutonsDeDecision(
            Dossier dossier,
            boolean limitee,
            ExamenDesCandidatures examen,
            DetailDeCandidature.Contexte contexte,
            Raccourcis raccourcis) {
        this.dossier = dossier;
        this.examen = examen;
        this.contexte = contexte;
        this.raccourcis = raccourcis;
        addClassName("actions");
        Statut lisible = examen.lisible(dossier);
        String statut = Mots.statut(lisible, this);
        if (!statut.isEmpty()) {
            add(new Paragraph(statut));
        }
        if (lisible instanceof Statut.ACompleter(var demande, var _, var _, var _)) {
            add(new Paragraph(Complement.phrase(demande, this)));
            if (examen.sansReponse(dossier.statut())) {
                add(new Paragraph(new Etiquette(Etiquette.Ton.ARRET, getTranslation("complement.sans-reponse"))));
            }
        }
        Set<Dossier.Acte> actes = examen.actes(dossier);
        if (actes.isEmpty() && !dossier.effacee() && !limitee) {
            add(new Paragraph(getTranslation("candidature.refus.LISTE_ARRETEE")));
        }
        if (dossier.statut() instanceof Statut.IrrecevabiliteProposee && actes.contains(Dossier.Acte.REPRENDRE)) {
            add(DetailDeCandidature.petit(getTranslation("candidature.attend-une-autre")));
        }
        actes.forEach(acte -> add(bouton(acte)));
        if (!limitee && !dossier.effacee() && LettresAuxPersonnes.attendue(dossier.statut())) {
            add(contexte.lettre(dossier.code()));
        }
    }

    private Button bouton(Dossier.Acte acte) {
        var vu = dossier.vu();
        String code = dossier.code().affiche();
        return switch (acte) {
            case DECLARER_RECEVABLE ->
                principal(simple(Key.KEY_R, acte, () -> examen.declarerRecevable(vu), "declaree-recevable"));
            case PROPOSER_L_IRRECEVABILITE ->
                ouvrant(
                        Key.KEY_I,
                        acte,
                        () -> new DialogueDIrrecevabilite((motif, precisions) -> contexte.agir(
                                        () -> examen.proposerLIrrecevabilite(vu, motif, precisions),
                                        getTranslation("candidature.irrecevabilite-proposee", code)))
                                .open());
            case CONFIRMER_L_IRRECEVABILITE ->
                principal(simple(Key.KEY_O, acte, () -> examen.confirmerLIrrecevabilite(vu), "declaree-irrecevable"));
            case ECARTER_L_IRRECEVABILITE ->
                simple(Key.KEY_N, acte, () -> examen.ecarterLIrrecevabilite(vu), "irrecevabilite-ecartee");
            case DEMANDER_UN_COMPLEMENT ->
                ouvrant(
                        Key.KEY_C,
                        acte,
                        () -> new DialogueDeComplement(demande -> contexte.agir(
                                        () -> examen.demanderUnComplement(vu, demande),
                                        getTranslation("candidature.complement-demande", code)))
                                .open());
            case NOTER_LA_DEMANDE_FAITE ->
                ouvrant(
                        Key.KEY_F,
                        acte,
                        () -> new DialogueDeDemandeFaite(jour -> contexte.agir(
                                        () -> examen.noterLaDemandeFaite(vu, jour),
                                        getTranslation("candidature.demande-faite", code)))
                                .open());
            case NOTER_COMPLETEE -> principal(simple(Key.KEY_C, acte, () -> examen.noterCompletee(vu), "completee"));
            case RETIRER ->
                ouvrant(
                        Key.KEY_T,
                        acte,
                        () -> new DialogueDeRetrait(voie -> contexte.agir(
                                        () -> examen.retirer(vu, voie), getTranslation("candidature.retiree", code)))
                                .open());
            case REPRENDRE -> simple(Key.KEY_A, acte, () -> examen.reprendre(vu), "reprise");
        };
    }

    private Button simple(Key touche, Dossier.Acte acte, Supplier<Optional<Refus>> decision, String reussite) {
        return ouvrant(
                touche,
                acte,
                () -> contexte.agir(
                        decision,
                        getTranslation("candidature." + reussite, dossier.code().affiche())));
    }

    private Button ouvrant(Key touche, Dossier.Acte acte, Runnable suite) {
        return raccourcis.bouton(touche, "acte." + acte.name(), suite);
    }

    private static Button principal(Button bouton) {
        bouton.addThemeVariants(ButtonVariant.PRIMARY);
        return bouton;
    }
}
