// Before joining: preview, devices, name, and whatever the room asks for.

import { find, setText, setIcon } from './dom.js';
import { t, onLanguage } from './text.js';
import { ofDevice } from './store.js';
import { Meter } from './meter.js';
import { problemsOf } from './problems.js';
import { fillLanguages } from './settings.js';
import { RpcError } from './rpc.js';
import { DoorError } from './session.js';
import { sentence } from './notices.js';
import { knock, setToken, token } from './door.js';

const NAME_KEY = 'confengine.name';

export class Lobby {
  #session;
  #devices;
  #meter = new Meter((level) => this.#showLevel(level));
  #count = null;
  #error = () => '';
  #joined = () => {};
  #busy = false;

  constructor(session, devices) {
    this.#session = session;
    this.#devices = devices;
    fillLanguages(find('lobby-language'));
    setText(find('lobby-room'), session.room);
    find('join-form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#join();
    });
    find('lobby-mic').addEventListener('click', () => devices.setMicrophone(!devices.microphoneOn));
    find('lobby-camera').addEventListener('click', () => devices.setCamera(!devices.cameraOn));
    find('problem-retry').addEventListener('click', () => this.#retry());
    find('join-name').value = ofDevice.get(NAME_KEY) ?? '';
    addEventListener('pointerdown', () => this.#meter.wake());
    devices.on('change', () => this.#draw());
    onLanguage(() => this.#draw());
  }

  /** Shows it until somebody is in or waiting. */
  open(joined, error) {
    this.#joined = joined;
    find('lobby').hidden = false;
    this.#draw();
    if (error) this.#refused(error);
    this.#look();
    if (find('join-name').value === '') find('join-name').focus();
    else find('join-button').focus();
  }

  close() {
    find('lobby').hidden = true;
    this.#meter.stop();
    find('preview').srcObject = null;
  }

  // Who is there already, and whether the door is open at all: better known before the name is typed.
  async #look() {
    try {
      const info = await this.#session.info();
      this.#count = info.count ?? null;
      if (info.status?.password) find('password-field').hidden = false;
      this.#draw();
    } catch (error) {
      if (error instanceof DoorError || error.code === 'unknown-room') await this.#refused(error);
    }
  }

  async #join() {
    if (this.#busy) return;
    const name = find('join-name').value.trim();
    if (name === '') {
      this.#say(() => t('nameMissing'));
      find('join-name').focus();
      return;
    }
    ofDevice.set(NAME_KEY, name);
    this.#setBusy(true);
    try {
      if (!find('code-field').hidden && !(await this.#tryCode())) return;
      await this.#session.join(name, find('join-password').value);
      this.#say(() => '');
      this.#joined();
    } catch (error) {
      await this.#refused(error);
    } finally {
      this.#setBusy(false);
    }
  }

  async #tryCode() {
    const isText = setToken(find('join-code').value);
    if (isText && (await knock()) === 'open') {
      find('code-field').hidden = true;
      return true;
    }
    this.#say(() => t(isText ? 'codeWrong' : 'codeAsk'));
    find('join-code').focus();
    return false;
  }

  async #refused(error) {
    if (error instanceof DoorError) {
      await this.#askForCode();
    } else if (error instanceof RpcError && error.code === 'wrong-password') {
      const field = find('join-password');
      const wasAsked = !find('password-field').hidden && field.value !== '';
      find('password-field').hidden = false;
      this.#say(() => t(wasAsked ? 'errorPassword' : 'passwordAsk'));
      field.focus();
      field.select();
    } else {
      this.#say(() => (error instanceof RpcError ? sentence(error) : t('errorUnreachable')));
    }
  }

  async #askForCode() {
    find('code-field').hidden = false;
    // Who had a token is told that it is not good any more; whoever had none reads the hint at the field.
    this.#say(token() === '' ? () => '' : () => t('codeWrong'));
    find('join-code').focus();
  }

  async #retry() {
    find('problem-retry').disabled = true;
    const { choice } = this.#devices;
    choice.cameraOn ||= this.#devices.cameraProblem !== '';
    await this.#devices.open();
    find('problem-retry').disabled = false;
  }

  #say(error) {
    this.#error = error;
    setText(find('join-error'), error());
  }

  #setBusy(isBusy) {
    this.#busy = isBusy;
    const button = find('join-button');
    button.setAttribute('aria-disabled', String(isBusy));
    button.dataset.t = isBusy ? 'joining' : 'join';
    setText(button, t(button.dataset.t));
  }

  #draw() {
    if (find('lobby').hidden) return;
    const { camera, cameraOn, microphone, microphoneOn } = this.#devices;
    const preview = find('preview');
    if (preview.srcObject?.getVideoTracks()[0] !== (camera ?? undefined)) preview.srcObject = camera ? new MediaStream([camera]) : null;
    preview.hidden = !cameraOn;
    find('preview-off').hidden = cameraOn;
    this.#toggle('lobby-mic', microphoneOn ? 'mic' : 'mic-off', microphoneOn, microphoneOn ? 'mute' : 'unmute');
    this.#toggle('lobby-camera', cameraOn ? 'camera' : 'camera-off', cameraOn, cameraOn ? 'cameraStop' : 'cameraStart');
    this.#meter.follow(microphoneOn ? microphone : null);
    const problem = problemsOf(this.#devices);
    find('problem').hidden = problem === '';
    find('problem-retry').hidden = this.#devices.isInsecure;
    setText(find('problem-text'), problem);
    setText(find('join-error'), this.#error());
    setText(find('lobby-count'), this.#count === null ? '' : t(['lobbyAlone', 'lobbyOne'][this.#count] ?? 'lobbyMany', { count: this.#count }));
  }

  #toggle(id, name, isOn, label) {
    const button = find(id);
    setIcon(button.querySelector('.icon'), name);
    button.setAttribute('aria-pressed', String(isOn));
    button.setAttribute('aria-label', t(label));
    button.title = t(label);
  }

  #showLevel(level) {
    find('meter-bar').style.transform = `scaleX(${level.toFixed(3)})`;
    find('meter').setAttribute('aria-valuenow', String(Math.round(level * 100)));
  }
}
