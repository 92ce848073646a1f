// Making elements. Every text goes in as text: names and chat lines come from strangers.

const SVG = 'http://www.w3.org/2000/svg';
const SPRITE = '/join-assets/icons.svg';

/** element('button', { class: 'x', onclick: f, 'aria-label': 'y' }, 'text', child, …) */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, '');
    else if (value !== false && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

export function icon(name, className = 'icon') {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', className);
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `${SPRITE}#${name}`);
  svg.append(use);
  return svg;
}

export function setIcon(svg, name) {
  const href = `${SPRITE}#${name}`;
  const use = svg.querySelector('use');
  if (use.getAttribute('href') !== href) use.setAttribute('href', href);
}

export function find(id) {
  return document.getElementById(id);
}

/** Writes only what is new, so that screen readers and layout are left in peace. */
export function setText(target, text) {
  if (target.textContent !== text) target.textContent = text;
}

/** Makes a list's children those of the items, in order, keeping the elements that are there already. */
export function reconcile(list, items, keyOf, make, update) {
  const known = new Map([...list.children].map((child) => [child.dataset.key, child]));
  let place = list.firstElementChild;
  for (const item of items) {
    const key = keyOf(item);
    let child = known.get(key);
    if (child) known.delete(key);
    else {
      child = make(item);
      child.dataset.key = key;
    }
    update(child, item);
    if (child === place) place = place.nextElementSibling;
    else list.insertBefore(child, place);
  }
  for (const child of known.values()) child.remove();
}

const AVATAR_COLOURS = 8;

/** At most two letters: of the first and last word, or of a name without spaces its last two signs where the script has no words. */
export function initials(name) {
  const words = name.trim().split(/\s+/u).filter((word) => word !== '');
  if (words.length === 0) return '?';
  const letters = [...words[0]];
  if (words.length === 1) return /\p{Script=Han}/u.test(words[0]) ? letters.slice(-2).join('') : letters[0].toUpperCase();
  return (letters[0] + [...words.at(-1)][0]).toUpperCase();
}

/** The same colour for the same person everywhere. */
export function colourOf(user) {
  let hash = 0;
  for (const sign of user) hash = (hash * 31 + sign.codePointAt(0)) >>> 0;
  return `tint-${hash % AVATAR_COLOURS}`;
}
