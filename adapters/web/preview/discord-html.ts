import { discordMarkdownHtml } from './discord-markdown.ts';
import { escapeHtml } from './escape-html.ts';
import { type PreviewOptions, pictureHtml } from './preview-options.ts';

interface Item {
  media: { url: string };
  description?: string | null | undefined;
}

/** The components of a message that can be seen: https://docs.discord.com/developers/components/reference */
export interface DiscordComponent {
  type: number;
  accent_color?: number | null | undefined;
  content?: string | undefined;
  components?: readonly DiscordComponent[] | undefined;
  accessory?: DiscordComponent | undefined;
  items?: readonly Item[] | undefined;
  media?: { url: string } | undefined;
  file?: { url: string } | undefined;
  description?: string | null | undefined;
  label?: string | undefined;
  url?: string | undefined;
  placeholder?: string | undefined;
  options?: readonly { label: string; description?: string | undefined }[] | undefined;
}

const TYPE = {
  row: 1,
  button: 2,
  menu: 3,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
};

/** A message of components as Discord shows it on a phone. An unknown component is named. */
export function discordHtml(components: readonly DiscordComponent[], options: PreviewOptions): string {
  return `<div class="message">${toHtml(components, options)}</div>`;
}

function toHtml(components: readonly DiscordComponent[], options: PreviewOptions): string {
  return components.map((component) => componentHtml(component, options)).join('');
}

function componentHtml(component: DiscordComponent, options: PreviewOptions): string {
  const inside = () => toHtml(component.components ?? [], options);
  switch (component.type) {
    case TYPE.container:
      return `<div class="container">${accentHtml(component.accent_color)}${inside()}</div>`;
    case TYPE.row:
      return `<div class="row">${inside()}</div>`;
    case TYPE.button:
      return `<span class="button">${escapeHtml(component.label ?? '')}${component.url === undefined ? '' : ' ↗'}</span>`;
    case TYPE.menu:
      return menuHtml(component);
    case TYPE.section:
      return `<div class="section"><div>${inside()}</div>${toHtml(component.accessory ? [component.accessory] : [], options)}</div>`;
    case TYPE.text:
      return `<div class="text">${discordMarkdownHtml(component.content ?? '', options)}</div>`;
    case TYPE.thumbnail:
      return pictureHtml(component.media?.url ?? '', component.description ?? '', options);
    case TYPE.gallery:
      return galleryHtml(component.items ?? [], options);
    case TYPE.file:
      return fileHtml(component);
    case TYPE.separator:
      return '<hr>';
    default:
      return `<div class="text">?${Number(component.type)}</div>`;
  }
}

/** The coloured edge, as a picture: the page's policy allows no style in an element. */
function accentHtml(colour: number | null | undefined): string {
  const hex = (Number(colour ?? 0) & 0xff_ff_ff).toString(16).padStart(6, '0');
  return `<svg class="accent" aria-hidden="true"><rect width="100%" height="100%" fill="#${hex}"/></svg>`;
}

function menuHtml({ placeholder = '', options = [] }: DiscordComponent): string {
  const shown = options.map(
    ({ label, description = '' }) =>
      `<div class="option">${escapeHtml(label)}<small>${escapeHtml(description)}</small></div>`,
  );
  return `<details class="menu"><summary>${escapeHtml(placeholder)}</summary>${shown.join('')}</details>`;
}

function fileHtml({ file }: DiscordComponent): string {
  return `<div class="text">📄 ${escapeHtml(file?.url.replace(/^attachment:\/\//u, '') ?? '')}</div>`;
}

function galleryHtml(items: readonly Item[], options: PreviewOptions): string {
  const shown = items.map(({ media, description }) => pictureHtml(media.url, description ?? '', options));
  return `<div class="pictures count-${Math.min(items.length, 10)}">${shown.join('')}</div>`;
}
