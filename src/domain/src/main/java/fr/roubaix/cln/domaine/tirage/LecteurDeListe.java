package fr.roubaix.cln.domaine.tirage;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.domaine.habitant.Sexe;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.DefautDeListe.Nature;
import fr.roubaix.cln.domaine.tirage.Resultat.Refuse;

/** Reads the canonical form of a list line by line, and stops at the first defect. Canonical lines are ASCII. */
final class LecteurDeListe {

    private static final int CHAMPS = 5;
    private static final Map<String, Secteur> SECTEURS = parTexte(Secteur.values(), Secteur::name);
    private static final Map<String, Sexe> SEXES = parTexte(Sexe.values(), Sexe::name);
    private static final Map<String, ClasseAge> CLASSES = parTexte(ClasseAge.values(), ClasseAge::code);
    private static final Map<String, Qualite> QUALITES = parTexte(Qualite.values(), Qualite::name);

    private final byte[] octets;
    private int numero;
    private @Nullable DefautDeListe defaut;

    LecteurDeListe(byte[] octets) {
        this.octets = octets;
    }

    Resultat<List<Ligne>> lire(ListeDuTirage.Recueil recueil) {
        if (octets.length > ListeDuTirage.TAILLE_MAXIMALE) {
            return new Refuse<>(DefautDeListe.a(1, Nature.TROP_GRANDE));
        }
        if (octets.length == 0) {
            return new Refuse<>(DefautDeListe.a(1, Nature.FICHIER_VIDE));
        }
        if (octets.length >= 3 && octets[0] == (byte) 0xEF && octets[1] == (byte) 0xBB && octets[2] == (byte) 0xBF) {
            return new Refuse<>(DefautDeListe.a(1, Nature.BOM));
        }
        int debut = 0;
        while (debut < octets.length) {
            numero++;
            int fin = finDeLigne(debut);
            String texte = texte(debut, fin);
            if (defaut == null && numero == 1 && !texte.equals(ListeDuTirage.EN_TETE)) {
                defaut = new DefautDeListe(1, Nature.EN_TETE_INCONNU, texte);
            }
            Ligne ligne = numero == 1 || defaut != null ? null : ligne(texte);
            if (ligne != null && recueil.ajouter(ligne) instanceof Refuse<Ligne>(var refus)) {
                return new Refuse<>(refus);
            }
            if (defaut == null && fin == octets.length) {
                defaut = DefautDeListe.a(numero, Nature.FIN_DE_LIGNE_ABSENTE);
            }
            if (defaut != null) {
                return new Refuse<>(defaut);
            }
            debut = fin + 1;
        }
        return recueil.clore();
    }

    private int finDeLigne(int debut) {
        int fin = debut;
        while (fin < octets.length && octets[fin] != '\n') {
            fin++;
        }
        return fin;
    }

    /** The text of a line; notes a defect of its encoding. */
    private String texte(int debut, int fin) {
        if (fin > debut && octets[fin - 1] == '\r') {
            defaut = DefautDeListe.a(numero, Nature.CRLF);
            return "";
        }
        if (estAscii(debut, fin)) {
            return new String(octets, debut, fin - debut, StandardCharsets.US_ASCII);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets, debut, fin - debut))
                    .toString();
        } catch (CharacterCodingException e) {
            defaut = DefautDeListe.a(numero, Nature.UTF8_INVALIDE);
            return "";
        }
    }

    private boolean estAscii(int debut, int fin) {
        for (int i = debut; i < fin; i++) {
            if (octets[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Ligne ligne(String texte) {
        if (texte.isEmpty()) {
            return refuser(Nature.LIGNE_VIDE, "");
        }
        String[] champs = texte.split(";", -1);
        if (champs.length != CHAMPS) {
            return refuser(Nature.NOMBRE_DE_CHAMPS, Integer.toString(champs.length));
        }
        if (!IdDeListe.estBienForme(champs[0])) {
            return refuser(Nature.ID_MAL_FORME, champs[0]);
        }
        Secteur secteur = SECTEURS.get(champs[1]);
        if (secteur == null) {
            return refuser(Nature.SECTEUR_INCONNU, champs[1]);
        }
        Sexe sexe = SEXES.get(champs[2]);
        if (sexe == null) {
            return refuser(Nature.SEXE_INCONNU, champs[2]);
        }
        ClasseAge classe = CLASSES.get(champs[3]);
        if (classe == null) {
            return refuser(Nature.CLASSE_INCONNUE, champs[3]);
        }
        Qualite qualite = QUALITES.get(champs[4]);
        return qualite == null
                ? refuser(Nature.QUALITE_INCONNUE, champs[4])
                : new Ligne(new IdDeListe(champs[0]), secteur, sexe, classe, qualite);
    }

    private @Nullable Ligne refuser(Nature nature, String detail) {
        defaut = new DefautDeListe(numero, nature, detail);
        return null;
    }

    private static <T> Map<String, T> parTexte(T[] valeurs, Function<T, String> texte) {
        return Arrays.stream(valeurs).collect(Collectors.toUnmodifiableMap(texte, Function.identity()));
    }
}
