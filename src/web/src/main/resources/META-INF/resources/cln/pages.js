/* Shows as many cards as the screen has room for, and the others page after page: nothing is cut and nothing scrolls. The
   room changes with the text size, the language and the way a tablet is held; the card one was reading stays. */
class ClnPages extends HTMLElement {
  #pages = [[]];
  #page = 0;
  #asked = false;
  #room = new ResizeObserver(() => this.#ask());
  #words = new MutationObserver(() => this.#ask());
  #look = new MutationObserver(() => this.#ask());
  #turn = (event) => {
    const button = event.target.closest('[data-tourner]');
    if (button) {
      this.#show(this.#page + (button.dataset.tourner === 'suite' ? 1 : -1));
    }
  };

  connectedCallback() {
    this.#room.observe(this);
    this.#words.observe(this, { childList: true, characterData: true, subtree: true });
    this.#look.observe(document.documentElement, { attributeFilter: ['data-size', 'data-theme', 'lang', 'dir'] });
    document.fonts?.ready.then(() => this.#ask());
    this.#ask();
  }

  disconnectedCallback() {
    this.#room.disconnect();
    this.#words.disconnect();
    this.#look.disconnect();
  }

  get #cards() {
    return this.firstElementChild;
  }

  get #turning() {
    return this.closest('.page-view, .ecran')?.querySelector('.pages__tourner');
  }

  #ask() {
    if (!this.#asked) {
      this.#asked = true;
      requestAnimationFrame(() => {
        this.#asked = false;
        this.#arrange();
      });
    }
  }

  #fits() {
    return this.#cards.scrollHeight <= this.#cards.clientHeight + 1;
  }

  #arrange() {
    const turning = this.#turning;
    if (!this.#cards || !turning || !this.checkVisibility()) {
      return;
    }
    turning.removeEventListener('click', this.#turn);
    turning.addEventListener('click', this.#turn);
    const cards = [...this.#cards.children];
    const reading = this.#pages[this.#page]?.[0];
    const place = (card, away) => card.toggleAttribute('data-hors', away);
    cards.forEach((card) => place(card, false));
    turning.toggleAttribute('data-hors', true);
    this.#cards.toggleAttribute('data-une-colonne', false);
    this.#pages = [cards];
    if (!this.#fits()) {
      turning.toggleAttribute('data-hors', false);
      if (!this.#share(cards, place)) {
        /* A card that is too long half as wide as the screen may not be at its full width. */
        this.#cards.toggleAttribute('data-une-colonne', true);
        this.#share(cards, place);
      }
    }
    this.#show(Math.max(0, this.#pages.findIndex((page) => page.includes(reading))));
  }

  /** Makes pages; whether each has room for its cards. */
  #share(cards, place) {
    let room = true;
    this.#pages = [[]];
    cards.forEach((card) => place(card, true));
    for (const card of cards) {
      place(card, false);
      if (!this.#fits() && this.#pages.at(-1).length > 0) {
        this.#pages.at(-1).forEach((read) => place(read, true));
        this.#pages.push([]);
      }
      this.#pages.at(-1).push(card);
      room &&= this.#fits();
    }
    return room;
  }

  #show(page) {
    this.#page = Math.min(Math.max(page, 0), this.#pages.length - 1);
    this.#pages.forEach((cards, n) => cards.forEach((card) => card.toggleAttribute('data-hors', n !== this.#page)));
    this.#cards.scrollTop = 0;
    /* A card longer than the screen: keys must reach what is below. */
    if (this.#fits()) {
      this.#cards.removeAttribute('tabindex');
    } else {
      this.#cards.setAttribute('tabindex', '0');
    }
    const turning = this.#turning;
    const [before, after] = ['avant', 'suite'].map((name) => turning.querySelector(`[data-tourner="${name}"]`));
    const rank = turning.querySelector('.pages__rang');
    const words = (turning.getAttribute('mot-rang') ?? '').replace('{0}', this.#page + 1).replace('{1}', this.#pages.length);
    if (rank.textContent !== words) {
      rank.textContent = words;
    }
    const focused = document.activeElement;
    before.disabled = this.#page === 0;
    after.disabled = this.#page === this.#pages.length - 1;
    if (focused?.disabled) {
      (focused === before ? after : before).focus();
    }
  }
}

if (!customElements.get('cln-pages')) {
  customElements.define('cln-pages', ClnPages);
}
