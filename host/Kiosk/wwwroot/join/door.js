// The guest token: from the address's fragment (the QR code on the wall holds it) or typed in from the wall.

import { ofTab } from './store.js';

const KEY = 'confengine.token';

/** Takes the token out of the address bar, so that it is not passed on with a copied address or a screenshot. */
export function takeToken() {
  const token = new URLSearchParams(location.hash.slice(1)).get('t');
  if (!token) return;
  ofTab.set(KEY, token);
  history.replaceState(history.state, '', location.pathname + location.search);
}

export function token() {
  return ofTab.get(KEY) ?? '';
}

/** Spaces and hyphens make a code easier to read from the wall; they are no part of it. */
export function setToken(text) {
  const bare = text.replace(/\s+/g, '');
  // A subprotocol's name is an HTTP token (RFC 6455, section 4.1; RFC 9110, section 5.6.2).
  if (!/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/.test(bare)) return false;
  ofTab.set(KEY, bare);
  return true;
}

/** 'open', 'closed' (a code is needed, or this one is wrong) or 'unreachable'. */
export async function knock() {
  try {
    const headers = token() ? { Authorization: `Bearer ${token()}` } : {};
    const reply = await fetch('/join-door', { headers, cache: 'no-store' });
    if (reply.status === 401 || reply.status === 403) return 'closed';
    return reply.ok ? 'open' : 'unreachable';
  } catch {
    return 'unreachable';
  }
}

export function socketAddress() {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/rpc`;
}
