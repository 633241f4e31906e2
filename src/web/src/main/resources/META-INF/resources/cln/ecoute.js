/* <cln-ecoute mot-…>: reads the screen aloud with a voice of the terminal itself, sentence by sentence, in the order of the screen, and marks
   the sentence being read. Its button stands anywhere and carries data-ecoute; its state is the button's data-etat.
   Never read: what somebody typed or chose, in a field or marked data-prive (the terminal is shared and its loudspeaker is public),
   the keys of a keyboard, what is not to be seen. Spelled: codes, and what is marked data-epeler. Nothing is asked of the server.
   <cln-voix mot-…>: for staff, which languages of data-langues this terminal can speak. */
(() => {
  const SKIP =
    'input, textarea, select, option, script, style, template, svg, vaadin-select-value-button, cln-clavier, cln-ecoute, cln-quatre-boutons, .pave__touches, .vh, .sr-only';
  const CODE = /(?<![0-9A-Za-z])[0-9A-Z]{5}[-\u2011][0-9A-Z]{5}(?![0-9A-Za-z])/g;
  const MIXED = /(?<![0-9A-Za-z])(?=[0-9A-Z]*[0-9])(?=[0-9A-Z]*[A-Z])[0-9A-Z]{4,}(?![0-9A-Za-z])/g;
  const MARK = 'cln-lecture';
  const PATIENCE_MS = 6000;

  const spell = (text) => [...text.replace(/[^\p{L}\p{N}]/gu, '')].join(', ');
  const readable = (text) => text.replace(/\s+/g, ' ').trim();

  /** A voice of the terminal for a language; one that works elsewhere would send there what is read. */
  function voiceFor(lang) {
    const base = (tag) => tag.replace('_', '-').split('-')[0].toLowerCase();
    const voices = window.speechSynthesis?.getVoices().filter((v) => v.localService && base(v.lang) === base(lang)) ?? [];
    const exact = voices.filter((v) => v.lang.replace('_', '-').toLowerCase() === lang.toLowerCase());
    return exact.find((v) => v.default) ?? exact[0] ?? voices.find((v) => v.default) ?? voices[0] ?? null;
  }

  /* What to say --------------------------------------------------------------------- */

  class Script {
    constructor(root, privately) {
      this.sentences = [];
      this.privately = privately;
      this.run = [];
      this.read(root);
      this.flush();
    }

    read(root) {
      const skip = (element) => {
        if (!this.#heard(element)) {
          return true;
        }
        if (element.matches('[data-prive], [data-epeler]')) {
          this.flush();
          this.#whole(element);
          return true;
        }
        return false;
      };
      for (const node of ClnEcran.walk(root, skip)) {
        if (node.nodeType === Node.TEXT_NODE && node.data.trim() !== '') {
          this.#text(node);
        } else if (node.localName === 'br') {
          this.flush();
        }
      }
    }

    #heard(element) {
      return !element.matches(SKIP) && !element.matches('[aria-hidden="true"]:not([data-lire])') && ClnEcran.shown(element);
    }

    /* Of the first private answer one hears that it is there; of the others nothing more. */
    #whole(element) {
      const range = document.createRange();
      range.selectNodeContents(element);
      const lang = this.#lang(element);
      if (element.hasAttribute('data-epeler')) {
        const parts = element.textContent.trim().split(/[\s-]+/).filter((part) => part !== '');
        const own = [...element.children].map((child) => child.textContent.trim()).filter((part) => part !== '');
        this.sentences.push({ range, lang, text: (own.length > 1 ? own : parts).map(spell).join('. ') });
      } else if (this.privately !== '' && element.textContent.trim() !== '') {
        this.sentences.push({ range, lang: document.documentElement.lang, text: this.privately });
        this.privately = '';
      }
    }

    #text(node) {
      const block = this.#block(node);
      if (block !== this.block) {
        this.flush();
        this.block = block;
      }
      this.run.push(node);
    }

    #block(node) {
      let element = node.parentElement ?? node.getRootNode().host;
      while (element && ['inline', 'contents'].includes(getComputedStyle(element).display)) {
        element = element.parentElement ?? element.getRootNode().host;
      }
      return element;
    }

    #lang(node) {
      const element = node instanceof Element ? node : node.parentElement ?? node.getRootNode().host;
      return element?.closest('[lang]')?.lang || document.documentElement.lang || 'fr';
    }

    /* The words of one block, cut into sentences, each with the place where it stands. */
    flush() {
      const nodes = this.run;
      this.run = [];
      if (nodes.length === 0) {
        return;
      }
      const lang = this.#lang(nodes[0]);
      const joined = nodes.map((node) => node.data).join(' ');
      for (const { segment, index } of new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(joined)) {
        const text = readable(segment);
        if (/[\p{L}\p{N}]/u.test(text)) {
          const start = index + segment.length - segment.trimStart().length;
          const range = document.createRange();
          range.setStart(...this.#point(nodes, start));
          range.setEnd(...this.#point(nodes, index + segment.trimEnd().length));
          this.sentences.push({ range, lang, text: text.replace(CODE, spell).replace(MIXED, spell) });
        }
      }
    }

    #point(nodes, offset) {
      let rest = offset;
      for (const node of nodes) {
        if (rest <= node.data.length) {
          return [node, rest];
        }
        rest -= node.data.length + 1;
      }
      return [nodes.at(-1), nodes.at(-1).data.length];
    }
  }

  /* Saying it -------------------------------------------------------------------------- */

  class ClnEcoute extends HTMLElement {
    #queue = [];
    #spoken = null;
    #root = null;
    #title = null;

    connectedCallback() {
      this.innerHTML = '<p class="ecoute__dit" role="status"></p>';
      document.addEventListener('click', this.#pressed);
      document.addEventListener('pointerdown', this.#hush, true);
      document.addEventListener('keydown', this.#hush, true);
      document.addEventListener('cln-silence', this.#silence);
      window.addEventListener('pagehide', this.#silence);
      window.speechSynthesis?.addEventListener?.('voiceschanged', this.#offer);
      this.changes = new MutationObserver(() => this.#follow());
      this.language = new MutationObserver(() => { this.stop(); this.#offer(); });
      this.language.observe(document.documentElement, { attributeFilter: ['lang'] });
      this.#offer();
    }

    disconnectedCallback() {
      this.stop();
      document.removeEventListener('click', this.#pressed);
      document.removeEventListener('pointerdown', this.#hush, true);
      document.removeEventListener('keydown', this.#hush, true);
      document.removeEventListener('cln-silence', this.#silence);
      window.removeEventListener('pagehide', this.#silence);
      window.speechSynthesis?.removeEventListener?.('voiceschanged', this.#offer);
      this.language.disconnect();
    }

    #word(name) {
      return this.getAttribute(`mot-${name}`) ?? '';
    }

    #state(state) {
      this.toggleAttribute('lit', state === 'lit');
      document.querySelectorAll('[data-ecoute]').forEach((button) => { button.dataset.etat = state; });
    }

    #offer = () => {
      if (!this.hasAttribute('lit')) {
        this.#state(voiceFor(document.documentElement.lang || 'fr') ? 'pret' : 'sans-voix');
      }
    };

    #pressed = (event) => {
      if (event.composedPath().some((node) => node.hasAttribute?.('data-ecoute'))) {
        if (this.hasAttribute('lit')) {
          this.stop();
        } else {
          this.#begin();
        }
      }
    };

    #hush = () => this.#tell('');

    #silence = () => this.stop();

    #tell(words) {
      if (this.firstElementChild) {
        this.firstElementChild.textContent = words;
      }
    }

    #begin() {
      this.#offer();
      if (!voiceFor(document.documentElement.lang || 'fr')) {
        this.#tell(this.#word('sans-voix'));
        return;
      }
      this.#root = this.#screen();
      this.#title = this.#root.querySelector('h1');
      this.#queue = new Script(this.#root, this.#word('prive')).sentences;
      this.changes.observe(document.body, { childList: true, subtree: true, attributeFilter: ['opened'] });
      this.#state('lit');
      window.speechSynthesis.cancel();
      this.#next();
    }

    #screen() {
      return ClnEcran.dialog() ?? document.querySelector('main') ?? document.body;
    }

    /* Another screen, or a question in front of this one: what is being read is no longer what one sees. */
    #follow() {
      const gone = this.#title ? !this.#title.isConnected : !this.#root?.isConnected;
      if (this.hasAttribute('lit') && (gone || this.#screen() !== this.#root)) {
        this.stop();
      }
    }

    #next() {
      clearTimeout(this.wait);
      this.#mark(null);
      const sentence = this.#queue.shift();
      if (!sentence) {
        this.stop();
      } else if (!sentence.range.startContainer.isConnected) {
        this.#next();
      } else {
        this.#speak(sentence);
      }
    }

    #speak({ range, lang, text }) {
      const voice = voiceFor(lang);
      if (!voice) {
        this.#next();
        return;
      }
      const utterance = Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice.lang, rate: 0.95 });
      // Kept in a field: an utterance that nothing holds may be collected before its "end".
      this.#spoken = utterance;
      const mine = (act) => () => { if (this.#spoken === utterance) { act(); } };
      utterance.onstart = mine(() => clearTimeout(this.wait));
      utterance.onend = mine(() => this.#next());
      utterance.onerror = mine(() => this.#fail());
      this.wait = setTimeout(mine(() => this.#fail()), PATIENCE_MS);
      this.#mark(range);
      // Somebody who listens is there: the idle watch begins again with each sentence.
      document.dispatchEvent(new CustomEvent('cln-lecture', { detail: { text, lang: voice.lang } }));
      window.speechSynthesis.speak(utterance);
    }

    #fail() {
      this.stop();
      this.#tell(this.#word('panne'));
    }

    #mark(range) {
      if (range) {
        const element = range.startContainer.parentElement;
        element?.scrollIntoView({ block: 'nearest' });
        CSS.highlights?.set(MARK, new Highlight(range));
      } else {
        CSS.highlights?.delete(MARK);
      }
    }

    /** Stops at once, wherever it is. */
    stop() {
      clearTimeout(this.wait);
      this.changes.disconnect();
      this.#queue = [];
      this.#mark(null);
      if (this.#spoken) {
        this.#spoken = null;
        window.speechSynthesis.cancel();
      }
      if (this.hasAttribute('lit')) {
        this.removeAttribute('lit');
        this.#offer();
      }
    }
  }

  class ClnVoix extends HTMLElement {
    connectedCallback() {
      window.speechSynthesis?.addEventListener?.('voiceschanged', this.#show);
      this.#show();
    }

    disconnectedCallback() {
      window.speechSynthesis?.removeEventListener?.('voiceschanged', this.#show);
    }

    /* data-langues: "fr=Français;en=English". The lines stand in the marked list; what to install shows only while one is missing. */
    #show = () => {
      const list = document.createElement('ul');
      let missing = false;
      for (const [lang, name] of (this.dataset.langues ?? '').split(';').map((pair) => pair.split('='))) {
        const voice = voiceFor(lang);
        missing ||= !voice;
        const line = document.createElement('li');
        line.dataset.voix = voice ? 'oui' : 'non';
        line.textContent = `${name}\u00a0: ${voice ? voice.name : this.getAttribute('mot-manque') ?? ''}`;
        list.append(line);
      }
      this.replaceChildren(list);
      this.toggleAttribute('manque', missing);
    };
  }

  if (!customElements.get('cln-ecoute')) {
    customElements.define('cln-ecoute', ClnEcoute);
    customElements.define('cln-voix', ClnVoix);
  }
})();
