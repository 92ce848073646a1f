// The lists of devices, before joining and in the settings.

import { element } from './dom.js';
import { t, onLanguage } from './text.js';

export class Choices {
  #devices;
  #selects = [...document.querySelectorAll('select[data-device]')];

  constructor(devices) {
    this.#devices = devices;
    for (const select of this.#selects) select.addEventListener('change', () => devices.choose(select.dataset.device, select.value));
    devices.on('list', () => this.draw());
    devices.on('change', () => this.draw());
    onLanguage(() => this.draw());
  }

  async draw() {
    const lists = await this.#devices.list();
    for (const select of this.#selects) {
      const kind = select.dataset.device;
      const field = select.closest('.field');
      field.hidden = lists[kind].length === 0 || (kind === 'speaker' && !this.#devices.canChooseSpeaker);
      if (!field.hidden) this.#fill(select, lists[kind], this.#current(kind, lists[kind]));
    }
  }

  // What is in use, where the browser says so, else what was chosen.
  #current(kind, list) {
    const used = this.#devices[kind]?.getSettings?.().deviceId;
    const id = used ?? this.#devices.choice[kind];
    return list.some((device) => device.deviceId === id) ? id : '';
  }

  #fill(select, list, current) {
    const options = list.map((device, i) => [device.deviceId, device.label || `${t(select.dataset.device)} ${i + 1}`]);
    if (current === '') options.unshift(['', t('systemDefault')]);
    const same = options.length === select.options.length && options.every(([id, name], i) => select.options[i].value === id && select.options[i].text === name);
    if (!same) select.replaceChildren(...options.map(([value, name]) => element('option', { value }, name)));
    select.value = current;
  }
}
