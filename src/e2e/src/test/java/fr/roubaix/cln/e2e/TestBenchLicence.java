package fr.roubaix.cln.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Whether a key of Vaadin TestBench is installed, where its licence check looks for one; the key itself is left to it. */
final class TestBenchLicence {

    private TestBenchLicence() {}

    static boolean present() {
        Path folder = Path.of(System.getProperty("user.home"), ".vaadin");
        return Stream.of("VAADIN_KEY", "VAADIN_PRO_KEY", "VAADIN_OFFLINE_KEY").anyMatch(System.getenv()::containsKey)
                || Stream.of("vaadin.key", "vaadin.proKey", "vaadin.offlineKey")
                        .anyMatch(name -> System.getProperty(name) != null)
                || Stream.of("proKey", "offlineKey", "offlineKey.txt", "offlineKeyV2", "offlineKeyV2.txt")
                        .anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
    }
}
