// Where tiles go. Pure functions of sizes and counts, in CSS pixels.

const GAP = 8;
const WIDEST = 16 / 9;
const NARROWEST = 3 / 4;

/** How many tiles a page may hold so that each is still of use. */
export function pageSize(width, height) {
  if (Math.min(width, height) < 420) return 6;
  return width * height < 700_000 ? 9 : 16;
}

/** Equal tiles that cover the most of the area: columns and the size of one tile. */
export function pack(count, width, height) {
  let best = { columns: 1, width: 0, height: 0 };
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const tile = fit((width - GAP * (columns - 1)) / columns, (height - GAP * (rows - 1)) / rows);
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

/** A stage and a strip of the others beside or below it. */
export function stage(count, width, height) {
  const area = { x: 0, y: 0, width, height };
  if (count === 0) return { stage: place(0, 0, width, height), strip: [], fits: 0 };
  const isWide = width > height * 1.15;
  const long = isWide ? height : width;
  const across = isWide ? clamp(width * 0.18, 120, 240) : clamp(height * 0.2, 72, 150);
  const along = isWide ? (across * 9) / 16 : (across * 4) / 3;
  const fits = Math.max(1, Math.floor((long + GAP) / (along + GAP)));
  const shown = Math.min(count, fits);
  const start = (long - shown * along - GAP * (shown - 1)) / 2;
  const strip = Array.from({ length: shown }, (_, i) => {
    const at = start + i * (along + GAP);
    return isWide ? place(width - across, at, across, along) : place(at, height - across, along, across);
  });
  if (isWide) area.width -= across + GAP;
  else area.height -= across + GAP;
  return { stage: place(area.x, area.y, area.width, area.height), strip, fits };
}

function fit(width, height) {
  if (width <= 0 || height <= 0) return { width: 0, height: 0 };
  const aspect = clamp(width / height, NARROWEST, WIDEST);
  return width / height > aspect ? { width: height * aspect, height } : { width, height: width / aspect };
}

function place(x, y, width, height) {
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
}

function clamp(value, low, high) {
  return Math.min(high, Math.max(low, value));
}
