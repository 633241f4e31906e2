package fr.roubaix.cln.kiosk.device;

import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import org.springframework.beans.factory.ObjectProvider;

import fr.roubaix.cln.hardware.printer.VirtualPrinter;
import fr.roubaix.cln.hardware.printer.VirtualPrinter.Printout;
import fr.roubaix.cln.hardware.raster.QrCode;
import fr.roubaix.cln.hardware.scanner.Scanner;
import fr.roubaix.cln.hardware.scanner.ScannerStatus;
import fr.roubaix.cln.hardware.scanner.VirtualScanner;

/** Stands for a scanner: presents a paper of the virtual printer, or any text, to the screen that waits. Demonstration only. */
@Route(value = "materiel/lecteur", registerAtStartup = false)
class VirtualScannerView extends Main implements HasDynamicTitle {

    private static final int SHOWN = 5;

    /** As much as the largest square there is holds. */
    private static final int MOST_PLAYED_WITH = 3_000;

    private final Scans scans;
    private final VirtualScanner scanner;
    private final ObjectProvider<VirtualPrinter> printer;
    private final TextArea text = new TextArea();
    private final Paragraph answer = new Paragraph();
    private final Div papers = new Div();
    private final Button plug = new Button("", _ -> turn());

    VirtualScannerView(Scans scans, Scanner scanner, ObjectProvider<VirtualPrinter> printer) {
        this.scans = scans;
        this.scanner = (VirtualScanner) scanner;
        this.printer = printer;
        addClassName("cln-device");
        text.setLabel(getTranslation("device.scanner.text"));
        text.setHelperText(getTranslation("device.scanner.text.help"));
        text.setMaxLength(MOST_PLAYED_WITH);
        answer.getElement().setAttribute("role", "status");
        answer.addClassName("cln-device__state");
        papers.addClassName("cln-device__buttons");
        var present = new Button(getTranslation("device.scanner.present"), _ -> bring(text.getValue()));
        present.addThemeVariants(ButtonVariant.PRIMARY);
        present.addClickShortcut(Key.ENTER);
        var again = new Button(getTranslation("device.scanner.look"), _ -> showPapers());
        add(
                new H1(getTranslation("device.scanner.title")),
                new Paragraph(getTranslation("device.scanner.intro")),
                answer,
                section(new H2(getTranslation("device.scanner.papers")), papers, again),
                section(new H2(getTranslation("device.scanner.other")), text, present),
                section(plug));
        namePlug();
        showPapers();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("device.scanner.title");
    }

    private static Section section(com.vaadin.flow.component.Component... content) {
        var section = new Section(content);
        section.addClassName("cln-device__tray");
        return section;
    }

    private void showPapers() {
        papers.removeAll();
        List<Printout> printouts = Optional.ofNullable(printer.getIfAvailable())
                .map(VirtualPrinter::printouts)
                .orElse(List.of());
        printouts.stream().limit(SHOWN).forEach(printout -> papers.add(paper(printout)));
        if (printouts.isEmpty()) {
            papers.add(new Paragraph(getTranslation("device.scanner.none")));
        }
    }

    private Button paper(Printout printout) {
        var paper = new Button(getTranslation("device.scanner.paper", printout.number()), _ -> scan(printout));
        paper.addClassName("cln-device__button");
        return paper;
    }

    /** Reads the square in the picture of the paper, as a scanner would. */
    private void scan(Printout printout) {
        QrCode.read(printout.picture())
                .ifPresentOrElse(this::bring, () -> answer.setText(getTranslation("device.scanner.unreadable")));
    }

    private void bring(String read) {
        answer.setText(getTranslation(read.isBlank() ? "device.scanner.empty" : presented(read.strip())));
    }

    private String presented(String read) {
        if (!scans.awaited()) {
            return "device.scanner.nobody";
        }
        return scanner.present(read) ? "device.scanner.brought" : "device.scanner.unplugged";
    }

    /** Pulls the plug, or puts it back. */
    private void turn() {
        scanner.plug(scanner.status() != ScannerStatus.READY);
        namePlug();
    }

    private void namePlug() {
        plug.setText(getTranslation(
                scanner.status() == ScannerStatus.READY ? "device.scanner.unplug" : "device.scanner.plug"));
    }
}
