package fr.roubaix.cln.hub.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

import fr.roubaix.cln.hub.Databases;
import fr.roubaix.cln.hub.privacy.ExportsDuTrousseau.Etat;
import fr.roubaix.cln.hub.privacy.ExportsDuTrousseau.Issue;
import fr.roubaix.cln.hub.privacy.ExportsDuTrousseau.Support;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.security.AgentConnecte;

/** Where the two media of the keys stand, on any database. */
@ParameterizedClass
@EnumSource(Databases.class)
class ExportsContractTest {

    private static final Instant AT = Instant.parse("2027-05-20T08:00:00.123Z");
    private static final String PHRASE = "cinq mots pris au hasard";

    @Parameter
    private Databases databases;

    @TempDir
    private Path folder;

    private final FakeRegistre registre = new FakeRegistre();
    private TrousseauFile trousseau;
    private ExportsDuTrousseau exports;

    @BeforeEach
    void keys_never_taken_away() {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "ada", "", AuthorityUtils.createAuthorityList("ROLE_ADMIN")));
        trousseau = TrousseauFile.dans(folder, PhraseDePasse.de(PHRASE), 256);
        trousseau.readOrCreate();
        exports = new ExportsDuTrousseau(
                trousseau,
                databases.without("export_du_trousseau"),
                new AgentConnecte(),
                registre,
                Clock.fixed(AT, ZoneOffset.UTC));
    }

    @AfterEach
    void sign_out() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void each_medium_is_exported_proven_and_told_apart() {
        assertThat(exports.supports())
                .containsExactly(
                        new Etat(Support.PREMIER, Optional.empty(), false, Optional.empty()),
                        new Etat(Support.SECOND, Optional.empty(), false, Optional.empty()));
        byte[] file = exports.exporter(Support.PREMIER);
        assertThat(exports.supports().getFirst())
                .isEqualTo(new Etat(Support.PREMIER, Optional.of(AT), true, Optional.empty()));
        assertThat(exports.prouver(Support.SECOND, file, PHRASE)).isEqualTo(new Issue.JamaisExporte());
        assertThat(exports.prouver(Support.PREMIER, file, PHRASE)).isEqualTo(new Issue.Prouve());
        assertThat(exports.supports().getFirst())
                .isEqualTo(new Etat(Support.PREMIER, Optional.of(AT), true, Optional.of(AT)));
        assertThat(exports.aProuver()).isEqualTo(1);
        assertThat(registre.acts()).containsExactly(Acte.TROUSSEAU_EXPORTE, Acte.TROUSSEAU_PROUVE);
    }

    @Test
    void another_master_key_or_another_phrase_makes_every_medium_out_of_date() {
        byte[] file = exports.exporter(Support.PREMIER);
        exports.prouver(Support.PREMIER, file, PHRASE);
        trousseau.ajouter(Contenu.nouvelleMaitresse());
        assertThat(exports.supports().getFirst().actuel()).isFalse();
        assertThat(exports.prouver(Support.PREMIER, file, PHRASE)).isEqualTo(new Issue.AutresCles());
        assertThat(exports.aProuver()).isEqualTo(2);
        byte[] anew = exports.exporter(Support.PREMIER);
        assertThat(exports.prouver(Support.PREMIER, anew, PHRASE)).isEqualTo(new Issue.Prouve());
        trousseau.changerDePhrase(PhraseDePasse.de("cinq autres mots au hasard"));
        var reopened = TrousseauFile.dans(folder, PhraseDePasse.de("cinq autres mots au hasard"), 256);
        assertThat(reopened.empreinte())
                .isNotEqualTo(TrousseauFile.empreinte(
                        reopened.contenu(), TrousseauProtege.lire(anew).derivation()));
    }
}
