// Keeps the room's view of a draw up to date: asks for what changes, and shows it. A hub that does not answer (it restarts, the
// network is gone) leaves the last state on the wall with a discreet sign, and is asked again.

const PERIODE = 900; // milliseconds from one question to the next: the room sees an act within a second
const PATIENCE = 4000; // an answer that takes longer counts as none
const ECHECS_TUS = 2; // so many lost answers are not worth a word

const salle = document.getElementById("salle");
const annonce = document.getElementById("annonce");
const liaison = document.getElementById("liaison");
let marque = salle.dataset.marque;
let echecs = 0;

function montrer(html) {
  const suivant = new DOMParser().parseFromString(html, "text/html").querySelector(".etat");
  if (!suivant) throw new Error("not a state of the draw");
  const actuel = salle.querySelector(".etat");
  if (suivant.dataset.etape === actuel.dataset.etape) {
    const connus = new Set(Array.from(actuel.querySelectorAll("[data-cle]"), (e) => e.dataset.cle));
    for (const element of suivant.querySelectorAll("[data-cle]")) {
      if (!connus.has(element.dataset.cle)) element.classList.add("nouveau");
    }
  } else {
    suivant.classList.add("nouveau");
  }
  const phrase = suivant.dataset.annonce;
  actuel.replaceWith(suivant);
  if (annonce.textContent !== phrase) annonce.textContent = phrase;
}

/** Says how long to wait before the next question. */
async function demander() {
  const reponse = await fetch(salle.dataset.etat, {
    headers: { "If-None-Match": '"' + marque + '"' },
    cache: "no-store",
    credentials: "omit",
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (reponse.status === 304) return PERIODE;
  if (reponse.status !== 200) {
    const attente = 1000 * Number(reponse.headers.get("Retry-After"));
    throw Object.assign(new Error("answered " + reponse.status), { attente: attente > 0 ? attente : PERIODE });
  }
  const html = await reponse.text();
  montrer(html);
  marque = (reponse.headers.get("ETag") ?? "").replace(/^W\/|"/g, "");
  return PERIODE;
}

async function suivre() {
  const debut = performance.now();
  let periode = PERIODE;
  try {
    periode = await demander();
    echecs = 0;
  } catch (erreur) {
    echecs += 1;
    periode = erreur.attente ?? PERIODE;
  }
  const mot = echecs > ECHECS_TUS ? liaison.dataset.mot : "";
  if (liaison.textContent !== mot) liaison.textContent = mot;
  setTimeout(suivre, Math.max(50, periode - (performance.now() - debut)));
}

suivre();
