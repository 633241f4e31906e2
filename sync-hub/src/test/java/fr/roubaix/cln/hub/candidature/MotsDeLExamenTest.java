package fr.roubaix.cln.hub.candidature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import fr.roubaix.cln.domaine.candidature.MotifDIrrecevabilite;
import fr.roubaix.cln.domaine.candidature.Origine;
import fr.roubaix.cln.domaine.candidature.Publication;
import fr.roubaix.cln.domaine.candidature.Verification;
import fr.roubaix.cln.domaine.doublon.Raison;

/** Keys made from a name at run time are not seen by the search of the code. */
class MotsDeLExamenTest {

    @ParameterizedTest
    @MethodSource
    void every_name_that_makes_a_key_has_its_french_text(String key) throws IOException {
        var texts = new Properties();
        try (var in = Files.newBufferedReader(Path.of("src/main/resources/vaadin-i18n/translations_fr.properties"))) {
            texts.load(in);
        }
        assertThat(texts.getProperty(key)).isNotBlank();
    }

    static Stream<String> every_name_that_makes_a_key_has_its_french_text() {
        return Stream.of(
                        keys("candidature.refus.", Refus.values()),
                        keys("acte.", Dossier.Acte.values()),
                        keys("alerte.", Dossier.Alerte.values()),
                        keys("etat.", FiltreDeCandidatures.Etat.values()),
                        keys("origine.", Origine.values()),
                        keys("motif.", MotifDIrrecevabilite.values()),
                        keys("issue.", Verification.Issue.values()),
                        keys("constat.", Verification.Constat.values()),
                        keys("doublon.raison.", Raison.values()),
                        keys("manque.", DemandeDeComplement.Manque.values()),
                        keys("moyen.", DemandeDeComplement.Moyen.values()),
                        keys("candidature.a-completer.", DemandeDeComplement.Moyen.values()),
                        keys("candidature.a-completer-par.", DemandeDeComplement.Moyen.values()),
                        keys("voie.", Statut.VoieDeRetrait.values()),
                        keys("publication.", Publication.values()),
                        keys("saisir.refus.", SaisieDeCandidature.Refus.values()),
                        Stream.of(
                                "candidatures.bilan.DEJA_DECIDEE",
                                "candidatures.bilan.RETIREE",
                                "candidatures.bilan.DOUBLON_A_DECIDER",
                                "candidatures.bilan.ALERTE",
                                "candidatures.bilan.MOINS_DE_16_ANS",
                                "candidatures.bilan.LISTE_ARRETEE",
                                "candidatures.bilan.INCONNUE"))
                .flatMap(keys -> keys);
    }

    private static Stream<String> keys(String beginning, Enum<?>[] names) {
        return Arrays.stream(names).map(name -> beginning + name.name());
    }
}
