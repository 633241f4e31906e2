// What is known before any die is thrown: seats, women and men by sector, tables that tie, exact chances.
"use strict";

CLN.plan = (function () {
  const { SECTEURS, SEXES, SIEGES } = CLN.liste;

  function compter(personnes) {
    const comptes = {};
    for (const secteur of SECTEURS) {
      comptes[secteur] = {};
      for (const sexe of SEXES) comptes[secteur][sexe] = { candidats: 0, prioritaires: 0, reconduits: 0 };
    }
    for (const p of personnes) {
      const groupe = comptes[p.secteur][p.sexe];
      if (!p.candidat) groupe.reconduits++;
      else {
        groupe.candidats++;
        if (p.prioritaire) groupe.prioritaires++;
      }
    }
    return comptes;
  }

  // One sector: how many women it may seat, how many the règlement names, and what departing from that costs.
  function etudier(secteur, { F, H }, lecture) {
    const sieges = Math.min(SIEGES, F.reconduits + H.reconduits + F.candidats + H.candidats);
    const moins = Math.max(F.reconduits, sieges - H.reconduits - H.candidats);
    const plus = Math.min(F.reconduits + F.candidats, sieges - H.reconduits);
    const borner = (f) => Math.min(Math.max(f, moins), plus);
    const plafond = lecture === "SIEGE_RESERVE" ? 1 : Infinity;
    const servis = (groupe, places) => Math.min(places, plafond, groupe.candidats > 2 ? groupe.prioritaires : 0);
    const critere3 = (f) => servis(F, f - F.reconduits) + servis(H, sieges - f - H.reconduits);
    const t = F.reconduits + F.candidats;

    let vise = Math.min(t, 2);
    let motif = ["AUCUNE_FEMME", "UNE_FEMME", "DEUX_FEMMES"][t] || "TIRAGE";
    if (t === 3) {
      const atteinte = critere3(borner(3)) < critere3(borner(2));
      vise = atteinte ? 2 : 3;
      motif = atteinte ? "TROIS_FEMMES_CRITERE_3" : "TROIS_FEMMES";
    }
    const nominal = borner(vise);
    const derogation = (f) => {
      if (f === nominal) return null;
      if (f === 0) return 3;
      if (t >= 4) return 0;
      return f === 1 && f < nominal ? 2 : 1;
    };
    return { secteur, sieges, moins, plus, nominal, vise, motif, derogation };
  }

  // Every table within the bounds, like an odometer: the last sector turns fastest, hence ascending order.
  function* tables(etudes) {
    const f = etudes.map((e) => e.moins);
    for (;;) {
      yield f.slice();
      let i = f.length - 1;
      while (i >= 0 && f[i] === etudes[i].plus) {
        f[i] = etudes[i].moins;
        i--;
      }
      if (i < 0) return;
      f[i]++;
    }
  }

  function cout(etudes, table) {
    const resultat = [0, 0, 0, 0, 0];
    let avance = 0;
    etudes.forEach((e, i) => {
      avance += 2 * table[i] - e.sieges;
      const grade = e.derogation(table[i]);
      if (grade) resultat[4 - grade]++;
      resultat[4] += (table[i] - e.nominal) ** 2;
    });
    resultat[0] = Math.abs(avance);
    return resultat;
  }

  function comparer(a, b) {
    const i = a.findIndex((valeur, rang) => valeur !== b[rang]);
    return i < 0 ? 0 : a[i] - b[i];
  }

  // Exact fractions, as pairs of whole numbers without bound.
  const pgcd = (a, b) => (b === 0n ? a : pgcd(b, a % b));
  const fraction = (n, d) => {
    const diviseur = pgcd(BigInt(n), BigInt(d)) || 1n;
    return [BigInt(n) / diviseur, BigInt(d) / diviseur];
  };
  const ajouter = ([a, b], [c, d]) => fraction(a * d + c * b, b * d);

  function chance(lecture, places, groupe, prioritaire) {
    const c = groupe.candidats;
    const p = groupe.prioritaires;
    if (c <= places) return fraction(1, 1);
    if (c <= 2 || p === 0) return fraction(places, c);
    if (lecture === "PRIORITE_ABSOLUE") {
      return prioritaire ? fraction(Math.min(places, p), p) : fraction(Math.max(0, places - p), c - p);
    }
    if (places === 0) return fraction(0, 1);
    return prioritaire ? ajouter(fraction(1, p), fraction((p - 1) * (places - 1), p * (c - 1))) : fraction(places - 1, c - 1);
  }

  function etablir(personnes, lecture) {
    const comptes = compter(personnes);
    const etudes = SECTEURS.map((secteur) => etudier(secteur, comptes[secteur], lecture));
    let meilleures = [];
    let moindre = null;
    for (const table of tables(etudes)) {
      const prix = cout(etudes, table);
      const ordre = moindre === null ? -1 : comparer(prix, moindre);
      if (ordre < 0) {
        meilleures = [];
        moindre = prix;
      }
      if (ordre <= 0) meilleures.push(table);
    }
    const places = (table, i, sexe) =>
      (sexe === "F" ? table[i] : etudes[i].sieges - table[i]) - comptes[SECTEURS[i]][sexe].reconduits;

    const probabilites = [];
    SECTEURS.forEach((secteur, i) => {
      for (const sexe of SEXES) {
        const groupe = comptes[secteur][sexe];
        for (const prioritaire of [true, false]) {
          const nombre = prioritaire ? groupe.prioritaires : groupe.candidats - groupe.prioritaires;
          if (nombre === 0) continue;
          const somme = meilleures
            .map((table) => chance(lecture, places(table, i, sexe), groupe, prioritaire))
            .reduce(ajouter);
          const [numerateur, denominateur] = fraction(somme[0], somme[1] * BigInt(meilleures.length));
          // Both stay far below 2^53 for a list of 8 MiB: they divide p · (c − 1) · (number of tables).
          probabilites.push({ secteur, sexe, prioritaire, numerateur: Number(numerateur), denominateur: Number(denominateur) });
        }
      }
    });
    return { lecture, comptes, etudes, tables: meilleures, ecart: moindre[0], places, probabilites };
  }

  return Object.freeze({ etablir });
})();
