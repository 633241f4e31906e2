package fr.roubaix.cln.hub.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

import fr.roubaix.cln.hub.HubScreens;
import fr.roubaix.cln.hub.register.Registre.Tete;
import fr.roubaix.cln.hub.security.Role;

/** The state of the register, on the sheet that somebody keeps. */
class EtatDuRegistreTest extends HubScreens {

    private static final String EMPREINTE = "0123456789abcdef".repeat(4);

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Registre registre;

    @Autowired
    private TransactionTemplate transaction;

    private MockMvc mvc;

    @BeforeEach
    void a_register_with_a_row() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        as("ada", "ADMIN", () -> transaction.execute(_ -> registre.inscrire(Acte.BORNE_REVOQUEE.sur("borne 42"))));
    }

    @Test
    void the_sheet_says_how_many_rows_the_head_in_groups_of_four_when_and_who() throws Exception {
        var head = registre.tete();
        String sheet = asked("dpo.roubaix", "DPO").getContentAsString().replaceAll("[\\u00a0\\u202f]", " ");
        assertThat(sheet)
                .contains("par dpo.roubaix", "20 mai 2027", "La chaîne est intacte")
                .contains("<dd>" + plain(head.numero()) + "</dd>", "n° " + plain(head.numero()))
                .contains(head.empreinte());
        assertThat(sheet.replaceAll("(?s).*<p class=\"empreinte mono\"[^>]*>(.*?)</p>.*", "$1")
                        .replaceAll("<[^>]+>", " ")
                        .strip()
                        .split("\\s+"))
                .hasSize(16)
                .allMatch(group -> group.matches("[0-9a-f]{4}"))
                .satisfies(groups -> assertThat(String.join("", groups)).isEqualTo(head.empreinte()));
        assertThat(registre.tete()).as("looking adds no row").isEqualTo(head);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void only_those_who_read_the_register_print_it(Role role) throws Exception {
        boolean reader = switch (role) {
            case ADMIN, DPO, PRESIDENCE, OBSERVATEUR -> true;
            default -> false;
        };
        assertThat(asked("quelqu.un", role.name()).getStatus()).isEqualTo(reader ? 200 : 403);
    }

    @Test
    void nobody_prints_it_without_signing_in() throws Exception {
        var answer = mvc.perform(get(EtatController.ADRESSE)).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(answer.getRedirectedUrl()).contains("/connexion");
    }

    @Test
    @WithMockUser(username = "dpo", roles = "DPO")
    void the_screen_of_the_register_leads_to_it() {
        assertThat(text(open("gestion/registre"))).contains("Imprimer l’état du registre");
    }

    @Test
    void a_broken_chain_is_said_on_the_sheet_and_a_hash_reads_by_groups() {
        var broken = new EtatDuRegistre(
                3, new Tete(4, EMPREINTE), new Constat.Rompue(2, Constat.Defaut.MANQUANTE), Instant.EPOCH, "ada");
        assertThat(broken.intact()).isFalse();
        assertThat(broken.constat().phrase()).contains("La ligne 2 manque");
        assertThat(broken.empreinteEnGroupes())
                .isEqualTo("0123 4567 89ab cdef ".repeat(4).strip());
    }

    private MockHttpServletResponse asked(String name, String role) throws Exception {
        return mvc.perform(get(EtatController.ADRESSE).with(user(name).roles(role)))
                .andReturn()
                .getResponse();
    }

    private static String plain(long number) {
        return String.format(java.util.Locale.FRANCE, "%,d", number).replaceAll("[\\u00a0\\u202f]", " ");
    }
}
