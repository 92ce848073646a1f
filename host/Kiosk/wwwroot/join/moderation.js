// The room's own switches in the people panel, for those who run it.

import { find } from './dom.js';
import { t } from './text.js';
import { notify } from './notices.js';

const SWITCHES = [
  { id: 'set-lock', method: 'room.lock', of: 'locked' },
  { id: 'set-waiting', method: 'room.setWaitingRoom', of: 'waitingRoom' },
  { id: 'set-recording', method: 'room.setRecording', of: 'recording' },
];

export class Moderation {
  #room;
  #act;

  /** act(method, params) makes a call, reports its failure, and says whether it went well. */
  constructor(room, act) {
    this.#room = room;
    this.#act = act;
    room.on('self', () => this.#draw());
    room.on('status', () => this.#draw());
    for (const { id, method } of SWITCHES) find(id).addEventListener('change', () => this.#switch(find(id), method));
    find('mute-all').addEventListener('click', () => this.#do('room.muteAll', { mayUnmute: true }));
    find('mute-all-hold').addEventListener('click', () => this.#do('room.muteAll', { mayUnmute: false }));
    find('lower-all').addEventListener('click', () => this.#do('room.lowerHand', {}));
    find('password-form').addEventListener('submit', (event) => this.#password(event));
    find('limit-form').addEventListener('submit', (event) => this.#limit(event));
    this.#draw();
  }

  #draw() {
    const { runsRoom, self, status } = this.#room;
    find('room-controls').hidden = !runsRoom;
    find('chairman-controls').hidden = self.role !== 'chairman';
    for (const { id, of } of SWITCHES) find(id).checked = status[of] === true;
    const limit = find('new-limit');
    if (document.activeElement !== limit) limit.value = status.limit || '';
  }

  async #switch(box, method) {
    if (!(await this.#act(method, { on: box.checked }))) this.#draw();
  }

  async #do(method, params) {
    if (await this.#act(method, params)) notify(t('done'));
  }

  async #password(event) {
    event.preventDefault();
    const field = find('new-password');
    const params = field.value === '' ? {} : { password: field.value };
    if (!(await this.#act('room.setPassword', params))) return;
    field.value = '';
    notify(t('done'));
  }

  async #limit(event) {
    event.preventDefault();
    const limit = Number(find('new-limit').value);
    if (Number.isInteger(limit) && limit >= 0) await this.#do('room.setLimit', { limit });
  }
}
