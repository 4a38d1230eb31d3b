import type { APIComponentInContainer, APIMessageTopLevelComponent } from 'discord.js';
import type { Part } from './blocks.ts';
import { container, gallery, type Row, section, separator, textDisplay } from './components.ts';
import { toMarkdown } from './markdown.ts';
import { joinedTo } from './pack.ts';
import type { Paragraph } from './paragraph.ts';

/** What a message is made of, before it is written in Discord's components. */
export interface Draft {
  parts: readonly Part[];
  /** Rows of buttons and menus at the end of the frame. */
  inside: readonly Row[];
  /** Rows below the frame. */
  below: readonly Row[];
  /** The colour of the frame. */
  accent: number;
  /** What is said where the message has to go without its links. */
  withoutLinks: Paragraph;
}

/** A draft as components: a frame with the parts, and the rows. */
export function assemble({ parts, inside, below, accent }: Draft): APIMessageTopLevelComponent[] {
  const framed = [...toComponents(parts), ...inside];
  return framed.length === 0 ? [...below] : [container(framed, accent), ...below];
}

function toComponents(parts: readonly Part[]): APIComponentInContainer[] {
  const components: APIComponentInContainer[] = [];
  let texts: Paragraph[] = [];
  const end = (): void => {
    if (texts.length > 0) components.push(textDisplay(toMarkdown(texts)));
    texts = [];
  };
  for (const [at, part] of parts.entries()) {
    if (part.kind === 'text') {
      if (joinedTo(part.paragraph, parts[at - 1]) === undefined) end();
      texts.push(part.paragraph);
    } else {
      end();
      components.push(toComponent(part));
    }
  }
  end();
  return components;
}

function toComponent(part: Exclude<Part, { kind: 'text' }>): APIComponentInContainer {
  switch (part.kind) {
    case 'section':
      return section(toMarkdown([part.paragraph]), part.picture);
    case 'gallery':
      return gallery(part.pictures);
    case 'rule':
      return separator();
    default:
      return part satisfies never;
  }
}
