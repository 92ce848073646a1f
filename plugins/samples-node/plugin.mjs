// Tells another system which meeting the room is in: each event is an HTTP POST with JSON. What stdout says belongs to the host; a log goes to stderr.
import { readFileSync } from "node:fs";
import { Refusal, serve, tell } from "./connection.mjs";

const manifest = JSON.parse(readFileSync(new URL("plugin.json", import.meta.url)));
const STATUS = ["unknown", "idle", "failed", "waiting", "connecting", "in-meeting", "in-meeting-minimized", "in-waiting-room", "disconnecting", "screen-sharing", "device-testing"];
const done = new Set();
let settings = {}, secrets = {}, healthy = true;

await serve({
  "plugin.hello": ([floor, ceiling, hostName]) => {
    const { from, to } = manifest.contract;
    if (Math.min(to, ceiling) < Math.max(from, floor))
      throw new Refusal("contract-mismatch", `${manifest.id} speaks version ${from} to ${to} of the contract, ${hostName} ${floor} to ${ceiling}; install a matching version`);
    return [manifest.id, manifest.version, from, to, manifest.capabilities];
  },
  "plugin.start": ([, given, secret]) => {
    [settings, secrets] = [given ?? {}, secret ?? {}];
    if (!settings.url) return;
    if (!URL.canParse(settings.url)) throw new Refusal("bad-settings", "url is no address; give one such as https://example.org/rooms/1", "url");
    if (new URL(settings.url).protocol !== "https:" && settings.allow_plain !== "true")
      throw new Refusal("bad-settings", "url is not https; change it, or set allow_plain for development", "url");
  },
  "plugin.save": () => [],
  "plugin.stop": () => [],

  "external-sync.initialise": once(([, appKey], post) => post("initialise", { appKey })),
  "external-sync.login": once(([, user], post) => post("login", { user })),
  "external-sync.logout": once((_, post) => post("logout", {})),
  "external-sync.update-status": once(([, status, reason, vendor, vendorReason, timeMs, meeting], post) =>
    post("status", { status: STATUS[status] ?? "unknown", raw: vendor?.[0], platform: vendor?.[2], reason, rawReason: vendorReason?.[0], timeMs, meeting: named(meeting) })),
  "external-sync.notify-connecting": once(([, timeMs, meeting], post) => post("connecting", { timeMs, meeting: named(meeting) })),
  "external-sync.notify-in-meeting": once(([, timeMs, meeting], post) => post("in-meeting", { timeMs, meeting: named(meeting) })),
  "external-sync.notify-idle": once(([, timeMs, meeting], post) => post("idle", { timeMs, meeting: named(meeting) })),
  "external-sync.send-event": once(([, type, payload, timeMs, meeting], post) => post("custom", { type, payload, timeMs, meeting: named(meeting) })),
});

// A request with the key of one that succeeded has been done already.
function once(act) {
  return async (payload, signal) => {
    const key = payload[0];
    if (typeof key !== "string" || !/^[A-Za-z0-9-]{1,64}$/.test(key)) throw new Refusal("invalid-argument", "a key has 1 to 64 letters, digits and dashes", "idempotency_key");
    if (done.has(key)) return;
    await act(payload, (event, fields) => send(key, { event, ...fields }, signal));
    done.add(key);
    if (done.size > 1024) done.delete(done.values().next().value);
  };
}

async function send(key, body, signal) {
  if (!settings.url) return console.error(JSON.stringify(body));
  const headers = { "content-type": "application/json", "idempotency-key": key };
  if (secrets.token) headers.authorization = `Bearer ${secrets.token}`;
  let reply;
  try {
    reply = await fetch(settings.url, { method: "POST", headers, body: JSON.stringify(body), signal });
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    health(false, "the other system cannot be reached");
    throw new Refusal("network", "the other system cannot be reached; check the address and the network", null, { vendorText: String(error.cause?.code ?? error.message) });
  }
  if (reply.status === 401) tell("external-sync.auth-expired", ["the other system wants a new login", ["401"]]);
  if (!reply.ok) throw new Refusal(reply.status === 401 ? "auth-expired" : "vendor-unknown", `the other system answered ${reply.status}`, null, { vendorCode: String(reply.status) });
  health(true, "");
}

function health(now, text) {
  if (now !== healthy) tell("plugin.health", [healthy = now, text]);
}

function named(meeting) {
  if (!meeting) return null;
  const [id, number, subject, extraData, tag] = meeting;
  return { id, number, subject, extraData, tag };
}
