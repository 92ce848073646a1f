// Everybody's pictures: who has a tile, in which order, and where.

import { find, reconcile, setText } from './dom.js';
import { t, onLanguage } from './text.js';
import { Tile } from './tile.js';
import { grid, stage, pageSize, PAGER } from './packing.js';

// Of 100, which is full scale; a quiet room lies at 0 and a voice at about 50.
const SPEAKING_LEVEL = 30;
const MOST_PIXELS_PER_POINT = 2;
const SELF = 'self';

export class Gallery {
  #room;
  #media;
  #devices;
  #list = find('tiles');
  #tiles = new Map();
  #pictures = new Map();
  #order = [];
  #spoke = new Map();
  #pinned = '';
  #page = 0;
  #pages = 1;
  #size = 16;
  #own = { camera: null, media: null, screen: null };
  #queued = false;

  constructor(room, media, devices) {
    this.#room = room;
    this.#media = media;
    this.#devices = devices;
    for (const event of ['people', 'self', 'quality']) room.on(event, () => this.#queue());
    room.on('levels', (levels) => this.#speaking(levels));
    room.on('streamRemoved', ({ stream }) => this.#pictures.delete(stream));
    media.on('tracks', ({ stream, video }) => {
      this.#pictures.set(stream, video);
      this.#queue();
    });
    media.on('screen', () => this.#queue());
    media.on('flow', () => this.#queue());
    devices.on('change', () => this.#queue());
    new ResizeObserver(() => this.#queue()).observe(this.#list);
    document.addEventListener('visibilitychange', () => this.#queue());
    find('page-previous').addEventListener('click', () => this.#turn(-1));
    find('page-next').addEventListener('click', () => this.#turn(1));
    onLanguage(() => this.#queue());
  }

  /** key -> tile, for the test hook. */
  get tiles() {
    return this.#tiles;
  }

  unpin() {
    if (!this.#pinned) return false;
    this.#pinned = '';
    this.#queue();
    return true;
  }

  // Many things change at once; one drawing of them is enough.
  #queue() {
    if (this.#queued) return;
    this.#queued = true;
    // Not an animation frame: those do not come while the tab is hidden, and then the pictures have to be given up too.
    setTimeout(() => {
      this.#queued = false;
      this.#draw();
    }, 16);
  }

  #draw() {
    const shown = this.#describe();
    this.#keepOrder(shown);
    const byKey = new Map(shown.map((model) => [model.key, model]));
    const keys = this.#order.filter((key) => byKey.has(key));
    const onStage = this.#chooseStage(byKey);
    const places = this.#lay(keys, onStage);
    reconcile(this.#list, keys.map((key) => byKey.get(key)), (model) => model.key, (model) => this.#make(model.key), (_, model) => {
      const tile = this.#tiles.get(model.key);
      tile.update({ ...model, isPinned: model.key === this.#pinned });
      tile.show(model.picture ?? null);
      tile.put(places.get(model.key) ?? null);
      this.#report(model, places.get(model.key));
    });
    for (const key of [...this.#tiles.keys()]) if (!byKey.has(key)) this.#remove(key);
    find('alone').hidden = this.#room.users.size > 0;
  }

  #describe() {
    const models = [this.#describeSelf()];
    if (this.#media.screen) models.push(this.#describeOwnScreen());
    for (const user of this.#room.users.values()) {
      const streams = this.#room.streamsOf(user.user);
      const people = streams.filter((stream) => stream.kind !== 'screen');
      const main = people.find((stream) => stream.kind === 'camera') ?? people[0];
      models.push(this.#describeOther(user, main, `user:${user.user}`));
      for (const stream of streams) if (stream !== main) models.push(this.#describeOther(user, stream, `stream:${stream.stream}`));
    }
    return models;
  }

  #describeSelf() {
    const user = this.#room.self;
    if (this.#own.camera !== this.#devices.camera) {
      this.#own.camera = this.#devices.camera;
      this.#own.media = this.#devices.camera ? new MediaStream([this.#devices.camera]) : null;
    }
    const muted = { ...user, audioMuted: !this.#devices.microphoneOn, videoMuted: !this.#devices.cameraOn };
    const [stream = ''] = this.#media.ownStreams;
    return this.#model(muted, { key: SELF, stream, kind: 'camera', isSelf: true, picture: this.#own.media, showsPicture: this.#devices.cameraOn });
  }

  #describeOwnScreen() {
    const { video } = this.#media.screen;
    if (this.#own.screen?.getVideoTracks()[0] !== video) this.#own.screen = new MediaStream([video]);
    return this.#model(this.#room.self, { key: 'self-screen', stream: this.#media.screenStream, kind: 'screen', isSelf: true, picture: this.#own.screen, showsPicture: true });
  }

  #describeOther(user, stream, key) {
    const kind = stream?.kind ?? 'camera';
    const showsPicture = stream !== undefined && (kind === 'screen' || !user.videoMuted);
    return this.#model(user, { key, stream: stream?.stream ?? '', kind, isSelf: false, picture: this.#pictures.get(stream?.stream), showsPicture, isInterrupted: this.#media.isInterrupted(stream?.stream) });
  }

  #model(user, rest) {
    return { user, ...rest, handOrder: this.#room.handOrder(user), quality: this.#room.quality.get(user.user) };
  }

  #keepOrder(models) {
    const there = new Set(models.map((model) => model.key));
    this.#order = this.#order.filter((key) => there.has(key));
    for (const { key } of models) if (!this.#order.includes(key)) this.#order.push(key);
  }

  // What somebody pinned, else what somebody shows to all.
  #chooseStage(models) {
    if (this.#pinned && !models.has(this.#pinned)) this.#pinned = '';
    if (this.#pinned) return this.#pinned;
    return this.#order.findLast((key) => models.get(key)?.kind === 'screen' && !models.get(key).isSelf) ?? '';
  }

  #lay(keys, onStage) {
    const { clientWidth: width, clientHeight: height } = this.#list;
    const places = new Map();
    const others = keys.filter((key) => key !== onStage);
    const whole = onStage ? stage(others.length, width, height) : { fits: pageSize(width, height), pagerBottom: 0 };
    this.#size = whole.fits;
    this.#showPager(others.length, whole.pagerBottom);
    const visible = others.slice(this.#page * this.#size, (this.#page + 1) * this.#size);
    if (onStage) {
      places.set(onStage, whole.stage);
      visible.forEach((key, i) => places.set(key, whole.strip[i]));
    } else {
      const area = { x: 0, y: 0, width, height: this.#pages > 1 ? height - PAGER : height };
      grid(visible.length, area).forEach((place, i) => places.set(visible[i], place));
    }
    return places;
  }

  #showPager(count, bottom) {
    this.#pages = Math.max(1, Math.ceil(count / this.#size));
    this.#page = Math.min(this.#page, this.#pages - 1);
    find('pager').hidden = this.#pages === 1;
    find('pager').style.bottom = `${bottom}px`;
    find('page-previous').disabled = this.#page === 0;
    find('page-next').disabled = this.#page === this.#pages - 1;
    setText(find('page-of'), t('pageOf', { page: this.#page + 1, pages: this.#pages }));
  }

  #turn(by) {
    this.#page = Math.min(this.#pages - 1, Math.max(0, this.#page + by));
    this.#draw();
  }

  #make(key) {
    const tile = new Tile(key, () => this.#pin(key));
    this.#tiles.set(key, tile);
    return tile.root;
  }

  #remove(key) {
    this.#tiles.get(key).show(null);
    this.#tiles.delete(key);
    this.#spoke.delete(key);
  }

  #pin(key) {
    this.#pinned = this.#pinned === key ? '' : key;
    this.#queue();
  }

  // The sender is asked for the lines that are shown, and for none where nobody looks.
  #report({ stream, isSelf, showsPicture }, place) {
    if (isSelf || !stream) return;
    const isSeen = place && !document.hidden && showsPicture;
    const scale = Math.min(devicePixelRatio || 1, MOST_PIXELS_PER_POINT);
    this.#media.view(stream, isSeen ? Math.max(1, Math.ceil(place.height * scale)) : 0);
  }

  #speaking(levels) {
    const now = performance.now();
    for (const [key, tile] of this.#tiles) {
      const user = tile.root.dataset.user;
      const { level = 0, speech = false } = levels.get(user) ?? {};
      const isOn = tile.root.dataset.kind !== 'screen' && level >= SPEAKING_LEVEL && !tile.root.hasAttribute('data-muted');
      tile.setSpeaking(isOn);
      if (!isOn) continue;
      this.#spoke.set(key, now);
      if (speech && tile.place === null) this.#bringForward(key);
    }
  }

  // Who speaks on a further page takes the place of the one on the first who has been silent longest.
  #bringForward(key) {
    const first = this.#order.slice(0, this.#size).filter((other) => other !== SELF && this.#tiles.get(other)?.root.dataset.kind !== 'screen');
    const quiet = first.reduce((a, b) => ((this.#spoke.get(a) ?? 0) <= (this.#spoke.get(b) ?? 0) ? a : b), first[0]);
    if (!quiet || this.#order.indexOf(key) < this.#size) return;
    const [from, to] = [this.#order.indexOf(key), this.#order.indexOf(quiet)];
    [this.#order[from], this.#order[to]] = [quiet, key];
    this.#queue();
  }
}
