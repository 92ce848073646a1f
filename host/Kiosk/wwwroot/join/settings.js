// The settings dialog: devices, sound processing, language.

import { find, element } from './dom.js';
import { languages, language, setLanguage } from './text.js';

export function fillLanguages(select) {
  select.replaceChildren(...languages.map(({ code, name }) => element('option', { value: code, lang: code === 'zh' ? 'zh-Hans' : code }, name)));
  select.value = language();
  select.addEventListener('change', () => {
    setLanguage(select.value);
    for (const other of [find('lobby-language'), find('settings-language')]) other.value = language();
  });
}

export class Settings {
  #dialog = find('settings-dialog');
  #devices;

  constructor(devices, choices) {
    this.#devices = devices;
    fillLanguages(find('settings-language'));
    find('settings').addEventListener('click', () => {
      this.#draw();
      choices.draw();
      this.#dialog.showModal();
    });
    this.#dialog.querySelector('[data-close]').addEventListener('click', () => this.#dialog.close());
    // A click beside the dialog lands on the dialog itself, for its content covers all of it.
    this.#dialog.addEventListener('click', (event) => event.target === this.#dialog && this.#dialog.close());
    for (const box of this.#boxes) box.addEventListener('change', () => devices.process({ [box.dataset.process]: box.checked }));
  }

  get isOpen() {
    return this.#dialog.open;
  }

  close() {
    this.#dialog.close();
  }

  get #boxes() {
    return this.#dialog.querySelectorAll('[data-process]');
  }

  #draw() {
    for (const box of this.#boxes) box.checked = this.#devices.choice[box.dataset.process];
  }
}
