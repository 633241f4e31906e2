package fr.roubaix.cln.e2e.projection;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.e2e.verification.PackagedVerifier;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.testkit.tirage.TirageAuHasard;

/**
 * A ceremony led fact by fact in the database of a hub, running or not: the screens of the operator are tested elsewhere, and
 * what is looked at here is what the room sees of each act.
 */
public final class StoredCeremony {

    public static final String DICE = "407291380556213799028815504417";
    public static final String CO_PRESIDENT = "Mme Delcourt";

    private static final List<String> QUALITIES =
            List.of("CO_PRESIDENT", "ELU_D_OPPOSITION", "HABITANT", "ELU", "AGENT", "AUTRE", "HABITANT", "HABITANT");

    private static final String CALL = "2027";
    private static final String ROOM = "7f3k9-q2mxe-00000-zzzzz";

    private final Path database;
    private final String call;
    private final String id;
    private int version;
    private int firstThrower = 4;
    private int throwers = 4;

    private StoredCeremony(Path database, String call, String id) {
        this.database = database;
        this.call = call;
        this.id = id;
    }

    /** The draw of a call that is entered with it. */
    public static StoredCeremony publicOne(Path hub) throws SQLException {
        return publicOne(hub, CALL);
    }

    /** The draw of a call of this name that is entered with it. */
    public static StoredCeremony publicOne(Path hub, String call) throws SQLException {
        var ceremony = new StoredCeremony(hub.resolve("hub.db"), call, call);
        ceremony.write(
                "INSERT INTO appel (id, titre, ouvre_le, jusqu_au, date_de_reference, tirage_le, lieu, ouvert_le,"
                        + " ouvert_par) VALUES (?, 'Renouvellement de 2027', '2027-05-05', '2027-06-06', '2027-06-06',"
                        + " '2027-06-13', 'Hôtel de ville, salle des mariages', 1, 'maud.v')",
                call);
        ceremony.write("INSERT INTO tirage (id, appel, repetition) VALUES (?, ?, 0)", call, call);
        return ceremony;
    }

    /** A rehearsal of the same call. */
    public StoredCeremony rehearsal(int number) throws SQLException {
        var ceremony = new StoredCeremony(database, call, call + "~" + number);
        ceremony.write("INSERT INTO tirage (id, appel, repetition) VALUES (?, ?, ?)", ceremony.id, call, number);
        ceremony.write("INSERT INTO salle_de_repetition (tirage, cle) VALUES (?, ?)", ceremony.id, ROOM);
        return ceremony;
    }

    /** Where the room looks at it. */
    public String path() {
        return id.contains("~") ? "/repetitions/" + ROOM : "/projection/" + id;
    }

    public void freeze() throws SQLException {
        byte[] list = list().getBytes(StandardCharsets.UTF_8);
        fact("LISTE_ARRETEE", """
                {"liste":{"hex":"%s"},"sansPreference":{},"derogations":[],"comptes":{"recues":71,"recevables":71,\
                "irrecevables":{},"retirees":0},"bornes":[]}""".formatted(Hash.of(list).hex()));
        write(
                "INSERT INTO liste_arretee (tirage, numero, empreinte, liste) VALUES (?, ?, ?, ?)",
                id,
                version,
                Hash.of(list).hex(),
                list);
    }

    public void confirmPlan() throws SQLException {
        fact("LECTURE_CHOISIE", "{\"lecture\":\"PRIORITE_ABSOLUE\"}");
        fact("PLAN_CONFIRME", "{}");
    }

    /** For so many throws. */
    public void openFor(int digits) throws SQLException {
        people();
        fact("SEANCE_OUVERTE_AVEC_COMPTE", "{\"lancers\":%d,\"drand\":null}".formatted(digits));
    }

    /** As an earlier version did: nobody said how many throws there would be. */
    public void open() throws SQLException {
        people();
        fact("SEANCE_OUVERTE", "{\"drand\":null}");
    }

    private void people() throws SQLException {
        present(CO_PRESIDENT, "CO_PRESIDENT");
        present("M. Amrani", "CO_PRESIDENT");
        present("M. Vasseur", "ELU_D_OPPOSITION");
        present("Mme Kaba", "HABITANT");
    }

    /**
     * So many people throw, before the two without whom no session opens; every quality that there is among ten. A round of
     * drand was announced, and another one since.
     */
    public void open(int people, int digits) throws SQLException {
        firstThrower = version + 1;
        throwers = people;
        for (int i = 0; i < Math.max(people, 2); i++) {
            present("Personne " + (i + 1), QUALITIES.get(i % QUALITIES.size()));
        }
        fact(
                "SEANCE_OUVERTE_AVEC_COMPTE",
                "{\"lancers\":%d,\"drand\":{\"chaine\":\"DEFAULT\",\"tour\":7500000}}".formatted(digits));
        fact(
                "DRAND_REMPLACE",
                "{\"drand\":{\"chaine\":\"DEFAULT\",\"tour\":7600000},\"motif\":\"Un dé sous l’estrade\"}");
    }

    public void annul() throws SQLException {
        fact("ARRET_ANNULE", "{\"motif\":\"Une erreur de secteur\"}");
    }

    private void present(String name, String quality) throws SQLException {
        fact("PRESENCE_INSCRITE", "{\"nom\":\"%s\",\"qualite\":\"%s\",\"presente\":true}".formatted(name, quality));
    }

    /** Each thrower throws twice in turn. */
    public void throwDice(int from, int to) throws SQLException {
        for (int i = from; i < to; i++) {
            fact(
                    "DE_LANCE",
                    "{\"chiffre\":%c,\"lanceur\":%d}"
                            .formatted(DICE.charAt(i % DICE.length()), firstThrower + i / 2 % throwers));
        }
    }

    public void mend(int position, int digit) throws SQLException {
        fact("DE_CORRIGE", "{\"position\":%d,\"chiffre\":%d}".formatted(position, digit));
    }

    public void confirmSeed() throws SQLException {
        fact("GRAINE_CONFIRMEE", "{}");
    }

    /** Draws with the verifier that citizens download. */
    public void draw(Path scratch) throws SQLException {
        try (var verifier = new PackagedVerifier(scratch)) {
            byte[] pv = verifier.draw(
                            new TirageAuHasard(list(), DICE, Optional.empty(), Lecture.PRIORITE_ABSOLUE, "2025"))
                    .pv();
            fact("TIRE", "{\"pv\":{\"hex\":\"%s\"}}".formatted(Hash.of(pv).hex()));
            write("INSERT INTO pv_du_tirage (tirage, pv) VALUES (?, ?)", id, pv);
        }
    }

    public void reveal(int howMany) throws SQLException {
        fact("SIEGES_REVELES", "{\"combien\":%d}".formatted(howMany));
    }

    public void proclaim() throws SQLException {
        fact("PROCLAME", "{}");
    }

    /** Seventy-one candidates, uneven between sectors, and two renewed members. */
    private static String list() {
        var lines = new ArrayList<String>();
        for (int i = 0; i < 71; i++) {
            var sector = Secteur.parNumero(i < 68 ? i % 4 + 1 : 5).orElseThrow();
            lines.add(line(i, sector, i % 3 == 0 ? "F" : "H", i % 7 % 3, "CANDIDAT"));
        }
        lines.add(line(500, Secteur.SUD, "F", 2, "RECONDUIT"));
        lines.add(line(501, Secteur.NORD, "H", 1, "RECONDUIT"));
        Collections.sort(lines);
        return "id;secteur;sexe;classe;qualite\n" + String.join("\n", lines) + "\n";
    }

    private static String line(int number, Secteur sector, String sex, int age, String quality) {
        return String.join(
                ";",
                new ReceiptCode((number + 1) * 499_979_239_871L % (1L << 45)).texte(),
                sector.name(),
                sex,
                List.of(ClasseAge.values()).get(age).code(),
                quality);
    }

    private void fact(String kind, String json) throws SQLException {
        version++;
        write(
                "INSERT INTO fait_du_tirage (tirage, numero, genre, contenu, le, par) VALUES (?, ?, ?, ?, ?, 'claire.d')",
                id,
                version,
                kind,
                json,
                Instant.parse("2027-06-13T12:00:00Z").toEpochMilli() + version);
    }

    private void write(String sql, Object... values) throws SQLException {
        try (var connection = connect();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private Connection connect() throws SQLException {
        var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 20000");
        }
        return connection;
    }
}
