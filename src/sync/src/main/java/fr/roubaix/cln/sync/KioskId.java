package fr.roubaix.cln.sync;

/** The number of a kiosk, given by the hub at enrolment: 1 to 65535 (two bytes of the receipt token; 0 is the hub). */
public record KioskId(int numero) {
    public KioskId {
        if (numero < 1 || numero > 65_535) {
            throw new IllegalArgumentException("a kiosk id is 1 to 65535");
        }
    }

    @Override
    public String toString() {
        return Integer.toString(numero);
    }
}
