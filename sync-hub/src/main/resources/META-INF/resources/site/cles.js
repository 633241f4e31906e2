// Passkeys: asks the hub for a challenge, the browser for its answer, and brings that back. Works on any button that says
// what to do: data-cle="entrer" or "ajouter". Hidden where the browser knows no passkeys.
(function () {
  "use strict";
  const jeton = () => document.querySelector("input[name=_csrf]").value;
  const demander = (url, corps) =>
    fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRF-TOKEN": jeton() },
      body: corps ? JSON.stringify(corps) : undefined,
    });

  async function repondre(bouton) {
    const ajouter = bouton.dataset.cle === "ajouter";
    const base = ajouter ? "/compte/cle" : "/connexion/cle";
    const options = await (await demander(base + "/options")).json();
    const reponse = ajouter
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    const nom = ajouter ? "?nom=" + encodeURIComponent(document.getElementById("nom").value) : "";
    const fin = await demander(base + nom, reponse.toJSON());
    if (!fin.ok) throw new Error("refus");
    window.location.assign((await fin.json()).suite);
  }

  for (const bouton of document.querySelectorAll("[data-cle]")) {
    if (!window.PublicKeyCredential || !PublicKeyCredential.parseRequestOptionsFromJSON) continue;
    bouton.hidden = false;
    bouton.addEventListener("click", () => {
      const refus = document.getElementById("refus-de-la-cle");
      refus.hidden = true;
      bouton.disabled = true;
      repondre(bouton).catch(() => { refus.hidden = false; }).finally(() => { bouton.disabled = false; });
    });
  }
})();
