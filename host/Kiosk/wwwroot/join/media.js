// What this participant publishes and plays: room, devices and link brought together.

import { Events } from './events.js';
import { Link } from './link.js';
import { RpcError, LostError } from './rpc.js';
import { randomText } from './identity.js';

const VIEW_PAUSE = 250;

// The server takes offers of 200 KiB and lets one participant play 64 streams.
const MOST_PLAYED = 60;

/** Events: 'tracks' {stream, audio, video}, 'flow' (a played stream came or stopped coming), 'screen' track or null, 'problem' {what, error}. */
export class Media extends Events {
  screen = null;
  #session;
  #room;
  #devices;
  #screenStream = '';
  #camera = '';
  #plays = new Set();
  #flowing = new Map();
  #views = new Map();
  #sentViews = new Map();
  #viewTimer = 0;
  #publishing = false;

  constructor({ session, room, devices, codec }) {
    super();
    this.#session = session;
    this.#room = room;
    this.#devices = devices;
    this.link = new Link((sdp, publish, play) => session.call('stream.offer', { sdp, publish, play }).then((answer) => answer.sdp), codec);
    this.link.on('tracks', (tracks) => this.emit('tracks', tracks));
    this.link.on('refused', (error) => this.emit('problem', { what: 'media', error }));
    session.on('state', ({ state }) => state !== 'in' && this.link.pause());
    session.on('entered', ({ fresh }) => this.#entered(fresh));
    session.on('notification', ({ method, params }) => this.#notified(method, params));
    room.on('streamAdded', (stream) => this.#play(stream.stream));
    room.on('streamRemoved', (stream) => this.#stop(stream.stream));
    room.on('self', () => this.#publishCamera());
    devices.on('change', () => this.#devicesChanged());
  }

  get ownStreams() {
    return [this.#camera, this.#screenStream].filter((id) => id !== '');
  }

  get screenStream() {
    return this.#screenStream;
  }

  /** Whether a stream that came before brings nothing at present. */
  isInterrupted(stream) {
    return this.#flowing.get(stream) === false;
  }

  /** How many lines of a stream are shown; 0 for none. */
  view(stream, height) {
    this.#views.set(stream, height);
    if (!this.#viewTimer) this.#viewTimer = setTimeout(() => this.#sendViews(), VIEW_PAUSE);
  }

  async shareScreen() {
    const shared = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { ideal: 15, max: 30 } }, audio: true });
    const [video] = shared.getVideoTracks();
    const [audio] = shared.getAudioTracks();
    video.contentHint = 'detail';
    const id = `${safe(this.#session.user)}-screen-${randomText(6)}`;
    this.#screenStream = id;
    try {
      await this.#session.call('stream.publish', { stream: id, kind: 'screen' });
    } catch (error) {
      this.#screenStream = '';
      for (const track of shared.getTracks()) track.stop();
      throw error;
    }
    this.screen = { video, audio };
    video.onended = () => this.stopScreen();
    this.link.publish(id, 'screen', { audio, video });
    this.emit('screen', video);
  }

  async stopScreen() {
    const id = this.#screenStream;
    if (!id) return;
    this.#endScreen();
    this.link.unpublish(id);
    await this.link.settled();
    await this.#tell('stream.unpublish', { stream: id });
  }

  end() {
    this.#endScreen();
    this.link.reset();
    this.#plays.clear();
    this.#camera = '';
  }

  #endScreen() {
    this.screen?.video.stop();
    this.screen?.audio?.stop();
    this.screen = null;
    this.#screenStream = '';
    this.emit('screen', null);
  }

  async #entered(fresh) {
    this.#sentViews.clear();
    if (fresh) await this.#startAnew();
    this.link.resume();
    for (const stream of this.#room.streams.keys()) this.#play(stream);
    await this.#publishCamera();
    this.#sendViews();
  }

  // The server knows nothing of this tab's streams any more; a screen that is being shared goes on under a new name.
  async #startAnew() {
    this.link.reset();
    this.#plays.clear();
    this.#camera = '';
    this.#session.identity.update({ camera: undefined });
    if (!this.screen) return;
    const { video, audio } = this.screen;
    this.#screenStream = `${safe(this.#session.user)}-screen-${randomText(6)}`;
    if (await this.#tell('stream.publish', { stream: this.#screenStream, kind: 'screen' })) this.link.publish(this.#screenStream, 'screen', { audio, video });
    else this.#endScreen();
  }

  // The stream keeps its name over a reload, so that the others' tiles stay where they are.
  async #publishCamera() {
    if (this.#camera || this.#publishing || this.#session.state !== 'in' || this.#room.self.role === 'audience') return;
    const tracks = this.#tracks();
    if (!tracks.audio && !tracks.video) return;
    this.#publishing = true;
    const { identity, user } = this.#session;
    const kept = identity.seat.camera;
    const id = kept ?? `${safe(user)}-cam-${randomText(6)}`;
    try {
      await this.#session.call('stream.publish', { stream: id, kind: 'camera' });
      this.#published(id);
    } catch (error) {
      if (kept && error.code === 'taken') this.#published(id);
      else if (!(error instanceof LostError)) this.emit('problem', { what: 'publish', error });
    } finally {
      this.#publishing = false;
    }
  }

  #published(id) {
    this.#camera = id;
    this.#session.identity.update({ camera: id });
    this.link.publish(id, 'camera', this.#tracks());
  }

  #tracks() {
    return { audio: this.#devices.microphone, video: this.#devices.camera };
  }

  async #devicesChanged() {
    if (this.#camera) await this.link.setTracks(this.#camera, this.#tracks());
    else await this.#publishCamera();
  }

  async #play(stream) {
    if (this.#plays.has(stream) || this.#plays.size >= MOST_PLAYED) return;
    this.#plays.add(stream);
    if (!(await this.#tell('stream.play', { stream }))) this.#plays.delete(stream);
    else if (this.#plays.has(stream)) this.link.play(stream);
  }

  async #stop(stream) {
    if (!this.#plays.delete(stream)) return;
    this.#flowing.delete(stream);
    this.#views.delete(stream);
    this.#sentViews.delete(stream);
    this.link.stop(stream);
    await this.link.settled();
    if (!this.#plays.has(stream)) await this.#tell('stream.stop', { stream });
    for (const other of this.#room.streams.keys()) this.#play(other);
  }

  #notified(method, params) {
    if (method === 'stream.wantedHeight') this.link.setWantedHeight(params.stream, params.height);
    else if (method === 'stream.publisherState') this.#publisherState(params);
    else if (method === 'stream.playerState') this.#playerState(params);
  }

  #playerState({ stream, state }) {
    if (state === 2) this.#flowing.set(stream, true);
    else if (state === 1 && this.#flowing.has(stream)) this.#flowing.set(stream, false);
    else if (state === 0) this.#flowing.delete(stream);
    this.emit('flow');
  }

  #publisherState({ stream, state, error }) {
    const isOurs = this.ownStreams.includes(stream) || stream === this.#session.identity.seat.camera;
    if (state !== 0) {
      // Left from before a reload, which ended the sharing of a screen.
      if (!isOurs && stream.includes('-screen-')) this.#tell('stream.unpublish', { stream });
      return;
    }
    if (stream === this.#screenStream) {
      this.link.unpublish(stream);
      this.#endScreen();
    } else if (stream === this.#camera) {
      this.link.unpublish(stream);
      this.#camera = '';
      this.#session.identity.update({ camera: undefined });
      if (error) setTimeout(() => this.#publishCamera(), 1000);
    }
  }

  #sendViews() {
    clearTimeout(this.#viewTimer);
    this.#viewTimer = 0;
    if (this.#session.state !== 'in') return;
    for (const [stream, height] of this.#views) {
      if (!this.#plays.has(stream) || this.#sentViews.get(stream) === height) continue;
      this.#sentViews.set(stream, height);
      this.#tell('stream.view', { stream, height });
    }
  }

  // What fails because the connection is gone is set right when it is back.
  async #tell(method, params) {
    try {
      await this.#session.call(method, params);
      return true;
    } catch (error) {
      if (error instanceof RpcError && method !== 'stream.stop' && method !== 'stream.view') this.emit('problem', { what: method, error });
      return false;
    }
  }
}

// Stream ids take fewer signs than user ids.
function safe(user) {
  return user.replace(/[^A-Za-z0-9_-]/g, '_');
}
