// Everybody's sound. One element per stream, apart from the pictures, so that it goes on whatever is shown.

import { find, element } from './dom.js';

export class Players {
  #players = new Map();
  #devices;

  constructor(media, room, devices) {
    this.#devices = devices;
    media.on('tracks', ({ stream, audio }) => this.#play(stream, audio));
    room.on('streamRemoved', ({ stream }) => this.#remove(stream));
    devices.on('change', () => this.#chooseSpeaker());
    find('sound-start').addEventListener('click', () => this.start());
    // Any gesture will do for the browser, so none is asked for twice.
    for (const gesture of ['pointerup', 'keyup']) addEventListener(gesture, () => find('sound-blocked').hidden || this.start());
  }

  start() {
    find('sound-blocked').hidden = true;
    for (const player of this.#players.values()) this.#start(player);
  }

  end() {
    for (const stream of [...this.#players.keys()]) this.#remove(stream);
    find('sound-blocked').hidden = true;
  }

  #play(stream, audio) {
    const player = this.#players.get(stream) ?? element('audio', { autoplay: true, 'data-stream': stream });
    player.srcObject = audio;
    if (!this.#players.has(stream)) {
      this.#players.set(stream, player);
      find('players').append(player);
    }
    this.#direct(player);
    this.#start(player);
  }

  #remove(stream) {
    const player = this.#players.get(stream);
    if (!player) return;
    player.srcObject = null;
    player.remove();
    this.#players.delete(stream);
  }

  #start(player) {
    player.play().catch((error) => {
      if (error.name === 'NotAllowedError') find('sound-blocked').hidden = false;
    });
  }

  #chooseSpeaker() {
    for (const player of this.#players.values()) this.#direct(player);
  }

  // A speaker that was pulled out: the standard one takes over by itself.
  #direct(player) {
    const { speaker } = this.#devices.choice;
    if (!this.#devices.canChooseSpeaker || (player.sinkId ?? '') === speaker) return;
    player.setSinkId(speaker).catch((error) => error.name === 'NotFoundError' || error.name === 'AbortError' || reportError(error));
  }
}
