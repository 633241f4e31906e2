/* <cln-quatre-boutons touches="F13 F14 F15 F16" mot-…>: previous, next, choose, cancel walk the whole screen. A stop is anything that
   can be operated, in the order of the screen: each answer of a group is one, and so is each item of an open list. Choosing a field
   walks its keys, first by rows, then in the row, without the focus ever leaving the field. */
(() => {
  const STOPS =
    'a[href], button, input:not([type="hidden"]), textarea, select, vaadin-button, vaadin-select-value-button, vaadin-select-item, [tabindex="0"]';
  const MUTE = '[aria-hidden="true"], [inert], cln-clavier, .pave__touches, template';

  /* The keys of one pad or keyboard. The marks are ours, the keys are clicked as a finger would. */
  class Scan {
    constructor(surface) {
      this.surface = surface;
      this.row = 0;
      this.key = -1;
    }

    rows() {
      const rows = new Map();
      for (const key of this.surface.querySelectorAll('[data-touche]')) {
        if (key.checkVisibility()) {
          const top = Math.round(key.getBoundingClientRect().top / 8);
          rows.set(top, [...(rows.get(top) ?? []), key]);
        }
      }
      return [...rows.values()];
    }

    keys() {
      return this.rows()[this.row] ?? [];
    }

    move(step) {
      if (this.key < 0) {
        const rows = this.rows().length;
        this.row = (this.row + step + rows) % rows;
      } else {
        const keys = this.keys().length;
        this.key = (this.key + step + keys) % keys;
      }
      this.mark();
    }

    mark() {
      this.clear();
      const keys = this.keys();
      if (this.key < 0) {
        keys.forEach((key) => key.classList.add('touche--rangee'));
      } else {
        keys[this.key]?.classList.add('is-focus');
      }
    }

    clear() {
      this.surface.querySelectorAll('.touche--rangee, .is-focus').forEach((key) => key.classList.remove('touche--rangee', 'is-focus'));
    }
  }

  class ClnQuatreBoutons extends HTMLElement {
    #scan = null;

    connectedCallback() {
      this.innerHTML = '<p class="vh" role="status"></p>';
      document.addEventListener('keydown', this.#key, true);
      document.addEventListener('focusin', this.#focused);
    }

    disconnectedCallback() {
      document.removeEventListener('keydown', this.#key, true);
      document.removeEventListener('focusin', this.#focused);
    }

    #key = (event) => {
      const place = (this.getAttribute('touches') ?? '').split(' ').findIndex((name) => name === event.code || name === event.key);
      if (place < 0 || event.repeat || event.ctrlKey || event.altKey || event.metaKey) {
        return;
      }
      event.preventDefault();
      [() => this.#move(-1), () => this.#move(1), () => this.#choose(), () => this.#cancel()][place]();
    };

    #word(name) {
      return this.getAttribute(`mot-${name}`) ?? '';
    }

    #say(words) {
      const status = this.firstElementChild;
      status.textContent = status.textContent === words ? `${words}\u00a0` : words;
    }

    /* Walking -------------------------------------------------------------------- */

    #root() {
      return ClnEcran.dialog() ?? document.querySelector('.kiosk') ?? document.body;
    }

    /* Every element of the screen in order, so that one finds one's place from whatever has the focus, a title for example. */
    #elements() {
      const skip = (element) => element.matches(MUTE) || element === this;
      return [...ClnEcran.walk(this.#root(), skip)].filter((node) => node instanceof Element);
    }

    #isStop(element) {
      if (!element.matches(STOPS) || element.disabled || element.getAttribute('aria-disabled') === 'true') {
        return false;
      }
      const roving = element.type === 'radio' || element.localName === 'vaadin-select-item';
      return (roving || element.tabIndex >= 0) && element.checkVisibility({ visibilityProperty: true });
    }

    #move(step) {
      if (this.#scan) {
        this.#scan.move(step);
        this.#sayPlace();
        return;
      }
      const list = this.#expanded();
      if (list) {
        this.#press(list, step > 0 ? 'ArrowDown' : 'ArrowUp');
        return;
      }
      const elements = this.#elements();
      const stops = elements.filter((element) => this.#isStop(element));
      const here = elements.indexOf(ClnEcran.active());
      const next = stops.find((stop) => elements.indexOf(stop) > here) ?? stops[0];
      const before = stops.findLast((stop) => elements.indexOf(stop) < here) ?? stops.at(-1);
      this.#focus(step > 0 ? next : before);
    }

    #focus(stop) {
      if (stop) {
        stop.focus({ focusVisible: true });
        (stop.closest('vaadin-radio-button, vaadin-checkbox, vaadin-text-field, .card') ?? stop).scrollIntoView({ block: 'nearest' });
      }
    }

    #expanded() {
      const active = ClnEcran.active();
      return active?.getAttribute('role') === 'combobox' && active.getAttribute('aria-expanded') === 'true' ? active : null;
    }

    #press(target, key) {
      target.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true, composed: true, cancelable: true }));
    }

    /* Choosing and leaving --------------------------------------------------------- */

    #choose() {
      if (this.#scan) {
        this.#chooseKey();
        return;
      }
      const active = ClnEcran.active();
      const list = this.#expanded();
      if (list) {
        this.#press(list, 'Enter');
      } else if (active?.getAttribute('role') === 'combobox' && !ClnFrappe.takes(active)) {
        active.click();
      } else if (ClnFrappe.takes(active)) {
        this.#enter(active);
      } else if (active && this.#isStop(active)) {
        active.click();
      }
    }

    #enter(field) {
      const pad = field.closest('cln-pave')?.querySelector('.pave__touches');
      const surface = pad ?? document.querySelector('cln-clavier')?.openFor(field);
      if (!surface) {
        this.#say(this.#word('sans-clavier'));
        return;
      }
      this.#scan = new Scan(surface);
      this.#scan.mark();
      this.#say(this.#word('clavier'));
    }

    #chooseKey() {
      const scan = this.#scan;
      if (scan.key < 0) {
        scan.key = 0;
        scan.mark();
        this.#sayPlace();
        return;
      }
      const key = scan.keys()[scan.key];
      scan.key = -1;
      key?.click();
      if (key?.dataset.touche === 'cacher') {
        this.#leaveKeys();
      } else {
        scan.mark();
      }
    }

    #leaveKeys() {
      this.#scan?.clear();
      this.#scan = null;
      this.#say(this.#word('clavier-quitte'));
    }

    /* A pad goes on to its next field by itself; going anywhere else leaves the keys. */
    #focused = (event) => {
      if (this.#scan && !ClnFrappe.takes(event.composedPath()[0])) {
        this.#leaveKeys();
      }
    };

    #sayPlace() {
      const { key } = this.#scan;
      const names = this.#scan.keys().map((k) => k.getAttribute('aria-label') ?? k.textContent);
      this.#say(key < 0 ? `${this.#word('rangee')} ${this.#scan.row + 1}\u00a0: ${names.join(', ')}` : names[key] ?? '');
    }

    #cancel() {
      if (this.#scan) {
        if (this.#scan.key < 0) {
          this.#leaveKeys();
        } else {
          this.#scan.key = -1;
          this.#scan.mark();
          this.#sayPlace();
        }
        return;
      }
      const reading = document.querySelector('cln-ecoute[lit]');
      if (reading) {
        reading.stop();
      } else if (this.#expanded() || ClnEcran.dialog()) {
        this.#press(ClnEcran.active() ?? document.body, 'Escape');
      } else {
        this.#back();
      }
    }

    #back() {
      const back = [...this.#root().querySelectorAll('[data-retour]')].find((e) => e.checkVisibility());
      if (back) {
        back.click();
      } else {
        this.#say(this.#word('rien-a-annuler'));
      }
    }
  }

  if (!customElements.get('cln-quatre-boutons')) {
    customElements.define('cln-quatre-boutons', ClnQuatreBoutons);
  }
})();
