package fr.roubaix.cln.web.saisie;

import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;

import fr.roubaix.cln.domaine.habitant.Adresse;
import fr.roubaix.cln.domaine.habitant.Saisie;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.web.DrawnIcon;

/** The address as typed and the sector as chosen. The suggestions of the address base will come beside them. */
public final class ChampsDeLAdresse extends Reponse<ChampsDeLAdresse.Domicile> {

    /** Where the person lives. */
    public record Domicile(Adresse adresse, Secteur secteur) {}

    private final Champ voie = new Champ("voie");
    private final Champ complement = new Champ("complement");
    private final Choix<Secteur> secteur = new Choix<>("secteur", List.of(Secteur.values()));

    public ChampsDeLAdresse() {
        addClassName("saisie--adresse");
        secteur.setRenderer(new ComponentRenderer<>(this::carte));
        var lignes = new Div(voie, complement);
        lignes.addClassName("saisie__lignes");
        add(lignes, secteur);
    }

    private Div carte(Secteur choix) {
        var nom = new Span(choix.nom());
        nom.addClassName("saisie__secteur-nom");
        var mairie = new Span(getTranslation("saisie.secteur." + choix.name() + ".mairie"));
        mairie.addClassName("saisie__secteur-mairie");
        var carte = new Div(DrawnIcon.of(choix), new Div(nom, mairie));
        carte.addClassName("saisie__secteur");
        return carte;
    }

    @Override
    public Optional<Domicile> lire() {
        voie.setInvalid(false);
        complement.setInvalid(false);
        var lAdresse = lireAdresse();
        var leSecteur = secteur.lire();
        if (voie.isInvalid()) {
            voie.focus();
        } else if (complement.isInvalid()) {
            complement.focus();
        } else if (secteur.isInvalid()) {
            secteur.focus();
        }
        return lAdresse.flatMap(a -> leSecteur.map(s -> new Domicile(a, s)));
    }

    /** The domain judges both lines at once: reading the street alone tells which of the two is wrong. */
    private Optional<Adresse> lireAdresse() {
        var ligneSeule = voie.juger(Adresse.lire(voie.getValue(), ""));
        var entiere = Adresse.lire(voie.getValue(), complement.getValue());
        if (ligneSeule.isPresent()) {
            return complement.juger(entiere);
        }
        if (Adresse.lire("rue", complement.getValue()) instanceof Saisie.Refusee(var motif)) {
            complement.refuser(motif);
        }
        return Optional.empty();
    }

    @Override
    public void remplir(Domicile domicile) {
        voie.remplir(domicile.adresse().voie());
        complement.remplir(domicile.adresse().complement());
        secteur.remplir(domicile.secteur());
    }
}
