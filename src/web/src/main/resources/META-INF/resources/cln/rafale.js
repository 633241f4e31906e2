/* A burst of taps is one tap: what follows at the same place within a moment was meant for the screen that was there, not for
   the button that the next screen put there. Without it, who taps "Continuer" twice sends an application that they never
   read again. The same button may be tapped as fast as one likes. Keys and the four buttons do not burst. */
(() => {
  if (window.clnRafale) {
    return;
  }
  window.clnRafale = true;

  const MOMENT_MS = 350;
  const PLACE_PX = 40;
  let last = null;

  function same(event) {
    return event.timeStamp - last.at < MOMENT_MS && Math.hypot(event.clientX - last.x, event.clientY - last.y) < PLACE_PX;
  }

  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('vaadin-button, button');
    if (!event.isTrusted || event.detail === 0 || !button) {
      return;
    }
    const burst = last !== null && button !== last.button && same(event);
    if (burst) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    last = { at: event.timeStamp, x: event.clientX, y: event.clientY, button: burst ? last.button : button };
  }, true);

  /* Whoever wrote something meanwhile has seen the new screen. */
  document.addEventListener('input', () => { last = null; }, true);
})();
