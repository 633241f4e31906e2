package fr.roubaix.cln.hub.candidature;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.hub.privacy.CoffreDesPersonnes;
import fr.roubaix.cln.hub.privacy.PersonneId;

/** Whether the people of a copy of the database can be read with some keys. */
public final class IdentitesDUneCopie {

    private static final int A_LA_FOIS = 1_000;

    private IdentitesDUneCopie() {}

    /** Those that these keys do not open, although nobody erased them. */
    public static List<PersonneId> illisibles(JdbcClient copie, CoffreDesPersonnes coffre) {
        var illisibles = new ArrayList<PersonneId>();
        var lot = new HashMap<PersonneId, byte[]>();
        copie.sql("SELECT code, identite FROM candidature WHERE effacee_le IS NULL AND scellement = 1")
                .query(row -> {
                    lot.put(new PersonneId(row.getString("code")), row.getBytes("identite"));
                    if (lot.size() == A_LA_FOIS) {
                        ouvrir(lot, coffre, illisibles);
                    }
                });
        ouvrir(lot, coffre, illisibles);
        return List.copyOf(illisibles);
    }

    /** The same, among some of them. */
    public static List<PersonneId> illisibles(
            JdbcClient copie, CoffreDesPersonnes coffre, Collection<PersonneId> parmi) {
        return parmi.isEmpty()
                ? List.of()
                : illisibles(copie, coffre).stream()
                        .filter(Set.copyOf(parmi)::contains)
                        .toList();
    }

    private static void ouvrir(Map<PersonneId, byte[]> lot, CoffreDesPersonnes coffre, List<PersonneId> illisibles) {
        coffre.ouvrir(lot).forEach((personne, lecture) -> {
            if (lecture instanceof CoffreDesPersonnes.Lecture.Illisible) {
                illisibles.add(personne);
            }
        });
        lot.clear();
    }
}
