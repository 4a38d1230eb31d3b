// The chat in a browser. Without it the page works as a form that loads again after each line.

const form = find('#say', HTMLFormElement);
const input = find('#line', HTMLInputElement);
const attached = find('#file', HTMLInputElement);
const offers = find('#offers', HTMLUListElement);
const notice = find('.notice', HTMLElement);
const log = find('.log', HTMLElement);

const COMPLETE_AFTER_MS = 90;
/** What was said, oldest first, and which of it the field shows; one more than there is for what is being typed. */
const said = [...log.querySelectorAll('.typed')].map((one) => one.textContent ?? '');
let shown = said.length;
let draft = '';
/** @type {{ typed: string, choices: { value: string, label: string }[] }} */
let offered = { typed: '', choices: [] };
let chosen = -1;
/** @type {AbortController | undefined} */
let completing;

input.setAttribute('role', 'combobox');
input.setAttribute('aria-autocomplete', 'list');
input.setAttribute('aria-controls', offers.id);
closeOffers();
if (matchMedia('(pointer: fine)').matches) input.focus();
if (location.hash === '') log.lastElementChild?.scrollIntoView({ block: 'start' });

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void send(input.value, true);
});
find('#press', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  if (event.submitter instanceof HTMLButtonElement) void send(event.submitter.value, false);
});
input.addEventListener('input', () => {
  shown = said.length;
  void complete();
});
input.addEventListener('blur', closeOffers);
input.addEventListener('keydown', (event) => {
  if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
  const isOpen = offered.choices.length > 0;
  const done = isOpen ? moveInOffers(event.key) : moveInHistory(event.key);
  if (done) event.preventDefault();
});
offers.addEventListener('pointerdown', (event) => {
  event.preventDefault();
  const item = event.target instanceof Element ? event.target.closest('li') : null;
  if (item !== null) accept([...offers.children].indexOf(item));
});

/** Says a line, and shows the answer.
 * @param {string} line @param {boolean} isTyped */
async function send(line, isTyped) {
  const hasFile = isTyped && attached.value !== '';
  if ((line.trim() === '' && !hasFile) || form.ariaBusy === 'true') return;
  closeOffers();
  form.ariaBusy = 'true';
  notice.textContent = '';
  try {
    const typed = new FormData(form);
    const request = hasFile
      ? { headers: { accept: 'application/json' }, body: typed }
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ line, token: typed.get('token') }) };
    const response = await fetch(form.action, { method: 'POST', ...request });
    const answer = /** @type {{ html?: string, notice?: string }} */ (await response.json());
    notice.textContent = answer.notice ?? '';
    if (answer.html === undefined) return;
    show(answer.html);
    said.push(log.lastElementChild?.querySelector('.typed')?.textContent ?? line);
    shown = said.length;
    if (isTyped) input.value = '';
    if (hasFile) attached.value = '';
  } catch {
    notice.textContent = input.dataset['failed'] ?? '';
  } finally {
    form.ariaBusy = null;
  }
}

/** @param {string} html */
function show(html) {
  log.querySelector('.welcome')?.remove();
  log.insertAdjacentHTML('beforeend', html);
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  log.lastElementChild?.scrollIntoView({ block: 'start', behavior: still ? 'instant' : 'smooth' });
}

/** Earlier lines by the arrow keys, as in a terminal.
 * @param {string} key */
function moveInHistory(key) {
  const next = shown + (key === 'ArrowUp' ? -1 : 1);
  if ((key !== 'ArrowUp' && key !== 'ArrowDown') || next < 0 || next > said.length) return false;
  if (shown === said.length) draft = input.value;
  shown = next;
  input.value = said[shown] ?? draft;
  return true;
}

/** Asks for completions of a command, a moment after the last key. */
async function complete() {
  completing?.abort();
  if (!/^\s*[/／]/.test(input.value)) return closeOffers();
  completing = new AbortController();
  const { signal } = completing;
  await new Promise((done) => setTimeout(done, COMPLETE_AFTER_MS));
  if (signal.aborted) return;
  try {
    const query = new URLSearchParams({ line: input.value });
    const response = await fetch(`${location.pathname}/complete?${query}`, { signal });
    if (!response.ok) return;
    const completion = /** @type {typeof offered} */ (await response.json());
    if (!signal.aborted) openOffers(completion);
  } catch {
    if (!signal.aborted) notice.textContent = input.dataset['failed'] ?? '';
  }
}

/** @param {typeof offered} completion */
function openOffers(completion) {
  const isDone = completion.choices.length === 1 && completion.choices[0]?.value === completion.typed;
  if (completion.choices.length === 0 || isDone || document.activeElement !== input) return closeOffers();
  offered = completion;
  offers.replaceChildren(...completion.choices.map(toItem));
  offers.hidden = false;
  input.ariaExpanded = 'true';
  choose(-1);
}

/** @param {{ value: string, label: string }} choice @param {number} at */
function toItem({ value, label }, at) {
  const item = document.createElement('li');
  item.id = `offer-${at}`;
  item.role = 'option';
  const name = document.createElement('b');
  name.textContent = value;
  const about = document.createElement('span');
  about.textContent = label === value ? '' : label;
  about.dir = 'auto';
  item.append(name, ' ', about);
  return item;
}

function closeOffers() {
  completing?.abort();
  offered = { typed: '', choices: [] };
  offers.hidden = true;
  offers.replaceChildren();
  input.ariaExpanded = 'false';
  choose(-1);
}

/** @param {string} key */
function moveInOffers(key) {
  const { length } = offered.choices;
  if (key === 'ArrowDown') choose((chosen + 1) % length);
  else if (key === 'ArrowUp') choose((chosen <= 0 ? length : chosen) - 1);
  else if (key === 'Escape') closeOffers();
  else if (key === 'Tab') accept(Math.max(chosen, 0));
  else if (key === 'Enter' && chosen >= 0) accept(chosen);
  else return false;
  return true;
}

/** @param {number} at */
function choose(at) {
  chosen = at;
  for (const [index, item] of [...offers.children].entries()) item.ariaSelected = String(index === at);
  if (at < 0) return input.removeAttribute('aria-activedescendant');
  input.setAttribute('aria-activedescendant', `offer-${at}`);
  offers.children[at]?.scrollIntoView({ block: 'nearest' });
}

/** Replaces the end of the line by a completion.
 * @param {number} at */
function accept(at) {
  const choice = offered.choices[at];
  if (choice === undefined) return;
  const start = input.value.slice(0, input.value.length - offered.typed.length);
  input.value = `${start === '' ? '/' : start}${choice.value} `;
  closeOffers();
  void complete();
}

/** @template {Element} T @param {string} selector @param {new () => T} type @returns {T} */
function find(selector, type) {
  const found = document.querySelector(selector);
  if (found instanceof type) return found;
  throw new Error(`The page has no ${selector}.`);
}
