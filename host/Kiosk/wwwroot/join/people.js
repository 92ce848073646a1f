// The people panel: who is here, who waits, and what those who run the room may do.

import { find, element, icon, setText, setIcon, reconcile, initials, colourOf } from './dom.js';
import { t, onLanguage } from './text.js';
import { isHost } from './room.js';
import { Menu } from './menu.js';

const ROLE_TEXT = { chairman: 'roleChairman', coHost: 'roleCoHost', attendee: 'roleAttendee', audience: 'roleAudience' };

export function roleName(role) {
  return t(ROLE_TEXT[role] ?? 'roleAttendee');
}

export class People {
  #room;
  #act;
  #panels;
  #list = find('people-list');
  #menu = new Menu();

  /** act(method, params) makes a call and reports its failure. */
  constructor(room, panels, act) {
    this.#room = room;
    this.#panels = panels;
    this.#act = act;
    for (const event of ['people', 'self', 'waiting', 'status']) room.on(event, () => this.#draw());
    panels.on('open', (name) => name === 'people' && this.#opened());
    panels.on('close', () => this.#menu.close());
    find('admit-all').addEventListener('click', () => act('room.admit', {}));
    this.#list.addEventListener('keydown', (event) => this.#rove(event));
    onLanguage(() => this.#draw());
  }

  closeMenu() {
    return this.#menu.close();
  }

  #opened() {
    this.#draw();
    this.#list.querySelector('[tabindex="0"]')?.focus();
  }

  #draw() {
    this.#drawBadge();
    if (!this.#panels.isOpen('people')) return;
    reconcile(this.#list, this.#sorted(), (user) => user.user, (user) => this.#makePerson(user), (row, user) => this.#drawPerson(row, user));
    if (!this.#list.querySelector('[tabindex="0"]')) this.#list.firstElementChild?.setAttribute('tabindex', '0');
    this.#drawWaiting();
  }

  // Raised hands first, in their order, as a chairman needs them.
  #sorted() {
    const place = (user) => (user.hand ? user.hand : Infinity);
    return this.#room.everybody.map((user, i) => ({ user, i })).sort((a, b) => place(a.user) - place(b.user) || a.i - b.i).map(({ user }) => user);
  }

  #drawBadge() {
    const waiting = this.#room.runsRoom ? this.#room.waiting.length : 0;
    const badge = find('people-badge');
    badge.hidden = waiting === 0;
    setText(badge, String(waiting));
  }

  #makePerson(user) {
    const more = element('button', { class: 'quiet icon-only', type: 'button', tabindex: '-1', 'data-testid': 'person-actions', 'aria-haspopup': 'menu' }, icon('more'));
    more.addEventListener('click', () => this.#openMenu(user.user, more));
    const hand = element('span', { class: 'tile-hand' }, icon('hand'), element('span'));
    return element('li', { class: 'person', tabindex: '-1', 'data-testid': 'person', 'data-user': user.user },
      element('span', { class: 'avatar-face', 'aria-hidden': 'true' }), element('span', { class: 'person-name' }, element('b'), element('small')),
      hand, icon('camera'), icon('mic'), more);
  }

  #drawPerson(row, user) {
    const isSelf = user.user === this.#room.self.user;
    const [face, name, hand, camera, microphone, more] = row.children;
    setText(face, initials(user.name));
    face.className = `avatar-face ${colourOf(user.user)}`;
    setText(name.firstElementChild, user.name);
    setText(name.lastElementChild, [isSelf ? t('you') : '', user.role === 'attendee' ? '' : roleName(user.role)].filter(Boolean).join(' · '));
    const order = this.#room.handOrder(user);
    hand.hidden = order === 0;
    setText(hand.lastElementChild, String(order));
    setIcon(camera, user.videoMuted ? 'camera-off' : 'camera');
    setIcon(microphone, user.audioMuted ? 'mic-off' : 'mic');
    microphone.classList.toggle('is-off', user.audioMuted);
    more.hidden = this.#actions(user).length === 0;
    more.setAttribute('aria-label', t('actionsFor', { name: user.name }));
    const states = [user.name, name.lastElementChild.textContent, user.audioMuted ? t('tileMuted') : '', order ? t('tileHand', { order }) : ''];
    row.setAttribute('aria-label', states.filter(Boolean).join(', '));
  }

  #drawWaiting() {
    const waiting = this.#room.runsRoom ? this.#room.waiting : [];
    find('waiting-section').hidden = waiting.length === 0;
    reconcile(find('waiting-list'), waiting, (user) => user.user, (user) => this.#makeWaiting(user), (row, user) => {
      const [face, name, admit, turnAway] = row.children;
      setText(face, initials(user.name));
      setText(name.firstElementChild, user.name);
      setText(admit, t('admit'));
      setText(turnAway, t('turnAway'));
      admit.setAttribute('aria-label', t('admitNamed', { name: user.name }));
      turnAway.setAttribute('aria-label', t('turnAwayNamed', { name: user.name }));
    });
  }

  #makeWaiting({ user }) {
    return element('li', { class: 'person', 'data-testid': 'waiting', 'data-user': user },
      element('span', { class: `avatar-face ${colourOf(user)}`, 'aria-hidden': 'true' }), element('span', { class: 'person-name' }, element('b')),
      element('button', { class: 'primary', type: 'button', 'data-testid': 'admit', onclick: () => this.#act('room.admit', { user }) }),
      element('button', { class: 'quiet', type: 'button', 'data-testid': 'turn-away', onclick: () => this.#act('room.turnAway', { user }) }));
  }

  // The server has the last word; here is only what it would not refuse.
  #actions(user) {
    const { self } = this.#room;
    if (!isHost(self.role) || user.user === self.user) return [];
    const isChairman = self.role === 'chairman';
    if (!isChairman && isHost(user.role)) return [];
    const id = user.user;
    const setRole = (role) => () => this.#act('room.setRole', { user: id, role });
    return [
      { when: !user.audioMuted, text: 'mute', id: 'mute-user', act: () => this.#act('room.mute', { user: id, audio: true }) },
      { when: user.audioMuted, text: 'askToUnmute', id: 'ask-unmute', act: () => this.#act('room.askToUnmute', { user: id }) },
      { when: !user.videoMuted, text: 'stopTheirCamera', id: 'stop-camera', act: () => this.#act('room.mute', { user: id, audio: user.audioMuted, video: true }) },
      { when: user.hand > 0, text: 'lowerTheirHand', id: 'lower-hand', act: () => this.#act('room.lowerHand', { user: id }) },
      { when: isChairman, text: 'makeChairman', id: 'make-chairman', act: setRole('chairman') },
      { when: isChairman && user.role !== 'coHost', text: 'makeCoHost', id: 'make-cohost', act: setRole('coHost') },
      { when: user.role !== 'attendee', text: 'makeAttendee', id: 'make-attendee', act: setRole('attendee') },
      { when: user.role !== 'audience', text: 'makeAudience', id: 'make-audience', act: setRole('audience') },
      { when: true, text: 'remove', id: 'remove', danger: true, act: () => this.#act('room.remove', { user: id }) },
      { when: true, text: 'removeBlock', id: 'remove-block', danger: true, act: () => this.#act('room.remove', { user: id, block: true }) },
    ].filter((action) => action.when);
  }

  #openMenu(id, anchor) {
    const user = this.#room.find(id);
    if (user) this.#menu.open(anchor, this.#actions(user).map((action) => ({ ...action, text: t(action.text) })));
  }

  // One stop of the Tab key for the list; arrows move within it, Enter opens what may be done.
  #rove(event) {
    const rows = [...this.#list.children];
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to !== undefined && rows[to]) {
      event.preventDefault();
      for (const row of rows) row.tabIndex = row === rows[to] ? 0 : -1;
      rows[to].focus();
    } else if (event.key === 'Enter' && event.target === rows[at]) {
      const more = rows[at].lastElementChild;
      if (!more.hidden) more.click();
    }
  }
}
