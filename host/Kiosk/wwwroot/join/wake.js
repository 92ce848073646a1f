// A phone must not go to sleep in the middle of a meeting. Where the browser cannot promise that, nothing is lost.

export class Wake {
  #lock = null;
  #wanted = false;

  constructor() {
    // The browser lets go whenever the page is hidden.
    document.addEventListener('visibilitychange', () => this.#hold());
  }

  keep(wanted) {
    this.#wanted = wanted;
    if (wanted) this.#hold();
    else this.#lock?.release();
  }

  async #hold() {
    if (!this.#wanted || document.hidden || !navigator.wakeLock || (this.#lock && !this.#lock.released)) return;
    try {
      this.#lock = await navigator.wakeLock.request('screen');
    } catch (error) {
      // Refused on a low battery.
      if (error.name !== 'NotAllowedError') reportError(error);
    }
  }
}
