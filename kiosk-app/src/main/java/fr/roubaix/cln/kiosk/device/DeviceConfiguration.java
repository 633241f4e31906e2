package fr.roubaix.cln.kiosk.device;

import java.util.Optional;
import java.util.function.Supplier;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

import fr.roubaix.cln.hardware.printer.AbsentPrinter;
import fr.roubaix.cln.hardware.printer.ReceiptPrinter;
import fr.roubaix.cln.hardware.printer.VirtualPrinter;
import fr.roubaix.cln.hardware.profile.PrinterProfile;
import fr.roubaix.cln.hardware.profile.ProfileRefusedException;
import fr.roubaix.cln.hardware.profile.Profiles;
import fr.roubaix.cln.hardware.profile.SiteProfile;
import fr.roubaix.cln.hardware.profile.SiteProfile.Reading;
import fr.roubaix.cln.hardware.profile.TerminalProfile;
import fr.roubaix.cln.hardware.scanner.AbsentScanner;
import fr.roubaix.cln.hardware.scanner.Scanner;
import fr.roubaix.cln.hardware.scanner.SerialScanner;
import fr.roubaix.cln.hardware.scanner.VirtualScanner;
import fr.roubaix.cln.hardware.scanner.WedgeOfThePage;
import fr.roubaix.cln.storage.StartupRefusedException;
import fr.roubaix.cln.web.Measures;
import fr.roubaix.cln.web.gallery.GalleryView;

/** The devices that the profile of this mairie names, and how this terminal reaches them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeviceProperties.class)
class DeviceConfiguration {

    /** What a site has that has no printer: receipts are laid out all the same, for the commonest one. */
    private static final String COMMONEST_PRINTER = "generique-80mm";

    /** Those that come with the software and, before them, those of the folder of this machine. */
    @Bean
    Profiles profiles(DeviceProperties properties) {
        return properties
                .folder()
                .map(folder -> refusing(
                        () -> Profiles.shippedAnd(folder), "Le dossier de matériel « " + folder + " » est refusé. "))
                .orElseGet(Profiles::shipped);
    }

    @Bean
    SiteProfile siteProfile(DeviceProperties properties, Profiles profiles) {
        String mairie = properties.site();
        return refusing(() -> profiles.site(mairie), "");
    }

    @Bean
    TerminalProfile terminalProfile(DeviceProperties properties, SiteProfile site, Profiles profiles) {
        return properties
                .terminalModel()
                .map(named -> refusing(() -> profiles.terminal(named), ""))
                .orElseGet(site::terminal);
    }

    /** The model that receipts are laid out for. */
    @Bean
    PrinterProfile printerProfile(DeviceProperties properties, SiteProfile site, Profiles profiles) {
        return properties
                .printerModel()
                .or(() -> site.printer().isEmpty() ? Optional.of(COMMONEST_PRINTER) : Optional.empty())
                .map(named -> refusing(() -> profiles.printer(named), ""))
                .orElseGet(() -> site.printer().orElseThrow().profile());
    }

    private static <T> T refusing(Supplier<T> read, String before) {
        try {
            return read.get();
        } catch (ProfileRefusedException e) {
            throw new StartupRefusedException(before + e.getMessage(), e);
        }
    }

    /** The sizes of every screen, from the millimetres of this one. */
    @Bean
    Measures measures(TerminalProfile terminal) {
        return Station.measures(terminal);
    }

    @Bean
    @Primary
    ReceiptPrinter receiptPrinter(DeviceProperties properties, ObjectProvider<VirtualPrinter> virtualPrinter) {
        return switch (properties.printer()) {
            case ABSENT -> new AbsentPrinter();
            case VIRTUAL -> virtualPrinter.getObject();
        };
    }

    /** What everything is built from, shown in all its states: for whoever works on it, on no terminal in service. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "cln.kiosk.galerie", havingValue = "true")
    static class Gallery {

        @Bean
        VaadinServiceInitListener galleryRoute() {
            return event -> {
                var routes = RouteConfiguration.forApplicationScope();
                if (!routes.isRouteRegistered(GalleryView.class)) {
                    routes.setAnnotatedRoute(GalleryView.class);
                }
            };
        }
    }

    @Bean
    Scanner scanner(DeviceProperties properties, SiteProfile site) {
        return switch (properties.scanner()) {
            case ABSENT -> new AbsentScanner();
            case WEDGE -> new WedgeOfThePage();
            case VIRTUAL -> new VirtualScanner();
            case OF_THE_SITE ->
                site.scanner()
                        .<Scanner>map(scanner -> switch (scanner.reading()) {
                            case Reading.Wedge _ -> new WedgeOfThePage();
                            case Reading.Serial(var line) -> new SerialScanner(line);
                        })
                        .orElseGet(AbsentScanner::new);
        };
    }

    /** The door by which a scanner brings what it read, whatever scanner it is; a screen takes it from there. */
    @Bean
    Scans scans(Scanner scanner) {
        var scans = new Scans(scanner.status());
        scanner.start(scans::bring);
        return scans;
    }

    /** Demonstration only: the page of a scanner that one plays with. */
    @Bean
    @ConditionalOnProperty(name = "cln.kiosk.lecteur", havingValue = "virtuel")
    VaadinServiceInitListener virtualScannerRoute() {
        return event -> {
            var routes = RouteConfiguration.forApplicationScope();
            if (!routes.isRouteRegistered(VirtualScannerView.class)) {
                routes.setAnnotatedRoute(VirtualScannerView.class);
            }
        };
    }

    /** Demonstration only: nothing of this answers on a terminal in service. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "cln.kiosk.imprimante", havingValue = "virtuelle")
    static class VirtualDevices {

        @Bean
        VirtualPrinter virtualPrinter(PrinterProfile model) {
            return new VirtualPrinter(model.widthInDots());
        }

        /** The page exists only with the printer it shows. */
        @Bean
        VaadinServiceInitListener virtualDeviceRoute() {
            return event -> {
                var routes = RouteConfiguration.forApplicationScope();
                if (!routes.isRouteRegistered(VirtualPrinterView.class)) {
                    routes.setAnnotatedRoute(VirtualPrinterView.class);
                }
            };
        }
    }
}
