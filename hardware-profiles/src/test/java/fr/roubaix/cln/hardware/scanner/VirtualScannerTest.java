package fr.roubaix.cln.hardware.scanner;

class VirtualScannerTest extends ScannerContract {

    private final VirtualScanner scanner = new VirtualScanner();

    @Override
    Scanner scanner() {
        return scanner;
    }

    @Override
    void read(String text) {
        scanner.present(text);
    }

    @Override
    void unplug() {
        scanner.plug(false);
    }

    @Override
    void plugBack() {
        scanner.plug(true);
    }
}
