// One tile: a picture or an avatar, with name, badges and a button to pin it.

import { element, icon, setText, initials, colourOf } from './dom.js';
import { t } from './text.js';

export class Tile {
  #video = element('video', { autoplay: true, playsinline: true, 'data-testid': 'tile-video' });
  #face = element('span', { class: 'avatar-face' });
  #name = element('span', { 'data-testid': 'tile-name' });
  #muted = icon('mic-off', 'icon tile-muted');
  #quality = element('span', { class: 'quality', role: 'img' }, element('i'), element('i'), element('i'));
  #hand = element('span', { class: 'tile-hand', 'data-testid': 'tile-hand' }, icon('hand'), element('span'));
  #pinned = element('span', { class: 'tile-pinned' }, icon('pin'));
  #waits = element('span', { class: 'tile-waits' }, element('span', { class: 'spinner', 'aria-hidden': 'true' }), element('span'));
  #button;
  #source = null;

  constructor(key, onPin) {
    this.key = key;
    this.place = null;
    // Sound is played apart from the pictures, so that it goes on when a tile is paged away.
    this.#video.muted = true;
    for (const name of ['resize', 'loadeddata']) this.#video.addEventListener(name, () => this.#pictureChanged());
    this.#button = element('button', { class: 'tile-pin', type: 'button', onclick: () => onPin(key) });
    this.root = element('li', { class: 'tile is-new', 'data-testid': 'tile' },
      this.#video,
      element('div', { class: 'avatar', 'aria-hidden': 'true' }, this.#face),
      this.#waits,
      this.#button,
      element('div', { class: 'tile-corner' }, this.#hand, this.#pinned),
      element('div', { class: 'tile-label' }, element('span', { class: 'tile-name' }, this.#muted, this.#name), this.#quality));
    this.root.addEventListener('animationend', () => this.root.classList.remove('is-new'));
    this.#pinned.hidden = true;
  }

  get video() {
    return this.#video;
  }

  /** media: a MediaStream or null. */
  show(media) {
    if (this.#source === media) return;
    this.#source = media;
    this.#video.classList.remove('has-picture');
    this.#video.srcObject = media;
    if (media) this.#video.play().catch((error) => error.name === 'AbortError' || error.name === 'NotAllowedError' || reportError(error));
    this.#drawAvatar();
  }

  update({ user, stream, kind, isSelf, showsPicture, isInterrupted = false, handOrder, quality, isPinned }) {
    const { root } = this;
    root.dataset.user = user.user;
    if (stream) root.dataset.stream = stream;
    else delete root.dataset.stream;
    root.dataset.kind = kind;
    const name = kind === 'screen' ? t('tileScreen', { name: user.name }) : isSelf ? t('tileYou', { name: user.name }) : user.name;
    setText(this.#name, name);
    root.classList.toggle('is-contained', kind !== 'camera');
    this.#video.classList.toggle('mirrored', isSelf && kind === 'camera');
    const muted = kind !== 'screen' && user.audioMuted;
    this.#muted.toggleAttribute('hidden', !muted);
    root.toggleAttribute('data-muted', muted);
    this.#hand.hidden = kind === 'screen' || handOrder === 0;
    setText(this.#hand.lastElementChild, String(handOrder));
    this.#pinned.hidden = !isPinned;
    root.classList.toggle('is-interrupted', isInterrupted);
    this.#waits.hidden = !isInterrupted;
    setText(this.#waits.lastElementChild, t('tileInterrupted'));
    this.#showQuality(kind === 'screen' ? undefined : quality);
    setText(this.#face, initials(user.name));
    this.#face.className = `avatar-face ${colourOf(user.user)}`;
    this.showsPicture = showsPicture;
    this.#drawAvatar();
    this.#button.setAttribute('aria-pressed', String(isPinned));
    this.#button.setAttribute('aria-label', [t(isPinned ? 'tileUnpin' : 'tilePin', { name }), ...this.#states(muted, handOrder)].join(', '));
  }

  setSpeaking(on) {
    this.root.classList.toggle('is-speaking', on);
  }

  /** null hides it: on another page. */
  put(place) {
    const before = this.place;
    this.place = place;
    this.root.classList.toggle('is-away', place === null);
    // What cannot be seen must not be reached with the keyboard.
    this.root.inert = place === null;
    if (!place || (before && before.x === place.x && before.y === place.y && before.width === place.width && before.height === place.height)) return;
    const { style } = this.root;
    style.transform = `translate(${place.x}px, ${place.y}px)`;
    style.width = `${place.width}px`;
    style.height = `${place.height}px`;
    style.setProperty('--avatar', `${Math.round(Math.min(112, Math.min(place.width, place.height) * 0.42))}px`);
    this.root.classList.toggle('is-small', place.width < 200);
  }

  #states(muted, handOrder) {
    const states = [];
    if (muted) states.push(t('tileMuted'));
    if (handOrder > 0) states.push(t('tileHand', { order: handOrder }));
    return states;
  }

  #showQuality(level) {
    const known = level >= 0 && level <= 4;
    this.#quality.hidden = !known;
    if (!known) return;
    this.#quality.dataset.level = level;
    this.#quality.setAttribute('aria-label', t(`tileQuality${level}`));
  }

  #pictureChanged() {
    this.#video.classList.toggle('has-picture', this.#video.videoWidth > 0 && this.showsPicture);
    this.#drawAvatar();
  }

  #drawAvatar() {
    const shown = this.showsPicture && this.#source !== null && this.#video.videoWidth > 0;
    this.#video.classList.toggle('has-picture', shown);
    this.#face.parentElement.hidden = shown;
    this.root.toggleAttribute('data-picture', shown);
  }
}
