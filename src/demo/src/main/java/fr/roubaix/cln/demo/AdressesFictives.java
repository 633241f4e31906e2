package fr.roubaix.cln.demo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A made-up town in the formats of the real files: addresses as the Base Adresse Nationale gives them, sectors as
 * GeoJSON. Its streets, houses and outlines exist nowhere; every line says {@value #MENTION}. The same numbers always give
 * the same town.
 */
public final class AdressesFictives {

    /** Written on every line. */
    public static final String MENTION = "donnée fictive";

    private static final String COLONNES = "id;id_fantoir;numero;rep;nom_voie;code_postal;code_insee;nom_commune;"
            + "code_insee_ancienne_commune;nom_ancienne_commune;x;y;lon;lat;type_position;alias;nom_ld;"
            + "libelle_acheminement;nom_afnor;source_position;source_nom_voie;certification_commune;cad_parcelles";

    private static final double OUEST = 3.1400;
    private static final double EST = 3.2100;
    private static final double SUD = 50.6700;
    private static final double NORD = 50.7100;

    private static final List<String> TYPES = List.of(
            "Rue",
            "Rue",
            "Rue",
            "Rue",
            "Rue",
            "Rue",
            "Rue",
            "Avenue",
            "Boulevard",
            "Place",
            "Impasse",
            "Allée",
            "Square",
            "Cour",
            "Passage",
            "Quai",
            "Chemin",
            "Résidence");
    private static final List<String> PRENOMS = List.of(
            "Jean",
            "Pierre",
            "Jules",
            "Émile",
            "Louise",
            "Marie",
            "Henri",
            "Gustave",
            "Édouard",
            "Léon",
            "Victor",
            "Alfred",
            "Ernest",
            "Charles",
            "Auguste",
            "Sophie",
            "Jeanne",
            "Amélie",
            "Hélène",
            "Camille",
            "Achille",
            "Désiré",
            "Félix",
            "Théodore",
            "Clémence",
            "Rosalie",
            "Anatole",
            "Eugénie",
            "Paul",
            "François",
            "Étienne",
            "Joseph",
            "Mathilde",
            "Rachid",
            "Leïla",
            "Manuel");
    private static final List<String> NOMS = List.of(
            "Lessaigne",
            "Vandermote",
            "Dubrulois",
            "Delecourtois",
            "Wattrelois",
            "Carpentiez",
            "Desrousselle",
            "Lefrançois",
            "Masquelain",
            "Prouvain",
            "Motterel",
            "Toulemont",
            "Scrépelle",
            "Wibaux-Lain",
            "Dazinière",
            "Leclerquin",
            "Despature",
            "Vanoutryve",
            "Droulers-Fay",
            "Bossutier",
            "Ferretti",
            "Cordonnié",
            "Duriezot",
            "Catrisse",
            "Florinot",
            "Heyndrickse",
            "Lorthioit",
            "Pollezin",
            "Rousselin",
            "Ternynque",
            "Wattinier",
            "Browaeyts",
            "Castelain-Roy",
            "Delattrez",
            "Ghesquin",
            "Herbault",
            "Jacquart-Lys",
            "Lamblin",
            "Meurisset",
            "Noblecourt",
            "Olivieri",
            "Pennelier",
            "Quivrain",
            "Ronsse-Vial",
            "Salembien",
            "Thieffrin",
            "Vaillantier",
            "Yonnet",
            "Zélandais",
            "Bauduin",
            "Crombet",
            "Dhellemmes",
            "Ecquevilly",
            "Fauvarque",
            "Gruson",
            "Hazebroit",
            "Kerkhove",
            "Liénardin",
            "Mullier-Bois",
            "Oudart");
    private static final List<String> CHOSES = List.of(
            "de la Filature",
            "des Tisserands",
            "du Peignage",
            "de l’Ourdissoir",
            "des Trois Navettes",
            "du Métier à Tisser",
            "de la Bobine",
            "des Canuts du Nord",
            "de la Teinturerie",
            "du Vieux Moulin",
            "de l’Épeule d’Or",
            "des Longues Haies Vertes",
            "de la Brique Rouge",
            "du Pont Tournant",
            "de l’Écluse",
            "du Canal Neuf",
            "de la Bonne Espérance",
            "des Quatre Vents",
            "du Beau Pignon",
            "de la Fosse aux Grenouilles",
            "du Grand Chêne",
            "des Peupliers",
            "des Marronniers",
            "de la Source",
            "du Bas Chemin",
            "de la Liberté Retrouvée",
            "de l’Union des Métiers",
            "des Fraternités",
            "du Sapin Bleu",
            "de l’Alouette",
            "des Hirondelles",
            "du Coq Hardi",
            "de la Vigie",
            "du Petit Galion",
            "de Lillebonne",
            "d’Anzin-Fictive",
            "de Cassel-Haut",
            "de Bergues-Neuve",
            "du Cateau",
            "d’Hondschoote",
            "des Flandres Réunies",
            "du Haut Cambrésis",
            "du 3 Février 1901",
            "du 12 Octobre 1923",
            "du 30 Mars",
            "de la Halle aux Laines",
            "du Jacquard",
            "des Ourdisseuses",
            "de la Chaîne",
            "de la Trame",
            "du Fil de Lin",
            "des Dentellières",
            "du Calvaire",
            "de la Prairie",
            "des Jardins Ouvriers",
            "de la Fontaine Couverte",
            "du Tilleul",
            "des Acacias",
            "du Bel Air",
            "de l’Abattoir",
            "de la Grand’Place Fictive");
    private static final List<String> TITRES = List.of(
            "du Général",
            "du Maréchal",
            "du Docteur",
            "du Président",
            "de l’Abbé",
            "du Capitaine",
            "du Professeur",
            "du Colonel",
            "Saint",
            "Sainte");
    private static final List<String> REPS = List.of("bis", "ter", "b", "c");
    private static final List<String[]> VOISINES =
            List.of(new String[] {"59599", "Tourcoing", "59200"}, new String[] {"59163", "Croix", "59170"});

    private final Random hasard;
    private final int voies;
    private final int adresses;

    private AdressesFictives(long graine, int voies, int adresses) {
        this.hasard = new Random(graine);
        this.voies = voies;
        this.adresses = adresses;
    }

    /** The town of the demonstration: 320 streets, 3 600 addresses. */
    public static Stream<String> extrait() {
        return ville(59_512, 320, 3_600);
    }

    /**
     * The lines of a file of addresses, titles first.
     *
     * @param graine gives another town
     * @param voies how many streets, at most 2 000
     * @param adresses how many in all
     */
    public static Stream<String> ville(long graine, int voies, int adresses) {
        return new AdressesFictives(graine, voies, adresses).lignes();
    }

    private Stream<String> lignes() {
        var noms = List.copyOf(noms());
        return Stream.of(
                        Stream.of(COLONNES),
                        noms.stream().flatMap(nom -> voie(nom, noms.indexOf(nom)).stream()),
                        VOISINES.stream().map(AdressesFictives::voisine))
                .flatMap(parties -> parties);
    }

    private Set<String> noms() {
        var noms = new LinkedHashSet<String>();
        CHOSES.forEach(chose -> noms.add("Rue " + chose));
        while (noms.size() < voies) {
            noms.add(un(TYPES) + " " + nom());
        }
        return noms;
    }

    private String nom() {
        int sorte = hasard.nextInt(10);
        if (sorte < 2) {
            return un(CHOSES);
        }
        if (sorte < 4) {
            String titre = un(TITRES);
            return titre + " " + (titre.startsWith("Saint") ? un(PRENOMS) : un(NOMS));
        }
        return un(PRENOMS) + " " + un(NOMS);
    }

    private String un(List<String> parmi) {
        return parmi.get(hasard.nextInt(parmi.size()));
    }

    /** The houses of a street stand on a line, every eight metres or so. */
    private List<String> voie(String nom, int rang) {
        double lon = OUEST + 0.004 + hasard.nextDouble() * (EST - OUEST - 0.008);
        double lat = SUD + 0.003 + hasard.nextDouble() * (NORD - SUD - 0.006);
        double cap = hasard.nextDouble() * Math.PI;
        int maisons = adresses / voies + (rang < adresses % voies ? 1 : 0);
        var lignes = new ArrayList<String>();
        int numero = 0;
        while (lignes.size() < maisons) {
            numero += 1 + hasard.nextInt(3);
            double loin = Math.min(numero * 0.00004, 0.0028);
            lignes.add(ligne(rang, numero, "", nom, lon + loin * Math.cos(cap), lat + loin * Math.sin(cap) * 0.63));
            if (lignes.size() < maisons && hasard.nextInt(12) == 0) {
                lignes.add(ligne(
                        rang, numero, un(REPS), nom, lon + loin * Math.cos(cap), lat + loin * Math.sin(cap) * 0.63));
            }
        }
        return lignes;
    }

    private static String ligne(int rang, int numero, String rep, String nom, double lon, double lat) {
        String voie = nom.replace('’', '\'');
        return String.format(
                Locale.ROOT,
                "59512_f%04d_%05d%s;;%d;%s;%s;59100;59512;Roubaix;;;;;%.6f;%.6f;entrée;;;ROUBAIX;%s;%s;%s;0;",
                rang,
                numero,
                rep.isEmpty() ? "" : "_" + rep,
                numero,
                rep,
                voie,
                lon,
                lat,
                voie.toUpperCase(Locale.ROOT),
                MENTION,
                MENTION);
    }

    /** One address of each neighbour, so that an extract holds other towns as a real file does. */
    private static String voisine(String[] ville) {
        return String.format(
                Locale.ROOT,
                "%s_f0001_00001;;1;;Rue de l'Exemple;%s;%s;%s;;;;;3.158000;50.722000;entrée;;;%s;RUE DE L'EXEMPLE;%s;%s;0;",
                ville[0],
                ville[2],
                ville[0],
                ville[1],
                ville[1].toUpperCase(Locale.ROOT),
                MENTION,
                MENTION);
    }

    /** The outlines of five made-up sectors: one in the middle and four around it. */
    public static String secteurs() {
        String a = point(OUEST, NORD);
        String b = point(EST, NORD);
        String c = point(EST, SUD);
        String d = point(OUEST, SUD);
        String e = point(3.1630, 50.6970);
        String f = point(3.1880, 50.6965);
        String g = point(3.1870, 50.6830);
        String h = point(3.1620, 50.6835);
        return "{\"type\":\"FeatureCollection\",\"features\":["
                + String.join(
                        ",",
                        secteur("Centre", e, h, g, f, e),
                        secteur("Est", b, f, g, c, b),
                        secteur("Nord", a, e, f, b, a),
                        secteur("Ouest", a, d, h, e, a),
                        secteur("Sud", d, c, g, h, d))
                + "]}";
    }

    private static String point(double lon, double lat) {
        return String.format(Locale.ROOT, "[%.4f,%.4f]", lon, lat);
    }

    private static String secteur(String nom, String... contour) {
        return "{\"type\":\"Feature\",\"properties\":{\"secteur\":\"" + nom + "\",\"mention\":\"" + MENTION
                + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[" + String.join(",", contour) + "]]}}";
    }
}
