package fr.roubaix.cln.domaine.tirage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.DefautDeListe.Nature;
import fr.roubaix.cln.domaine.tirage.Resultat.Accepte;
import fr.roubaix.cln.domaine.tirage.Resultat.Refuse;

/**
 * The list of a draw, fixed before any randomness (art. 7 §2): sorted by id, no id twice, at most four renewed members
 * per sector (art. 4 §1), at least one candidate. It has exactly one form in bytes, hence one fingerprint.
 */
public final class ListeDuTirage {

    /** The first line of every list. */
    public static final String EN_TETE = "id;secteur;sexe;classe;qualite";

    /**
     * The largest list read, in bytes. Every inhabitant of Roubaix on the longest lines possible would take 6 MB; a
     * larger file is a mistake, and refusing it keeps the draw within a small heap.
     */
    public static final int TAILLE_MAXIMALE = 8 << 20;

    /** Art. 4 §1: four members at most per sector. */
    public static final int SIEGES_PAR_SECTEUR = 4;

    private final List<Ligne> lignes;
    private final Empreinte empreinte;
    private final int candidats;

    private ListeDuTirage(List<Ligne> lignes, Empreinte empreinte) {
        this.lignes = List.copyOf(lignes);
        this.empreinte = empreinte;
        this.candidats = (int) lignes.stream().filter(Ligne::estCandidat).count();
    }

    /** Reads the bytes of a list, which must be in canonical form. The first defect, by line, is reported. */
    public static Resultat<ListeDuTirage> lire(byte[] octets) {
        var recueil = new Recueil();
        return switch (new LecteurDeListe(octets).lire(recueil)) {
            case Accepte(var lignes) -> new Accepte<>(new ListeDuTirage(lignes, Empreinte.de(octets)));
            case Refuse(var defaut) -> new Refuse<>(defaut);
        };
    }

    /** Makes a list of these people, in any order. Line numbers of a refusal are those of the sorted list. */
    public static Resultat<ListeDuTirage> de(Collection<Ligne> lignes) {
        List<Ligne> triees =
                lignes.stream().sorted(Comparator.comparing(Ligne::id)).toList();
        var recueil = new Recueil();
        for (Ligne ligne : triees) {
            if (recueil.ajouter(ligne) instanceof Refuse<Ligne>(var defaut)) {
                return new Refuse<>(defaut);
            }
        }
        return switch (recueil.clore()) {
            case Accepte(var acceptees) -> new Accepte<>(new ListeDuTirage(acceptees, Empreinte.de(ecrire(acceptees))));
            case Refuse(var defaut) -> new Refuse<>(defaut);
        };
    }

    /** Everyone on the list, sorted by id. */
    public List<Ligne> lignes() {
        return lignes;
    }

    /** How many people may be drawn. */
    public int candidats() {
        return candidats;
    }

    /** How many members have their mandate renewed. */
    public int reconduits() {
        return lignes.size() - candidats;
    }

    /** SHA-256 of {@link #octets()}. */
    public Empreinte empreinte() {
        return empreinte;
    }

    /** The canonical form: UTF-8 without BOM, LF, a final LF. Reading it gives this list back. */
    public byte[] octets() {
        return ecrire(lignes);
    }

    private static byte[] ecrire(List<Ligne> lignes) {
        var texte = new StringBuilder(EN_TETE.length() + 40 * lignes.size());
        texte.append(EN_TETE).append('\n');
        lignes.forEach(ligne -> texte.append(ligne.texte()).append('\n'));
        return texte.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object autre) {
        return autre instanceof ListeDuTirage liste && liste.empreinte.equals(empreinte);
    }

    @Override
    public int hashCode() {
        return empreinte.hashCode();
    }

    @Override
    public String toString() {
        return "ListeDuTirage[" + empreinte + "]";
    }

    /** Gathers lines in their order and judges each against those before it. The header is line 1. */
    static final class Recueil {
        private final List<Ligne> lignes = new ArrayList<>();
        private final Map<Secteur, Integer> reconduits = new EnumMap<>(Secteur.class);
        private boolean candidat;

        Resultat<Ligne> ajouter(Ligne ligne) {
            int numero = lignes.size() + 2;
            if (!lignes.isEmpty() && lignes.getLast().id().compareTo(ligne.id()) >= 0) {
                boolean connu = lignes.stream().anyMatch(l -> l.id().equals(ligne.id()));
                return new Refuse<>(new DefautDeListe(
                        numero,
                        connu ? Nature.ID_EN_DOUBLE : Nature.ORDRE,
                        ligne.id().valeur()));
            }
            if (ligne.estCandidat()) {
                candidat = true;
            } else if (reconduits.merge(ligne.secteur(), 1, Integer::sum) > SIEGES_PAR_SECTEUR) {
                return new Refuse<>(new DefautDeListe(
                        numero, Nature.TROP_DE_RECONDUITS, ligne.secteur().name()));
            }
            lignes.add(ligne);
            return new Accepte<>(ligne);
        }

        Resultat<List<Ligne>> clore() {
            return candidat
                    ? new Accepte<>(lignes)
                    : new Refuse<>(DefautDeListe.a(lignes.size() + 1, Nature.AUCUN_CANDIDAT));
        }
    }
}
