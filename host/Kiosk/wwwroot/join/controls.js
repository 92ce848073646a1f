// The buttons below the pictures, the badges above them, and the keys.

import { find, setText, setIcon } from './dom.js';
import { t, onLanguage } from './text.js';

export class Controls {
  #room;
  #devices;
  #media;
  #actions;
  #unread = 0;

  /** actions: { mute, camera, share, hand, chat, people, leave, escape } */
  constructor(room, devices, media, actions) {
    this.#room = room;
    this.#devices = devices;
    this.#media = media;
    this.#actions = actions;
    for (const id of ['mute', 'camera', 'share', 'hand', 'leave']) find(id).addEventListener('click', () => actions[id]());
    for (const event of ['people', 'self', 'status', 'waiting']) room.on(event, () => this.draw());
    devices.on('change', () => this.draw());
    media.on('screen', () => this.draw());
    onLanguage(() => this.draw());
    addEventListener('keydown', (event) => this.#key(event));
    this.draw();
  }

  setUnread(count) {
    this.#unread = count;
    this.draw();
  }

  draw() {
    const { self, status, users } = this.#room;
    const isAudience = self.role === 'audience';
    this.#button('mute', { icon: this.#devices.microphoneOn ? 'mic' : 'mic-off', text: this.#devices.microphoneOn ? 'mute' : 'unmute', isOff: !this.#devices.microphoneOn, disabled: isAudience });
    this.#button('camera', { icon: this.#devices.cameraOn ? 'camera' : 'camera-off', text: this.#devices.cameraOn ? 'cameraStop' : 'cameraStart', isOff: !this.#devices.cameraOn, disabled: isAudience });
    const shares = this.#media.screen !== null;
    this.#button('share', { icon: shares ? 'share-off' : 'share', text: shares ? 'shareStop' : 'share', isActive: shares, disabled: isAudience });
    find('share').hidden = !this.#devices.canShareScreen;
    this.#button('hand', { icon: 'hand', text: self.hand ? 'handLower' : 'handRaise', isActive: self.hand > 0 });
    this.#button('chat', { icon: 'chat', text: 'chat', label: this.#unread ? t('chatUnread', { count: this.#unread }) : undefined });
    const waiting = this.#room.runsRoom ? this.#room.waiting.length : 0;
    this.#button('people', { icon: 'people', text: 'people', label: waiting ? t('peopleWaiting', { count: waiting }) : undefined });
    this.#button('settings', { icon: 'settings', text: 'settings' });
    this.#button('leave', { icon: 'leave', text: 'leave' });
    find('badge-recording').hidden = !status.recording;
    find('badge-locked').hidden = !status.locked;
    find('badge-sharing').hidden = !shares;
    setText(find('room-count'), t('peopleCount', { count: users.size + 1 }));
  }

  #button(id, { icon, text, label, isOff = false, isActive, disabled = false }) {
    const button = find(id);
    setIcon(button.querySelector('.icon'), icon);
    setText(button.querySelector('.control-text'), t(text));
    button.setAttribute('aria-label', label ?? t(text));
    const keys = button.getAttribute('aria-keyshortcuts');
    button.title = keys ? `${t(text)} (${keys})` : t(text);
    button.classList.toggle('is-off', isOff);
    if (isActive !== undefined) button.classList.toggle('is-active', isActive);
    button.disabled = disabled;
  }

  // Letters are keys only where nobody types, and never with Ctrl or the like: those belong to the browser.
  #key(event) {
    if (find('room').hidden) return;
    if (event.key === 'Escape') {
      this.#actions.escape(event);
      return;
    }
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || document.querySelector('dialog[open]')) return;
    if (event.target.closest?.('input, textarea, select, [role="menu"]')) return;
    const id = { m: 'mute', v: 'camera', s: 'share', h: 'hand', c: 'chat', p: 'people' }[event.key.toLowerCase()];
    if (!id || find(id).disabled || find(id).hidden) return;
    event.preventDefault();
    find(id).click();
  }
}
