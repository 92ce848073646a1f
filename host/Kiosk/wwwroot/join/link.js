// The one RTCPeerConnection. It holds what is to be published and played, and brings the connection in line with that: one negotiation at
// a time, and everything that changed meanwhile in the next. A connection that breaks is replaced by a new one.

import { Events } from './events.js';
import { offered, offeredExtensions, canLayer, cameraEncodings, screenEncodings, adapt, widenIfAlone } from './encodings.js';
import { LostError, RpcError } from './rpc.js';

const PATIENCE = { disconnected: 5000, failed: 0, new: 20000, connecting: 20000, checking: 20000 };
const RESTART_PAUSES = [0, 1000, 2000, 4000, 8000];

/**
 * Events: 'tracks' {stream, audio, video} (what plays, with MediaStreams of one track each), 'state' text, 'refused' error.
 */
export class Link extends Events {
  #exchange;
  #codec;
  #pc = null;
  #published = new Map();
  #played = new Map();
  #free = { play: [], camera: [], screen: [] };
  #dirty = false;
  #running = false;
  #paused = true;
  #watch = 0;
  #waiting = [];
  #failures = 0;

  /** exchange(sdp, publish, play) -> the answer's SDP. */
  constructor(exchange, codec) {
    super();
    this.#exchange = exchange;
    this.#codec = codec;
  }

  get state() {
    return this.#pc?.connectionState ?? 'none';
  }

  /** Whether the stream goes out, with its senders' tracks. */
  isPublished(id) {
    return this.#published.has(id);
  }

  publish(id, kind, { audio, video }) {
    if (this.#published.has(id)) return;
    this.#published.set(id, { kind, audio, video, wanted: Infinity, ends: null });
    this.#change();
  }

  unpublish(id) {
    const entry = this.#published.get(id);
    if (!entry) return;
    this.#published.delete(id);
    if (entry.ends) this.#rest(entry.ends, entry.kind === 'screen' ? 'screen' : 'camera');
    this.#change();
  }

  /** Another device, or none: the m-line stays, so this needs no negotiation. */
  async setTracks(id, { audio, video }) {
    const entry = this.#published.get(id);
    if (!entry) return;
    entry.audio = audio;
    entry.video = video;
    if (!entry.ends) return;
    await Promise.all([entry.ends.audio?.sender.replaceTrack(audio), entry.ends.video?.sender.replaceTrack(video)]);
    await this.#adapt(entry);
  }

  /** The most lines of picture that anybody shows. */
  async setWantedHeight(id, height) {
    const entry = this.#published.get(id);
    if (!entry) return;
    entry.wanted = height;
    await this.#adapt(entry);
  }

  play(id) {
    if (this.#played.has(id)) return;
    this.#played.set(id, { ends: null });
    this.#change();
  }

  stop(id) {
    const entry = this.#played.get(id);
    if (!entry) return;
    this.#played.delete(id);
    if (entry.ends) this.#rest(entry.ends, 'play');
    this.#change();
  }

  receivers(id) {
    const ends = this.#played.get(id)?.ends;
    return ends ? [ends.audio.receiver, ends.video.receiver] : [];
  }

  /** While the signalling is away, what changes is kept for later. */
  pause() {
    this.#paused = true;
  }

  resume() {
    this.#paused = false;
    if (!this.#pc || ['failed', 'closed'].includes(this.#pc.connectionState)) this.restart();
    else if (this.#dirty && !this.#running) this.#run();
  }

  /** A new connection that carries the same streams. */
  restart() {
    this.#drop();
    this.#change();
  }

  /** Forgets everything: the session is another one. */
  reset() {
    this.#drop();
    this.#published.clear();
    this.#played.clear();
    this.#dirty = false;
    this.#failures = 0;
  }

  stats() {
    return this.#pc ? this.#pc.getStats() : Promise.resolve(new Map());
  }

  #drop() {
    clearTimeout(this.#watch);
    const pc = this.#pc;
    this.#pc = null;
    if (pc) {
      pc.onconnectionstatechange = pc.oniceconnectionstatechange = null;
      pc.close();
    }
    this.#free = { play: [], camera: [], screen: [] };
    for (const entry of this.#published.values()) entry.ends = null;
    for (const entry of this.#played.values()) entry.ends = null;
  }

  #change() {
    this.#dirty = true;
    if (!this.#running && !this.#paused) this.#run();
  }

  async #run() {
    this.#running = true;
    try {
      // A turn of the event loop lets a whole list of streams become one offer.
      await Promise.resolve();
      while (this.#dirty && !this.#paused) {
        this.#dirty = false;
        if (this.#published.size + this.#played.size === 0 && !this.#pc) continue;
        await this.#negotiate();
      }
    } finally {
      this.#running = false;
      for (const resolve of this.#waiting.splice(0)) resolve();
    }
  }

  /** Once nothing is being negotiated. */
  settled() {
    return this.#running ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve();
  }

  async #negotiate() {
    const pc = (this.#pc ??= this.#create());
    try {
      const [sent, played] = this.#join(pc);
      await pc.setLocalDescription(await pc.createOffer());
      const answer = await this.#exchange(pc.localDescription.sdp, midsOf(sent), midsOf(played));
      if (pc !== this.#pc) return;
      await pc.setRemoteDescription({ type: 'answer', sdp: answer });
      if (this.state === 'connected') this.#failures = 0;
      this.#observe(pc);
      await this.#settle();
    } catch (error) {
      if (pc === this.#pc) await this.#failed(pc, error);
    }
  }

  // An offer that the server refused is taken back and tried once more, for a stream may have gone meanwhile. Where the two ends may have
  // different ideas of the connection, because an answer was lost or did not fit, a new one begins.
  async #failed(pc, error) {
    this.#dirty = true;
    const isRefused = error instanceof RpcError && this.#failures === 0;
    if (!isRefused) this.#drop();
    else if (pc.signalingState === 'have-local-offer') await pc.setLocalDescription({ type: 'rollback' }).catch(() => this.#drop());
    if (error instanceof LostError) {
      this.#paused = true;
      return;
    }
    this.#failures++;
    this.emit('refused', error);
    await new Promise((resolve) => setTimeout(resolve, 250 + this.#pause));
  }

  get #pause() {
    return RESTART_PAUSES[Math.min(this.#failures, RESTART_PAUSES.length) - 1] ?? 0;
  }

  #create() {
    const pc = new RTCPeerConnection({ bundlePolicy: 'max-bundle', iceServers: [] });
    pc.onconnectionstatechange = pc.oniceconnectionstatechange = () => this.#observe(pc);
    return pc;
  }

  #observe(pc) {
    if (pc !== this.#pc) return;
    clearTimeout(this.#watch);
    this.emit('state', pc.connectionState);
    if (pc.connectionState === 'connected') this.#failures = 0;
    const state = pc.connectionState === 'connected' && pc.iceConnectionState === 'disconnected' ? 'disconnected' : pc.connectionState;
    if (!(state in PATIENCE)) return;
    this.#watch = setTimeout(() => this.#replace(pc), PATIENCE[state] + this.#pause);
  }

  #replace(pc) {
    if (pc !== this.#pc) return;
    this.#failures++;
    if (this.#paused) this.#drop();
    else this.restart();
  }

  #join(pc) {
    for (const [id, entry] of this.#published) entry.ends ??= this.#sendEnds(pc, id, entry);
    for (const [id, entry] of this.#played) {
      if (entry.ends) continue;
      entry.ends = this.#playEnds(pc);
      const { audio, video } = entry.ends;
      this.emit('tracks', { stream: id, audio: new MediaStream([audio.receiver.track]), video: new MediaStream([video.receiver.track]) });
    }
    // As it is now: what changes before the answer is there goes into the next offer.
    return [this.#published, this.#played].map((entries) => [...entries].map(([id, { ends }]) => [id, ends]));
  }

  #playEnds(pc) {
    const ends = this.#free.play.pop();
    if (!ends) return { audio: newReceiver(pc, 'audio'), video: newReceiver(pc, 'video') };
    ends.audio.direction = ends.video.direction = 'recvonly';
    return ends;
  }

  #sendEnds(pc, id, entry) {
    const kind = entry.kind === 'screen' ? 'screen' : 'camera';
    const ends = this.#free[kind].pop() ?? this.#newSendEnds(pc, kind);
    for (const part of ['audio', 'video']) {
      ends[part].direction = 'sendonly';
      ends[part].sender.replaceTrack(entry[part] ?? null).catch((error) => this.emit('refused', error));
    }
    return ends;
  }

  #newSendEnds(pc, kind) {
    const codecs = RTCRtpSender.getCapabilities?.('video')?.codecs ?? [];
    const layered = kind === 'camera' && canLayer(codecs, this.#codec);
    const sendEncodings = kind === 'screen' ? screenEncodings() : cameraEncodings(layered);
    const streams = [new MediaStream()];
    const audio = pc.addTransceiver('audio', { direction: 'sendonly', streams });
    const video = pc.addTransceiver('video', { direction: 'sendonly', streams, sendEncodings });
    prefer(video, codecs, this.#codec);
    return { audio, video };
  }

  #rest(ends, kind) {
    for (const part of [ends.audio, ends.video]) {
      part.direction = 'inactive';
      if (kind !== 'play') part.sender.replaceTrack(null).catch((error) => this.emit('refused', error));
    }
    this.#free[kind].push(ends);
  }

  async #settle() {
    for (const entry of this.#published.values()) await this.#adapt(entry);
  }

  async #adapt({ ends, kind, audio, video, wanted }) {
    if (!ends || ends.video.mid === null) return;
    const parameters = ends.video.sender.getParameters();
    const { encodings } = parameters;
    if (!encodings?.length) return;
    const widened = widenIfAlone(encodings);
    const { height = 720 } = video?.getSettings?.() ?? {};
    const changed = adapt(encodings, { wanted, height, kind, hasSound: !!audio });
    if (!widened && !changed) return;
    // The sender may be in the middle of a negotiation, which sets the same things again when it is done.
    await ends.video.sender.setParameters(parameters).catch((error) => (error.name === 'InvalidStateError' ? null : this.emit('refused', error)));
  }
}

function newReceiver(pc, kind) {
  const transceiver = pc.addTransceiver(kind, { direction: 'recvonly' });
  prefer(transceiver, RTCRtpReceiver.getCapabilities?.(kind)?.codecs ?? [], '');
  transceiver.setHeaderExtensionsToNegotiate?.(offeredExtensions(transceiver.getHeaderExtensionsToNegotiate()));
  return transceiver;
}

function prefer(transceiver, codecs, name) {
  const order = offered(codecs, name);
  if (order.length > 0) transceiver.setCodecPreferences?.(order);
}

// Every m-line that is alive, by its mid, which it has once the offer is set.
function midsOf(entries) {
  const map = {};
  for (const [id, { audio, video }] of entries) map[audio.mid] = map[video.mid] = id;
  return map;
}
