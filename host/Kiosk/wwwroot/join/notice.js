// The screens that are neither lobby nor room: waiting to be let in, going back, and out.

import { find, setText } from './dom.js';
import { t, onLanguage } from './text.js';

const ENDINGS = {
  left: 'endedLeft',
  removed: 'endedRemoved',
  'logged-in-elsewhere': 'endedElsewhere',
  'not-admitted': 'endedNotAdmitted',
  'room-closed': 'endedClosed',
  'gave-up': 'endedGaveUp',
  'room-full': 'errorFull',
  'room-locked': 'errorLocked',
  'wrong-password': 'errorPassword',
  'unknown-room': 'errorUnknownRoom',
  blocked: 'errorBlocked',
  code: 'codeWrong',
};

export class Notice {
  #draw = () => {};
  #act = () => {};

  constructor() {
    find('notice-button').addEventListener('click', () => this.#act());
    onLanguage(() => this.#draw());
  }

  waiting(stop) {
    this.#show({ title: 'waitingTitle', text: 'waitingText', button: 'waitingStop', turns: true }, stop);
  }

  restoring() {
    this.#show({ title: 'restoring', turns: true });
  }

  ended(reason, again) {
    const text = Object.hasOwn(ENDINGS, reason) ? ENDINGS[reason] : 'endedOther';
    this.#show({ title: 'endedTitle', text, button: reason === 'blocked' ? undefined : 'rejoin', reason }, again);
  }

  close() {
    find('notice').hidden = true;
  }

  #show({ title, text, button, turns = false, reason = '' }, act = () => {}) {
    this.#act = act;
    this.#draw = () => {
      setText(find('notice-title'), t(title));
      setText(find('notice-text'), text ? t(text) : '');
      if (button) setText(find('notice-button'), t(button));
    };
    this.#draw();
    find('notice-spinner').hidden = !turns;
    find('notice-text').hidden = !text;
    find('notice-button').hidden = !button;
    find('notice').hidden = false;
    find('notice').dataset.reason = reason;
    if (button) find('notice-button').focus();
    else find('notice-title').focus();
  }
}
