// Puts the page together and decides what is on the screen.

import { find, setText } from './dom.js';
import { t, translate, onLanguage } from './text.js';
import { notify, complain, announce, sentence } from './notices.js';
import { RpcError } from './rpc.js';
import { takeToken } from './door.js';
import { Identity } from './identity.js';
import { Session } from './session.js';
import { Room } from './room.js';
import { Devices } from './devices.js';
import { Media } from './media.js';
import { Players } from './players.js';
import { Gallery } from './gallery.js';
import { Panels } from './panels.js';
import { Chat } from './chat.js';
import { People } from './people.js';
import { Moderation } from './moderation.js';
import { Presence } from './presence.js';
import { Controls } from './controls.js';
import { Choices } from './choices.js';
import { Settings } from './settings.js';
import { Lobby } from './lobby.js';
import { Notice } from './notice.js';
import { Wake } from './wake.js';
import { install } from './hook.js';

const address = new URL(location.href);
const roomId = decodeURIComponent(address.pathname.slice('/join/'.length));

async function start() {
  takeToken();
  translate();
  const identity = new Identity(roomId);
  await identity.claim();
  const session = new Session(roomId, identity);
  const room = new Room();
  const devices = new Devices();
  const media = new Media({ session, room, devices, codec: (address.searchParams.get('codec') ?? '').toLowerCase() });
  install({ session, room, media });
  new Page({ identity, session, room, devices, media }).start();
}

class Page {
  constructor(parts) {
    Object.assign(this, parts);
    const { session, room, devices, media } = parts;
    const act = (method, params) => this.act(method, params);
    this.notice = new Notice();
    this.players = new Players(media, room, devices);
    this.gallery = new Gallery(room, media, devices);
    this.panels = new Panels();
    this.people = new People(room, this.panels, act);
    new Moderation(room, act);
    const presence = new Presence(room, session, devices);
    const choices = new Choices(devices);
    this.settings = new Settings(devices, choices);
    this.controls = new Controls(room, devices, media, {
      mute: () => presence.toggleMicrophone(),
      camera: () => presence.toggleCamera(),
      share: () => this.share(),
      hand: () => presence.toggleHand(),
      leave: () => session.leave(),
      escape: () => this.people.closeMenu() || this.panels.close() || this.gallery.unpin(),
    });
    new Chat(room, session, this.panels, (count) => this.controls.setUnread(count));
    this.lobby = new Lobby(session, devices);
    this.wake = new Wake();
    this.listen();
  }

  listen() {
    const { session, room, media } = this;
    session.on('notification', ({ method, params }) => room.apply(method, params));
    session.on('entered', ({ fresh }) => this.entered(fresh));
    session.on('state', ({ state, reason }) => this.show(state, reason));
    media.on('problem', ({ what, error }) => (what === 'media' ? this.mediaFailed(error) : complain(sentence(error))));
    room.on('arrived', (user) => announce(t('arrived', user)));
    room.on('left', (user) => user.name && announce(t('left', user)));
    room.on('waiting', (fresh) => fresh.forEach((user) => room.runsRoom && notify(t('someoneWaits', user))));
    room.on('streamAdded', (stream) => stream.kind === 'screen' && notify(t('screenShared', { name: room.find(stream.user)?.name ?? stream.user })));
    this.tellStatus();
    onLanguage(() => this.title());
    this.title();
  }

  tellStatus() {
    const { room } = this;
    let before = null;
    room.on('status', (status) => {
      if (before && before.recording !== status.recording) notify(t(status.recording ? 'recordingOn' : 'recordingOff'));
      else if (!before && status.recording) notify(t('recordingOn'));
      if (before && before.locked !== status.locked) notify(t(status.locked ? 'lockedOn' : 'lockedOff'));
      before = { ...status };
    });
    const hands = new Set();
    room.on('people', () => {
      for (const user of room.users.values()) {
        if (user.hand && !hands.has(user.user) && room.runsRoom) notify(t('handRaised', user));
        if (user.hand) hands.add(user.user);
        else hands.delete(user.user);
      }
    });
  }

  // The first failure is often a stream that ended while it was being asked for, and sets itself right.
  mediaFailed(error) {
    const now = performance.now();
    if (now - this.failedAt < 30_000) complain(t('errorMedia', { reason: error.message }));
    this.failedAt = now;
  }

  title() {
    document.title = t('title', { room: roomId });
    setText(find('room-name'), roomId);
  }

  async start() {
    const { identity, devices } = this;
    const name = address.searchParams.get('name')?.trim().slice(0, 80);
    if (name) identity.update({ name });
    const isBack = identity.seat.inside && identity.seat.name;
    if (!isBack && address.searchParams.get('auto') !== '1') {
      this.openLobby();
      await devices.open();
      return;
    }
    this.notice.restoring();
    await devices.open();
    try {
      if (isBack) await this.session.rejoin();
      else await this.session.join(identity.seat.name ?? identity.seat.user, '');
    } catch (error) {
      // A server that is starting again is worth waiting for; whoever was refused is asked.
      if (error instanceof RpcError || !isBack) this.openLobby(error);
      else this.session.keepTrying();
    }
  }

  openLobby(error) {
    this.notice.close();
    find('room').hidden = true;
    this.lobby.open(() => {}, error);
  }

  entered(fresh) {
    const { room, session, identity } = this;
    room.begin(session.user, identity.seat.name);
    if (fresh) room.forget();
    session.call('room.startSoundLevels', { period: 200, speech: true }).catch((error) => error instanceof RpcError && reportError(error));
  }

  show(state, reason) {
    const wasIn = !find('room').hidden;
    if (state === 'in' && wasIn) announce(t('reconnected'));
    this.wake.keep(state === 'in' || state === 'reconnecting');
    find('reconnecting').hidden = state !== 'reconnecting';
    if (state === 'in') {
      this.lobby.close();
      this.notice.close();
      find('room').hidden = false;
      this.controls.draw();
      if (!wasIn) find('gallery').focus({ preventScroll: true });
    } else if (state === 'waiting') {
      this.lobby.close();
      find('room').hidden = true;
      this.notice.waiting(() => this.session.leave());
    } else if (state === 'reconnecting') {
      if (!wasIn) this.notice.restoring();
    } else {
      this.end(reason);
    }
  }

  // To join again is to load the page again: nothing of the old meeting is left over.
  end(reason) {
    this.panels.close();
    if (this.settings.isOpen) this.settings.close();
    this.media.end();
    this.players.end();
    this.devices.close();
    this.lobby.close();
    find('room').hidden = true;
    this.notice.ended(reason, () => location.reload());
  }

  async share() {
    const { media } = this;
    if (media.screen) {
      await media.stopScreen();
      return;
    }
    try {
      await media.shareScreen();
    } catch (error) {
      // Whoever closes the browser's question does not need to be told.
      if (error.name === 'NotAllowedError' || error.name === 'AbortError') return;
      if (error instanceof RpcError && error.code === 'taken') complain(t('errorScreenTaken'));
      else complain(error instanceof RpcError ? sentence(error) : t('errorScreen', { reason: error.message }));
    }
  }

  async act(method, params) {
    try {
      await this.session.call(method, params);
      return true;
    } catch (error) {
      complain(error instanceof RpcError ? sentence(error) : t('reconnecting'));
      return false;
    }
  }
}

start();
