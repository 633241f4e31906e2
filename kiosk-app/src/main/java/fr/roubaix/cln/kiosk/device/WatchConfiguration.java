package fr.roubaix.cln.kiosk.device;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.hardware.printer.WatchedPrinter;
import fr.roubaix.cln.hardware.profile.SiteProfile;
import fr.roubaix.cln.hardware.scanner.Scanner;
import fr.roubaix.cln.kiosk.sync.FicheTechnique;
import fr.roubaix.cln.kiosk.sync.Journal;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.web.Measures;

/** What is known of the devices beyond their profiles: how they are, and what was measured. */
@Configuration(proxyBeanMethods = false)
class WatchConfiguration {

    @Bean
    DeviceWatch deviceWatch(
            DeviceProperties properties,
            SiteProfile site,
            WatchedPrinter printer,
            Scanner scanner,
            FicheTechnique terminal,
            Journal journal,
            JdbcClient jdbc,
            Clock clock) {
        var random = new SecureRandom();
        boolean printing = switch (properties.printer()) {
            case OF_THE_SITE -> site.printer().isPresent();
            case VIRTUAL -> true;
            case ABSENT -> false;
        };
        return new DeviceWatch(
                () -> printing ? Optional.of(printer.seen().status()) : Optional.empty(),
                scanner,
                terminal::diskFree,
                journal,
                jdbc,
                () -> EnvelopeId.mint(clock, random),
                clock);
    }

    @Bean
    DeviceRounds deviceRounds(DeviceWatch watch) {
        return new DeviceRounds(watch);
    }

    @Bean
    MeasuredScreens measuredScreens(Measures terminal, JdbcClient jdbc, Clock clock) {
        return new MeasuredScreens(terminal, jdbc, clock);
    }
}
