// window.confengine: what tests and supporters may look at. Reading only; nothing here changes the page.
//
//   state       'lobby', 'waiting', 'in', 'reconnecting' or 'ended'
//   reason      why it ended
//   self        { user, name, role, audioMuted, videoMuted, hand }
//   users       the others, likewise
//   streams     the others' [{ stream, user, kind }]
//   own         ids of the streams published here
//   link        connectionState of the RTCPeerConnection
//   lastError   { what, code, message } or null
//   stats()     Promise of { [stream]: { framesDecoded, width, height, audioEnergy, packetsLost, freezes } }
//   sent()      Promise of [{ kind, rid, codec, width, height, framesSent, bytesSent, active }]

export function install({ session, room, media }) {
  let lastError = null;
  media.on('problem', ({ what, error }) => {
    lastError = { what, code: error.code ?? '', message: error.message };
  });
  let reason = '';
  session.on('state', (change) => {
    reason = change.reason;
  });
  const hook = {
    get state() {
      return session.state === 'out' ? 'lobby' : session.state;
    },
    get reason() {
      return reason;
    },
    get self() {
      return structuredClone(room.self);
    },
    get users() {
      return structuredClone([...room.users.values()]);
    },
    get streams() {
      return structuredClone([...room.streams.values()]);
    },
    get own() {
      return media.ownStreams;
    },
    get link() {
      return media.link.state;
    },
    get lastError() {
      return structuredClone(lastError);
    },
    stats: () => statsOf(room, media),
    sent: () => sentOf(media),
  };
  Object.defineProperty(window, 'confengine', { value: Object.freeze(hook) });
}

async function statsOf(room, media) {
  const all = {};
  for (const stream of room.streams.keys()) {
    const figures = { framesDecoded: 0, width: 0, height: 0, audioEnergy: 0, packetsLost: 0, freezes: 0 };
    for (const receiver of media.link.receivers(stream)) addReceived(figures, await receiver.getStats());
    all[stream] = figures;
  }
  return all;
}

function addReceived(figures, report) {
  for (const entry of report.values()) {
    if (entry.type !== 'inbound-rtp') continue;
    figures.framesDecoded += entry.framesDecoded ?? 0;
    figures.width = entry.frameWidth ?? figures.width;
    figures.height = entry.frameHeight ?? figures.height;
    figures.audioEnergy += entry.totalAudioEnergy ?? 0;
    figures.packetsLost += entry.packetsLost ?? 0;
    figures.freezes += entry.freezeCount ?? 0;
  }
}

async function sentOf(media) {
  const report = await media.link.stats();
  const sent = [];
  for (const entry of report.values()) {
    if (entry.type !== 'outbound-rtp') continue;
    const { kind, rid = '', frameWidth: width = 0, frameHeight: height = 0, framesSent = 0, bytesSent = 0, active = true } = entry;
    sent.push({ kind, rid, codec: report.get(entry.codecId)?.mimeType ?? '', width, height, framesSent, bytesSent, active });
  }
  return sent;
}
