package fr.roubaix.cln.hub.fleet;

import java.util.EnumMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.appel.FichesPapierDeclarees;

/** The paper forms of a mairie: what each of its kiosks declared when it last closed, added up. */
@Component
class FichesDeclareesParLesBornes implements FichesPapierDeclarees {

    private final JdbcClient jdbc;

    FichesDeclareesParLesBornes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Secteur, Integer> parMairie(AppelId appel) {
        var nombres = new EnumMap<Secteur, Integer>(Secteur.class);
        jdbc.sql("""
                SELECT k.mairie AS mairie, c.formulaires AS formulaires FROM cloture c JOIN kiosk k ON k.number = c.borne
                WHERE c.appel = :appel AND c.rouverte_le IS NULL AND c.recue_le =
                (SELECT max(d.recue_le) FROM cloture d WHERE d.appel = :appel AND d.borne = c.borne)""")
                .param("appel", appel.valeur())
                .query((row, _) -> Map.entry(Secteur.valueOf(row.getString("mairie")), row.getInt("formulaires")))
                .list()
                .forEach(declaree -> nombres.merge(declaree.getKey(), declaree.getValue(), Integer::sum));
        return nombres;
    }
}
