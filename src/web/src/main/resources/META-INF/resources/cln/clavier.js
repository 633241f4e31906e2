/* <cln-clavier actif="oui" mot-…>: the keyboard of a terminal that has none. It comes up under the field that has the focus, writes there at
   the caret without ever taking the focus, and goes when the focus goes to something that is not written in.
   A field says which keys it wants by data-clavier (nom, texte, courriel, chiffres, code) on itself or around it, else by its
   inputmode. Where a number pad already stands beside the field, this keyboard stays away. */
(() => {
  const ORDERS = {
    azerty: ['azertyuiop', 'qsdfghjklm', 'wxcvbn'],
    abcd: ['abcdefghij', 'klmnopqrst', 'uvwxyz'],
  };
  const ACCENTS = ['éèêëàâäáãå', 'îïíìôöóòõø', 'ùûüúçñğşłœ'];
  const DIGITS = ['123', '456', '789', '0'];
  const PHONE = [['1', '2', '3', 'effacer'], ['4', '5', '6'], ['7', '8', '9'], ['+', '0', 'espace', 'cacher']];
  /* A tap is over when its click is, or after this when there was none. */
  const SETTLED_MS = 350;
  const SIGNS = { "'": 'apostrophe', '-': 'tiret', '@': 'arobase', '.': 'point', ',': 'virgule', '+': 'plus', _: 'souligne' };
  /* What stands after the letters of the third row, and beside the space; "_" is the sign, "espace" the bar. */
  const KINDS = {
    nom: { after: ["'", '-'], last: ['espace'], digits: false },
    texte: { after: ["'", '-'], last: [',', 'espace', '.'], digits: true },
    courriel: { after: ['-', '_'], last: ['@', '.'], digits: true },
    code: { after: ['-'], last: [], digits: true },
  };
  const ICONS = { effacer: 'erase', maj: 'shift', cacher: 'down' };

  class ClnClavier extends HTMLElement {
    static observedAttributes = ['actif'];

    #field = null;
    #order = 'azerty';
    #accents = false;
    #shift = false;
    #hiddenFor = null;
    #down = false;
    #pressed = false;

    connectedCallback() {
      this.hidden = true;
      document.addEventListener('focusin', this.#follow);
      document.addEventListener('focusout', this.#leave);
      document.addEventListener('pointerdown', this.#press, true);
      document.addEventListener('pointerup', this.#release, true);
      document.addEventListener('pointercancel', this.#release, true);
      document.addEventListener('click', this.#clicked);
      document.addEventListener('selectionchange', this.#readCaret);
      this.addEventListener('mousedown', this.#keepFocus);
      this.addEventListener('click', this.#strike);
      this.sizes = new ResizeObserver(() => this.#place());
    }

    disconnectedCallback() {
      document.removeEventListener('focusin', this.#follow);
      document.removeEventListener('focusout', this.#leave);
      document.removeEventListener('pointerdown', this.#press, true);
      document.removeEventListener('pointerup', this.#release, true);
      document.removeEventListener('pointercancel', this.#release, true);
      document.removeEventListener('click', this.#clicked);
      document.removeEventListener('selectionchange', this.#readCaret);
      this.#close();
    }

    attributeChangedCallback() {
      if (this.getAttribute('actif') !== 'oui') {
        this.#close();
      }
    }

    /** Shows the keys for a field, also if they were hidden; null: this terminal has no such keyboard, or a pad stands there. */
    openFor(field) {
      this.#hiddenFor = null;
      this.#open(field);
      return this.hidden ? null : this;
    }

    #wants(field) {
      return this.getAttribute('actif') === 'oui' && ClnFrappe.takes(field) && !field.closest('cln-pave');
    }

    #follow = (event) => {
      const target = event.composedPath()[0];
      if (this.contains(target)) {
        return;
      }
      if (this.#wants(target)) {
        if (target !== this.#hiddenFor) {
          this.#open(target);
        }
      } else if (!this.#down) {
        this.#close();
      }
    };

    #leave = (event) => {
      this.#hiddenFor = null;
      if (!event.relatedTarget && !this.#down && event.composedPath()[0] === this.#field) {
        this.#close();
      }
    };

    /* While a finger is down nothing may move, or it would come up on something else than it went down on. */
    #press = (event) => {
      clearTimeout(this.settling);
      this.#down = true;
      const target = event.composedPath()[0];
      this.#pressed = this.contains(target);
      if (target === this.#hiddenFor && document.activeElement === target) {
        this.openFor(target);
      }
    };

    #release = () => this.#settle(SETTLED_MS);

    #clicked = () => this.#settle(0);

    #settle(delay) {
      clearTimeout(this.settling);
      this.settling = setTimeout(() => {
        this.#down = false;
        const active = ClnEcran.active();
        if (!this.hidden && active !== this.#field && !this.contains(active)) {
          this.#close();
        }
      }, delay);
    }

    #open(field) {
      if (!this.#wants(field)) {
        return;
      }
      const before = this.hidden;
      this.#field = field;
      this.#accents = false;
      this.#shift = this.#startsAWord();
      this.hidden = false;
      this.#draw();
      this.#place();
      this.sizes.observe(this);
      document.querySelectorAll('main, .bar, .ecran__actions').forEach((around) => this.sizes.observe(around));
      this.#show();
      if (before) {
        this.#say(this.#word('affiche'));
      }
    }

    #close() {
      if (this.hidden) {
        return;
      }
      this.hidden = true;
      this.#field = null;
      this.sizes.disconnect();
      delete document.documentElement.dataset.clavierOuvert;
      document.documentElement.style.removeProperty('--cln-clavier');
    }

    /* Between the field and the way on, which does not move: the keyboard stands above the actions, or above the bar. */
    #place() {
      if (this.hidden) {
        return;
      }
      const kind = this.#kind();
      document.documentElement.dataset.clavierOuvert = kind;
      document.documentElement.style.setProperty('--cln-clavier', `${Math.ceil(this.getBoundingClientRect().height)}px`);
      const below = [...document.querySelectorAll('.ecran__actions, .bar')].find((e) => e.checkVisibility());
      const floor = below ? below.getBoundingClientRect().top : window.innerHeight;
      this.style.insetBlockEnd = `${Math.max(0, window.innerHeight - floor)}px`;
    }

    #show() {
      requestAnimationFrame(() => {
        if (this.#field) {
          (this.#field.closest('[has-label], .saisie__champ') ?? this.#field).scrollIntoView({ block: 'nearest' });
          this.#field.scrollIntoView({ block: 'nearest' });
        }
      });
    }

    #kind() {
      const said = this.#field?.closest('[data-clavier]')?.dataset.clavier;
      const mode = this.#field?.inputMode || this.#field?.closest('[inputmode]')?.getAttribute('inputmode');
      return said ?? { numeric: 'chiffres', tel: 'chiffres', decimal: 'chiffres', email: 'courriel' }[mode] ?? 'texte';
    }

    #word(name) {
      return this.getAttribute(`mot-${name}`) ?? '';
    }

    /* Letters ------------------------------------------------------------------ */

    #rows() {
      const kind = this.#kind();
      if (kind === 'chiffres') {
        return PHONE;
      }
      const { after, last } = KINDS[kind] ?? KINDS.texte;
      const letters = (this.#accents ? ACCENTS : ORDERS[this.#order]).map((row) => [...row]);
      const third = this.#accents ? letters[2] : [...letters[2], ...after];
      const shift = kind === 'code' || kind === 'courriel' ? [] : ['maj'];
      const accents = kind === 'code' || kind === 'courriel' ? [] : ['accents'];
      return [letters[0], letters[1], [...shift, ...third, 'effacer'], ['ordre', ...accents, ...last, 'cacher']];
    }

    #draw() {
      const kind = this.#kind();
      const touches = document.createElement('div');
      touches.className = `clavier__touches clavier__touches--${kind}`;
      touches.setAttribute('role', 'group');
      touches.setAttribute('aria-label', this.#word('nom'));
      touches.append(this.#block('clavier__lettres', this.#rows()));
      if (KINDS[kind]?.digits ?? kind !== 'chiffres') {
        touches.append(this.#block('clavier__chiffres', DIGITS.map((row) => [...row])));
      }
      const said = this.querySelector('[role="status"]') ?? Object.assign(document.createElement('p'), { className: 'vh' });
      said.setAttribute('role', 'status');
      this.replaceChildren(touches, said);
    }

    #block(name, rows) {
      const block = document.createElement('div');
      block.className = name;
      for (const keys of rows) {
        const row = document.createElement('div');
        row.className = 'clavier__rangee';
        row.append(...keys.map((key) => this.#key(key)));
        block.append(row);
      }
      return block;
    }

    #key(key) {
      const button = document.createElement('button');
      button.type = 'button';
      button.tabIndex = -1;
      button.dataset.touche = key;
      button.className = 'clavier__touche';
      if (key.length > 1) {
        this.#named(button, key);
      } else {
        button.textContent = this.#upper() ? key.toLocaleUpperCase('fr') : key;
        if (SIGNS[key]) {
          button.setAttribute('aria-label', this.#word(SIGNS[key]));
        }
      }
      return button;
    }

    #named(button, key) {
      button.classList.add('clavier__touche--fonction', `clavier__touche--${key}`);
      const span = document.createElement('span');
      span.textContent = this.#caption(key);
      if (ICONS[key]) {
        const icon = document.createElement('i');
        icon.className = `clavier__icone clavier__icone--${ICONS[key]}`;
        icon.setAttribute('aria-hidden', 'true');
        button.append(icon);
      }
      button.append(span);
      if (key === 'maj') {
        button.setAttribute('aria-pressed', String(this.#shift));
      } else if (key === 'ordre') {
        button.setAttribute('aria-label', `${span.textContent}, ${this.#word(this.#order === 'azerty' ? 'ordre-abcd' : 'ordre-azerty')}`);
      } else if (key === 'accents') {
        button.setAttribute('aria-label', `${span.textContent}, ${this.#word(this.#accents ? 'lettres' : 'accents')}`);
      }
    }

    #caption(key) {
      switch (key) {
        case 'ordre':
          return this.#order === 'azerty' ? 'ABCD' : 'AZERTY';
        case 'accents':
          return this.#accents ? 'abc' : 'éèàç';
        default:
          return this.#word(key);
      }
    }

    #upper() {
      return this.#kind() === 'code' || this.#shift;
    }

    /* A name begins with a capital, and so does each part of it. */
    #startsAWord() {
      const before = this.#field.value.slice(0, this.#field.selectionStart ?? 0);
      return this.#kind() === 'nom' && /(^|[ -])$/.test(before);
    }

    #readCaret = () => {
      if (!this.hidden && document.activeElement === this.#field && this.#kind() === 'nom') {
        this.#setShift(this.#startsAWord());
      }
    };

    #setShift(on) {
      if (on === this.#shift) {
        return;
      }
      this.#shift = on;
      this.querySelectorAll('[data-touche]').forEach((button) => {
        const key = button.dataset.touche;
        if (key.length === 1) {
          button.textContent = this.#upper() ? key.toLocaleUpperCase('fr') : key;
        } else if (key === 'maj') {
          button.setAttribute('aria-pressed', String(on));
        }
      });
    }

    /* Strokes ------------------------------------------------------------------ */

    #keepFocus = (event) => event.preventDefault();

    #strike = (event) => {
      const key = event.target.closest('[data-touche]')?.dataset.touche;
      const field = this.#field;
      // A tap that brought the keyboard up under the finger strikes none of its keys.
      const elsewhere = event.detail > 0 && !this.#pressed;
      if (!key || !field?.isConnected || elsewhere) {
        return;
      }
      const at = ClnEcran.active();
      if (at !== field && !this.contains(at)) {
        field.focus();
      }
      this.#act(key, field);
    };

    #act(key, field) {
      switch (key) {
        case 'maj':
          this.#setShift(!this.#shift);
          this.#say(this.#word(this.#shift ? 'maj-oui' : 'maj-non'));
          return;
        case 'ordre':
          this.#order = this.#order === 'azerty' ? 'abcd' : 'azerty';
          this.#draw();
          this.#say(this.#order === 'azerty' ? this.#word('ordre-azerty') : this.#word('ordre-abcd'));
          return;
        case 'accents':
          this.#accents = !this.#accents;
          this.#draw();
          this.#say(this.#word(this.#accents ? 'accents' : 'lettres'));
          return;
        case 'cacher':
          this.#hiddenFor = field;
          this.#say(this.#word('cache'));
          this.#close();
          return;
        case 'effacer':
          ClnFrappe.rubOut(field);
          this.#said(field, 'efface');
          break;
        case 'espace':
          this.#type(field, ' ');
          break;
        default:
          this.#type(field, this.#upper() ? key.toLocaleUpperCase('fr') : key);
      }
      if (key !== 'effacer' && this.#accents && key !== 'espace') {
        this.#accents = false;
        this.#draw();
      }
      this.#setShift(this.#startsAWord());
    }

    #type(field, text) {
      if (ClnFrappe.write(field, text)) {
        this.#said(field, text === ' ' ? 'espace' : null, text);
      } else {
        this.#say(this.#word('refuse'));
      }
    }

    /* A screen reader says the keys of a real keyboard by itself, not these. What is secret is not said. */
    #said(field, word, text = '') {
      this.#say(field.type === 'password' ? this.#word('ecrit') : word ? this.#word(word) : SIGNS[text] ? this.#word(SIGNS[text]) : text);
    }

    #say(words) {
      const status = this.querySelector('[role="status"]');
      if (status) {
        // The same word twice must be heard twice.
        status.textContent = status.textContent === words ? `${words}\u00a0` : words;
      }
    }
  }

  if (!customElements.get('cln-clavier')) {
    customElements.define('cln-clavier', ClnClavier);
  }
})();
