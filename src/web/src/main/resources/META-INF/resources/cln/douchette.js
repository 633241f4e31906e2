/* <cln-douchette>: hears a scanner that passes for a keyboard, and fires "lu" with { texte, entier } for what it read.
   Such a scanner strikes the keys of an American keyboard, whatever layout the machine has: what counts is where a key is
   (event.code), not what the layout made of it. It begins with "CLN1:", faster than anybody strikes. While the keys may still be
   that beginning they are kept from the field, and given back to it, in order, as soon as they turn out to be a person's: at the
   first key that does not fit, or when the next one is late. From the whole beginning on, nothing goes into any field until the
   key that ends it, or silence. */
(() => {
  const PREFIX = 'CLN1:';
  /* Between two keys: a scanner takes 1 to 50 ms as it is set. A typist as fast loses nothing: their letters come a moment later, and
     nobody strikes the whole beginning so fast, least of all on another layout than the American one. */
  const FAST_MS = 80;
  /* Once it is a scanner, a machine that was busy may deliver its keys late. */
  const SILENCE_MS = 300;
  const LONGEST = 512;
  const ENDS = ['Enter', 'NumpadEnter', 'Tab'];
  const SHIFTED = {
    Digit1: '!', Digit2: '@', Digit3: '#', Digit4: '$', Digit5: '%', Digit6: '^', Digit7: '&', Digit8: '*', Digit9: '(', Digit0: ')',
  };
  const SIGNS = {
    Space: [' ', ' '], Minus: ['-', '_'], Equal: ['=', '+'], BracketLeft: ['[', '{'], BracketRight: [']', '}'], Backslash: ['\\', '|'],
    Semicolon: [';', ':'], Quote: ["'", '"'], Backquote: ['`', '~'], Comma: [',', '<'], Period: ['.', '>'], Slash: ['/', '?'],
    NumpadAdd: ['+', '+'], NumpadSubtract: ['-', '-'], NumpadMultiply: ['*', '*'], NumpadDivide: ['/', '/'], NumpadDecimal: ['.', '.'],
  };

  /** What an American keyboard writes with this key; null when it writes nothing. Our squares have capitals only. */
  function character(event) {
    const { code, shiftKey } = event;
    const letter = /^Key([A-Z])$/.exec(code);
    if (letter) {
      return letter[1];
    }
    const digit = /^(?:Digit|Numpad)([0-9])$/.exec(code);
    if (digit) {
      return shiftKey && SHIFTED[code] ? SHIFTED[code] : digit[1];
    }
    return SIGNS[code]?.[shiftKey ? 1 : 0] ?? null;
  }

  class ClnDouchette extends HTMLElement {
    /* What was struck of the beginning, and what the field is owed of it. */
    #begun = '';
    #held = [];
    #field = null;
    #read = null;
    #last = -Infinity;
    #timer = 0;

    connectedCallback() {
      window.addEventListener('keydown', this.#struck, true);
      window.addEventListener('focusin', this.#leave, true);
    }

    disconnectedCallback() {
      window.removeEventListener('keydown', this.#struck, true);
      window.removeEventListener('focusin', this.#leave, true);
      this.#giveBack();
      clearTimeout(this.#timer);
      this.#read = null;
    }

    #struck = (event) => {
      // What a script strikes is no scanner's; a bare Shift is part of the next key.
      if (!event.isTrusted || ['Shift', 'CapsLock'].includes(event.key)) {
        return;
      }
      if (this.#read !== null) {
        this.#goOn(event);
      } else {
        this.#begin(event);
      }
    };

    #begin(event) {
      const plain = !(event.repeat || event.isComposing || event.ctrlKey || event.altKey || event.metaKey);
      const late = event.timeStamp - this.#last > FAST_MS;
      this.#last = event.timeStamp;
      const written = plain ? character(event) : null;
      if (late || written === null || !PREFIX.startsWith(this.#begun + written)) {
        this.#giveBack();
      }
      if (written === null || !PREFIX.startsWith(this.#begun + written)) {
        return;
      }
      this.#hold(event, written);
      if (this.#begun === PREFIX) {
        this.#read = PREFIX;
        this.#forget();
        this.#await(SILENCE_MS);
      } else {
        this.#await(FAST_MS);
      }
    }

    #hold(event, written) {
      const active = ClnEcran.active();
      // A field without a caret cannot be given anything back.
      const field = active && ClnFrappe.takes(active) && active.selectionStart !== null ? active : null;
      this.#begun += written;
      // Elsewhere than in a field a letter writes nothing: what it does there it may do.
      if (field && event.key.length === 1) {
        event.preventDefault();
        event.stopImmediatePropagation();
        this.#field = field;
        this.#held.push(event.key);
      }
    }

    #goOn(event) {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (ENDS.includes(event.code) || ENDS.includes(event.key)) {
        this.#end(true);
        return;
      }
      const written = character(event);
      if (written !== null && this.#read.length <= LONGEST) {
        this.#read += written;
      }
      this.#await(SILENCE_MS);
    }

    /* A page that was busy runs its timers before the keys that came meanwhile: they get their turn first. */
    #await(delay) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        this.#timer = setTimeout(() => (this.#read === null ? this.#giveBack() : this.#end(false)), 0);
      }, delay);
    }

    #end(entier) {
      clearTimeout(this.#timer);
      const texte = this.#read;
      this.#read = null;
      this.#last = -Infinity;
      this.dispatchEvent(new CustomEvent('lu', { detail: { texte, entier } }));
    }

    /* Before the focus moves, whatever moves it: the letters belong where they were struck. */
    #leave = () => {
      if (this.#read === null) {
        this.#giveBack();
      }
    };

    #giveBack() {
      clearTimeout(this.#timer);
      const [field, held] = [this.#field, this.#held];
      this.#forget();
      if (field?.isConnected) {
        held.forEach((key) => ClnFrappe.write(field, key));
      }
    }

    #forget() {
      this.#begun = '';
      this.#held = [];
      this.#field = null;
    }
  }

  if (!customElements.get('cln-douchette')) {
    customElements.define('cln-douchette', ClnDouchette);
  }
})();
