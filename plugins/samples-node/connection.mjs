// The envelope: each message is a MessagePack array with its length in front, 4 bytes, most significant first.
import { decode, encode } from "@msgpack/msgpack";

const REQUEST = 0, RESPONSE = 1, NOTIFICATION = 2, CANCEL = 3;
const LONGEST = 4 << 20;

/** An answer that is an error of the contract. */
export class Refusal extends Error {
  constructor(code, message, field = null, extra = {}) {
    super(message);
    this.error = [code, message, field, extra.vendorCode ?? null, extra.vendorText ?? null, extra.platform ?? null, extra.retryAfterMs ?? null];
  }
}

/** Tells the host something. */
export function tell(notice, payload) {
  send([NOTIFICATION, notice, payload]);
}

/** Answers with methods[name](payload, signal) until the host goes away. One call at a time, in the order they came; a ping at once. */
export async function serve(methods) {
  const pending = new Map(), heard = new Set();
  let queue = Promise.resolve();
  for await (const message of messages(process.stdin)) {
    const [kind, id, method, , payload] = message;
    if (kind === REQUEST && method === "plugin.ping") {
      send([RESPONSE, id, null, []]);
    } else if (kind === REQUEST) {
      const control = new AbortController();
      pending.set(id, control);
      queue = queue.then(() => answer(methods, heard, id, method, payload ?? [], control.signal)).finally(() => pending.delete(id));
    } else if (kind === CANCEL) {
      pending.get(id)?.abort(new Refusal("cancelled", "the call was withdrawn"));
    }
  }
}

async function answer(methods, heard, id, name, payload, signal) {
  try {
    signal.throwIfAborted();
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
    if (!method) throw new Refusal("unsupported", `this plugin does not do ${name}`);
    if (!Array.isArray(payload)) throw new Refusal("bad-message", `the payload of ${name} is no array`);
    const first = name === "plugin.hello" ? null : name.startsWith("plugin.") ? "plugin.hello" : "plugin.start";
    if (first && !heard.has(first)) throw new Refusal("wrong-state", `${name} at the wrong time: ${first} comes first`);
    const result = await method(payload, signal);
    heard.add(name);
    send([RESPONSE, id, null, result ?? []]);
  } catch (error) {
    send([RESPONSE, id, error.error ?? ["internal", `${error.name}: ${error.message}`.slice(0, 1000)], null]);
  }
}

function send(message) {
  const body = encode(message);
  const frame = Buffer.alloc(4 + body.length);
  frame.writeUInt32BE(body.length);
  frame.set(body, 4);
  process.stdout.write(frame);
}

async function* messages(stream) {
  let bytes = Buffer.alloc(0);
  for await (const chunk of stream) {
    bytes = Buffer.concat([bytes, chunk]);
    while (bytes.length >= 4) {
      const length = bytes.readUInt32BE();
      if (length === 0 || length > LONGEST) throw new Error(`a message of ${length} bytes is announced`);
      if (bytes.length < 4 + length) break;
      yield decode(bytes.subarray(4, 4 + length));
      bytes = bytes.subarray(4 + length);
    }
  }
}
