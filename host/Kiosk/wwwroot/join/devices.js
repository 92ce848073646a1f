// Camera, microphone and speaker of this machine: which, on or off, and why not.

import { Events } from './events.js';
import { ofDevice } from './store.js';

const KEY = 'confengine.devices';
const DEFAULTS = {
  camera: '', microphone: '', speaker: '', cameraOn: true, microphoneOn: true,
  echoCancellation: true, noiseSuppression: true, autoGainControl: true,
};

/**
 * Problems: '' (none), 'insecure' (the page is not on HTTPS), 'denied', 'missing', 'busy', 'failed'.
 * Events: 'change' (a track, a problem, a choice), 'list' (devices came or went).
 */
export class Devices extends Events {
  camera = null;
  microphone = null;
  cameraProblem = '';
  microphoneProblem = '';

  constructor() {
    super();
    this.choice = { ...DEFAULTS, ...ofDevice.get(KEY) };
    navigator.mediaDevices?.addEventListener?.('devicechange', () => this.emit('list'));
  }

  /** Browsers give cameras to pages on HTTPS and on this very machine only. */
  get isInsecure() {
    return !window.isSecureContext || !navigator.mediaDevices?.getUserMedia;
  }

  get canShareScreen() {
    return typeof navigator.mediaDevices?.getDisplayMedia === 'function';
  }

  get canChooseSpeaker() {
    return 'setSinkId' in HTMLMediaElement.prototype;
  }

  get cameraOn() {
    return this.camera !== null;
  }

  get microphoneOn() {
    return this.microphone !== null && this.microphone.enabled;
  }

  async list() {
    if (!navigator.mediaDevices?.enumerateDevices) return { camera: [], microphone: [], speaker: [] };
    const all = await navigator.mediaDevices.enumerateDevices();
    const of = (kind) => all.filter((device) => device.kind === kind && device.deviceId !== '');
    return { camera: of('videoinput'), microphone: of('audioinput'), speaker: of('audiooutput') };
  }

  /** Both in one question to the person where that is possible. */
  async open() {
    if (this.isInsecure) {
      this.cameraProblem = this.microphoneProblem = 'insecure';
      this.emit('change');
      return;
    }
    const { cameraOn } = this.choice;
    if (cameraOn) {
      try {
        const both = await navigator.mediaDevices.getUserMedia({ audio: this.#soundConstraints(), video: this.#pictureConstraints() });
        this.#takeMicrophone(both.getAudioTracks()[0]);
        this.#takeCamera(both.getVideoTracks()[0]);
        this.#opened();
        return;
      } catch (error) {
        // One of the two may be there all the same.
        this.cameraProblem = problemOf(error);
      }
    }
    await this.#openMicrophone();
    if (cameraOn) await this.#openCamera();
    this.#opened();
  }

  async setCamera(on) {
    this.#remember({ cameraOn: on });
    if (on && !this.camera) await this.#openCamera();
    else if (!on) this.#releaseCamera();
    this.emit('change');
    return this.cameraOn === on;
  }

  async setMicrophone(on) {
    this.#remember({ microphoneOn: on });
    if (on && !this.microphone) await this.#openMicrophone();
    if (this.microphone) this.microphone.enabled = on;
    this.emit('change');
    return this.microphoneOn === on;
  }

  /** kind: 'camera', 'microphone' or 'speaker'. */
  async choose(kind, id) {
    this.#remember({ [kind]: id });
    if (kind === 'camera' && this.camera) await this.#reopenCamera();
    if (kind === 'microphone' && this.microphone) await this.#reopenMicrophone();
    this.emit('change');
  }

  async process(values) {
    this.#remember(values);
    if (this.microphone) await this.#reopenMicrophone();
    this.emit('change');
  }

  close() {
    this.#releaseCamera();
    this.microphone?.stop();
    this.microphone = null;
    this.emit('change');
  }

  async #openCamera() {
    const track = await this.#get({ video: this.#pictureConstraints() }, 'camera');
    if (track) this.#takeCamera(track);
  }

  async #openMicrophone() {
    const track = await this.#get({ audio: this.#soundConstraints() }, 'microphone');
    if (track) this.#takeMicrophone(track);
  }

  // Some machines give a camera to one user at a time: the old one goes first.
  async #reopenCamera() {
    this.#releaseCamera();
    await this.#openCamera();
  }

  async #reopenMicrophone() {
    this.microphone.stop();
    this.microphone = null;
    await this.#openMicrophone();
  }

  async #get(constraints, kind) {
    if (this.isInsecure) {
      this[`${kind}Problem`] = 'insecure';
      return null;
    }
    try {
      return (await navigator.mediaDevices.getUserMedia(constraints)).getTracks()[0];
    } catch (error) {
      this[`${kind}Problem`] = problemOf(error);
      return null;
    }
  }

  #takeCamera(track) {
    this.camera?.stop();
    this.camera = track;
    this.cameraProblem = '';
    track.contentHint = 'motion';
    track.onended = () => this.#ended('camera', track);
  }

  #takeMicrophone(track) {
    this.microphone?.stop();
    this.microphone = track;
    this.microphoneProblem = '';
    track.enabled = this.choice.microphoneOn;
    track.contentHint = 'speech';
    track.onended = () => this.#ended('microphone', track);
  }

  // Pulled out, or the permission was taken back. Another device may be there.
  async #ended(kind, track) {
    if (this[kind] !== track) return;
    this[kind] = null;
    this[`${kind}Problem`] = 'missing';
    this.choice[kind] = '';
    if (kind === 'camera') await this.#openCamera();
    else await this.#openMicrophone();
    this.emit('change');
  }

  #releaseCamera() {
    if (!this.camera) return;
    this.camera.onended = null;
    this.camera.stop();
    this.camera = null;
  }

  // The names of devices are known only now.
  #opened() {
    this.emit('change');
    this.emit('list');
  }

  #pictureConstraints() {
    const { camera } = this.choice;
    const size = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };
    return camera ? { ...size, deviceId: { ideal: camera } } : { ...size, facingMode: 'user' };
  }

  #soundConstraints() {
    const { microphone, echoCancellation, noiseSuppression, autoGainControl } = this.choice;
    const processing = { echoCancellation, noiseSuppression, autoGainControl };
    return microphone ? { ...processing, deviceId: { ideal: microphone } } : processing;
  }

  #remember(values) {
    Object.assign(this.choice, values);
    ofDevice.set(KEY, this.choice);
  }
}

function problemOf(error) {
  switch (error.name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'failed';
  }
}
