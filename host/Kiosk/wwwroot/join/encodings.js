// How pictures are sent: codecs, layers, bit rates. Pure functions.

// RFC 8853 leaves the names to us; the server takes any.
const LAYERS = [
  { rid: 'l', scaleResolutionDownBy: 4, maxBitrate: 150_000 },
  { rid: 'm', scaleResolutionDownBy: 2, maxBitrate: 500_000 },
  { rid: 'h', scaleResolutionDownBy: 1, maxBitrate: 1_500_000 },
];
const SCREEN_BITRATE = 2_500_000;
const FULL_BITRATE = 1_500_000;

/**
 * The codecs to offer: the named one alone, where there is such a one. What the room never uses is left out, for an offer holds a list per stream: other profiles,
 * H.264 in single packets, and error correction that repeats what retransmission does. Empty to leave
 * it to the browser.
 */
export function offered(codecs, name) {
  const useful = codecs.filter(isUseful);
  const named = useful.filter((codec) => codec.mimeType.toLowerCase() === `video/${name}`);
  return named.length === 0 ? useful : [...named, ...useful.filter((codec) => codec.mimeType.toLowerCase() === 'video/rtx')];
}

function isUseful({ mimeType, sdpFmtpLine = '' }) {
  switch (mimeType.toLowerCase()) {
    case 'video/h264':
      // Constrained baseline, which every browser speaks, and high, which encoders on the LAN send (RFC 6184, section 8.1).
      return /packetization-mode=1/.test(sdpFmtpLine) && /profile-level-id=(42e0|42c0|640c|6400|4d00)/i.test(sdpFmtpLine);
    case 'video/vp9':
      return !/profile-id=[1-9]/.test(sdpFmtpLine);
    case 'video/av1':
      return !/profile=[1-9]/.test(sdpFmtpLine);
    case 'video/vp8':
    case 'video/rtx':
    case 'audio/opus':
      return true;
    default:
      return false;
  }
}

const USEFUL_EXTENSIONS = ['urn:ietf:params:rtp-hdrext:sdes:mid', 'urn:ietf:params:rtp-hdrext:ssrc-audio-level', 'urn:3gpp:video-orientation',
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time', 'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01'];

/** Header extensions of what is received, less those that only tell what nobody asks for. */
export function offeredExtensions(extensions) {
  return extensions.map((extension) => (USEFUL_EXTENSIONS.includes(extension.uri) ? extension : { ...extension, direction: 'stopped' }));
}

/** Several layers only in VP8: every browser that has it knows simulcast, and the server picks layers without decoding. */
export function canLayer(codecs, name) {
  return (name === '' || name === 'vp8') && codecs.some((codec) => codec.mimeType.toLowerCase() === 'video/vp8');
}

export function cameraEncodings(layered) {
  return layered ? LAYERS.map((layer) => ({ ...layer, active: true })) : [{ maxBitrate: FULL_BITRATE, active: true }];
}

export function screenEncodings() {
  return [{ maxBitrate: SCREEN_BITRATE, active: true }];
}

/**
 * Sets the encodings for the most lines that anybody shows. Returns true when something changed.
 * A stream without sound keeps a trickle of pictures, for the room takes a stream that brings nothing for gone.
 */
export function adapt(encodings, { wanted, height, kind, hasSound }) {
  const before = JSON.stringify(encodings);
  if (encodings.length > 1) adaptLayers(encodings, wanted, height);
  else if (encodings.length === 1) adaptSingle(encodings[0], wanted, height, kind);
  if (!hasSound && encodings.length > 0 && encodings.every((encoding) => !encoding.active)) encodings[0].active = true;
  return JSON.stringify(encodings) !== before;
}

// A layer is of use while the one below it is too small for somebody. Those below stay, for others show less.
function adaptLayers(encodings, wanted, height) {
  let below = 0;
  for (const encoding of encodings) {
    encoding.active = wanted > below;
    below = Math.floor(height / (encoding.scaleResolutionDownBy ?? 1));
  }
}

// Text on a screen is read, so it is never scaled; a camera sends what is shown.
function adaptSingle(encoding, wanted, height, kind) {
  encoding.active = wanted > 0;
  if (kind === 'screen') return;
  const scale = wanted > 0 && height > 0 ? Math.max(1, height / wanted) : 1;
  // Small differences are not worth a new key frame.
  encoding.scaleResolutionDownBy = scale < 1.25 ? 1 : Math.min(8, Math.round(scale * 4) / 4);
  encoding.maxBitrate = Math.max(120_000, Math.round(FULL_BITRATE / encoding.scaleResolutionDownBy ** 1.6));
}

/** After an answer that took one layer only, that one is the whole picture and not a quarter of it. */
export function widenIfAlone(encodings) {
  if (encodings.length !== 1 || !(encodings[0].scaleResolutionDownBy > 1)) return false;
  encodings[0].scaleResolutionDownBy = 1;
  encodings[0].maxBitrate = FULL_BITRATE;
  return true;
}
