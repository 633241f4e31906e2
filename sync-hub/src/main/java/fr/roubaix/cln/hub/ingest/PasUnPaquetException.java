package fr.roubaix.cln.hub.ingest;

/** What was brought is not what a kiosk writes on a stick: nothing of it was taken, and no line of the register says it was. */
final class PasUnPaquetException extends RuntimeException {

    PasUnPaquetException() {
        super("no line of a bundle at its beginning");
    }
}
