package fr.roubaix.cln.hub.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import fr.roubaix.cln.hub.HubScreens;

/** A hub at whose door {@code maud.v} of the secretariat stands with a browser. */
abstract class AtTheDoor extends HubScreens {

    static final String MOT_DE_PASSE = "une phrase assez longue";

    final Identifiant maud = new Identifiant("maud.v");
    Visitor visitor;

    @Autowired
    CreationDeCompte creation;

    @Autowired
    SecondsFacteurs seconds;

    @Autowired
    private SecondFacteur secondFacteur;

    @Autowired
    private WebApplicationContext context;

    @BeforeEach
    void somebody() {
        as("ada", "ADMIN", () -> creation.creer(demande("maud.v", Set.of(Role.SECRETARIAT))));
        visitor = newVisitor();
    }

    final MockHttpServletResponse password() throws Exception {
        return visitor.send("/connexion", "username", "maud.v", "password", MOT_DE_PASSE);
    }

    /** Signs in; gives where it led, or what the page said. */
    static String signIn(Visitor visitor, String code) throws Exception {
        visitor.send("/connexion", "username", "maud.v", "password", MOT_DE_PASSE);
        var answer = visitor.send("/connexion/code", "code", code);
        return answer.getRedirectedUrl() == null ? answer.getContentAsString() : answer.getRedirectedUrl();
    }

    final byte[] registered() {
        byte[] secret = secondFacteur.proposer();
        seconds.inscrire(maud, secret, 0, clock.instant());
        return secret;
    }

    final String now(byte[] secret) {
        return Totp.code(secret, Totp.pas(clock.instant()));
    }

    static byte[] secretOn(String page) {
        var written = Pattern.compile("id=\"secret\">([A-Z2-7 ]+)<").matcher(page);
        assertThat(written.find()).as(page).isTrue();
        return base32(written.group(1).replace(" ", ""));
    }

    private static byte[] base32(String text) {
        var number = text.chars()
                .mapToObj("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"::indexOf)
                .map(BigInteger::valueOf)
                .reduce(BigInteger.ZERO, (value, five) -> value.shiftLeft(5).or(five));
        byte[] bytes = number.toByteArray();
        var whole = new byte[Totp.OCTETS];
        int kept = Math.min(bytes.length, whole.length);
        System.arraycopy(bytes, bytes.length - kept, whole, whole.length - kept, kept);
        return whole;
    }

    final Visitor newVisitor() {
        return new Visitor(MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build());
    }

    static CreationDeCompte.Demande demande(String name, Set<Role> roles) {
        return new CreationDeCompte.Demande(name, "Nom", MOT_DE_PASSE, MOT_DE_PASSE, roles);
    }
}
