package fr.roubaix.cln.hub.appel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.Langue;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.Databases;
import fr.roubaix.cln.hub.security.Identifiant;

/** What the stores of a call's preparation keep, on any database. */
@ParameterizedClass
@EnumSource(Databases.class)
class PreparationContractTest {

    private static final Instant LE = Instant.parse("2027-03-01T08:00:00.123Z");
    private static final Identifiant MAUD = new Identifiant("maud.v");
    private static final Identifiant PAUL = new Identifiant("paul.d");
    private static final AppelId APPEL = new AppelId("2027");
    private static final Demande VIDE = new Demande("", "", null, null, null, null, null, "");

    @Parameter
    private Databases databases;

    private JdbcClient jdbc;
    private JdbcAnnonces annonces;
    private Brouillons brouillons;

    @BeforeEach
    @AfterEach
    void nothing() {
        jdbc = databases.without(
                "lot_de_fiches",
                "fiches_annoncees",
                "texte_d_appel",
                "secteur_d_appel",
                "brouillon_d_appel",
                "tirage",
                "repetition",
                "decision",
                "candidature",
                "registre_de_l_appel",
                "prolongation",
                "appel");
        annonces = new JdbcAnnonces(jdbc);
        brouillons = new Brouillons(jdbc, annonces);
    }

    @Test
    void a_draft_comes_back_whole_whatever_is_missing() {
        assertThat(brouillons.courant()).isEmpty();
        assertThat(brouillons.garder(VIDE, Annonce.vide(), 0, LE, MAUD)).isTrue();
        assertThat(brouillons.courant()).contains(new Brouillon(VIDE, Annonce.vide(), 1, LE, MAUD));
        var complete = new Demande(
                "2027",
                "Appel 2027",
                LocalDate.of(2027, 5, 5),
                LocalDate.of(2027, 6, 6),
                LocalTime.of(18, 30),
                LocalDate.of(2027, 6, 1),
                LocalDate.of(2027, 6, 13),
                "Hôtel de ville");
        assertThat(brouillons.garder(complete, annonce(), 1, LE.plusSeconds(1), PAUL))
                .isTrue();
        assertThat(brouillons.courant()).contains(new Brouillon(complete, annonce(), 2, LE.plusSeconds(1), PAUL));
    }

    @Test
    void a_draft_that_somebody_else_saved_meanwhile_is_not_overwritten() {
        brouillons.garder(VIDE, Annonce.vide(), 0, LE, MAUD);
        brouillons.garder(VIDE, annonce(), 1, LE, PAUL);
        assertThat(brouillons.garder(VIDE, Annonce.vide(), 1, LE, MAUD)).isFalse();
        assertThat(brouillons.garder(VIDE, Annonce.vide(), 0, LE, MAUD)).isFalse();
        assertThat(brouillons.courant().map(Brouillon::annonce)).contains(annonce());
    }

    @Test
    void what_a_call_says_is_told_to_kiosks_and_leaves_the_draft() {
        brouillons.garder(VIDE, annonce(), 0, LE, MAUD);
        long before = changes();
        annonces.publier(APPEL, annonce());
        assertThat(changes()).isEqualTo(before + 1);
        assertThat(annonces.pour(APPEL)).isEqualTo(annonce());
        assertThat(annonces.duBrouillon()).isEqualTo(Annonce.vide());
        annonces.publier(APPEL, Langue.ARABE, new Annonce.Texte("نداء", "نص"));
        assertThat(changes()).isEqualTo(before + 2);
        assertThat(annonces.pour(APPEL).texte(Langue.ARABE)).contains(new Annonce.Texte("نداء", "نص"));
        assertThat(annonces.pour(APPEL).texte(Langue.FRANCAIS))
                .isEqualTo(annonce().texte(Langue.FRANCAIS));
    }

    @Test
    void a_draft_being_saved_tells_kiosks_nothing() {
        long before = changes();
        brouillons.garder(VIDE, annonce(), 0, LE, MAUD);
        brouillons.garder(VIDE, Annonce.vide(), 1, LE, MAUD);
        assertThat(changes()).isEqualTo(before);
    }

    @Test
    void the_forms_of_each_mairie_are_numbered_without_gap() {
        open();
        var lots = new LotsDeFiches(jdbc);
        assertThat(lots.ajouter(APPEL, Secteur.NORD, 20, LE, MAUD))
                .isEqualTo(new LotDeFiches(Secteur.NORD, 1, 20, LE, MAUD));
        assertThat(lots.ajouter(APPEL, Secteur.SUD, 5, LE, MAUD).premier()).isEqualTo(1);
        var second = lots.ajouter(APPEL, Secteur.NORD, 3, LE, PAUL);
        assertThat(second).isEqualTo(new LotDeFiches(Secteur.NORD, 21, 23, LE, PAUL));
        assertThat(lots.de(APPEL)).hasSize(3).contains(second);
        assertThat(LotDeFiches.numero(Secteur.NORD, 21)).isEqualTo("Nord 0021");
    }

    @Test
    void a_mairie_may_correct_what_it_announced() {
        open();
        var lots = new LotsDeFiches(jdbc);
        lots.annoncer(APPEL, Secteur.EST, 4, LE, MAUD);
        lots.annoncer(APPEL, Secteur.EST, 5, LE, PAUL);
        lots.annoncer(APPEL, Secteur.SUD, 0, LE, MAUD);
        assertThat(lots.annoncees(APPEL)).isEqualTo(Map.of(Secteur.EST, 5, Secteur.SUD, 0));
    }

    private void open() {
        new JdbcAppels(jdbc)
                .ajouter(new AppelSuivi(
                        new Appel(
                                APPEL,
                                LocalDate.of(2027, 5, 5),
                                LocalDate.of(2027, 6, 6),
                                null,
                                LocalDate.of(2027, 6, 6),
                                LocalDate.of(2027, 6, 13),
                                "Hôtel de ville"),
                        "Appel 2027",
                        LE,
                        MAUD,
                        Optional.empty()));
    }

    private long changes() {
        return jdbc.sql("SELECT number FROM bulletin_change").query(Long.class).single();
    }

    private static Annonce annonce() {
        return new Annonce(
                Map.of(
                        Langue.FRANCAIS, new Annonce.Texte("Appel 2027", "Un texte.\n\nUn autre paragraphe : l’été."),
                        Langue.PORTUGAIS, new Annonce.Texte("Convite", "Um texto.")),
                Map.of(Secteur.NORD, new Annonce.Accueil(2, "9 rue du Fort, de 9 h à 17 h")));
    }
}
