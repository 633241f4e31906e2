// The seed, the ranks, the seats, and the bytes of pv.json.
"use strict";

CLN.tirage = (function () {
  const { SECTEURS, SEXES } = CLN.liste;
  const FORMAT = "cln-pv/1";
  const MOTS = 1n << 256n;

  function graine({ lecture, empreinte, des, drand }) {
    const texte = "CLN-ROUBAIX/1|lecture=" + lecture + "|liste=" + empreinte + "|des=" + des;
    return drand === null ? texte : texte + "|drand=" + drand;
  }

  // A whole number below n, each equally likely; gives the digest used too, so that it can be shown.
  async function entier(texte, n) {
    const limite = (MOTS / BigInt(n)) * BigInt(n);
    for (let j = 0; ; j++) {
      const [hexa] = await CLN.empreinte.deTextes([texte + "|ajustement|" + j]);
      const x = BigInt("0x" + hexa);
      if (x < limite) return { valeur: Number(x % BigInt(n)), hexa, j };
    }
  }

  const parRang = (a, b) => (a.rang < b.rang ? -1 : a.rang > b.rang ? 1 : 0);

  async function asseoir(texte, lecture, groupe, places) {
    if (groupe.length <= places) return groupe.map((c) => ({ ...c, voie: "SANS_TIRAGE" }));
    const premiers = (candidats, nombre, voie) => candidats.slice(0, nombre).map((c) => ({ ...c, voie }));
    if (groupe.length <= 2) return premiers(groupe, places, "RANG");
    const prioritaires = groupe.filter((c) => c.prioritaire);
    if (lecture === "PRIORITE_ABSOLUE") {
      const assis = premiers(prioritaires, places, "PRIORITE");
      return assis.concat(premiers(groupe.filter((c) => !c.prioritaire), places - assis.length, "RANG"));
    }
    if (places < 1 || prioritaires.length === 0) return premiers(groupe, places, "RANG");
    const reserves = await CLN.empreinte.deTextes(prioritaires.map((c) => texte + "|reserve|" + c.id));
    const choisi = prioritaires[reserves.indexOf(reserves.reduce((a, b) => (b < a ? b : a)))];
    return [{ ...choisi, voie: "SIEGE_RESERVE" }].concat(premiers(groupe.filter((c) => c !== choisi), places - 1, "RANG"));
  }

  // Does the whole draw again from a list and from what was fixed or thrown in public.
  async function refaire(personnes, { reglement, lecture, empreinte, des, drand }) {
    const plan = CLN.plan.etablir(personnes, lecture);
    const texte = graine({ lecture, empreinte, des, drand });
    const ajustement = await entier(texte, plan.tables.length);
    const table = plan.tables[ajustement.valeur];
    const candidats = personnes.filter((p) => p.candidat);
    const rangs = await CLN.empreinte.deTextes(candidats.map((p) => texte + "|rang|" + p.id));
    const ordre = candidats.map((p, i) => ({ ...p, rang: rangs[i] })).sort(parRang);
    const designes = [];
    for (const [i, secteur] of SECTEURS.entries()) {
      for (const sexe of SEXES) {
        const groupe = ordre.filter((c) => c.secteur === secteur && c.sexe === sexe);
        designes.push(...(await asseoir(texte, lecture, groupe, plan.places(table, i, sexe))));
      }
    }
    const repartition = plan.etudes.map((e, i) => ({
      secteur: e.secteur,
      sieges: e.sieges,
      femmes: table[i],
      hommes: e.sieges - table[i],
      nominal: e.nominal,
      derogation: e.derogation(table[i]),
      motif: e.motif,
    }));
    const valeur = {
      format: FORMAT,
      reglement,
      lecture,
      liste: { sha256: empreinte, candidats: candidats.length, reconduits: personnes.length - candidats.length },
      graine: { des, drand, texte },
      repartition,
      ecart: plan.ecart,
      tables: plan.tables.length,
      table: ajustement.valeur,
      probabilites: plan.probabilites,
      designes: designes.map(({ id, secteur, sexe, classe, rang }) => ({ id, secteur, sexe, classe, rang })),
      ordre: ordre.map(({ id, rang }) => ({ id, rang })),
    };
    const octets = new TextEncoder().encode(JSON.stringify(valeur, null, 2) + "\n");
    return { valeur, octets, plan, ajustement, designes, ordre };
  }

  return Object.freeze({ refaire, FORMAT });
})();
