package fr.roubaix.cln.hub.candidature;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.QueryParameters;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.candidature.Origine;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.web.DrawnIcon;

/**
 * What narrows the list. Choices stand in the address of the page, so that a link or a return shows the same list; words typed
 * do not: a name has no place in an address.
 */
final class FiltreDeCandidatures extends Div {

    /** The states one may ask for; without any, all but those taken back. */
    enum Etat {
        A_EXAMINER,
        EN_ALERTE,
        SECTEUR_A_VERIFIER,
        DOUBLON,
        A_COMPLETER,
        A_CONFIRMER,
        RECEVABLE,
        IRRECEVABLE,
        RETIREE;

        boolean accepte(IndexDeLAppel.Ligne ligne, Set<ReceiptCode> doublons) {
            var dossier = ligne.dossier();
            if (dossier.effacee()) {
                return false;
            }
            return switch (this) {
                case A_EXAMINER -> dossier.statut().attend();
                case EN_ALERTE -> dossier.statut().attend() && ligne.enAlerte();
                case SECTEUR_A_VERIFIER -> dossier.secteurAVerifier();
                case DOUBLON -> doublons.contains(dossier.code());
                case A_COMPLETER -> dossier.statut() instanceof Statut.ACompleter;
                case A_CONFIRMER -> dossier.statut() instanceof Statut.IrrecevabiliteProposee;
                case RECEVABLE -> dossier.statut() instanceof Statut.Recevable;
                case IRRECEVABLE -> dossier.statut() instanceof Statut.Irrecevable;
                case RETIREE -> dossier.statut() instanceof Statut.Retiree;
            };
        }
    }

    /** The age classes, and those who have none. */
    enum Age {
        MOINS_DE_16(Optional.empty()),
        DE_16_A_25(Optional.of(ClasseAge.DE_16_A_25)),
        DE_26_A_64(Optional.of(ClasseAge.DE_26_A_64)),
        A_PARTIR_DE_65(Optional.of(ClasseAge.A_PARTIR_DE_65));

        @SuppressWarnings("ImmutableEnumChecker") // an Optional of an enum
        private final Optional<ClasseAge> classe;

        Age(Optional<ClasseAge> classe) {
            this.classe = classe;
        }
    }

    private final TextField mots = new TextField(getTranslation("candidatures.chercher"));
    private final Select<Secteur> secteur = choix("secteur", Secteur.values(), Secteur::nom);
    private final Select<Parite> sexe =
            choix("sexe", Parite.values(), parite -> getTranslation("parite.court." + parite.name()));
    private final Select<Age> age = choix(
            "age",
            Age.values(),
            a -> a.classe.map(ClasseAge::code).orElseGet(() -> getTranslation("candidatures.moins-de-16")));
    private final Select<Etat> etat = choix("etat", Etat.values(), e -> getTranslation("etat." + e.name()));
    private final Select<Origine> origine =
            choix("origine", Origine.values(), o -> getTranslation("origine." + o.name()));
    private final Span compte = new Span();
    private boolean lecture;

    FiltreDeCandidatures(Runnable change) {
        addClassName("flt");
        mots.setPrefixComponent(new DrawnIcon("search"));
        mots.setClearButtonVisible(true);
        mots.setValueChangeMode(ValueChangeMode.LAZY);
        mots.addValueChangeListener(_ -> change.run());
        for (Select<?> select : selects()) {
            select.addValueChangeListener(_ -> {
                if (!lecture) {
                    change.run();
                }
            });
        }
        compte.addClassNames("compte", "muted", "small");
        compte.getElement().setAttribute("role", "status");
        add(mots);
        selects().forEach(this::add);
        add(compte);
    }

    private List<Select<?>> selects() {
        return List.of(secteur, sexe, age, etat, origine);
    }

    private <T> Select<T> choix(String cle, T[] valeurs, Function<T, String> mot) {
        String tous = getTranslation("candidatures.filtre." + cle + ".tous");
        var select = new Select<T>();
        select.setLabel(getTranslation("candidatures." + cle));
        select.addClassName("flt--" + cle);
        select.setItems(valeurs);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(tous);
        select.setPlaceholder(tous);
        select.setItemLabelGenerator(valeur -> valeur == null ? tous : mot.apply(valeur));
        return select;
    }

    Predicate<IndexDeLAppel.Ligne> predicat(Set<ReceiptCode> doublons) {
        List<String> cherches = Arrays.asList(Recherche.cle(mots.getValue()).split("\\s+", -1));
        Secteur s = secteur.getValue();
        Parite p = sexe.getValue();
        Age a = age.getValue();
        Etat e = etat.getValue();
        Origine o = origine.getValue();
        return ligne -> {
            var dossier = ligne.dossier();
            return (s == null || dossier.secteur() == s)
                    && (p == null || dossier.parite() == p)
                    && (a == null || dossier.classe().equals(a.classe))
                    && (o == null || dossier.circonstances().origine() == o)
                    && (e == null ? !(dossier.statut() instanceof Statut.Retiree) : e.accepte(ligne, doublons))
                    && cherches.stream().allMatch(ligne.cle()::contains);
        };
    }

    /** Where the keyboard goes when a panel closes: the next file is searched for, or is one tabulation away. */
    void prendreLaMain() {
        mots.focus();
    }

    void effacer() {
        selects().forEach(Select::clear);
        mots.clear();
    }

    QueryParameters parametres() {
        var valeurs = new HashMap<String, String>();
        noter(valeurs, "secteur", secteur.getValue());
        noter(valeurs, "sexe", sexe.getValue());
        noter(valeurs, "age", age.getValue());
        noter(valeurs, "etat", etat.getValue());
        noter(valeurs, "origine", origine.getValue());
        return QueryParameters.simple(valeurs);
    }

    private static void noter(Map<String, String> valeurs, String cle, @Nullable Enum<?> valeur) {
        if (valeur != null) {
            valeurs.put(cle, valeur.name());
        }
    }

    /** Chooses what an address says; what it says that has no meaning here is left out. */
    void lire(QueryParameters parametres) {
        lecture = true;
        poser(secteur, parametres, "secteur", Secteur.values());
        poser(sexe, parametres, "sexe", Parite.values());
        poser(age, parametres, "age", Age.values());
        poser(etat, parametres, "etat", Etat.values());
        poser(origine, parametres, "origine", Origine.values());
        lecture = false;
    }

    private static <T extends Enum<T>> void poser(
            Select<T> select, QueryParameters parametres, String cle, T[] valeurs) {
        String voulue = parametres.getSingleParameter(cle).orElse("");
        Arrays.stream(valeurs)
                .filter(valeur -> valeur.name().equals(voulue))
                .findFirst()
                .ifPresentOrElse(select::setValue, select::clear);
    }

    void compter(int montrees, int toutes) {
        compte.setText(getTranslation("candidatures.affichees", montrees, toutes));
    }
}
