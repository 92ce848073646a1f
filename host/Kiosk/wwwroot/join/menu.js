// A small menu at a button (ARIA Authoring Practices, menu button pattern).

import { element } from './dom.js';

export class Menu {
  #root = null;
  #anchor = null;
  #outside = (event) => this.#root?.contains(event.target) || this.#anchor?.contains(event.target) || this.close();

  /** actions: [{ text, id, danger, act }] */
  open(anchor, actions) {
    this.close();
    if (actions.length === 0) return;
    this.#anchor = anchor;
    this.#root = element('div', { class: 'menu', role: 'menu', 'data-testid': 'menu', onkeydown: (event) => this.#key(event) },
      ...actions.map(({ text, id, danger, act }) =>
        element('button', { type: 'button', role: 'menuitem', tabindex: '-1', class: danger ? 'danger' : '', 'data-testid': id, onclick: () => this.#choose(act) }, text)));
    document.body.append(this.#root);
    anchor.setAttribute('aria-expanded', 'true');
    this.#place();
    this.#root.firstElementChild.focus();
    addEventListener('pointerdown', this.#outside, true);
  }

  close() {
    if (!this.#root) return false;
    removeEventListener('pointerdown', this.#outside, true);
    const hadFocus = this.#root.contains(document.activeElement);
    this.#root.remove();
    this.#root = null;
    this.#anchor.removeAttribute('aria-expanded');
    if (hadFocus) (this.#anchor.closest('[tabindex="0"]') ?? this.#anchor).focus();
    return true;
  }

  #choose(act) {
    this.close();
    act();
  }

  #place() {
    const at = this.#anchor.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.#root;
    const top = at.bottom + height + 8 < innerHeight ? at.bottom + 4 : Math.max(8, at.top - height - 4);
    this.#root.style.top = `${Math.min(top, Math.max(8, innerHeight - height - 8))}px`;
    this.#root.style.left = `${Math.max(8, Math.min(at.right - width, innerWidth - width - 8))}px`;
  }

  #key(event) {
    const items = [...this.#root.children];
    const at = items.indexOf(document.activeElement);
    const to = { ArrowDown: (at + 1) % items.length, ArrowUp: (at - 1 + items.length) % items.length, Home: 0, End: items.length - 1 }[event.key];
    if (to !== undefined) items[to].focus();
    else if (event.key === 'Escape' || event.key === 'Tab') this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
