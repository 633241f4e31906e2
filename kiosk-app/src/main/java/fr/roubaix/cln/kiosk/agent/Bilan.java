package fr.roubaix.cln.kiosk.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import fr.roubaix.cln.kiosk.sync.CleUsb.Export;
import fr.roubaix.cln.kiosk.sync.CleUsb.Import;
import fr.roubaix.cln.kiosk.sync.CleUsb.Refus;
import fr.roubaix.cln.kiosk.sync.Sauvegardes;

/** What became of a copy, in sentences that say what to do. */
record Bilan(boolean reussi, List<Phrase> phrases) {

    Bilan {
        phrases = List.copyOf(phrases);
    }

    static Bilan de(Export export) {
        return switch (export) {
            case Export.Ecrit(var fichier, var enveloppes) ->
                new Bilan(
                        true,
                        List.of(new Phrase("agent.export.ecrit", String.valueOf(fichier.getFileName()), enveloppes)));
            case Export.RienAEcrire _ -> new Bilan(true, List.of(new Phrase("agent.export.rien")));
            case Export.SupportPlein(var necessaire) ->
                new Bilan(false, List.of(new Phrase("agent.export.plein", Octets.lisibles(necessaire))));
            case Export.LectureSeule _ -> rate("agent.export.lecture-seule");
            case Export.SupportRetire _ -> rate("agent.export.retiree");
            case Export.RelectureDifferente _ -> rate("agent.export.usee");
            case Export.JournalIllisible _ -> rate("agent.export.journal");
        };
    }

    static Bilan de(Import lecture) {
        return switch (lecture) {
            case Import.Lu lu -> lu(lu);
            case Import.Illisible _ -> rate("agent.import.illisible");
            case Import.PasUnRetour _ -> rate("agent.import.pas-un-retour");
            case Import.PasEnrolee _ -> rate("agent.import.pas-enrolee");
        };
    }

    static Bilan de(Sauvegardes.Issue sauvegarde) {
        return switch (sauvegarde) {
            case Sauvegardes.Issue.Faite(var fichier) ->
                new Bilan(true, List.of(new Phrase("agent.sauvegarde.faite", String.valueOf(fichier.getFileName()))));
            case Sauvegardes.Issue.Refusee(var message) ->
                new Bilan(false, List.of(new Phrase("agent.sauvegarde.refusee", message)));
            case Sauvegardes.Issue.PasDeDossier _ -> rate("agent.sauvegarde.sans-dossier");
        };
    }

    static Bilan rate(String cle) {
        return new Bilan(false, List.of(new Phrase(cle)));
    }

    private static Bilan lu(Import.Lu lu) {
        var phrases = new ArrayList<Phrase>();
        phrases.add(new Phrase("agent.import.lu", lu.transmises(), lu.statuts()));
        if (lu.bulletin()) {
            phrases.add(new Phrase("agent.import.bulletin"));
        }
        if (lu.adresses()) {
            phrases.add(new Phrase("agent.import.adresses"));
        }
        var parRefus = new TreeMap<Refus, Integer>();
        lu.refusees().values().forEach(refus -> parRefus.merge(refus, 1, Integer::sum));
        parRefus.forEach((refus, lignes) -> phrases.add(new Phrase("agent.import.refus." + refus.name(), lignes)));
        return new Bilan(parRefus.isEmpty(), phrases);
    }

    /** A text and what fills it. */
    record Phrase(String cle, List<Object> avec) {
        Phrase(String cle, Object... avec) {
            this(cle, List.of(avec));
        }

        Object[] valeurs() {
            return avec.toArray();
        }
    }
}
