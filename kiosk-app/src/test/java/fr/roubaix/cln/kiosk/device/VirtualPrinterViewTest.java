package fr.roubaix.cln.kiosk.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.Charset;
import java.util.Locale;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

import fr.roubaix.cln.hardware.printer.CodePage;
import fr.roubaix.cln.hardware.printer.EscPos;
import fr.roubaix.cln.hardware.printer.PrinterStatus;
import fr.roubaix.cln.hardware.printer.VirtualPrinter;
import fr.roubaix.cln.kiosk.StillHub;
import fr.roubaix.cln.web.Words;
import fr.roubaix.cln.web.language.Language;

@SpringBootTest(
        classes = {
            DeviceConfiguration.class,
            PrintoutFiles.class,
            StillHub.class,
            VirtualPrinterViewTest.StaffWords.class
        },
        properties = {"cln.kiosk.mairie=nord", "cln.kiosk.imprimante=virtuelle"})
class VirtualPrinterViewTest extends SpringBrowserlessTest {

    static class StaffWords {
        @Bean
        Words words() {
            return new Words(Language.locales()).withStaff("vaadin-i18n.personnel");
        }
    }

    @Autowired
    private VirtualPrinter printer;

    @Autowired
    private PrintoutFiles files;

    private VirtualPrinterView view;

    @BeforeEach
    void open_the_page() {
        printer.become(new PrinterStatus.Ready());
        UI.getCurrent().setLocale(Locale.FRENCH);
        view = new VirtualPrinterView(printer);
        UI.getCurrent().add(view);
    }

    @Test
    void the_state_is_said_in_words_and_changes_with_the_buttons() {
        assertThat(text("Prête.")).isTrue();

        test($(Button.class).withText("Enlever le papier").single()).click();

        assertThat(text("Plus de papier.")).isTrue();
        assertThat(printer.status()).isEqualTo(new PrinterStatus.NoPaper());

        test($(Button.class).withText("Remettre en état").single()).click();
        assertThat(printer.status()).isEqualTo(new PrinterStatus.Ready());
    }

    @Test
    void a_paper_that_comes_out_is_shown_with_a_text_for_those_who_do_not_see_it() throws Exception {
        printer.print(job());
        view.refresh();

        int number = printer.printouts().getFirst().number();
        var picture = $(Image.class).all().getFirst();
        assertThat(picture.getSrc()).isEqualTo("/materiel/recus/" + number + ".png");
        assertThat(picture.getAlt()).hasValue("Reçu n°\u00a0" + number);

        var web = MockMvcBuilders.standaloneSetup(files).build();
        web.perform(get(PrintoutFiles.picture(number)))
                .andExpect(status().isOk())
                .andExpect(content().contentType("image/png"))
                .andExpect(
                        content().bytes(printer.printouts().getFirst().picture().png()));
        web.perform(get(PrintoutFiles.bytes(number))).andExpect(content().bytes(job()));
        web.perform(get("/materiel/recus/999.png")).andExpect(status().isNotFound());
        web.perform(get("/materiel/recus/99999999999.png")).andExpect(status().isNotFound());
    }

    @Test
    void half_a_receipt_is_called_so() {
        printer.failAt(job().length - 2, new PrinterStatus.NoPaper());
        printer.print(job());
        view.refresh();

        assertThat($(Image.class).all().getFirst().getAlt().orElseThrow()).endsWith(", interrompu");
        assertThat(text("Plus de papier.")).isTrue();
    }

    private boolean text(String words) {
        return $(Paragraph.class).all().stream().anyMatch(p -> p.getText().equals(words));
    }

    private static byte[] job() {
        return new EscPos(new CodePage(16, Charset.forName("windows-1252")))
                .initialise()
                .line("Essai")
                .cut(EscPos.Cut.PARTIAL)
                .bytes();
    }
}
