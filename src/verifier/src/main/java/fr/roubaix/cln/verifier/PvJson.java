package fr.roubaix.cln.verifier;

import fr.roubaix.cln.domaine.tirage.Chance;
import fr.roubaix.cln.domaine.tirage.Classement;
import fr.roubaix.cln.domaine.tirage.Derogation;
import fr.roubaix.cln.domaine.tirage.Designe;
import fr.roubaix.cln.domaine.tirage.Drand;
import fr.roubaix.cln.domaine.tirage.Ligne;
import fr.roubaix.cln.domaine.tirage.ProcesVerbal;
import fr.roubaix.cln.domaine.tirage.Repartition;

/**
 * The file {@code pv.json}, format {@value #FORMAT}: what ECMAScript's {@code JSON.stringify(value, null, 2)} gives, and
 * a final line feed. The order of the keys is part of the format; verifying compares bytes.
 */
public final class PvJson {

    /** The format written. An avenant that touches art. 4 or 7 makes another one. */
    public static final String FORMAT = "cln-pv/1";

    private static final int BYTES_PER_CANDIDATE = 130;
    private static final int BYTES_OF_THE_REST = 16 << 10;

    private final JsonWriter json;

    private PvJson(JsonWriter json) {
        this.json = json;
    }

    /** The bytes of the file. */
    public static byte[] write(ProcesVerbal pv) {
        var file = new PvJson(new JsonWriter(
                BYTES_OF_THE_REST + BYTES_PER_CANDIDATE * pv.ordre().size()));
        file.json.object(() -> file.members(pv));
        return file.json.toBytes();
    }

    private void members(ProcesVerbal pv) {
        json.name("format").string(FORMAT);
        json.name("reglement").string(pv.reglement().id());
        json.name("lecture").string(pv.lecture().name());
        json.name("liste").object(() -> {
            json.name("sha256").string(pv.empreinte().hex());
            json.name("candidats").number(pv.candidats());
            json.name("reconduits").number(pv.reconduits());
        });
        json.name("graine").object(() -> {
            json.name("des").string(pv.graine().des().chiffres());
            json.name("drand");
            pv.graine().drand().map(Drand::texte).ifPresentOrElse(json::string, json::nothing);
            json.name("texte").string(pv.graine().texte());
        });
        json.name("repartition").array(pv.repartition(), (_, each) -> repartition(each));
        json.name("ecart").number(pv.plan().ecart());
        json.name("tables").number(pv.plan().tables().size());
        json.name("table").number(pv.table());
        json.name("probabilites").array(pv.chances(), (_, each) -> chance(each));
        json.name("designes").array(pv.designes(), (_, each) -> designe(each));
        json.name("ordre").array(pv.ordre(), (_, each) -> classement(each));
    }

    private void repartition(Repartition repartition) {
        json.object(() -> {
            json.name("secteur").string(repartition.secteur().name());
            json.name("sieges").number(repartition.sieges());
            json.name("femmes").number(repartition.femmes());
            json.name("hommes").number(repartition.hommes());
            json.name("nominal").number(repartition.nominal());
            json.name("derogation");
            repartition.derogation().map(Derogation::degre).ifPresentOrElse(json::number, json::nothing);
            json.name("motif").string(repartition.motif().name());
        });
    }

    private void chance(Chance chance) {
        json.object(() -> {
            json.name("secteur").string(chance.secteur().name());
            json.name("sexe").string(chance.sexe().name());
            json.name("prioritaire").bool(chance.prioritaire());
            json.name("numerateur").number(chance.valeur().numerateur());
            json.name("denominateur").number(chance.valeur().denominateur());
        });
    }

    private void designe(Designe designe) {
        Ligne personne = designe.personne();
        json.object(() -> {
            json.name("id").string(personne.id().valeur());
            json.name("secteur").string(personne.secteur().name());
            json.name("sexe").string(personne.sexe().name());
            json.name("classe").string(personne.classe().code());
            json.name("rang").rank(designe.rang());
        });
    }

    private void classement(Classement classement) {
        json.object(() -> {
            json.name("id").string(classement.id().valeur());
            json.name("rang").rank(classement.rang());
        });
    }
}
