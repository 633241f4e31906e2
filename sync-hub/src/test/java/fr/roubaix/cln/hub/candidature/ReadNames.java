package fr.roubaix.cln.hub.candidature;

import java.util.List;

import org.springframework.beans.factory.BeanFactory;

import fr.roubaix.cln.domaine.candidature.AppelId;

/** The names that the list of a call shows. */
public final class ReadNames {

    private ReadNames() {}

    public static List<String> of(BeanFactory hub, String appel) {
        return hub.getBean(IndexDeLAppel.class).lignes(new AppelId(appel)).stream()
                .map(ligne -> ligne.dossier().effacee() ? "(effacée)" : ligne.illisible() ? "(illisible)" : ligne.nom())
                .toList();
    }
}
