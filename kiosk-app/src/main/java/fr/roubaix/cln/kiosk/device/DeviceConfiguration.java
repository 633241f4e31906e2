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
import fr.roubaix.cln.storage.StartupRefusedException;

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
    @Primary
    ReceiptPrinter receiptPrinter(DeviceProperties properties, ObjectProvider<VirtualPrinter> virtualPrinter) {
        return switch (properties.printer()) {
            case ABSENT -> new AbsentPrinter();
            case VIRTUAL -> virtualPrinter.getObject();
        };
    }

    /** The door by which a scanner brings what it read, whatever scanner it is; a screen takes it from there. */
    @Bean
    Scans scans(DeviceProperties properties) {
        return new Scans(properties.scanner() != DeviceProperties.Scanner.ABSENT);
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
