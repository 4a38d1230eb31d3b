import type { APIComponentInContainer, APIMessageTopLevelComponent } from 'discord.js';
import type { Part } from './blocks.ts';
import { container, gallery, type Row, section, separator, textDisplay } from './components.ts';
import { toMarkdown } from './markdown.ts';
import { joinedTo } from './pack.ts';
import type { Paragraph } from './paragraph.ts';

/** A message before it becomes Discord's components. */
export interface Draft {
  parts: readonly Part[];
  /** Rows of buttons and menus at the end of the container. */
  inside: readonly Row[];
  /** Rows below the container. */
  below: readonly Row[];
  /** The colour of the container's edge. */
  accent: number;
  /** The note in a message that has to be sent without its links. */
  withoutLinks: Paragraph;
}

/** A draft as components: a container with the parts, and the rows. */
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
