// Where tiles go. Pure functions of sizes and counts, in CSS pixels.

const GAP = 8;
const WIDEST = 16 / 9;
const NARROWEST = 4 / 3;
const NARROWEST_UPRIGHT = 3 / 4;

/** The room that the page buttons take where there is more than a page. */
export const PAGER = 52;

/** How many tiles a page may hold so that each is still of use. */
export function pageSize(width, height) {
  if (Math.min(width, height) < 420) return 6;
  return width * height < 700_000 ? 9 : 16;
}

/** Equal tiles that cover the most of the area: columns and the size of one tile. */
export function pack(count, width, height) {
  let best = { columns: 1, width: 0, height: 0 };
  const narrowest = width > height ? NARROWEST : NARROWEST_UPRIGHT;
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const tile = fit((width - GAP * (columns - 1)) / columns, (height - GAP * (rows - 1)) / rows, narrowest);
    if (tile.width * tile.height > best.width * best.height * 1.001) best = { columns, ...tile };
  }
  return best;
}

/** The places of count tiles in the area, the last row centred. */
export function grid(count, area) {
  const { columns, width, height } = pack(count, area.width, area.height);
  const rows = Math.ceil(count / columns);
  const top = area.y + (area.height - rows * height - GAP * (rows - 1)) / 2;
  return Array.from({ length: count }, (_, i) => {
    const row = Math.floor(i / columns);
    const inRow = row === rows - 1 ? count - row * columns : columns;
    const left = area.x + (area.width - inRow * width - GAP * (inRow - 1)) / 2;
    return place(left + (i % columns) * (width + GAP), top + row * (height + GAP), width, height);
  });
}

/** A stage and a strip of the others, beside it where the area is wide and below it where it is tall. fits: how many the strip takes. */
export function stage(count, width, height) {
  if (count === 0) return { stage: place(0, 0, width, height), strip: [], fits: 1, pagerBottom: 0 };
  const isWide = width > height * 1.15;
  const across = isWide ? clamp(width * 0.18, 120, 240) : clamp(width * 0.28, 76, 150);
  const along = isWide ? (across * 9) / 16 : across;
  const all = stripLength(isWide ? height : width, along);
  // Beside the stage the page buttons take the foot of the strip; above a strip they lie on the stage.
  const long = isWide && count > all ? height - PAGER : isWide ? height : width;
  const fits = stripLength(long, along);
  const shown = Math.min(count, fits);
  const start = (long - shown * along - GAP * (shown - 1)) / 2;
  const strip = Array.from({ length: shown }, (_, i) => {
    const at = start + i * (along + GAP);
    return isWide ? place(width - across, at, across, along) : place(at, height - across, along, across);
  });
  const room = across + GAP;
  return {
    stage: isWide ? place(0, 0, width - room, height) : place(0, 0, width, height - room),
    strip,
    fits,
    pagerBottom: isWide ? 0 : room,
  };
}

function stripLength(long, along) {
  return Math.max(1, Math.floor((long + GAP) / (along + GAP)));
}

function fit(width, height, narrowest) {
  if (width <= 0 || height <= 0) return { width: 0, height: 0 };
  const aspect = clamp(width / height, narrowest, WIDEST);
  return width / height > aspect ? { width: height * aspect, height } : { width, height: width / aspect };
}

function place(x, y, width, height) {
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
}

function clamp(value, low, high) {
  return Math.min(high, Math.max(low, value));
}
