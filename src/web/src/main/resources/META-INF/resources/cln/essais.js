/* What an agent tries a screen with.
   <cln-carte pixels>: the outline of a bank card, so many pixels to a millimetre, with a ruler of five centimetres under it.
   <cln-touches mot-…>: begin() covers the screen with squares; each one goes when it is touched; "fini" tells how many are left. */
(() => {
  const CARD = { width: 85.6, height: 53.98, corner: 3.18 };
  const RULER = 50;
  const COLUMNS = 6;
  const ROWS = 4;
  const SVG = 'http://www.w3.org/2000/svg';

  function drawn(name, attributes) {
    const element = document.createElementNS(SVG, name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    return element;
  }

  class ClnCarte extends HTMLElement {
    static observedAttributes = ['pixels'];

    attributeChangedCallback() {
      const px = Number(this.getAttribute('pixels'));
      const picture = drawn('svg', {
        width: (CARD.width + 1) * px, height: (CARD.height + 9) * px, viewBox: `-0.5 -0.5 ${CARD.width + 1} ${CARD.height + 9}`, 'aria-hidden': 'true',
      });
      picture.append(drawn('rect', { width: CARD.width, height: CARD.height, rx: CARD.corner, class: 'carte__bord' }));
      for (let mm = 0; mm <= RULER; mm += 1) {
        const length = mm % 10 === 0 ? 5 : mm % 5 === 0 ? 4 : 2.5;
        picture.append(drawn('path', { d: `M${mm} ${CARD.height + 2}v${length}`, class: 'carte__trait' }));
      }
      this.replaceChildren(picture);
    }
  }

  class ClnTouches extends HTMLElement {
    #dialog = null;

    disconnectedCallback() {
      this.#dialog?.remove();
      this.#dialog = null;
    }

    #word(name) {
      return this.getAttribute(`mot-${name}`) ?? '';
    }

    begin() {
      if (this.#dialog) {
        return;
      }
      const dialog = document.createElement('dialog');
      dialog.className = 'touches';
      dialog.setAttribute('aria-label', this.#word('nom'));
      const said = Object.assign(document.createElement('p'), { className: 'touches__reste' });
      said.setAttribute('role', 'status');
      const close = Object.assign(document.createElement('button'), { type: 'button', className: 'touches__fermer', textContent: this.#word('fermer') });
      close.addEventListener('click', () => this.#end());
      for (let n = 0; n < COLUMNS * ROWS; n += 1) {
        const square = Object.assign(document.createElement('button'), { type: 'button', className: 'touches__carre', textContent: `${n + 1}` });
        square.addEventListener('click', () => this.#touched(square));
        dialog.append(square);
      }
      dialog.append(said, close);
      dialog.addEventListener('cancel', (event) => {
        event.preventDefault();
        this.#end();
      });
      this.append(dialog);
      this.#dialog = dialog;
      dialog.showModal();
      this.#count();
    }

    get #left() {
      return this.#dialog?.querySelectorAll('.touches__carre:not([disabled])').length ?? 0;
    }

    #touched(square) {
      square.disabled = true;
      if (this.#left === 0) {
        this.#end();
      } else {
        this.#count();
      }
    }

    #count() {
      this.#dialog.querySelector('.touches__reste').textContent = this.#word('reste').replace('{0}', this.#left);
    }

    #end() {
      const reste = this.#left;
      this.#dialog?.remove();
      this.#dialog = null;
      this.dispatchEvent(new CustomEvent('fini', { detail: { reste } }));
    }
  }

  if (!customElements.get('cln-carte')) {
    customElements.define('cln-carte', ClnCarte);
    customElements.define('cln-touches', ClnTouches);
  }
})();
