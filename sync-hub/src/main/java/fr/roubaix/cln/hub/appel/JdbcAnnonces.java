package fr.roubaix.cln.hub.appel;

import java.util.EnumMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.Langue;
import fr.roubaix.cln.domaine.secteur.Secteur;

/** What calls say, that being prepared too: it stands under an empty name until its call opens. */
@Repository
class JdbcAnnonces implements Annonces {

    private static final String BROUILLON = "";

    private final JdbcClient jdbc;
    private final BulletinChanges changes;

    JdbcAnnonces(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.changes = new BulletinChanges(jdbc);
    }

    @Override
    public Annonce pour(AppelId appel) {
        return lire(appel.valeur());
    }

    Annonce duBrouillon() {
        return lire(BROUILLON);
    }

    void garder(Annonce annonce) {
        ecrire(BROUILLON, annonce);
    }

    /** What an opening call says, from now on told to kiosks. */
    void publier(AppelId appel, Annonce annonce) {
        ecrire(appel.valeur(), annonce);
        effacer(BROUILLON);
        changes.raise();
    }

    /** Replaces what a call says in one language. */
    void publier(AppelId appel, Langue langue, Annonce.Texte texte) {
        ecrire(appel.valeur(), langue, texte);
        changes.raise();
    }

    private Annonce lire(String nom) {
        var textes = new EnumMap<Langue, Annonce.Texte>(Langue.class);
        jdbc.sql("SELECT langue, titre, corps FROM texte_d_appel WHERE appel = ?")
                .param(nom)
                .query((row, _) -> Map.entry(
                        row.getString("langue"), new Annonce.Texte(row.getString("titre"), row.getString("corps"))))
                .list()
                .forEach(ligne ->
                        Langue.deCode(ligne.getKey()).ifPresent(langue -> textes.put(langue, ligne.getValue())));
        var secteurs = new EnumMap<Secteur, Annonce.Accueil>(Secteur.class);
        jdbc.sql("SELECT secteur, sieges, lieu FROM secteur_d_appel WHERE appel = ?")
                .param(nom)
                .query((row, _) -> Map.entry(
                        Secteur.valueOf(row.getString("secteur")),
                        new Annonce.Accueil(row.getInt("sieges"), row.getString("lieu"))))
                .list()
                .forEach(ligne -> secteurs.put(ligne.getKey(), ligne.getValue()));
        return new Annonce(textes, secteurs);
    }

    private void ecrire(String nom, Annonce annonce) {
        effacer(nom);
        annonce.textes().forEach((langue, texte) -> ecrire(nom, langue, texte));
        annonce.secteurs()
                .forEach((secteur, accueil) -> jdbc.sql("""
                        INSERT INTO secteur_d_appel (appel, secteur, sieges, lieu) VALUES (?, ?, ?, ?)""")
                        .params(nom, secteur.name(), accueil.sieges(), accueil.lieu())
                        .update());
    }

    private void ecrire(String nom, Langue langue, Annonce.Texte texte) {
        jdbc.sql("""
                INSERT INTO texte_d_appel (appel, langue, titre, corps) VALUES (?, ?, ?, ?)
                ON CONFLICT (appel, langue) DO UPDATE SET titre = excluded.titre, corps = excluded.corps""").params(nom, langue.code(), texte.titre(), texte.corps()).update();
    }

    private void effacer(String nom) {
        jdbc.sql("DELETE FROM texte_d_appel WHERE appel = ?").param(nom).update();
        jdbc.sql("DELETE FROM secteur_d_appel WHERE appel = ?").param(nom).update();
    }
}
