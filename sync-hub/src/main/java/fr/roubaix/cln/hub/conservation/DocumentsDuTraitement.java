package fr.roubaix.cln.hub.conservation;

import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.conservation.RegleDeConservation;
import fr.roubaix.cln.domaine.habitant.Adresse;
import fr.roubaix.cln.domaine.habitant.Contact;
import fr.roubaix.cln.domaine.habitant.Habitant;
import fr.roubaix.cln.domaine.tirage.Ligne;
import fr.roubaix.cln.hub.documents.Document;
import fr.roubaix.cln.hub.documents.PdfWriter;
import fr.roubaix.cln.hub.documents.PiedsDePage;
import fr.roubaix.cln.hub.security.Role;
import fr.roubaix.cln.web.FrenchDates;

/**
 * What the Ville writes down about the processing (GDPR, art. 30 and 35): one content, read as a page and as a document. What
 * is collected, what becomes public, how long it is kept and who sees it are listed from the form, the line of the draw, the
 * rules and the roles themselves: whoever adds one has to say it here.
 */
@Component
public class DocumentsDuTraitement {

    /** Its kinds. */
    public enum Sorte {
        /** The entry of the register of processing. */
        REGISTRE("registre-des-traitements", "traitement"),
        /** The screening for an impact assessment. */
        EXAMEN("examen-prealable", "aipd");

        private final String gabarit;
        private final String cle;

        Sorte(String gabarit, String cle) {
            this.gabarit = gabarit;
            this.cle = cle;
        }

        /** The template of its content. */
        public String gabarit() {
            return "documents/" + gabarit;
        }

        /** The key of its title, and of what is said of it in one sentence behind {@code .chapeau}. */
        public String cle() {
            return cle;
        }
    }

    private static final List<String> RUBRIQUES =
            List.of("responsable", "finalite", "base", "personnes", "destinataires", "securite");

    private final PdfWriter pdf;
    private final PiedsDePage pieds;
    private final MessageSource textes;
    private final Clock clock;
    private final Map<Sorte, DuJour> faits = new EnumMap<>(Sorte.class);

    DocumentsDuTraitement(PdfWriter pdf, PiedsDePage pieds, MessageSource textes, Clock clock) {
        this.pdf = pdf;
        this.pieds = pieds;
        this.textes = textes;
        this.clock = clock;
    }

    /** What its template is filled with, as of today. */
    public Map<String, Object> contenu() {
        var contenu = new HashMap<String, Object>();
        contenu.put("le", FrenchDates.day(aujourdhui()));
        contenu.put("rubriques", RUBRIQUES);
        contenu.put("donnees", donnees());
        contenu.put("publiees", noms(Ligne.class).toList());
        contenu.put("regles", List.of(RegleDeConservation.values()));
        contenu.put("roles", List.of(Role.values()));
        return contenu;
    }

    /** What a person is asked, one answer at a time. */
    static List<String> donnees() {
        return noms(FicheDeCandidature.class).toList();
    }

    private static Stream<String> noms(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).flatMap(DocumentsDuTraitement::noms);
    }

    private static Stream<String> noms(RecordComponent element) {
        var type = element.getType();
        return type == Habitant.class || type == Adresse.class || type == Contact.class
                ? noms(type)
                : Stream.of(element.getName());
    }

    /** The document, typeset once a day: anybody may ask for it as often as they like. */
    public byte[] pdf(Sorte sorte) {
        var jour = aujourdhui();
        synchronized (faits) {
            var fait = faits.get(sorte);
            if (fait == null || !fait.jour().equals(jour)) {
                fait = new DuJour(jour, ecrire(sorte, jour));
                faits.put(sorte, fait);
            }
            return fait.pdf().clone();
        }
    }

    private byte[] ecrire(Sorte sorte, LocalDate jour) {
        var contenu = contenu();
        contenu.put("pied", pieds.general());
        return pdf.write(new Document(
                sorte.gabarit(),
                texte(sorte.cle() + ".titre"),
                texte(sorte.cle() + ".chapeau", FrenchDates.day(jour)),
                jour.atStartOfDay().toInstant(ZoneOffset.UTC),
                Document.Forme.A_LIRE,
                contenu));
    }

    private LocalDate aujourdhui() {
        return LocalDate.ofInstant(clock.instant(), Appel.ROUBAIX);
    }

    private String texte(String cle, Object... valeurs) {
        return textes.getMessage(cle, valeurs, Locale.FRENCH);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared, and copied before it leaves
    private record DuJour(LocalDate jour, byte[] pdf) {}
}
