package fr.roubaix.cln.kiosk.device;

import java.time.Clock;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

import fr.roubaix.cln.hardware.printer.AbsentPrinter;
import fr.roubaix.cln.hardware.printer.VirtualPrinter;
import fr.roubaix.cln.hardware.printer.WatchedPrinter;
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

    /**
     * Before anything of the kiosk exists: a profile that cannot be used stops the start and leaves the journal, the keys and
     * the rest of the folder as they were.
     */
    @Bean
    static BeanFactoryPostProcessor devicesFirst(Environment environment) {
        return _ -> devices(Binder.get(environment).bindOrCreate("cln.kiosk", DeviceProperties.class));
    }

    /** What this terminal is made of, by its settings and its site file. */
    @Bean
    static ChosenDevices devices(DeviceProperties properties) {
        try {
            return ChosenDevices.by(properties);
        } catch (ProfileRefusedException e) {
            throw new StartupRefusedException(
                    properties
                            .folder()
                            .map(folder -> "Le dossier de matériel « " + folder + " » est refusé. " + e.getMessage())
                            .orElseGet(() -> String.valueOf(e.getMessage())),
                    e);
        }
    }

    @Bean
    Profiles profiles(ChosenDevices devices) {
        return devices.profiles();
    }

    @Bean
    SiteProfile siteProfile(ChosenDevices devices) {
        return devices.site();
    }

    @Bean
    TerminalProfile terminalProfile(ChosenDevices devices) {
        return devices.terminal();
    }

    /** The model that receipts are laid out for. */
    @Bean
    PrinterProfile printerProfile(ChosenDevices devices) {
        return devices.printer();
    }

    /** The sizes of every screen, from the millimetres of this one. */
    @Bean
    Measures measures(TerminalProfile terminal) {
        return Station.measures(terminal);
    }

    /** The printer that everything prints on; it is looked at regularly, and each change of its state is told once. */
    @Bean
    @Primary
    WatchedPrinter receiptPrinter(
            DeviceProperties properties,
            SiteProfile site,
            ObjectProvider<VirtualPrinter> virtualPrinter,
            ObjectProvider<Clock> clock,
            ApplicationEventPublisher events) {
        var printer = switch (properties.printer()) {
            case OF_THE_SITE -> site.printer().map(PrinterDrivers::driver).orElseGet(AbsentPrinter::new);
            case ABSENT -> new AbsentPrinter();
            case VIRTUAL -> virtualPrinter.getObject();
        };
        return new WatchedPrinter(printer, clock.getIfAvailable(Clock::systemUTC), events::publishEvent);
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
