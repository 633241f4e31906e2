/* <cln-inactivite delai actif sursis>: tells the server, by the event "inactif", that nobody has touched anything for so many
   seconds; whoever has a sentence read aloud ("cln-lecture") is there. With "sursis", it erases by itself so many seconds
   later: it hides the page and fires "efface". That happens when no warning came because the server is dead, and on the
   waking of a machine that slept, whose timers slept too.
   <cln-rebours secondes unite>: sounds, counts down, shows the number and a ring, says 30, 10 and 5 aloud; any touch or key
   fires "touche", except on what is marked data-effacer; at zero it hides the page, server or no server, and fires
   "fini". Both stop when they leave the page.
   Time is what the longer of two clocks says: one that goes on while the machine sleeps but may be set back, and one that
   nobody sets but that may sleep. */
(() => {
  const ACTIVITY = ['pointerdown', 'keydown', 'wheel', 'touchstart', 'cln-lecture'];
  const WAKING = ['visibilitychange', 'resume', 'focus', 'pageshow'];
  const NOTES = [660, 880];

  /** Milliseconds since it was made. */
  class Elapsed {
    #steady = performance.now();
    #wall = Date.now();

    get ms() {
      return Math.max(performance.now() - this.#steady, Date.now() - this.#wall);
    }
  }

  /* Looks each so often, and whenever the machine or the page wakes. Gives what stops it. */
  function looking(look, everyMs) {
    const timer = setInterval(look, everyMs);
    WAKING.forEach((type) => window.addEventListener(type, look, true));
    return () => {
      clearInterval(timer);
      WAKING.forEach((type) => window.removeEventListener(type, look, true));
    };
  }

  function hide() {
    document.documentElement.dataset.efface = 'oui';
    document.activeElement?.blur?.();
  }

  /* Two soft notes for whoever looks elsewhere; a terminal without loudspeaker stays silent. */
  function sound() {
    const Context = window.AudioContext;
    if (!Context) {
      return;
    }
    const context = new Context();
    NOTES.forEach((frequency, rank) => {
      const note = context.createOscillator();
      const volume = context.createGain();
      const start = context.currentTime + rank * 0.25;
      note.frequency.value = frequency;
      volume.gain.setValueAtTime(0.2, start);
      volume.gain.exponentialRampToValueAtTime(0.001, start + 0.22);
      note.connect(volume).connect(context.destination);
      note.start(start);
      note.stop(start + 0.24);
      if (rank === NOTES.length - 1) {
        note.onended = () => context.close();
      }
    });
  }

  class ClnInactivite extends HTMLElement {
    static observedAttributes = ['delai', 'actif'];

    connectedCallback() {
      this.touched = () => {
        // The first touch after a night is the next person's.
        if (!this.late()) {
          this.arm();
        }
      };
      ACTIVITY.forEach((type) => document.addEventListener(type, this.touched, { capture: true, passive: true }));
      this.stop = looking(() => this.look(), 1000);
      this.arm();
    }

    disconnectedCallback() {
      ACTIVITY.forEach((type) => document.removeEventListener(type, this.touched, { capture: true }));
      this.stop();
    }

    attributeChangedCallback() {
      this.arm();
    }

    arm() {
      this.since = new Elapsed();
      this.asked = false;
    }

    seconds(attribute) {
      return Number(this.getAttribute(attribute)) || 0;
    }

    get watches() {
      return this.getAttribute('actif') === 'oui' && this.seconds('delai') > 0;
    }

    look() {
      if (this.watches && !this.late() && !this.asked && this.since.ms >= this.seconds('delai') * 1000) {
        this.asked = true;
        this.dispatchEvent(new CustomEvent('inactif'));
      }
    }

    /* Erases when it is high time. True: it is. */
    late() {
      const grace = this.seconds('sursis');
      if (!this.watches || grace === 0 || this.since.ms < (this.seconds('delai') + grace) * 1000) {
        return false;
      }
      if (!this.erased) {
        this.erased = true;
        hide();
        this.dispatchEvent(new CustomEvent('efface'));
      }
      return true;
    }
  }

  class ClnRebours extends HTMLElement {
    connectedCallback() {
      document.dispatchEvent(new CustomEvent('cln-silence'));
      this.total = Number(this.getAttribute('secondes'));
      this.since = new Elapsed();
      this.shown = null;   /* connected a second time, the number is to be written a second time */
      this.innerHTML =
        '<svg class="rebours__ring" viewBox="0 0 320 320" aria-hidden="true"><circle class="t" cx="160" cy="160" r="146"/>' +
        '<circle class="v" cx="160" cy="160" r="146" pathLength="100" transform="rotate(-90 160 160)"/></svg>' +
        '<span class="rebours__text" aria-hidden="true"><b></b><span></span></span><span class="vh" role="timer" aria-live="assertive"></span>';
      this.querySelector('.rebours__text span').textContent = this.getAttribute('unite') || '';
      // A dialog moves its content to where it shows it: that is no second warning.
      if (!this.sounded) {
        this.sounded = true;
        sound();
      }
      this.show();
      this.stop = looking(() => this.show(), 250);
      this.touched = (event) => {
        this.show();
        if (this.shown > 0 && !event.composedPath().some((node) => node.hasAttribute && node.hasAttribute('data-effacer'))) {
          this.dispatchEvent(new CustomEvent('touche'));
        }
      };
      ['pointerdown', 'keydown'].forEach((type) => document.addEventListener(type, this.touched, true));
    }

    disconnectedCallback() {
      this.stop();
      ['pointerdown', 'keydown'].forEach((type) => document.removeEventListener(type, this.touched, true));
    }

    show() {
      const left = Math.max(0, Math.ceil(this.total - this.since.ms / 1000));
      if (left === this.shown || this.shown === 0) {
        return;
      }
      this.shown = left;
      this.querySelector('b').textContent = left;
      this.querySelector('.v').style.strokeDasharray = (100 * left) / this.total + ' 100';
      if (left === 30 || left === 10 || left === 5) {
        this.querySelector('[role="timer"]').textContent = left + ' ' + (this.getAttribute('unite') || '');
      }
      if (left === 0) {
        this.stop();
        hide();
        this.dispatchEvent(new CustomEvent('fini'));
      }
    }
  }

  if (!customElements.get('cln-inactivite')) {
    customElements.define('cln-inactivite', ClnInactivite);
    customElements.define('cln-rebours', ClnRebours);
  }
})();
