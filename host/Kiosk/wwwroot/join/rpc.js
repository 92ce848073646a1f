// JSON-RPC 2.0 over one WebSocket. A call that the server refuses rejects with an RpcError; one that the lost connection swallowed with a LostError.

export class RpcError extends Error {
  constructor({ code, message, data }) {
    super(message);
    this.number = code;
    this.code = data?.code ?? '';
    this.field = data?.field ?? '';
    this.vendorCode = data?.vendorCode ?? 0;
  }
}

export class LostError extends Error {}

const SUBPROTOCOL = 'confengine.rpc';

// The server takes 64 at a time and runs them one after another; the rest waits here.
const MOST_IN_FLIGHT = 32;

export class RpcSocket {
  #socket;
  #calls = new Map();
  #waiting = [];
  #next = 1;
  #ended = false;

  /** Called with (method, params) for each notification. */
  onNotification = () => {};

  /** Called once when the connection is gone, whoever ended it. */
  onEnd = () => {};

  // The token travels as a subprotocol: a script cannot set headers on a WebSocket, and a query would end up in logs.
  static open(url, token, timeout = 8000) {
    return new Promise((resolve, reject) => {
      const protocols = token ? [SUBPROTOCOL, `bearer.${token}`] : [SUBPROTOCOL];
      let socket;
      try {
        socket = new WebSocket(url, protocols);
      } catch (error) {
        reject(new LostError(error.message));
        return;
      }
      const timer = setTimeout(() => socket.close(), timeout);
      socket.onopen = () => {
        clearTimeout(timer);
        resolve(new RpcSocket(socket));
      };
      socket.onclose = () => {
        clearTimeout(timer);
        reject(new LostError('the connection was not accepted'));
      };
    });
  }

  constructor(socket) {
    this.#socket = socket;
    socket.onmessage = (event) => this.#receive(event.data);
    socket.onclose = () => this.end();
  }

  call(method, params = {}, timeout = 15000) {
    if (this.#ended) return Promise.reject(new LostError('not connected'));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ method, params, timeout, resolve, reject });
      this.#send();
    });
  }

  #send() {
    while (this.#waiting.length > 0 && this.#calls.size < MOST_IN_FLIGHT) {
      const call = this.#waiting.shift();
      const id = this.#next++;
      // Who does not answer for so long is gone, even if the network has not noticed.
      call.timer = setTimeout(() => this.end(), call.timeout);
      this.#calls.set(id, call);
      this.#socket.send(JSON.stringify({ jsonrpc: '2.0', id, method: call.method, params: call.params }));
    }
  }

  // Does not wait for the closing handshake: on a dead network that takes minutes.
  end() {
    if (this.#ended) return;
    this.#ended = true;
    this.#socket.onmessage = null;
    this.#socket.onclose = null;
    this.#socket.close();
    for (const { reject, timer, method } of [...this.#calls.values(), ...this.#waiting]) {
      clearTimeout(timer);
      reject(new LostError(`${method}: the connection was lost`));
    }
    this.#calls.clear();
    this.#waiting = [];
    this.onEnd();
  }

  #receive(text) {
    let message;
    try {
      message = JSON.parse(text);
    } catch {
      return;
    }
    if (typeof message?.method === 'string') this.onNotification(message.method, message.params ?? {});
    else this.#settle(message);
  }

  #settle(message) {
    const call = this.#calls.get(message?.id);
    if (!call) return;
    this.#calls.delete(message.id);
    clearTimeout(call.timer);
    if (message.error) call.reject(new RpcError(message.error));
    else call.resolve(message.result);
    if (!this.#ended) this.#send();
  }
}
