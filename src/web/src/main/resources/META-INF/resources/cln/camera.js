/* <cln-camera adresse mot-…>: shows what the camera of a tablet sees, and sends a picture in shades of grey to an address several
   times a second, one at a time, until that reads a square in it: "lu" with the text. Nothing is kept. It stops by itself when a
   square was read, after a minute, when the page is hidden or left. What goes wrong is said, with what to do. */
(() => {
  const LONGER_SIDE = 720;
  const BETWEEN_MS = 120;
  const REFUSED_MS = 700;
  const PATIENCE_MS = 60_000;
  const WANTED = { audio: false, video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } } };
  const FAULTS = {
    NotAllowedError: 'refusee', SecurityError: 'refusee', NotFoundError: 'absente', OverconstrainedError: 'absente',
    NotReadableError: 'occupee', AbortError: 'occupee',
  };

  class ClnCamera extends HTMLElement {
    #stream = null;
    #turn = 0;

    connectedCallback() {
      document.addEventListener('visibilitychange', this.#hidden);
    }

    disconnectedCallback() {
      document.removeEventListener('visibilitychange', this.#hidden);
      this.stop();
    }

    #hidden = () => {
      if (document.hidden && this.#stream) {
        this.#over('interrompue');
      }
    };

    /** Opens the camera, or closes it. */
    async toggle() {
      if (this.#stream || this.hasAttribute('ouverte')) {
        this.stop();
        this.#say('');
        return;
      }
      const turn = ++this.#turn;
      this.#show(true);
      this.#say('ouverture');
      try {
        const stream = await this.#open();
        if (turn !== this.#turn || !this.isConnected) {
          stream.getTracks().forEach((track) => track.stop());
          return;
        }
        this.#stream = stream;
        await this.#watch(turn);
      } catch (fault) {
        if (turn === this.#turn) {
          this.#over(FAULTS[fault.name] ?? 'panne');
        }
      }
    }

    /** A browser gives the camera to pages that came encrypted, and to no others. */
    #open() {
      if (!navigator.mediaDevices?.getUserMedia) {
        throw new DOMException('no camera for this page', 'NotFoundError');
      }
      return navigator.mediaDevices.getUserMedia(WANTED);
    }

    stop() {
      this.#turn += 1;
      this.#stream?.getTracks().forEach((track) => track.stop());
      this.#stream = null;
      this.#show(false);
    }

    async #watch(turn) {
      const video = document.createElement('video');
      video.muted = true;
      video.playsInline = true;
      video.setAttribute('aria-hidden', 'true');
      video.srcObject = this.#stream;
      this.#part('camera__vue', 'div').replaceChildren(video);
      await video.play();
      this.#say('visez');
      const end = performance.now() + PATIENCE_MS;
      while (turn === this.#turn && this.#stream?.active) {
        if (performance.now() > end) {
          this.#over('rien');
          return;
        }
        const text = await this.#sent(video);
        if (text && turn === this.#turn) {
          this.stop();
          this.#say('');
          this.dispatchEvent(new CustomEvent('lu', { detail: { texte: text } }));
          return;
        }
      }
      if (turn === this.#turn) {
        this.#over('occupee');
      }
    }

    async #sent(video) {
      const picture = this.#grey(video);
      let pause = BETWEEN_MS;
      if (picture) {
        const answer = await fetch(`${this.getAttribute('adresse')}?largeur=${picture.width}&hauteur=${picture.height}`, {
          method: 'POST', body: picture.grey, headers: { 'Content-Type': 'application/octet-stream' },
        });
        if (answer.status === 200) {
          return answer.text();
        }
        if (answer.status !== 204 && answer.status !== 429) {
          throw new Error(`${answer.status}`);
        }
        pause = answer.status === 429 ? REFUSED_MS : BETWEEN_MS;
      }
      await new Promise((resolve) => { setTimeout(resolve, pause); });
      return null;
    }

    /* One byte for each point: nothing for the other side to unpack. */
    #grey(video) {
      const scale = Math.min(1, LONGER_SIDE / Math.max(video.videoWidth, video.videoHeight));
      const width = Math.floor(video.videoWidth * scale);
      const height = Math.floor(video.videoHeight * scale);
      if (!width || !height) {
        return null;
      }
      this.canvas ??= document.createElement('canvas');
      Object.assign(this.canvas, { width, height });
      const context = this.canvas.getContext('2d', { willReadFrequently: true });
      context.drawImage(video, 0, 0, width, height);
      const { data } = context.getImageData(0, 0, width, height);
      const grey = new Uint8Array(width * height);
      for (let i = 0, j = 0; i < grey.length; i += 1, j += 4) {
        grey[i] = (data[j] * 77 + data[j + 1] * 151 + data[j + 2] * 28) >> 8;
      }
      return { width, height, grey };
    }

    #over(why) {
      this.stop();
      this.#say(why);
    }

    #show(open) {
      this.toggleAttribute('ouverte', open);
      if (!open) {
        this.querySelector('.camera__vue')?.replaceChildren();
      }
      this.dispatchEvent(new CustomEvent('ouverte', { detail: { ouverte: open } }));
    }

    #part(name, tag) {
      let part = this.querySelector(`.${name}`);
      if (!part) {
        part = document.createElement(tag);
        part.className = name;
        this.append(part);
      }
      return part;
    }

    #say(word) {
      const said = this.#part('camera__mot', 'p');
      said.setAttribute('role', 'status');
      said.textContent = word ? this.getAttribute(`mot-${word}`) ?? '' : '';
    }
  }

  if (!customElements.get('cln-camera')) {
    customElements.define('cln-camera', ClnCamera);
  }
})();
