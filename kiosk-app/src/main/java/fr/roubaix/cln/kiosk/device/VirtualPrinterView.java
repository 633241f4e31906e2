package fr.roubaix.cln.kiosk.device;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.hardware.printer.PrinterStatus;
import fr.roubaix.cln.hardware.printer.PrinterStatus.ErrorKind;
import fr.roubaix.cln.hardware.printer.VirtualPrinter;
import fr.roubaix.cln.hardware.printer.VirtualPrinter.Printout;

/** Shows what the virtual printer printed, and lets one take its paper away. Demonstration only. */
@Route(value = "materiel", registerAtStartup = false)
class VirtualPrinterView extends Main implements HasDynamicTitle {

    private static final int POLL_MILLISECONDS = 1_500;
    private static final int SHOWN = 5;

    private final VirtualPrinter printer;
    private final Paragraph state = new Paragraph();
    private final Div papers = new Div();
    private int newestShown;
    private @Nullable Registration polling;

    VirtualPrinterView(VirtualPrinter printer) {
        this.printer = printer;
        addClassName("cln-device");
        state.addClassName("cln-device__state");
        state.getElement().setAttribute("role", "status");
        papers.addClassName("cln-device__papers");
        add(
                new H1(getTranslation("device.printer.title")),
                new Paragraph(getTranslation("device.printer.intro")),
                stateSection(),
                papersSection());
        showState();
        showPapers();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("device.printer.title");
    }

    private Section stateSection() {
        var buttons = new Div(
                button("ready", new PrinterStatus.Ready()),
                button("paperLow", new PrinterStatus.PaperLow()),
                button("noPaper", new PrinterStatus.NoPaper()),
                button("coverOpen", new PrinterStatus.CoverOpen()),
                button("error", new PrinterStatus.InError(ErrorKind.CUTTER)),
                button("unreachable", new PrinterStatus.Unreachable()));
        buttons.addClassName("cln-device__buttons");
        return section("cln-device__printer", new H2(getTranslation("device.printer.state")), state, buttons);
    }

    private Section papersSection() {
        return section("cln-device__tray", new H2(getTranslation("device.printer.papers")), papers);
    }

    private static Section section(String className, com.vaadin.flow.component.Component... content) {
        var section = new Section(content);
        section.addClassName(className);
        return section;
    }

    private Button button(String key, PrinterStatus status) {
        var button = new Button(getTranslation("device.printer.make." + key), _ -> {
            printer.become(status);
            showState();
        });
        button.addClassName("cln-device__button");
        return button;
    }

    private void showState() {
        state.setText(getTranslation("device.printer.is." + key(printer.status())));
    }

    private static String key(PrinterStatus status) {
        return switch (status) {
            case PrinterStatus.Ready _ -> "ready";
            case PrinterStatus.PaperLow _ -> "paperLow";
            case PrinterStatus.Unknown _ -> "unknown";
            case PrinterStatus.NoPaper _ -> "noPaper";
            case PrinterStatus.CoverOpen _ -> "coverOpen";
            case PrinterStatus.InError _ -> "error";
            case PrinterStatus.Unreachable _ -> "unreachable";
        };
    }

    private void showPapers() {
        var printouts = printer.printouts();
        papers.removeAll();
        newestShown = printouts.isEmpty() ? 0 : printouts.getFirst().number();
        if (printouts.isEmpty()) {
            papers.add(new Paragraph(getTranslation("device.printer.none")));
        }
        printouts.stream().limit(SHOWN).map(this::paper).forEach(papers::add);
    }

    private Div paper(Printout printout) {
        int number = printout.number();
        String name = getTranslation(printout.complete() ? "device.printer.paper" : "device.printer.halfPaper", number);
        var picture = new Image(PrintoutFiles.picture(number), name);
        picture.addClassName("cln-device__picture");
        var bytes = new Anchor(PrintoutFiles.bytes(number), getTranslation("device.printer.bytes", number));
        // Leaves the Vaadin pages: without this the router would look for a view of that name.
        bytes.setRouterIgnore(true);
        bytes.getElement().setAttribute("download", true);
        var paper = new Div(new Paragraph(name), picture, bytes);
        paper.addClassName("cln-device__paper");
        return paper;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().setPollInterval(POLL_MILLISECONDS);
        polling = event.getUI().addPollListener(_ -> refresh());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().setPollInterval(-1);
        if (polling != null) {
            polling.remove();
        }
    }

    void refresh() {
        showState();
        var printouts = printer.printouts();
        if (!printouts.isEmpty() && printouts.getFirst().number() != newestShown) {
            showPapers();
        }
    }
}
