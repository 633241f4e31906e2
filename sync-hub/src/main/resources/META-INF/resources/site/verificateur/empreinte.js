// SHA-256 (FIPS 180-4), by the browser where it offers it, otherwise by the sixty lines below: a page that was not served
// over HTTPS has no Web Crypto. Nothing here knows what is hashed.
"use strict";
globalThis.CLN = globalThis.CLN || {};

CLN.empreinte = (function () {
  const K = new Uint32Array(64);
  const DEPART = new Uint32Array(8);

  // The constants are the first bits of the fractional parts of cube and square roots of the first primes.
  (function constantes() {
    const racine = (n, degre) => {
      // The integer part of the root of n · 2^(32·degre), by bisection on whole numbers: no rounding.
      const cible = BigInt(n) << BigInt(32 * degre);
      let bas = 0n;
      let haut = 1n << 40n;
      while (haut - bas > 1n) {
        const milieu = (bas + haut) >> 1n;
        if (milieu ** BigInt(degre) <= cible) bas = milieu;
        else haut = milieu;
      }
      return Number(bas & 0xffffffffn);
    };
    for (let n = 2, i = 0; i < 64; n++) {
      let premier = true;
      for (let d = 2; d * d <= n; d++) if (n % d === 0) premier = false;
      if (!premier) continue;
      if (i < 8) DEPART[i] = racine(n, 2);
      K[i++] = racine(n, 3);
    }
  })();

  function parNousMemes(octets) {
    const longueur = octets.length;
    const blocs = new Uint8Array(((longueur + 72) >> 6) << 6);
    blocs.set(octets);
    blocs[longueur] = 0x80;
    const vue = new DataView(blocs.buffer);
    vue.setUint32(blocs.length - 8, Math.floor(longueur / 0x20000000));
    vue.setUint32(blocs.length - 4, (longueur << 3) >>> 0);
    const h = DEPART.slice();
    const w = new Uint32Array(64);
    const tourner = (x, n) => (x >>> n) | (x << (32 - n));
    for (let debut = 0; debut < blocs.length; debut += 64) {
      for (let t = 0; t < 16; t++) w[t] = vue.getUint32(debut + 4 * t);
      for (let t = 16; t < 64; t++) {
        const a = w[t - 15];
        const b = w[t - 2];
        w[t] = w[t - 16] + w[t - 7] + (tourner(a, 7) ^ tourner(a, 18) ^ (a >>> 3)) + (tourner(b, 17) ^ tourner(b, 19) ^ (b >>> 10));
      }
      let [a, b, c, d, e, f, g, z] = h;
      for (let t = 0; t < 64; t++) {
        const t1 = (z + (tourner(e, 6) ^ tourner(e, 11) ^ tourner(e, 25)) + ((e & f) ^ (~e & g)) + K[t] + w[t]) | 0;
        const t2 = ((tourner(a, 2) ^ tourner(a, 13) ^ tourner(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        z = g; g = f; f = e; e = (d + t1) | 0;
        d = c; c = b; b = a; a = (t1 + t2) | 0;
      }
      const suite = [a, b, c, d, e, f, g, z];
      for (let i = 0; i < 8; i++) h[i] += suite[i];
    }
    const resultat = new DataView(new ArrayBuffer(32));
    h.forEach((mot, i) => resultat.setUint32(4 * i, mot));
    return new Uint8Array(resultat.buffer);
  }

  const PAIRES = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, "0"));
  function hex(octets) {
    let texte = "";
    for (let i = 0; i < octets.length; i++) texte += PAIRES[octets[i]];
    return texte;
  }

  const duNavigateur = () => Boolean(globalThis.crypto && globalThis.crypto.subtle);
  const LOT = 1024;

  // Digests of many short texts, as hexadecimal, in their order. Asked for in lots: a wait per text would take longer
  // than the digests themselves.
  async function deTextes(textes, seuls) {
    const encodeur = new TextEncoder();
    if (seuls || !duNavigateur()) return textes.map((texte) => hex(parNousMemes(encodeur.encode(texte))));
    const resultats = [];
    for (let debut = 0; debut < textes.length; debut += LOT) {
      const lot = textes.slice(debut, debut + LOT).map((texte) => crypto.subtle.digest("SHA-256", encodeur.encode(texte)));
      for (const tampon of await Promise.all(lot)) resultats.push(hex(new Uint8Array(tampon)));
    }
    return resultats;
  }

  async function dOctets(octets) {
    return hex(duNavigateur() ? new Uint8Array(await crypto.subtle.digest("SHA-256", octets)) : parNousMemes(octets));
  }

  return Object.freeze({ deTextes, dOctets, duNavigateur, hex, parNousMemes });
})();
