// What is known of the room, kept by the server's notifications. No drawing and no calls in here.

import { Events } from './events.js';

const MAX_MESSAGES = 500;

const HANDLERS = {
  'room.users': 'users',
  'room.userChanged': 'userChanged',
  'room.streams': 'streams',
  'room.streamExtraInfo': 'streamExtraInfo',
  'room.status': 'status',
  'room.message': 'message',
  'room.chatHistory': 'chatHistory',
  'room.chat': 'chatHistory',
  'room.waitingList': 'waitingList',
  'room.soundLevels': 'soundLevels',
  'room.networkQuality': 'networkQuality',
  'room.unmuteAsked': 'unmuteAsked',
};

/**
 * Events: 'people' (anything about users or streams), 'arrived' user, 'left' user, 'self' user, 'streamAdded' stream, 'streamRemoved'
 * stream, 'status', 'messages' [new lines], 'waiting', 'levels' Map, 'quality' Map, 'unmuteAsked'.
 */
export class Room extends Events {
  self = { user: '', name: '', role: 'attendee', audioMuted: false, videoMuted: false, hand: 0 };
  users = new Map();
  streams = new Map();
  waiting = [];
  messages = [];
  levels = new Map();
  quality = new Map();
  status = { locked: false, waitingRoom: false, password: false, limit: 0, recording: false, mayUnmute: true };
  #complete = false;

  get runsRoom() {
    return isHost(this.self.role);
  }

  /** Self first, then the others in order of arrival. */
  get everybody() {
    return [this.self, ...this.users.values()];
  }

  find(user) {
    return user === this.self.user ? this.self : this.users.get(user);
  }

  streamsOf(user) {
    return [...this.streams.values()].filter((stream) => stream.user === user);
  }

  /** The place among the raised hands, 1 for the first; 0 while down. */
  handOrder(user) {
    if (!user.hand) return 0;
    return this.everybody.filter((other) => other.hand && other.hand <= user.hand).length;
  }

  begin(user, name) {
    this.self = { ...this.self, user, name };
    this.#complete = false;
  }

  apply(method, params) {
    const handler = Object.hasOwn(HANDLERS, method) ? HANDLERS[method] : undefined;
    if (!handler) return false;
    this[`_${handler}`](params);
    return true;
  }

  _users({ type, full, users }) {
    const before = new Set(this.users.keys());
    if (full) this.users = new Map();
    for (const user of users) {
      if (user.user === this.self.user) this.#setSelf(user);
      else if (type === 'delete') this.#remove(user.user);
      else this.#add(user, before);
    }
    if (full) for (const id of before) if (!this.users.has(id)) this.emit('left', { user: id });
    if (full) this.#complete = true;
    this.emit('people');
  }

  // Nobody wants to hear the names of all who were there already read out.
  #add(user, before) {
    this.users.set(user.user, user);
    if (!before.has(user.user) && this.#complete) this.emit('arrived', user);
  }

  #remove(id) {
    const user = this.users.get(id);
    if (!user) return;
    this.users.delete(id);
    this.levels.delete(id);
    this.quality.delete(id);
    this.emit('left', user);
  }

  #setSelf(user) {
    this.self = { ...this.self, ...user };
    this.emit('self', this.self);
  }

  _userChanged({ user }) {
    if (user.user === this.self.user) this.#setSelf(user);
    else this.users.set(user.user, user);
    this.emit('people');
  }

  _streams({ type, full, streams }) {
    const gone = full ? new Map(this.streams) : new Map();
    for (const stream of streams) {
      if (stream.user === this.self.user) continue;
      if (type === 'delete') this.#removeStream(stream.stream);
      else {
        gone.delete(stream.stream);
        const isNew = !this.streams.has(stream.stream);
        this.streams.set(stream.stream, stream);
        if (isNew) this.emit('streamAdded', stream);
      }
    }
    for (const id of gone.keys()) this.#removeStream(id);
    this.emit('people');
  }

  #removeStream(id) {
    const stream = this.streams.get(id);
    if (!stream) return;
    this.streams.delete(id);
    this.emit('streamRemoved', stream);
  }

  _streamExtraInfo({ stream }) {
    if (this.streams.has(stream.stream)) this.streams.set(stream.stream, stream);
  }

  _status({ room, ...status }) {
    this.status = { ...this.status, ...status };
    this.emit('status', this.status);
  }

  _message(message) {
    if (message.kind === 'custom') return;
    this.messages.push(message);
    if (this.messages.length > MAX_MESSAGES) this.messages.shift();
    this.emit('messages', [message]);
  }

  // Comes again after each reconnection; ids count up, so what is known already is told apart.
  _chatHistory({ messages }) {
    const known = new Set(this.messages.map((message) => message.id));
    const fresh = messages.filter((message) => !known.has(message.id));
    if (fresh.length === 0) return;
    this.messages = [...this.messages, ...fresh].sort((a, b) => a.at - b.at).slice(-MAX_MESSAGES);
    this.emit('history');
  }

  /** A new session may be one with a server that was started again: its streams are others, and its messages count from the beginning. */
  forget() {
    for (const id of [...this.streams.keys()]) this.#removeStream(id);
    this.messages = [];
    this.waiting = [];
    this.emit('history');
  }

  _waitingList({ waiting }) {
    const before = new Set(this.waiting.map((user) => user.user));
    this.waiting = waiting;
    this.emit('waiting', waiting.filter((user) => !before.has(user.user)));
  }

  _soundLevels({ own = [], others = [] }) {
    this.levels = new Map();
    for (const { stream, level, speech } of others) this.#level(this.streams.get(stream)?.user, level, speech);
    for (const { level, speech } of own) this.#level(this.self.user, level, speech);
    this.emit('levels', this.levels);
  }

  #level(user, level, speech) {
    if (user === undefined) return;
    const known = this.levels.get(user);
    if (!known || known.level < level) this.levels.set(user, { level, speech: speech || known?.speech || false });
  }

  _networkQuality({ users }) {
    this.quality = new Map(users.map(({ user, level }) => [user, level]));
    this.emit('quality', this.quality);
  }

  _unmuteAsked() {
    this.emit('unmuteAsked');
  }
}

export function isHost(role) {
  return role === 'chairman' || role === 'coHost';
}
