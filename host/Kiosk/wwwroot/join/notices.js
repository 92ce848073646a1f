// What the page says to the person: small lines at the bottom, and the same for screen readers.

import { find, element } from './dom.js';
import { t } from './text.js';

const SHOWN_FOR = 4500;
const ERROR_SHOWN_FOR = 8000;
const MOST = 3;

export function notify(text) {
  announce(text);
  show(text, false, SHOWN_FOR);
}

export function complain(text) {
  find('assertive').textContent = text;
  show(text, true, ERROR_SHOWN_FOR);
}

/** For screen readers only. */
export function announce(text) {
  const line = element('p', {}, text);
  find('polite').append(line);
  setTimeout(() => line.remove(), 10_000);
}

/** A line with something to do about it. */
export function offer(text, action, act) {
  announce(text);
  const button = element('button', { class: 'quiet', type: 'button' }, action);
  const toast = show(text, false, 20_000, button);
  button.addEventListener('click', () => {
    toast.remove();
    act();
  });
}

function show(text, isError, time, ...more) {
  const list = find('toasts');
  const toast = element('div', { class: isError ? 'toast error' : 'toast', 'data-testid': 'toast' }, element('span', {}, text), ...more);
  list.append(toast);
  while (list.children.length > MOST) list.firstElementChild.remove();
  setTimeout(() => toast.remove(), time);
  return toast;
}

const SENTENCES = {
  'room-full': 'errorFull',
  'room-locked': 'errorLocked',
  'wrong-password': 'errorPassword',
  'unknown-room': 'errorUnknownRoom',
  blocked: 'errorBlocked',
  'too-frequent': 'errorFrequent',
  'no-permission': 'errorPermission',
};

/** The sentence for a refused call; the server's own words where there is none. */
export function sentence(error) {
  if (Object.hasOwn(SENTENCES, error.code)) return t(SENTENCES[error.code]);
  if (['too-long', 'bad-character', 'empty'].includes(error.code) && /name/i.test(error.field)) return t('errorName');
  return t('errorOther', { reason: error.message });
}
