// The chat panel.

import { find, element, setText } from './dom.js';
import { t, language, onLanguage } from './text.js';
import { announce, complain, sentence } from './notices.js';
import { RpcError } from './rpc.js';

const MOST_BYTES = 1024;
const SAME_BREATH = 3 * 60 * 1000;

export class Chat {
  #room;
  #session;
  #panels;
  #list = find('chat-list');
  #input = find('chat-input');
  #to = find('chat-to');
  #unread = 0;
  #last = null;
  #lastTo = '';
  #onCount = () => {};

  constructor(room, session, panels, onCount) {
    this.#room = room;
    this.#session = session;
    this.#panels = panels;
    this.#onCount = onCount;
    room.on('messages', (messages) => this.#received(messages));
    room.on('history', () => this.#redraw());
    room.on('people', () => this.#drawReceivers());
    panels.on('open', (name) => name === 'chat' && this.#opened());
    find('chat-form').addEventListener('submit', (event) => this.#send(event));
    this.#input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) this.#send(event);
    });
    onLanguage(() => {
      this.#redraw();
      this.#drawReceivers();
    });
    this.#drawReceivers();
  }

  #opened() {
    this.#count(0);
    this.#list.scrollTop = this.#list.scrollHeight;
    this.#input.focus();
  }

  #received(messages) {
    const isAtEnd = this.#list.scrollHeight - this.#list.scrollTop - this.#list.clientHeight < 60;
    for (const message of messages) {
      // The room gives one's own private lines back without saying who else has them.
      if (message.kind === 'privateChat' && message.user === this.#room.self.user) message.toName = this.#lastTo;
      this.#append(message);
      if (message.user === this.#room.self.user) continue;
      if (this.#panels.isOpen('chat')) continue;
      this.#count(this.#unread + 1);
      announce(t('chatNew', { name: message.name, text: message.text }));
    }
    if (isAtEnd) this.#list.scrollTop = this.#list.scrollHeight;
  }

  #redraw() {
    this.#list.replaceChildren();
    this.#last = null;
    find('chat-empty').hidden = false;
    for (const message of this.#room.messages) this.#append(message);
    this.#list.scrollTop = this.#list.scrollHeight;
  }

  #append(message) {
    const isOwn = message.user === this.#room.self.user;
    const isPrivate = message.kind === 'privateChat';
    const continues = this.#last?.user === message.user && this.#last.kind === message.kind && message.at - this.#last.at < SAME_BREATH;
    const when = new Date(message.at);
    const time = new Intl.DateTimeFormat(language() === 'zh' ? 'zh-CN' : navigator.language, { hour: '2-digit', minute: '2-digit' }).format(when);
    const head = [element('b', {}, isOwn ? t('chatYou') : message.name), element('span', {}, element('time', { datetime: when.toISOString() }, time))];
    if (isPrivate) head.push(element('span', {}, isOwn ? t('chatPrivateTo', { name: message.toName }) : t('chatPrivate')));
    const line = element('li', { class: 'chat-line', 'data-testid': 'chat-line', 'data-user': message.user },
      element('div', { class: 'chat-head' }, ...head), element('div', { class: 'chat-text', 'data-testid': 'chat-text' }, message.text));
    line.classList.toggle('is-more', continues && !isPrivate);
    line.classList.toggle('is-private', isPrivate);
    this.#list.append(line);
    this.#last = message;
    find('chat-empty').hidden = true;
  }

  async #send(event) {
    event.preventDefault();
    const text = this.#input.value.trim();
    if (text === '') return;
    if (new TextEncoder().encode(text).length > MOST_BYTES) {
      complain(t('chatLong'));
      return;
    }
    const to = this.#to.value;
    if (to) this.#lastTo = this.#room.find(to)?.name ?? to;
    try {
      await this.#session.call('room.chat', to ? { text, to } : { text });
      if (this.#input.value.trim() === text) this.#input.value = '';
    } catch (error) {
      // What was typed stays in the field, to be sent again.
      complain(error instanceof RpcError ? sentence(error) : t('reconnecting'));
    }
  }

  #drawReceivers() {
    const chosen = this.#to.value;
    const options = [element('option', { value: '' }, t('chatEverybody'))];
    for (const user of this.#room.users.values()) options.push(element('option', { value: user.user }, user.name));
    if (options.length === this.#to.options.length && options.every((option, i) => option.value === this.#to.options[i].value && option.text === this.#to.options[i].text)) return;
    this.#to.replaceChildren(...options);
    this.#to.value = options.some((option) => option.value === chosen) ? chosen : '';
    this.#to.parentElement.hidden = options.length === 1;
  }

  #count(unread) {
    this.#unread = unread;
    const badge = find('chat-count');
    badge.hidden = unread === 0;
    setText(badge, unread > 99 ? '99+' : String(unread));
    this.#onCount(unread);
  }
}
