// Who this tab is: a user id and a resume key of its own, kept over reloads.

import { ofTab } from './store.js';

const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

export function randomText(length) {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length]).join('');
}

// A duplicated tab gets a copy of the session storage. It must not be taken for the same person come back, or the two would keep
// throwing each other out; the lock is held for as long as the tab lives.
function holdsAlone(name) {
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), 1500);
    const held = () => {
      clearTimeout(timer);
      resolve(true);
      return new Promise(() => {});
    };
    navigator.locks.request(name, { signal: patience.signal }, held).catch(() => resolve(false));
  });
}

export class Identity {
  #key;

  constructor(room) {
    this.#key = `confengine.seat.${room}`;
    this.seat = {};
  }

  async claim() {
    const stored = ofTab.get(this.#key);
    if (typeof stored?.user === 'string' && (await holdsAlone(`confengine.${stored.user}`))) {
      this.seat = stored;
      return;
    }
    this.renew();
    await holdsAlone(`confengine.${this.seat.user}`);
  }

  renew() {
    this.update({ user: `web-${randomText(10)}`, resumeKey: randomText(32), camera: undefined, session: undefined, inside: false });
  }

  update(values) {
    this.seat = { ...this.seat, ...values };
    ofTab.set(this.#key, this.seat);
  }
}
