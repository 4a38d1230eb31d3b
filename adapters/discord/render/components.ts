import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APITextDisplayComponent,
  ComponentType,
} from 'discord.js';

/** A row of buttons, or of one menu. */
export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

export function row(components: APIComponentInMessageActionRow[]): Row {
  return { type: ComponentType.ActionRow, components };
}

/** Markdown as a component. */
export function textDisplay(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content };
}
