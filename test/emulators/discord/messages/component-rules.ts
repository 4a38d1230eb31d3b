import type { Component } from '../model.ts';
import { walkComponents } from '../walk.ts';
import type { FormErrors, Path } from './form-errors.ts';

const MAX_COMPONENTS = 40;
const MAX_TEXT = 4000;
const MAX_ROWS = 5;
const ROW = 1;
const BUTTON = 2;
const SELECTS = [3, 5, 6, 7, 8];
const LINK = 5;
const PREMIUM = 6;

interface Checking {
  form: FormErrors;
  /** The path of the list of components. */
  base: Path;
  /** Whether the message has the flag IS_COMPONENTS_V2. */
  isV2: boolean;
}

/** Checks the rules for components that Discord's schema does not contain. */
export function checkComponents(components: readonly Component[], { form, base, isV2 }: Checking): void {
  const all = walkComponents(components, base);
  const text = all.reduce((sum, { component }) => sum + [...(component.content ?? '')].length, 0);
  if (isV2 && all.length > MAX_COMPONENTS)
    form.add(base, 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', `The maximum number of components is ${MAX_COMPONENTS}`);
  if (text > MAX_TEXT)
    form.add(
      base,
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      `Displayable text size exceeds maximum size of ${MAX_TEXT}`,
    );
  if (!isV2) checkRowsOnly(components, form, base);
  checkCustomIds(all, form);
  for (const { component, path } of all) checkOne(component, form, path);
}

function checkRowsOnly(components: readonly Component[], form: FormErrors, base: Path): void {
  if (components.length > MAX_ROWS) form.add(base, 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 5 in length.');
  components.forEach(({ type }, at) => {
    if (type !== ROW) form.add([...base, at], 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of (1,).');
  });
}

function checkCustomIds(all: readonly { component: Component; path: Path }[], form: FormErrors): void {
  const seen = new Set<string>();
  for (const { component, path } of all) {
    const { custom_id: id } = component;
    if (id === undefined || id === null) continue;
    if (seen.has(id))
      form.add([...path, 'custom_id'], 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');
    seen.add(id);
  }
}

function checkOne(component: Component, form: FormErrors, path: Path): void {
  if (component.content !== undefined) requireText(component.content, form, [...path, 'content']);
  checkMedia(component, form, path);
  if (component.type === ROW) checkRow(component, form, path);
  if (component.type === BUTTON) checkButton(component, form, path);
  if (component.options) checkOptions(component, form, path);
}

function checkRow({ components = [] }: Component, form: FormErrors, path: Path): void {
  if (components.length > 1 && components.some(({ type }) => SELECTS.includes(type)))
    form.add(
      [...path, 'components'],
      'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
      'The specified component exceeds the maximum width',
    );
}

function checkButton({ style, label, emoji, url, custom_id: id }: Component, form: FormErrors, path: Path): void {
  const isLink = style === LINK;
  if (isLink && !url) form.add([...path, 'url'], 'BUTTON_COMPONENT_URL_REQUIRED', 'A url is required');
  if (!isLink && style !== PREMIUM && !id)
    form.add([...path, 'custom_id'], 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id is required');
  if (id && url)
    form.add(path, 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', 'A custom id and url cannot both be specified');
  if (style !== PREMIUM && !label?.trim() && !emoji)
    form.add(path, 'BUTTON_COMPONENT_INVALID', 'A button must have a label or an emoji');
  if (url) checkScheme(url, ['http', 'https', 'discord'], { form, path: [...path, 'url'] });
}

function checkOptions(select: Component, form: FormErrors, path: Path): void {
  const { options = [], min_values: min, max_values: max } = select;
  const most = max ?? 1;
  const seen = new Set<string>();
  options.forEach(({ label, value }, at) => {
    const spot = [...path, 'options', at];
    requireText(label, form, [...spot, 'label']);
    requireText(value, form, [...spot, 'value']);
    if (seen.has(value))
      form.add(
        [...spot, 'value'],
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      );
    seen.add(value);
  });
  if ((min ?? 1) > most)
    form.add([...path, 'min_values'], 'SELECT_COMPONENT_MIN_VALUES_INVALID', 'Must not exceed max_values.');
  if (most > options.length)
    form.add([...path, 'max_values'], 'NUMBER_TYPE_MAX', 'Must not exceed the number of options.');
  if (options.filter((option) => option.default).length > most)
    form.add([...path, 'options'], 'SELECT_COMPONENT_TOO_MANY_DEFAULT_OPTIONS', 'More defaults than max_values.');
}

function checkMedia({ media, items = [] }: Component, form: FormErrors, path: Path): void {
  if (media) checkScheme(media.url, ['http', 'https'], { form, path: [...path, 'media', 'url'] });
  items.forEach((item, at) => {
    checkScheme(item.media.url, ['http', 'https'], { form, path: [...path, 'items', at, 'media', 'url'] });
  });
}

/** Discord trims visible text before validation. */
function requireText(text: string, form: FormErrors, path: Path): void {
  if (text.trim() === '') form.add(path, 'BASE_TYPE_REQUIRED', 'This field is required');
}

function checkScheme(url: string, schemes: readonly string[], { form, path }: { form: FormErrors; path: Path }): void {
  const scheme = URL.parse(url)?.protocol.slice(0, -1) ?? '';
  if (schemes.includes(scheme)) return;
  const allowed = schemes.map((name) => `'${name}'`).join(', ');
  form.add(path, 'URL_TYPE_INVALID_SCHEME', `Scheme "${scheme}" is not supported. Scheme must be one of (${allowed}).`);
}
