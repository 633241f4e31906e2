/* <cln-inactivite delai actif>: tells the server, by the event "inactif", that nobody has touched anything for so many
   seconds; whoever has a sentence read aloud ("cln-lecture") is there. <cln-rebours secondes unite>: counts down, shows the number and a ring, says 30, 10 and 5 aloud; any touch or key
   fires "touche", except on what is marked data-effacer; at zero it hides the page, server or no server, and fires
   "fini". Both stop when they leave the page. */
const ACTIVITY = ['pointerdown', 'keydown', 'wheel', 'touchstart', 'cln-lecture'];

class ClnInactivite extends HTMLElement {
  static observedAttributes = ['delai', 'actif'];

  connectedCallback() {
    this.restart = () => this.arm();
    ACTIVITY.forEach((type) => document.addEventListener(type, this.restart, { capture: true, passive: true }));
    this.arm();
  }

  disconnectedCallback() {
    ACTIVITY.forEach((type) => document.removeEventListener(type, this.restart, { capture: true }));
    clearTimeout(this.timer);
  }

  attributeChangedCallback() {
    this.arm();
  }

  arm() {
    clearTimeout(this.timer);
    const seconds = Number(this.getAttribute('delai'));
    if (this.isConnected && this.getAttribute('actif') === 'oui' && seconds > 0) {
      this.timer = setTimeout(() => this.dispatchEvent(new CustomEvent('inactif')), seconds * 1000);
    }
  }
}

class ClnRebours extends HTMLElement {
  connectedCallback() {
    document.dispatchEvent(new CustomEvent('cln-silence'));
    this.total = Number(this.getAttribute('secondes'));
    this.end = performance.now() + this.total * 1000;
    this.shown = null;   /* a dialog connects its content twice: the second time too the number is to be written */
    this.innerHTML =
      '<svg class="rebours__ring" viewBox="0 0 320 320" aria-hidden="true"><circle class="t" cx="160" cy="160" r="146"/>' +
      '<circle class="v" cx="160" cy="160" r="146" pathLength="100" transform="rotate(-90 160 160)"/></svg>' +
      '<span class="rebours__text" aria-hidden="true"><b></b><span></span></span><span class="vh" role="timer" aria-live="assertive"></span>';
    this.querySelector('.rebours__text span').textContent = this.getAttribute('unite') || '';
    this.show();
    this.timer = setInterval(() => this.show(), 250);
    this.touched = (event) => {
      if (!event.composedPath().some((node) => node.hasAttribute && node.hasAttribute('data-effacer'))) {
        this.dispatchEvent(new CustomEvent('touche'));
      }
    };
    ['pointerdown', 'keydown'].forEach((type) => document.addEventListener(type, this.touched, true));
  }

  disconnectedCallback() {
    clearInterval(this.timer);
    ['pointerdown', 'keydown'].forEach((type) => document.removeEventListener(type, this.touched, true));
  }

  show() {
    const left = Math.max(0, Math.ceil((this.end - performance.now()) / 1000));
    if (left === this.shown) {
      return;
    }
    this.shown = left;
    this.querySelector('b').textContent = left;
    this.querySelector('.v').style.strokeDasharray = (100 * left) / this.total + ' 100';
    if (left === 30 || left === 10 || left === 5) {
      this.querySelector('[role="timer"]').textContent = left + ' ' + (this.getAttribute('unite') || '');
    }
    if (left === 0) {
      clearInterval(this.timer);
      document.documentElement.dataset.efface = 'oui';
      this.dispatchEvent(new CustomEvent('fini'));
    }
  }
}

if (!customElements.get('cln-inactivite')) {
  customElements.define('cln-inactivite', ClnInactivite);
  customElements.define('cln-rebours', ClnRebours);
}
