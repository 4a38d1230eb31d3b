// Without it, everything works but the keys.

const PAUSE_MS = 200;
const KEY_PAIR_MS = 1500;
const MAX_PLACES = 200;
const ANCHOR_LENGTH = 80;
const PLACES = 'places';
/** @type {HTMLInputElement | null} */
const input = document.querySelector('input[type=search]');

// Search while typing: one request at a time, and only for the latest words.
let waiting = 0;
let running = new AbortController();

input?.addEventListener('input', () => {
  clearTimeout(waiting);
  running.abort();
  waiting = setTimeout(search, PAUSE_MS);
});

async function search() {
  const main = document.querySelector('main');
  const words = input?.value.trim() ?? '';
  if (main === null) return;
  running = new AbortController();
  const address = words === '' ? '/' : `/?q=${encodeURIComponent(words)}`;
  main.ariaBusy = 'true';
  try {
    const answer = await fetch(address, { signal: running.signal });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    main.replaceChildren(...(page.querySelector('main')?.childNodes ?? []));
    delete main.dataset['reader'];
    document.title = page.title;
    const isSearching = location.pathname === '/' && location.search.startsWith('?q=');
    history[isSearching ? 'replaceState' : 'pushState'](null, '', address);
    main.ariaBusy = 'false';
  } catch (error) {
    // Newer words have replaced these. Without the server, the form still says so.
    if (!running.signal.aborted) throw error;
  }
}

addEventListener('popstate', (event) => {
  // Jumps within an article change only the end of the address.
  if (event.state === null && !location.hash) location.reload();
});

// Keys, alone or in pairs, but never in fields.
let pressedBefore = '';
let pressedAt = 0;
/** @type {Record<string, () => void>} */
const KEYS = {
  'g h': () => location.assign('/'),
  'g d': () => location.assign('/digests'),
  '/': () => input?.focus(),
  j: () => move(1),
  k: () => move(-1),
  '?': () => /** @type {HTMLDialogElement | null} */ (document.getElementById('keys'))?.showModal(),
};

addEventListener('keydown', (event) => {
  const target = /** @type {HTMLElement} */ (event.target);
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (target.isContentEditable || target.closest('input, textarea, select, dialog')) return;
  const isPair = event.timeStamp - pressedAt < KEY_PAIR_MS;
  const run = (isPair && KEYS[`${pressedBefore} ${event.key}`]) || KEYS[event.key];
  pressedBefore = event.key;
  pressedAt = event.timeStamp;
  if (!run) return;
  pressedBefore = '';
  event.preventDefault();
  run();
});

/** @param {number} step */
function move(step) {
  const stops = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('main .headline, main section[id]')]);
  const focused = stops.findIndex((stop) => stop.contains(document.activeElement));
  const passed = stops.findLastIndex((stop) => stop.getBoundingClientRect().top < 2);
  const next = stops[(focused < 0 ? passed : focused) + step];
  if (next === undefined) return;
  if (next.matches('section')) next.tabIndex = -1;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: next.matches('section') ? 'start' : 'nearest' });
}

// An article continues at the words where its reader stopped, whatever else has changed.
const isArticle = () => document.querySelector('main[data-reader]') !== null;
if (isArticle()) continueReading();

function continueReading() {
  const key = location.pathname + location.search;
  const place = readPlaces()[key];
  if (place !== undefined && !location.hash) {
    const all = blocks();
    const there = all[place.at];
    const block = [there, ...all].find((one) => one && startOf(one) === place.text) ?? there;
    if (block) scrollTo({ top: block.offsetTop + place.share * block.offsetHeight, behavior: 'instant' });
  }
  let saving = 0;
  addEventListener('scroll', () => {
    clearTimeout(saving);
    saving = setTimeout(() => savePlace(key), PAUSE_MS);
  });
}

/** @param {string} key */
function savePlace(key) {
  if (!isArticle()) return;
  const at = blocks().findLastIndex(({ offsetTop }) => offsetTop <= scrollY);
  const block = blocks()[at];
  const { [key]: _before, ...others } = readPlaces();
  const places = Object.entries(others).slice(1 - MAX_PLACES);
  if (block) {
    const share = (scrollY - block.offsetTop) / block.offsetHeight || 0;
    places.push([key, { at, text: startOf(block), share }]);
  }
  localStorage.setItem(PLACES, JSON.stringify(Object.fromEntries(places)));
}

/** @returns {HTMLElement[]} */
function blocks() {
  return Array.from(document.querySelectorAll('main section[id] > *'));
}

/** @param {HTMLElement} block */
function startOf(block) {
  return block.textContent.slice(0, ANCHOR_LENGTH);
}

/** @returns {Record<string, { at: number, text: string, share: number }>} */
function readPlaces() {
  return /** @type {ReturnType<typeof readPlaces>} */ (JSON.parse(localStorage.getItem(PLACES) ?? '{}'));
}
