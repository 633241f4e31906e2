package fr.roubaix.cln.kiosk.agent;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.OrigineDuSecteur;
import fr.roubaix.cln.domaine.habitant.Eligibilite;
import fr.roubaix.cln.sync.Message.FichePapier;
import fr.roubaix.cln.web.FrenchDates;
import fr.roubaix.cln.web.saisie.Question;

/** The second look: every line beside the paper, once more, before anything is sealed. */
final class RelectureDeFiche extends Div {

    private final DescriptionList lignes = Ecran.lignes();
    private final Checkbox relue = new Checkbox();

    /**
     * @param reference day on which the age is told
     * @param rouvre this mairie has closed the call
     */
    RelectureDeFiche(FicheDeCandidature fiche, FichePapier papier, LocalDate reference, boolean rouvre) {
        addClassName("agent__ecran");
        var phrase = new Paragraph(getTranslation("agent.relecture.phrase"));
        phrase.addClassName("lead");
        add(new Question(getTranslation("agent.relecture.titre")), phrase);
        papier(papier);
        personne(fiche, reference);
        add(Ecran.carte(lignes));
        if (new Eligibilite(reference).examiner(fiche.habitant().naissance())
                instanceof Eligibilite.Verdict.TropJeune) {
            add(Ecran.note("alert", "note--warn", getTranslation("agent.relecture.moins-de-16-ans")));
        }
        if (!papier.signee()) {
            add(Ecran.note("alert", "note--warn", getTranslation("agent.relecture.sans-signature")));
        }
        if (rouvre) {
            add(Ecran.note("refresh", "note--warn", getTranslation("agent.relecture.rouvre")));
        }
        relue.setLabel(getTranslation("agent.relecture.relue"));
        relue.setManualValidation(true);
        relue.addValueChangeListener(_ -> relue.setInvalid(false));
        relue.addClassName("saisie__attestation");
        add(relue);
    }

    /** Whether the agent says that each line is the paper's; the error is shown when not. */
    boolean faite() {
        if (!relue.getValue()) {
            relue.setErrorMessage(getTranslation("agent.relecture.relue.manquante"));
            relue.setInvalid(true);
            relue.focus();
        }
        return relue.getValue();
    }

    private void papier(FichePapier papier) {
        ligne("agent.fiche.original", papier.original().valeur());
        ligne("agent.fiche.recue-le", FrenchDates.day(papier.recueLe()));
        var postee = papier.posteeLe();
        if (postee != null) {
            ligne("agent.fiche.postee-le", FrenchDates.day(postee));
        }
        ligne("agent.relecture.signature", getTranslation(papier.signee() ? "agent.oui" : "agent.non"));
    }

    private void personne(FicheDeCandidature fiche, LocalDate reference) {
        var habitant = fiche.habitant();
        ligne("agent.relecture.nom", habitant.nomDeNaissance().valeur());
        var usage = habitant.nomDUsage();
        if (usage != null) {
            ligne("agent.relecture.usage", usage.valeur());
        }
        ligne("agent.relecture.prenoms", habitant.prenoms().valeur());
        ligne(
                "agent.relecture.naissance",
                getTranslation(
                        "agent.relecture.naissance.valeur",
                        FrenchDates.day(habitant.naissance().jour()),
                        habitant.naissance().ageAu(reference)));
        ligne(
                "agent.relecture.adresse",
                Stream.of(habitant.adresse().voie(), habitant.adresse().complement())
                        .filter(ligne -> !ligne.isEmpty())
                        .collect(Collectors.joining(", ")));
        ligne(
                "agent.relecture.secteur",
                getTranslation(
                        fiche.origineDuSecteur() == OrigineDuSecteur.BASE_D_ADRESSES
                                ? "agent.relecture.secteur.base"
                                : "agent.relecture.secteur.confirme",
                        fiche.secteur().nom()));
        ligne(
                "agent.relecture.parite",
                getTranslation("saisie.parite." + fiche.parite().name()));
        ligne("agent.relecture.contact", contact(fiche));
        ligne(
                "agent.relecture.publication",
                getTranslation("saisie.publication." + fiche.publication().name()));
    }

    private String contact(FicheDeCandidature fiche) {
        var telephone = fiche.contact().telephone();
        var courriel = fiche.contact().courriel();
        String moyens = Stream.of(
                        telephone == null ? "" : telephone.numero(), courriel == null ? "" : courriel.adresse())
                .filter(moyen -> !moyen.isEmpty())
                .collect(Collectors.joining(", "));
        return moyens.isEmpty() ? getTranslation("agent.relecture.contact.courrier") : moyens;
    }

    private void ligne(String cle, String valeur) {
        Ecran.ligne(lignes, getTranslation(cle), valeur);
    }
}
