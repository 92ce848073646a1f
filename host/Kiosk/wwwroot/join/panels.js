// Chat and people: one panel at a time, opened by its button or key, closed by Escape.

import { Events } from './events.js';
import { find } from './dom.js';

const NAMES = ['chat', 'people'];

/** Events: 'open' name, 'close' name. */
export class Panels extends Events {
  #open = '';

  constructor() {
    super();
    for (const name of NAMES) {
      find(name).addEventListener('click', () => this.toggle(name));
      find(`${name}-panel`).querySelector('[data-close]').addEventListener('click', () => this.close());
    }
  }

  isOpen(name) {
    return this.#open === name;
  }

  toggle(name) {
    const was = this.#open;
    this.close();
    if (was === name) return;
    this.#open = name;
    this.#draw(name, true);
    this.emit('open', name);
  }

  /** Returns whether there was one to close. Focus goes back to where it came from. */
  close() {
    const name = this.#open;
    if (!name) return false;
    const hadFocus = find(`${name}-panel`).contains(document.activeElement);
    this.#open = '';
    this.#draw(name, false);
    if (hadFocus) find(name).focus();
    this.emit('close', name);
    return true;
  }

  #draw(name, isOpen) {
    find(`${name}-panel`).hidden = !isOpen;
    find(name).setAttribute('aria-expanded', String(isOpen));
    find(name).classList.toggle('is-active', isOpen);
  }
}
