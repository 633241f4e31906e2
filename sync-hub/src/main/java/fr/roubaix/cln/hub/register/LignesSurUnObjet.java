package fr.roubaix.cln.hub.register;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import fr.roubaix.cln.storage.Where;

/** The rows that are about one thing, for whoever must be given all that the hub says of it. */
@Component
public class LignesSurUnObjet {

    private final JdbcClient jdbc;

    LignesSurUnObjet(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Rows whose object or details hold these words, in their order, by French label. */
    public List<Map<String, String>> contenant(String mots) {
        String motif = Where.pattern(mots);
        return jdbc
                .sql(
                        "SELECT * FROM registre WHERE objet LIKE ? ESCAPE '!' OR details LIKE ? ESCAPE '!' ORDER BY numero")
                .params(motif, motif)
                .query(JdbcRegistre::ligne)
                .list()
                .stream()
                .map(LignesSurUnObjet::lisible)
                .toList();
    }

    /** Rows of one act on exactly this thing, in their order, by French label. */
    public List<Map<String, String>> de(Acte acte, String objet) {
        return jdbc
                .sql("SELECT * FROM registre WHERE acte = ? AND objet = ? ORDER BY numero")
                .params(acte.name(), objet)
                .query(JdbcRegistre::ligne)
                .list()
                .stream()
                .map(LignesSurUnObjet::lisible)
                .toList();
    }

    private static Map<String, String> lisible(Ligne ligne) {
        var lisible = new LinkedHashMap<String, String>();
        lisible.put("Ligne", Long.toString(ligne.numero()));
        lisible.put("Instant", ligne.le().toString());
        lisible.put("Acte", ligne.titre());
        lisible.put("Auteur", ligne.auteur());
        lisible.put("Objet", ligne.objet());
        lisible.put("Motif", ligne.motif());
        lisible.put("Détails", ligne.details().replace('\n', ' '));
        return lisible;
    }
}
