package fr.roubaix.cln.web.saisie;

import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.candidature.OrigineDuSecteur;
import fr.roubaix.cln.domaine.habitant.Adresse;
import fr.roubaix.cln.domaine.habitant.Saisie;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.saisie.AdressesProposees.Proposition;
import fr.roubaix.cln.web.saisie.AdressesProposees.Trouvees;

/**
 * The address and the sector. With an address base, the person writes the beginning, chooses a line, and learns their
 * sector; without one, or when no line is theirs, they choose their sector and an agent confirms it.
 */
public final class ChampsDeLAdresse extends Reponse<ChampsDeLAdresse.Domicile> {

    /** Letters before lines are proposed: fewer find everything and nothing. */
    private static final int ASSEZ = 3;

    private static final int PAUSE_EN_MS = 200;

    /** Where the person lives. */
    public record Domicile(Adresse adresse, Secteur secteur, OrigineDuSecteur origine) {}

    private final AdressesProposees base;
    private final Champ voie = new Champ("voie");
    private final Champ complement = new Champ("complement");
    private final Choix<Secteur> secteur = new Choix<>("secteur", List.of(Secteur.values()));
    private final LignesProposees lignes;
    private final SecteurTrouve trouve = new SecteurTrouve();

    /** A base may come or go while a person answers: what they were shown first stays. */
    private final boolean avecBase;

    private boolean ecritParNous;

    public ChampsDeLAdresse(Poste poste, AdressesProposees base) {
        this.base = base;
        voie.connu(poste, Autocomplete.STREET_ADDRESS);
        this.lignes = new LignesProposees(this::choisie);
        addClassName("saisie--adresse");
        secteur.setRenderer(new ComponentRenderer<>(this::carte));
        this.avecBase = base.disponibles();
        if (avecBase) {
            avecLaBase();
        } else {
            var champs = new Div(voie, complement);
            champs.addClassName("saisie__lignes");
            add(champs, secteur);
        }
    }

    private void avecLaBase() {
        addClassName("saisie--base");
        voie.aide("aide.base");
        voie.setPrefixComponent(new DrawnIcon("search"));
        voie.setValueChangeMode(ValueChangeMode.LAZY);
        voie.setValueChangeTimeout(PAUSE_EN_MS);
        voie.addValueChangeListener(_ -> tapee());
        var gauche = new Div(voie, lignes);
        gauche.addClassName("saisie__gauche");
        var droite = new Div(trouve, secteur, complement);
        droite.addClassName("saisie__droite");
        secteur.setVisible(false);
        add(gauche, droite);
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

    /** What is typed is no longer what was chosen. */
    private void tapee() {
        if (ecritParNous) {
            return;
        }
        String texte = voie.getValue().strip();
        boolean aConfirmer = lignes.horsListe();
        lignes.vider();
        if (texte.length() < ASSEZ) {
            montrer(null);
            return;
        }
        switch (base.chercher(texte)) {
            case Trouvees.HorsDeRoubaix(var ou) -> {
                montrer(null);
                voie.refuser("ailleurs", ou);
            }
            case Trouvees.Propositions(var propositions) -> {
                lignes.proposer(propositions);
                propositions.stream()
                        .filter(une -> une.complete() && une.libelle().equalsIgnoreCase(texte))
                        .findFirst()
                        .ifPresentOrElse(lignes::choisir, () -> reprendre(aConfirmer));
            }
        }
    }

    /** Someone who said that their address is not in the list and goes on writing need not say it again. */
    private void reprendre(boolean aConfirmer) {
        if (aConfirmer) {
            lignes.choisirHorsListe();
        } else {
            montrer(null);
        }
    }

    private void choisie(@Nullable Proposition ligne) {
        voie.setInvalid(false);
        if (ligne != null && !lignes.horsListe()) {
            ecrire(ligne.libelle());
            if (!ligne.complete()) {
                voie.refuser("numero");
                voie.focus();
            }
        }
        montrer(ligne);
    }

    private void ecrire(String texte) {
        ecritParNous = true;
        voie.setValue(texte);
        ecritParNous = false;
    }

    /** The sector in words, or the question, or what will stand there. */
    private void montrer(@Nullable Proposition ligne) {
        var connu = ligne == null ? Optional.<Secteur>empty() : ligne.secteur();
        boolean demander = ligne != null && ligne.complete() && connu.isEmpty();
        secteur.setVisible(demander);
        if (demander) {
            trouve.aConfirmer();
        } else {
            trouve.montrer(connu);
        }
    }

    @Override
    public Optional<Domicile> lire() {
        return avecBase ? lireDansLaBase() : lireEcrit();
    }

    private Optional<Domicile> lireDansLaBase() {
        boolean ailleurs = base.chercher(voie.getValue()) instanceof Trouvees.HorsDeRoubaix;
        if (ailleurs && !lignes.horsListe()) {
            voie.setInvalid(true);
            voie.focus();
            return Optional.empty();
        }
        var ligne = lignes.choix();
        if (ligne.isEmpty() || !ligne.get().complete()) {
            return refuserSansLigne(ligne.isPresent());
        }
        var connu = ligne.get().secteur();
        return connu.isEmpty()
                ? lireEcrit()
                : lireAdresse().map(adresse -> new Domicile(adresse, connu.get(), OrigineDuSecteur.BASE_D_ADRESSES));
    }

    private Optional<Domicile> refuserSansLigne(boolean rueSeule) {
        if (lireAdresse().isEmpty()) {
            voie.focus();
        } else if (rueSeule) {
            voie.refuser("numero");
            voie.focus();
        } else {
            lignes.proposer(lignes.proposees());
            lignes.refuser();
        }
        return Optional.empty();
    }

    private Optional<Domicile> lireEcrit() {
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
        return lAdresse.flatMap(a -> leSecteur.map(s -> new Domicile(a, s, OrigineDuSecteur.DECLARATION)));
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
        ecritParNous = true;
        voie.remplir(domicile.adresse().voie());
        ecritParNous = false;
        complement.remplir(domicile.adresse().complement());
        secteur.remplir(domicile.secteur());
        if (domicile.origine() == OrigineDuSecteur.BASE_D_ADRESSES) {
            var ligne = new Proposition(domicile.adresse().voie(), true, Optional.of(domicile.secteur()));
            lignes.proposer(List.of(ligne));
            lignes.choisir(ligne);
        } else if (avecBase) {
            lignes.proposer(List.of());
            lignes.choisirHorsListe();
        }
    }
}
