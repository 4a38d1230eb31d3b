import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIComponentInContainer,
  APIComponentInMessageActionRow,
  APIMessageTopLevelComponent,
  APISectionComponent,
  APISelectMenuOption,
  APIStringSelectComponent,
  APITextDisplayComponent,
} from 'discord.js';

/** The numbers of component types: https://docs.discord.com/developers/components/reference */
export const KIND = {
  row: 1,
  button: 2,
  menu: 3,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  separator: 14,
  container: 17,
} as const;

const STYLE = { secondary: 2, link: 5 } as const;

/** A row of buttons, or of one menu. */
export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** A picture in a gallery, or beside a text. */
export interface Media {
  url: string;
  description: string;
}

/** Markdown as a component. */
export function textDisplay(content: string): APITextDisplayComponent {
  return { type: KIND.text, content };
}

/** A text with a small picture beside it. */
export function section(content: string, { url, description }: Media): APISectionComponent {
  const accessory = { type: KIND.thumbnail, media: { url }, ...(description !== '' && { description }) };
  return { type: KIND.section, components: [textDisplay(content)], accessory };
}

/** One to ten pictures. */
export function gallery(pictures: readonly Media[]): APIComponentInContainer {
  const items = pictures.map(({ url, description }) => ({
    media: { url },
    ...(description !== '' && { description }),
  }));
  return { type: KIND.gallery, items };
}

/** A thin line across. */
export function separator(): APIComponentInContainer {
  return { type: KIND.separator, divider: true, spacing: 1 };
}

/** A box with a coloured edge. */
export function container(components: readonly APIComponentInContainer[], accent: number): APIMessageTopLevelComponent {
  return { type: KIND.container, accent_color: accent, components: [...components] };
}

/** A button that sends a command. */
export function commandButton(label: string, customId: string): APIButtonComponent {
  return { type: KIND.button, style: STYLE.secondary, label, custom_id: customId };
}

/** A button that opens an address. */
export function linkButton(label: string, url: string): APIButtonComponent {
  return { type: KIND.button, style: STYLE.link, label, url };
}

/** A menu with one choice. */
export function menu(
  customId: string,
  placeholder: string,
  options: readonly APISelectMenuOption[],
): APIStringSelectComponent {
  return { type: KIND.menu, custom_id: customId, placeholder, options: [...options] };
}

/** Buttons, or one menu, side by side. */
export function row(components: readonly APIComponentInMessageActionRow[]): Row {
  return { type: KIND.row, components: [...components] };
}
