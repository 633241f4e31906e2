package fr.roubaix.cln.hub.candidature;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.springframework.beans.factory.BeanFactory;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;

/** The names that the list of a call shows. */
public final class ReadNames {

    private ReadNames() {}

    /**
     * Asks for what is missing, takes that back, declares admissible, notes a withdrawal and takes it back; says that two
     * applications are two people's and asks again. Tells whether all of it was done.
     */
    public static boolean examined(BeanFactory hub, ReceiptCode code, ReceiptCode other) {
        var examen = hub.getBean(ExamenDesCandidatures.class);
        var doublons = hub.getBean(DecisionSurDoublon.class);
        hub.getBean(IndexDeLAppel.class).identite(code);
        var asked = new DemandeDeComplement(
                Set.of(DemandeDeComplement.Manque.DATE_DE_NAISSANCE, DemandeDeComplement.Manque.AUTRE),
                "Rappeler après 18 heures",
                LocalDate.of(2027, 6, 2),
                DemandeDeComplement.Moyen.TELEPHONE);
        return doublons.deuxPersonnes(shown(hub, code), shown(hub, other)).isEmpty()
                && doublons.demanderDeNouveau(code, other).isEmpty()
                && examen.demanderUnComplement(shown(hub, code), asked).isEmpty()
                && examen.reprendre(shown(hub, code)).isEmpty()
                && examen.declarerRecevable(shown(hub, code)).isEmpty()
                && examen.retirer(shown(hub, code), Statut.VoieDeRetrait.GUICHET)
                        .isEmpty()
                && examen.reprendre(shown(hub, code)).isEmpty();
    }

    private static Dossier.Vu shown(BeanFactory hub, ReceiptCode code) {
        return hub.getBean(Candidatures.class).dossier(code).orElseThrow().vu();
    }

    public static List<String> of(BeanFactory hub, String appel) {
        return hub.getBean(IndexDeLAppel.class).lignes(new AppelId(appel)).stream()
                .map(ligne -> ligne.dossier().effacee() ? "(effacée)" : ligne.illisible() ? "(illisible)" : ligne.nom())
                .toList();
    }
}
