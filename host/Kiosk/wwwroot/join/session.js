// This tab's place in the room: signing in, heartbeats, and coming back after a lost connection, a reload or a restart of the server.

import { Events } from './events.js';
import { RpcSocket, RpcError, LostError } from './rpc.js';
import { knock, token, socketAddress } from './door.js';

export class DoorError extends Error {}

const PAUSES = [500, 1000, 2000, 4000, 5000];
const GIVE_UP_AFTER = 20 * 60 * 1000;

/**
 * States: 'out', 'waiting' (to be admitted), 'in', 'reconnecting', 'ended' (put out, or given up).
 * Events: 'state' {state, reason}, 'notification' {method, params}, 'entered' {fresh}: fresh when the server knows nothing of what was
 * published and played before.
 */
export class Session extends Events {
  #socket = null;
  #password;
  #heartbeat = 0;
  #wake = () => {};
  #attempt = 0;

  constructor(room, identity) {
    super();
    this.room = room;
    this.identity = identity;
    this.state = 'out';
    addEventListener('online', () => this.#wake());
    document.addEventListener('visibilitychange', () => document.hidden || this.#wake());
    // A page that goes is reloaded or closed, and nobody can tell which: the room waits a little instead of its long grace time.
    addEventListener('pagehide', () => this.#beat({ going: true }));
    addEventListener('pageshow', ({ persisted }) => persisted && this.#beat());
  }

  get user() {
    return this.identity.seat.user;
  }

  /** What may be known before joining. */
  async info() {
    await this.#connect();
    return this.#socket.call('room.info', { room: this.room });
  }

  async join(name, password) {
    await this.#connect();
    this.#password = password || undefined;
    this.identity.update({ name });
    await this.#login();
  }

  /** After a reload: back to the seat that is still kept, or to a new one under the same name. */
  async rejoin() {
    await this.#connect();
    await this.#reenter();
  }

  call(method, params) {
    return this.#socket ? this.#socket.call(method, params) : Promise.reject(new LostError('not connected'));
  }

  async leave() {
    const socket = this.#socket;
    const said = socket?.call('room.logout', {}, 1500);
    this.#end('left');
    await said?.catch(() => {});
    socket?.end();
  }

  /** After a reload while the server is away. */
  keepTrying() {
    if (this.state === 'out') this.#comeBack();
  }

  /** Closes the connection and lets the ordinary way back begin: the last resort when nothing else answers. */
  drop() {
    this.#socket?.end();
  }

  async #connect() {
    if (this.#socket) return;
    let socket;
    try {
      socket = await RpcSocket.open(socketAddress(), token());
    } catch (error) {
      // A refused WebSocket does not say why; the door does.
      if ((await knock()) === 'closed') throw new DoorError('a code is needed');
      throw error;
    }
    this.#socket = socket;
    socket.onNotification = (method, params) => this.#notified(method, params);
    socket.onEnd = () => this.#lost(socket);
  }

  async #login() {
    const { name, user, resumeKey } = this.identity.seat;
    const params = { room: this.room, user, name, resumeKey };
    if (this.#password) params.password = this.#password;
    this.#entered(await this.#socket.call('room.login', params), true);
  }

  async #reenter() {
    const { session, resumeKey } = this.identity.seat;
    if (session !== undefined) {
      try {
        this.#entered(await this.#socket.call('room.reconnect', { session, resumeKey }), false);
        return;
      } catch (error) {
        if (!(error instanceof RpcError)) throw error;
      }
    }
    await this.#login();
  }

  #entered(reply, fresh) {
    this.identity.update({ session: reply.session, inside: true });
    const seconds = Math.max(1, reply.heartbeatSeconds || 30);
    clearInterval(this.#heartbeat);
    this.#heartbeat = setInterval(() => this.#beat(), seconds * 1000);
    if (reply.state === 'waiting') {
      this.#become('waiting');
      return;
    }
    this.#become('in');
    this.emit('entered', { fresh });
  }

  #beat(words = {}) {
    this.#socket?.call('room.heartbeat', words, 10000).catch((error) => error instanceof RpcError && this.drop());
  }

  #notified(method, params) {
    if (method === 'room.stateChanged') this.#stateChanged(params);
    this.emit('notification', { method, params });
  }

  #stateChanged({ reason, session, error, code }) {
    if (session !== undefined) this.identity.update({ session });
    if (reason === 'logined' && this.state === 'waiting') {
      this.#become('in');
      this.emit('entered', { fresh: true });
    } else if (reason === 'kickedOut') {
      this.#end(kickReason(error?.code, code));
      this.#socket?.end();
    } else if (reason === 'reconnectFailed') {
      this.identity.update({ session: undefined });
      this.drop();
    }
  }

  #lost(socket) {
    if (this.#socket !== socket) return;
    this.#socket = null;
    clearInterval(this.#heartbeat);
    if (this.state === 'in' || this.state === 'waiting') this.#comeBack();
  }

  async #comeBack() {
    const attempt = ++this.#attempt;
    const began = performance.now();
    this.#become('reconnecting');
    for (let i = 0; performance.now() - began < GIVE_UP_AFTER; i++) {
      await this.#pause(PAUSES[Math.min(i, PAUSES.length - 1)]);
      if (attempt !== this.#attempt || this.state !== 'reconnecting') return;
      try {
        await this.#connect();
        await this.#reenter();
        return;
      } catch (error) {
        if (attempt !== this.#attempt || this.state !== 'reconnecting') return;
        if (isFinal(error)) {
          this.#end(error instanceof DoorError ? 'code' : error.code || 'refused');
          return;
        }
      }
    }
    this.#end('gave-up');
  }

  #pause(time) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, time);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #end(reason) {
    this.#attempt++;
    clearInterval(this.#heartbeat);
    this.identity.update({ inside: false, session: undefined, camera: undefined });
    if (reason === 'logged-in-elsewhere') this.identity.renew();
    this.#become(reason === 'left' ? 'out' : 'ended', reason);
  }

  #become(state, reason = '') {
    this.state = state;
    this.emit('state', { state, reason });
  }
}

// A server that is starting again, or that is asked too often, will say yes in a moment.
function isFinal(error) {
  if (error instanceof DoorError) return true;
  return error instanceof RpcError && error.code !== '' && !['too-frequent', 'already-logged-in', 'timed-out', 'busy'].includes(error.code);
}

// The numbers are those of ZEGO Express: the same user signed in elsewhere, or removed by the host.
function kickReason(code, number) {
  if (code) return code;
  if (number === 1002050) return 'logged-in-elsewhere';
  return number === 1002055 ? 'removed' : 'refused';
}
