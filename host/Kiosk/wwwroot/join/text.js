// The page's words in the person's language, switchable at any time. Elements carry the key of their text in data-t, of their
// accessible name in data-t-label, and of their placeholder in data-t-hint.

import { en } from './text-en.js';
import { zh } from './text-zh.js';
import { ofDevice } from './store.js';

const KEY = 'confengine.language';
const LANGUAGES = { en, zh };
const listeners = new Set();
let current = choose();

export const languages = Object.entries(LANGUAGES).map(([code, words]) => ({ code, name: words.language }));

export function language() {
  return current;
}

/** The text of a key, with {name} and the like filled in. */
export function t(key, values = {}) {
  const text = LANGUAGES[current][key] ?? LANGUAGES.en[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

export function setLanguage(code) {
  if (!Object.hasOwn(LANGUAGES, code)) return;
  current = code;
  ofDevice.set(KEY, code);
  translate();
  for (const listener of listeners) listener();
}

/** Called whenever the language changes, for texts that are made by scripts. */
export function onLanguage(listener) {
  listeners.add(listener);
}

export function translate(root = document) {
  document.documentElement.lang = current === 'zh' ? 'zh-Hans' : current;
  for (const element of root.querySelectorAll('[data-t]')) element.textContent = t(element.dataset.t);
  for (const element of root.querySelectorAll('[data-t-label]')) element.setAttribute('aria-label', t(element.dataset.tLabel));
  for (const element of root.querySelectorAll('[data-t-hint]')) element.placeholder = t(element.dataset.tHint);
}

/** Sets an element's text so that it follows the language. */
export function label(element, key) {
  element.dataset.tLabel = key;
  element.setAttribute('aria-label', t(key));
}

function choose() {
  const asked = new URLSearchParams(location.search).get('lang') ?? ofDevice.get(KEY);
  if (Object.hasOwn(LANGUAGES, asked ?? '')) return asked;
  const wanted = navigator.languages?.length ? navigator.languages : [navigator.language ?? 'en'];
  const first = wanted.map((name) => name.slice(0, 2).toLowerCase()).find((name) => Object.hasOwn(LANGUAGES, name));
  return first ?? 'en';
}
