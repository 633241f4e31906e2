package fr.roubaix.cln.kiosk.device;

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
import fr.roubaix.cln.hardware.profile.ProfileRefusedException;
import fr.roubaix.cln.hardware.profile.Profiles;
import fr.roubaix.cln.hardware.profile.SiteProfile;
import fr.roubaix.cln.hardware.profile.TerminalProfile;
import fr.roubaix.cln.hardware.scanner.AbsentScanner;
import fr.roubaix.cln.hardware.scanner.Scanner;
import fr.roubaix.cln.hardware.scanner.SerialScanner;
import fr.roubaix.cln.hardware.scanner.VirtualScanner;
import fr.roubaix.cln.kiosk.device.DeviceProperties.Reader;
import fr.roubaix.cln.storage.StartupRefusedException;
import fr.roubaix.cln.web.Measures;
import fr.roubaix.cln.web.gallery.GalleryView;

/** The devices that the profile of this mairie names, and how this terminal reaches them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeviceProperties.class)
class DeviceConfiguration {

    @Bean
    SiteProfile siteProfile(DeviceProperties properties) {
        try {
            return Profiles.shipped().site(properties.site());
        } catch (ProfileRefusedException e) {
            throw new StartupRefusedException(String.valueOf(e.getMessage()), e);
        }
    }

    @Bean
    TerminalProfile terminalProfile(DeviceProperties properties, SiteProfile site) {
        String named = properties.terminal();
        if (named == null || named.isBlank()) {
            return site.terminal();
        }
        try {
            return Profiles.shipped().terminal(named);
        } catch (ProfileRefusedException e) {
            throw new StartupRefusedException(String.valueOf(e.getMessage()), e);
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
    Scanner scanner(DeviceProperties properties) {
        return switch (properties.scanner()) {
            case Reader.Absent _, Reader.Wedge _ -> new AbsentScanner();
            case Reader.Virtual _ -> new VirtualScanner();
            case Reader.Serial(var port) -> new SerialScanner(port);
        };
    }

    /** The door by which a scanner brings what it read, whatever scanner it is; a screen takes it from there. */
    @Bean
    Scans scans(DeviceProperties properties, Scanner scanner) {
        var scans = new Scans(!(properties.scanner() instanceof Reader.Absent));
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
        VirtualPrinter virtualPrinter(SiteProfile site) {
            return new VirtualPrinter(site.printer().widthInDots());
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
