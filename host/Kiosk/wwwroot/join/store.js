// What the page remembers: for this tab (a reload finds its place in the room again) and for this device (name, devices, language).
// Private windows and strict settings refuse storage; the page then simply forgets.

class Store {
  #open;
  #memory = new Map();

  constructor(open) {
    this.#open = open;
  }

  get(key) {
    let text = this.#memory.get(key);
    try {
      text = this.#open().getItem(key) ?? text;
      return text === undefined ? undefined : JSON.parse(text);
    } catch {
      return undefined;
    }
  }

  set(key, value) {
    const text = JSON.stringify(value);
    this.#memory.set(key, text);
    try {
      this.#open().setItem(key, text);
    } catch {
      return false;
    }
    return true;
  }

  remove(key) {
    this.#memory.delete(key);
    try {
      this.#open().removeItem(key);
    } catch {
      return false;
    }
    return true;
  }
}

export const ofTab = new Store(() => window.sessionStorage);
export const ofDevice = new Store(() => window.localStorage);
