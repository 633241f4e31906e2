package fr.roubaix.cln.hub.candidature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.MotifDIrrecevabilite;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.HubScreens;
import fr.roubaix.cln.hub.candidature.DemandeDeComplement.Manque;
import fr.roubaix.cln.hub.candidature.DemandeDeComplement.Moyen;
import fr.roubaix.cln.hub.candidature.Dossier.Vu;
import fr.roubaix.cln.hub.candidature.Statut.VoieDeRetrait;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.Identifiant;

/** Decisions on applications: by whom, on what they were shown, and back. */
@WithMockUser(username = "maud.v", roles = "SECRETARIAT")
class ExamenDesCandidaturesTest extends HubScreens {

    @Autowired
    private ExamenDesCandidatures examen;

    @Autowired
    private DecisionSurDoublon doublons;

    @Autowired
    private DoublonsDeLAppel ressemblances;

    @Autowired
    private CandidaturesModifiables candidatures;

    @Autowired
    private ChangementsDeStatut changements;

    @Autowired
    private ExportDesCandidatures export;

    @Autowired
    private IndexDeLAppel index;

    @Autowired
    private LettresAuxPersonnes lettres;

    @Autowired
    private LimitationDesDossiers limitations;

    @Autowired
    private Registre registre;

    @Autowired
    private PlatformTransactionManager transactions;

    private long avant;

    @BeforeEach
    void aCall() {
        openCall();
        avant = registre.tete().numero();
    }

    @Test
    void an_application_is_refused_by_two_people() {
        var code = recue(1, "Diallo", 1990);
        assertThat(examen.proposerLIrrecevabilite(vu(code), MotifDIrrecevabilite.INCOMPLETE, " "))
                .contains(Refus.PRECISIONS_MANQUANTES);
        assertThat(examen.proposerLIrrecevabilite(vu(code), MotifDIrrecevabilite.RESIDENCE, "vit à Lille"))
                .isEmpty();
        assertThat(candidatures.aExaminer(appel())).as("nothing is decided yet").isEqualTo(1);
        assertThat(examen.actes(dossier(code)))
                .contains(Dossier.Acte.REPRENDRE)
                .doesNotContain(Dossier.Acte.CONFIRMER_L_IRRECEVABILITE);
        assertThat(examen.confirmerLIrrecevabilite(vu(code))).contains(Refus.MEME_PERSONNE);
        assertThat(par("sami.k", "PRESIDENCE", () -> examen.confirmerLIrrecevabilite(vu(code))))
                .isEmpty();
        assertThat(dossier(code).statut()).isInstanceOfSatisfying(Statut.Irrecevable.class, refusee -> {
            assertThat(refusee.par().valeur()).isEqualTo("sami.k");
            assertThat(refusee.proposeePar().orElseThrow().valeur()).isEqualTo("maud.v");
            assertThat(refusee.precisions()).isInstanceOf(Precisions.Scellees.class);
        });
        assertThat(actes())
                .containsExactly(
                        "IRRECEVABILITE_PROPOSEE maud.v " + code.affiche(),
                        "CANDIDATURE_IRRECEVABLE sami.k " + code.affiche());
        assertThat(examen.lisible(dossier(code)).precisions().texte()).isEqualTo("vit à Lille");
        assertThat(details()).noneMatch(texte -> texte.contains("Lille"));
    }

    @Test
    void a_second_look_that_does_not_agree_leaves_the_application_as_it_was() {
        var code = recue(1, "Diallo", 1990);
        examen.demanderUnComplement(vu(code), demande());
        examen.proposerLIrrecevabilite(vu(code), MotifDIrrecevabilite.INCOMPLETE, "rien n’est venu");
        assertThat(par("lina.d", "SECRETARIAT", () -> examen.ecarterLIrrecevabilite(vu(code))))
                .isEmpty();
        assertThat(dossier(code).statut()).isInstanceOf(Statut.ACompleter.class);
        assertThat(actes()).last().isEqualTo("IRRECEVABILITE_ECARTEE lina.d " + code.affiche());
    }

    @Test
    void the_second_of_two_secretaries_is_told_and_changes_nothing() {
        var code = recue(1, "Diallo", 1990);
        var vuParLesDeux = vu(code);
        assertThat(par("lina.d", "SECRETARIAT", () -> examen.declarerRecevable(vuParLesDeux)))
                .isEmpty();
        long lignes = registre.tete().numero();
        assertThat(examen.proposerLIrrecevabilite(vuParLesDeux, MotifDIrrecevabilite.RESIDENCE, ""))
                .contains(Refus.DEJA_DECIDEE);
        assertThat(examen.declarerRecevable(vuParLesDeux)).contains(Refus.DEJA_DECIDEE);
        assertThat(examen.retirer(vuParLesDeux, VoieDeRetrait.GUICHET))
                .as("allowed on what it is now, refused on what was shown")
                .contains(Refus.DEJA_DECIDEE);
        assertThat(registre.tete().numero()).isEqualTo(lignes);
        assertThat(examen.histoire(code))
                .singleElement()
                .matches(decision -> decision.par().valeur().equals("lina.d"));
    }

    @Test
    void a_decision_on_an_application_taken_back_meanwhile_is_refused_plainly() {
        var code = recue(1, "Diallo", 1990);
        var vu = vu(code);
        assertThat(par("lina.d", "SECRETARIAT", () -> examen.retirer(vu(code), VoieDeRetrait.COURRIER)))
                .isEmpty();
        assertThat(examen.declarerRecevable(vu)).contains(Refus.RETIREE);
        assertThat(examen.proposerLIrrecevabilite(vu, MotifDIrrecevabilite.RESIDENCE, ""))
                .contains(Refus.RETIREE);
        assertThat(candidatures.recevables(appel())).isEmpty();
        assertThat(candidatures.aExaminer(appel())).isZero();
        assertThat(statut(code)).isEqualTo(fr.roubaix.cln.sync.Statut.RETIREE);
        assertThat(examen.reprendre(vu(code))).as("a slip of the secretariat").isEmpty();
        assertThat(statut(code)).isEqualTo(fr.roubaix.cln.sync.Statut.RECUE);
    }

    @Test
    void decisions_are_taken_back_one_after_the_other_and_each_stays_written() {
        var code = recue(1, "Diallo", 1990);
        examen.demanderUnComplement(vu(code), demande());
        examen.noterCompletee(vu(code));
        examen.declarerRecevable(vu(code));
        assertThat(examen.reprendre(vu(code))).isEmpty();
        assertThat(dossier(code).statut()).isInstanceOf(Statut.Completee.class);
        assertThat(examen.reprendre(vu(code))).isEmpty();
        assertThat(dossier(code).statut()).isInstanceOf(Statut.ACompleter.class);
        assertThat(examen.reprendre(vu(code))).isEmpty();
        assertThat(dossier(code).statut()).isInstanceOf(Statut.AExaminer.class);
        assertThat(examen.reprendre(vu(code))).contains(Refus.PAS_DECIDEE);
        assertThat(examen.histoire(code)).hasSize(6);
        examen.declarerRecevable(vu(code));
        assertThat(dossier(code).statut()).isInstanceOf(Statut.Recevable.class);
        examen.reprendre(vu(code));
        assertThat(dossier(code).statut()).isInstanceOf(Statut.AExaminer.class);
    }

    @Test
    void what_is_missing_is_asked_for_noted_as_done_then_received() {
        var code = recue(1, "Diallo", 1990);
        var hier = new DemandeDeComplement(EnumSet.of(Manque.NOM), "", LocalDate.of(2027, 5, 20), Moyen.TELEPHONE);
        assertThat(examen.demanderUnComplement(vu(code), hier)).contains(Refus.ECHEANCE_PASSEE);
        assertThat(examen.demanderUnComplement(vu(code), demande())).isEmpty();
        assertThat(statut(code)).isEqualTo(fr.roubaix.cln.sync.Statut.A_COMPLETER);
        assertThat(examen.declarerRecevable(vu(code))).contains(Refus.DEJA_DECIDEE);
        assertThat(examen.noterLaDemandeFaite(vu(code), LocalDate.of(2027, 5, 21)))
                .contains(Refus.JOUR_A_VENIR);
        assertThat(examen.noterLaDemandeFaite(vu(code), LocalDate.of(2027, 5, 20)))
                .isEmpty();
        assertThat(dossier(code).statut())
                .isInstanceOfSatisfying(
                        Statut.ACompleter.class,
                        demandee ->
                                assertThat(demandee.faite().orElseThrow().le()).isEqualTo(LocalDate.of(2027, 5, 20)));
        assertThat(examen.noterCompletee(vu(code))).isEmpty();
        assertThat(examen.declarerRecevable(vu(code))).isEmpty();
        assertThat(actes().stream().map(acte -> acte.split(" ", -1)[0]))
                .containsExactly(
                        "COMPLEMENT_DEMANDE",
                        "DEMANDE_DE_COMPLEMENT_FAITE",
                        "CANDIDATURE_COMPLETEE",
                        "CANDIDATURE_RECEVABLE");
        assertThat(details()).anyMatch(texte -> texte.contains("manque=[ADRESSE, SIGNATURE]"));
    }

    @Test
    void a_letter_says_what_is_missing_in_the_name_of_who_asked_and_its_printing_is_written_down() {
        account("maud.v", "Maud Vandamme", "SECRETARIAT");
        var code = recue(1, "Diallo", 1990);
        assertThat(lettres.imprimer(code)).isEmpty();
        assertThat(acces()).isEmpty();
        examen.demanderUnComplement(
                vu(code),
                new DemandeDeComplement(
                        EnumSet.of(Manque.SIGNATURE, Manque.AUTRE),
                        "Le nom de votre rue.",
                        LocalDate.of(2027, 6, 4),
                        Moyen.COURRIER));
        byte[] pdf = as("lina.d", "SECRETARIAT", () -> lettres.imprimer(code)).orElseThrow();
        assertThat(text(pdf))
                .contains(
                        "Camille Diallo 8 rue du Vieil Abreuvoir 59100 Roubaix",
                        code.affiche(),
                        "Roubaix, le 20 mai 2027",
                        "Votre signature sur la fiche.",
                        "Le nom de votre rue.",
                        "au plus tard le vendredi 4 juin 2027",
                        "Maud Vandamme Secrétariat du CLN")
                .doesNotContain("Madame", "Monsieur");
        assertThat(acces()).containsExactly("lina.d " + code.texte() + " COURRIERS");
        examen.noterLaDemandeFaite(vu(code), LocalDate.of(2027, 5, 20));
        clock.advance(java.time.Duration.ofDays(2));
        assertThat(lettres.imprimer(code))
                .as("printed again, it is the same letter")
                .hasValue(pdf);
        examen.noterCompletee(vu(code));
        assertThat(lettres.imprimer(code)).as("nothing is asked for any more").isEmpty();
    }

    @Test
    void something_else_is_not_asked_for_without_a_word_that_says_what() {
        var code = recue(1, "Diallo", 1990);
        var demande = new DemandeDeComplement(
                EnumSet.of(Manque.SIGNATURE, Manque.AUTRE), " ", LocalDate.of(2027, 6, 4), Moyen.COURRIER);
        assertThat(examen.demanderUnComplement(vu(code), demande)).contains(Refus.PRECISIONS_MANQUANTES);
    }

    @Test
    void a_person_who_is_called_gets_no_letter_and_it_is_noted_who_called() {
        var code = recue(1, "Diallo", 1990);
        examen.demanderUnComplement(
                vu(code),
                new DemandeDeComplement(EnumSet.of(Manque.NOM), "", LocalDate.of(2027, 6, 4), Moyen.TELEPHONE));
        assertThat(lettres.imprimer(code)).isEmpty();
        assertThat(par("lina.d", "SECRETARIAT", () -> examen.noterLaDemandeFaite(vu(code), LocalDate.of(2027, 5, 19))))
                .isEmpty();
        assertThat(dossier(code).statut()).isInstanceOfSatisfying(Statut.ACompleter.class, demandee -> {
            assertThat(demandee.par().valeur()).as("who asked").isEqualTo("maud.v");
            assertThat(demandee.faite())
                    .as("who called")
                    .contains(new Statut.Faite(LocalDate.of(2027, 5, 19), new Identifiant("lina.d")));
        });
        assertThat(examen.noterCompletee(vu(code))).isEmpty();
        assertThat(actes())
                .containsExactly(
                        "COMPLEMENT_DEMANDE maud.v " + code.affiche(),
                        "DEMANDE_DE_COMPLEMENT_FAITE lina.d " + code.affiche(),
                        "CANDIDATURE_COMPLETEE maud.v " + code.affiche());
    }

    @Test
    void a_refusal_is_written_to_the_person_once_two_people_agreed() {
        account("sami.k", "Sami Kaci", "PRESIDENCE");
        var code = recue(1, "Diallo", 1990);
        examen.proposerLIrrecevabilite(vu(code), MotifDIrrecevabilite.RESIDENCE, "L’adresse est à Croix.");
        assertThat(lettres.imprimer(code)).as("nothing is decided yet").isEmpty();
        par("sami.k", "PRESIDENCE", () -> examen.confirmerLIrrecevabilite(vu(code)));
        assertThat(text(lettres.imprimer(code).orElseThrow()))
                .contains(
                        "n’est pas recevable",
                        "Il faut habiter Roubaix",
                        "L’adresse est à Croix.",
                        "tribunal administratif de Lille",
                        "Sami Kaci Co-présidence du CLN");
        assertThat(acces()).containsExactly("maud.v " + code.texte() + " COURRIERS");
        new TransactionTemplate(transactions)
                .executeWithoutResult(_ -> limitations.limiter(code, new Identifiant("dpo.d"), clock.instant()));
        assertThat(lettres.imprimer(code)).as("nobody reads it any more").isEmpty();
    }

    @Test
    void the_second_application_of_a_person_is_set_aside_without_a_letter() {
        var premiere = recue(1, "Diallo", 1990);
        var seconde = semblable(2, 1);
        doublons.memePersonne(vu(premiere), vu(seconde));
        assertThat(lettres.imprimer(seconde)).isEmpty();
    }

    @Test
    void the_list_is_not_frozen_on_an_undecided_likeness() {
        var code = recue(1, "Diallo", 1990);
        examen.declarerRecevable(vu(code));
        var seconde = semblable(2, 1);
        closeCall();
        assertThat(as("claire.d", "TIRAGE", () -> text(open("gestion/tirage")))).contains("attendent une décision");
        jdbc.sql("UPDATE changement_de_statut SET dernier = dernier + 1").update();
        jdbc.sql("UPDATE candidature SET etat = 'RECEVABLE', decidee_par = 'maud.v', decidee_le = 1,"
                        + " changement = (SELECT dernier FROM changement_de_statut)")
                .update();
        assertThat(text(open("gestion")))
                .contains("Comparer 1 doublon suspect")
                .doesNotContain("Arrêter la liste du tirage");
        assertThat(as("claire.d", "TIRAGE", () -> text(open("gestion/tirage"))))
                .contains("personne n’a dit s’il s’agit de la même personne");
        assertThat(doublons.memePersonne(vu(code), vu(seconde))).isEmpty();
        assertThat(text(open("gestion")))
                .contains("Arrêter la liste du tirage")
                .doesNotContain("Comparer 1 doublon suspect");
        assertThat(as("claire.d", "TIRAGE", () -> text(open("gestion/tirage")))).contains("La liste peut être arrêtée");
    }

    @Test
    void of_one_person_s_two_applications_one_is_kept_and_the_answer_can_be_taken_back() {
        var premiere = recue(1, "Diallo", 1990);
        var seconde = semblable(2, 1);
        assertThat(ressemblances.ouverts(appel())).isEqualTo(1);
        assertThat(examen.declarerRecevable(vu(premiere))).contains(Refus.DOUBLON_A_DECIDER);
        assertThat(examen.declarerRecevables(List.of(vu(premiere), vu(seconde))).refus())
                .containsEntry(Refus.DOUBLON_A_DECIDER, 2);
        assertThat(doublons.aDecider(dossier(premiere)))
                .singleElement()
                .matches(une -> une.autre(premiere).equals(seconde));
        assertThat(doublons.memePersonne(vu(premiere), vu(seconde))).isEmpty();
        assertThat(dossier(seconde).statut())
                .isInstanceOfSatisfying(
                        Statut.Irrecevable.class,
                        refusee -> assertThat(refusee.motif()).isEqualTo(MotifDIrrecevabilite.DOUBLON));
        assertThat(ressemblances.ouverts(appel())).isZero();
        assertThat(examen.declarerRecevable(vu(premiere))).isEmpty();
        assertThat(examen.reprendre(vu(seconde))).isEmpty();
        assertThat(ressemblances.ouverts(appel()))
                .as("the question is open again")
                .isEqualTo(1);
        assertThat(actes()).first().isEqualTo("DOUBLON_RETENU maud.v " + seconde.affiche());
    }

    @Test
    void two_different_people_are_not_asked_about_again_until_somebody_asks() {
        var une = recue(1, "Diallo", 1990);
        var autre = semblable(2, 1);
        var vuDAvant = vu(autre);
        assertThat(doublons.deuxPersonnes(vu(une), vu(autre))).isEmpty();
        assertThat(doublons.deuxPersonnes(vu(une), vuDAvant)).contains(Refus.DEJA_DECIDEE);
        assertThat(ressemblances.ouverts(appel())).isZero();
        recue(3, "Wattel", 1970);
        assertThat(ressemblances.ouverts(appel())).isZero();
        assertThat(examen.declarerRecevables(List.of(vu(une), vu(autre))).decidees())
                .isEqualTo(2);
        assertThat(doublons.demanderDeNouveau(une, autre)).isEmpty();
        assertThat(ressemblances.ouverts(appel())).isEqualTo(1);
    }

    @Test
    void a_likeness_needs_no_answer_once_one_of_the_two_is_out() {
        var une = recue(1, "Diallo", 1990);
        semblable(2, 1);
        examen.retirer(vu(une), VoieDeRetrait.TELEPHONE);
        assertThat(ressemblances.ouverts(appel())).isZero();
        examen.reprendre(vu(une));
        assertThat(ressemblances.ouverts(appel())).isEqualTo(1);
    }

    @Test
    void nothing_is_decided_once_the_list_is_frozen() {
        var code = recue(1, "Diallo", 1990);
        var autre = semblable(2, 1);
        jdbc.sql("UPDATE registre_de_l_appel SET gelee = 1").update();
        assertThat(examen.declarerRecevable(vu(code))).isPresent();
        assertThat(examen.retirer(vu(code), VoieDeRetrait.GUICHET)).contains(Refus.LISTE_ARRETEE);
        assertThat(examen.demanderUnComplement(vu(code), demande())).contains(Refus.LISTE_ARRETEE);
        assertThat(doublons.memePersonne(vu(code), vu(autre))).contains(Refus.LISTE_ARRETEE);
        assertThat(examen.actes(dossier(code))).isEmpty();
        assertThat(registre.tete().numero()).isEqualTo(avant);
    }

    @Test
    void a_late_minute_of_a_wrong_clock_is_told_as_such() {
        var delivery = Deliveries.of(1, "Diallo", 1990, Secteur.NORD, Parite.FEMMES, clock.instant());
        reception.recevoir(new ReceptionDeCandidature.Recue(
                delivery.envelope(),
                delivery.code(),
                delivery.fiche(),
                delivery.mairie(),
                clock.instant().plusSeconds(86_400),
                clock.instant()));
        assertThat(dossier(delivery.code()).alertes()).containsExactly(Dossier.Alerte.HORLOGE_DOUTEUSE);
    }

    @Test
    void the_list_is_exported_without_a_formula_and_the_register_knows() {
        recue(1, "-cmd", 1990);
        var csv = new String(export.exporter(index.lignes(appel())), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(csv)
                .startsWith("\uFEFF\"code\";\"nom\"")
                .contains("\"Camille -cmd\"")
                .contains("\"DEPOSEE\"");
        assertThat(actes()).containsExactly("CANDIDATURES_EXPORTEES maud.v candidatures");
    }

    private ReceiptCode recue(int number, String name, int birthYear) {
        receive(number, name, birthYear, Secteur.NORD, Parite.FEMMES);
        return Deliveries.of(number, name, birthYear, Secteur.NORD, Parite.FEMMES, clock.instant())
                .code();
    }

    /** The person of another delivery applies once more. */
    private ReceiptCode semblable(int number, int comme) {
        var modele = Deliveries.of(comme, "Diallo", 1990, Secteur.NORD, Parite.FEMMES, clock.instant());
        var autre = Deliveries.of(number, "Diallo", 1990, Secteur.NORD, Parite.FEMMES, clock.instant());
        reception.recevoir(new ReceptionDeCandidature.Recue(
                autre.envelope(), autre.code(), modele.fiche(), autre.mairie(), autre.deposeeLe(), autre.recueLe()));
        return autre.code();
    }

    private static DemandeDeComplement demande() {
        return new DemandeDeComplement(
                EnumSet.of(Manque.SIGNATURE, Manque.ADRESSE), "", LocalDate.of(2027, 6, 4), Moyen.COURRIER);
    }

    private static Optional<Refus> par(String name, String role, Supplier<Optional<Refus>> act) {
        return as(name, role, act);
    }

    private Dossier dossier(ReceiptCode code) {
        return candidatures.dossier(code).orElseThrow();
    }

    private Vu vu(ReceiptCode code) {
        return dossier(code).vu();
    }

    private AppelId appel() {
        return new AppelId(jdbc.sql("SELECT id FROM appel").query(String.class).single());
    }

    private fr.roubaix.cln.sync.Statut statut(ReceiptCode code) {
        return changements.entre(0, changements.dernier(), 1_000).stream()
                .filter(changement -> changement.code().equals(code))
                .reduce((_, dernier) -> dernier)
                .orElseThrow()
                .statut();
    }

    private void account(String name, String called, String role) {
        jdbc.sql("INSERT INTO compte (identifiant, nom, mot_de_passe, cree_le, cree_par) VALUES (?, ?, '-', 1, 'test')")
                .params(name, called)
                .update();
        jdbc.sql("INSERT INTO compte_role (identifiant, role) VALUES (?, ?)")
                .params(name, role)
                .update();
    }

    private static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper()
                    .getText(document)
                    .replace('\u00a0', ' ')
                    .replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> acces() {
        return jdbc.sql("SELECT par || ' ' || code || ' ' || ecran FROM acces ORDER BY le")
                .query(String.class)
                .list();
    }

    private List<String> actes() {
        return lignes("acte || ' ' || auteur || ' ' || objet");
    }

    private List<String> details() {
        return lignes("motif || ' ' || details");
    }

    private List<String> lignes(String colonnes) {
        return jdbc.sql("SELECT " + colonnes + " FROM registre WHERE numero > ? ORDER BY numero")
                .param(avant)
                .query(String.class)
                .list();
    }
}
