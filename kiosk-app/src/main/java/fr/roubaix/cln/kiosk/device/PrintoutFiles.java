package fr.roubaix.cln.kiosk.device;

import java.util.function.Function;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import fr.roubaix.cln.hardware.printer.VirtualPrinter;
import fr.roubaix.cln.hardware.printer.VirtualPrinter.Printout;

/** The papers of the virtual printer as files: a picture to look at, the bytes to examine. */
@RestController
@ConditionalOnProperty(name = "cln.kiosk.imprimante", havingValue = "virtuelle")
class PrintoutFiles {

    private final VirtualPrinter printer;

    PrintoutFiles(VirtualPrinter printer) {
        this.printer = printer;
    }

    /** Where the picture of a paper is. */
    static String picture(int number) {
        return "/materiel/recus/" + number + ".png";
    }

    /** Where the bytes that made it are. */
    static String bytes(int number) {
        return "/materiel/recus/" + number + ".bin";
    }

    @GetMapping(path = "/materiel/recus/{number:[0-9]{1,9}}.png")
    ResponseEntity<byte[]> png(@PathVariable int number) {
        return file(number, MediaType.IMAGE_PNG, printout -> printout.picture().png());
    }

    @GetMapping(path = "/materiel/recus/{number:[0-9]{1,9}}.bin")
    ResponseEntity<byte[]> bin(@PathVariable int number) {
        return file(number, MediaType.APPLICATION_OCTET_STREAM, Printout::bytes);
    }

    private ResponseEntity<byte[]> file(int number, MediaType type, Function<Printout, byte[]> content) {
        return printer.printout(number)
                .map(printout -> ResponseEntity.ok()
                        .contentType(type)
                        .cacheControl(CacheControl.noStore())
                        .body(content.apply(printout)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
