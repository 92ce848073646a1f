// Microphone, camera and hand of this participant: what the person wants, what the devices do, what the room is told, what the hosts allow.

import { RpcError } from './rpc.js';
import { t } from './text.js';
import { notify, complain, offer, sentence } from './notices.js';
import { roleName } from './people.js';
import { problemText } from './problems.js';

export class Presence {
  #room;
  #session;
  #devices;
  #role = '';
  #calls = 0;

  constructor(room, session, devices) {
    this.#room = room;
    this.#session = session;
    this.#devices = devices;
    // What the room thought before is no guide: it may be another one since.
    session.on('entered', () => {
      Object.assign(room.self, { audioMuted: false, videoMuted: false });
      this.#tellWhatIsOff();
    });
    devices.on('change', () => session.state === 'in' && this.#calls === 0 && this.#tellWhatIsOff());
    room.on('self', (self) => this.#obey(self));
    room.on('unmuteAsked', () => offer(t('unmuteAsked'), t('unmute'), () => this.setMicrophone(true)));
  }

  toggleMicrophone() {
    return this.setMicrophone(!this.#devices.microphoneOn);
  }

  toggleCamera() {
    return this.setCamera(!this.#devices.cameraOn);
  }

  // The room is asked first when it goes on: a host may hold everybody muted, and then nothing must be heard.
  async setMicrophone(on) {
    if (on && !(await this.#tell({ audio: false }))) return;
    await this.#devices.setMicrophone(on);
    if (!on) await this.#tell({ audio: true });
    else if (!this.#devices.microphoneOn) {
      await this.#tell({ audio: true });
      complain(problemText(this.#devices.microphoneProblem, 'Microphone'));
    }
  }

  async setCamera(on) {
    await this.#devices.setCamera(on);
    if (on && !this.#devices.cameraOn) complain(problemText(this.#devices.cameraProblem, 'Camera'));
    if (!(await this.#tell({ video: !this.#devices.cameraOn })) && this.#devices.cameraOn) await this.#devices.setCamera(false);
  }

  async toggleHand() {
    try {
      await this.#session.call('room.raiseHand', { up: !this.#room.self.hand });
    } catch (error) {
      if (error instanceof RpcError) complain(sentence(error));
    }
  }

  // Only what is off: a room that mutes newcomers must stay in force.
  #tellWhatIsOff() {
    const { audioMuted, videoMuted } = this.#room.self;
    const off = {};
    if (!this.#devices.microphoneOn && !audioMuted) off.audio = true;
    if (!this.#devices.cameraOn && !videoMuted) off.video = true;
    if (Object.keys(off).length > 0) this.#tell(off);
  }

  // A lost connection is no refusal: what is off is told again on coming back.
  async #tell(values) {
    this.#calls++;
    try {
      await this.#session.call('room.setMuted', values);
      const { audio = this.#room.self.audioMuted, video = this.#room.self.videoMuted } = values;
      Object.assign(this.#room.self, { audioMuted: audio, videoMuted: video });
      return true;
    } catch (error) {
      if (!(error instanceof RpcError)) return true;
      complain(error.code === 'no-permission' && values.audio === false ? t('heldMuted') : sentence(error));
      return false;
    } finally {
      this.#calls--;
    }
  }

  // The server never switches anything on, only off. While a call is under way its notifications tell of the time before.
  async #obey(self) {
    if (this.#role && this.#role !== self.role) notify(t('nowRole', { role: roleName(self.role) }));
    this.#role = self.role;
    if (self.role === 'audience') {
      if (this.#devices.camera || this.#devices.microphone) this.#devices.close();
      return;
    }
    if (this.#calls > 0) return;
    if (self.audioMuted && this.#devices.microphoneOn) {
      await this.#devices.setMicrophone(false);
      notify(t('mutedByHost'));
    }
    if (self.videoMuted && this.#devices.cameraOn) {
      await this.#devices.setCamera(false);
      notify(t('cameraStoppedByHost'));
    }
  }
}
