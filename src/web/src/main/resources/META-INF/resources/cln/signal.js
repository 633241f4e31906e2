/* <cln-signal adresse>: asks an address which number it is at, telling the one it knows; the answer comes when it is another
   one, or after a while. A number that changed fires "signal". A server that does not answer is asked again a little later. */
(() => {
  const LATER_MS = 3_000;

  class ClnSignal extends HTMLElement {
    #asking = null;

    connectedCallback() {
      this.#asking = new AbortController();
      this.#ask(this.#asking.signal);
    }

    disconnectedCallback() {
      this.#asking?.abort();
    }

    async #ask(signal) {
      let known = '';
      while (!signal.aborted) {
        try {
          const answer = await fetch(`${this.getAttribute('adresse')}?vu=${known}`, { signal, cache: 'no-store' });
          if (!answer.ok) {
            throw new Error(`${answer.status}`);
          }
          const number = await answer.text();
          if (known !== '' && number !== known) {
            this.dispatchEvent(new CustomEvent('signal'));
          }
          known = number;
        } catch {
          await new Promise((resolve) => { setTimeout(resolve, LATER_MS); });
        }
      }
    }
  }

  if (!customElements.get('cln-signal')) {
    customElements.define('cln-signal', ClnSignal);
  }
})();
