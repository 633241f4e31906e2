package fr.roubaix.cln.kiosk.agent;

import java.util.Optional;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

import fr.roubaix.cln.kiosk.agent.LectureDeRecu.Connu;
import fr.roubaix.cln.kiosk.sync.JournalIndex.Entry;
import fr.roubaix.cln.sync.ReceiptToken;
import fr.roubaix.cln.sync.ReceiptToken.Issuer;
import fr.roubaix.cln.sync.ReceiptToken.Purpose;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.FrenchDates;
import fr.roubaix.cln.web.saisie.Question;

/**
 * A receipt before an agent: whether it is genuine, by whom and when it was issued, where the application stands as far as
 * this kiosk knows and since when it knows it. Whose it is, no kiosk knows.
 */
final class FicheDuRecu extends Div {

    /** @param token of a receipt that was scanned and is genuine; none for a number that was typed */
    FicheDuRecu(VisiteDAgent visite, Optional<ReceiptToken> token, Connu connu, Runnable autre) {
        addClassName("agent__ecran");
        var cartes = new Div(recu(token, connu), etat(token, connu));
        cartes.addClassName("agent__cartes");
        add(cartes, actes(visite, token, connu, autre));
    }

    private Div recu(Optional<ReceiptToken> token, Connu connu) {
        var code = new Paragraph(connu.code().affiche());
        code.addClassName("agent__code-lu");
        var lignes = Ecran.lignes();
        var carte = Ecran.carte(
                new Question(getTranslation("agent.recu.titre")),
                token.isPresent()
                        ? Ecran.note("shield", "note--ok", getTranslation(authentique(token.get())))
                        : Ecran.note("info", "note--warn", getTranslation("agent.recu.tape")),
                code,
                lignes);
        token.ifPresent(lu -> emission(lignes, lu));
        connu.ici()
                .ifPresent(entree ->
                        Ecran.ligne(lignes, getTranslation("agent.recu.ici"), FrenchDates.fullInstant(entree.at())));
        return carte;
    }

    private static String authentique(ReceiptToken token) {
        return token.purpose() == Purpose.WITHDRAWAL ? "agent.recu.authentique.retrait" : "agent.recu.authentique";
    }

    private void emission(DescriptionList lignes, ReceiptToken token) {
        Ecran.ligne(lignes, getTranslation("agent.recu.remis"), FrenchDates.fullInstant(token.at()));
        String ou = switch (token.issuer()) {
            case Issuer.Hub _ -> getTranslation("agent.recu.par-internet");
            case Issuer.Kiosk(var id, var mairie) -> getTranslation("agent.recu.par-borne", mairie.nom(), id.numero());
        };
        Ecran.ligne(lignes, getTranslation("agent.recu.ou"), ou);
    }

    private Div etat(Optional<ReceiptToken> token, Connu connu) {
        var carte = Ecran.carte(new H2(getTranslation("agent.recu.etat")));
        connu.retrait()
                .ifPresent(retrait -> carte.add(Ecran.note(
                        "hand",
                        "note--warn",
                        getTranslation(
                                "agent.recu.retrait." + retrait.livraison().name(),
                                FrenchDates.instant(retrait.le()),
                                retrait.agent().valeur()))));
        carte.add(new Etapes(token, connu, phrase(connu)));
        carte.add(Ecran.note(
                "clock",
                "note--info",
                connu.statutsLe()
                        .map(le -> getTranslation("agent.recu.age", FrenchDates.instant(le)))
                        .orElseGet(() -> getTranslation("agent.recu.age.jamais"))));
        return carte;
    }

    private String phrase(Connu connu) {
        return connu.ici()
                .map(this::livraison)
                .orElseGet(() ->
                        getTranslation(connu.statut().isPresent() ? "agent.recu.ailleurs" : "agent.recu.inconnue"));
    }

    private String livraison(Entry entree) {
        return getTranslation("agent.recu.livraison." + entree.delivery().name());
    }

    private Div actes(VisiteDAgent visite, Optional<ReceiptToken> token, Connu connu, Runnable autre) {
        var retour = new Button(
                getTranslation("agent.recu.autre-recu"), new DrawnIcon("back"), _ -> visite.sousSession(autre));
        var actes = Ecran.pouce(retour);
        boolean recuDeRetrait =
                token.filter(lu -> lu.purpose() == Purpose.WITHDRAWAL).isPresent();
        if (connu.ici().isPresent()) {
            actes.add(new Button(
                    getTranslation("agent.duplicata.ouvrir"),
                    new DrawnIcon("printer"),
                    _ -> visite.duplicata(connu.code())));
        }
        if (!recuDeRetrait && connu.retirable()) {
            actes.add(new Button(
                    getTranslation("agent.retrait.ouvrir"),
                    new DrawnIcon("hand"),
                    _ -> visite.retrait(connu.code(), token.isPresent())));
        }
        return actes;
    }
}
