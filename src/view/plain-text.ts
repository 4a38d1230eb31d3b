import type { Language } from '../locales/language.ts';
import { createTranslator } from '../locales/translator.ts';
import type { Paper } from './paper.ts';
import { renderPlainBlock } from './plain-blocks.ts';
import { renderPlainButtons } from './plain-buttons.ts';
import type { Action, Block, View } from './view.ts';

/** How a terminal shows a view. */
export interface PlainTextOptions {
  /** Columns; lines are not wrapped without it. Addresses are never broken. */
  width?: number | undefined;
  /** Whether to use ANSI styles. */
  colour: boolean;
  language: Language;
}

/** A view as a terminal shows it. */
export interface PlainText {
  text: string;
  buttons: readonly Action[];
  /** What the first button is pressed by: the number of a list's first article, else 1. */
  firstButton: number;
}

const LEAST_WIDTH = 20;

/**
 * A view as text for a terminal, and its buttons in the order of their numbers. No word and no address is lost, except
 * the fallbacks of pictures; whatever could steer a terminal or turn its writing direction is taken out.
 */
export function renderPlainText(view: View, { width, colour, language }: PlainTextOptions): PlainText {
  const firstButton = view.list?.first ?? 1;
  const paper = {
    ...(width !== undefined && { width: Math.max(LEAST_WIDTH, width) }),
    colour,
    t: createTranslator(language),
  };
  const blocks = renderBlocks(view.blocks, paper);
  const buttons = renderPlainButtons(view, { firstButton, above: blocks, paper }).join('\n');
  const text = [blocks, buttons].filter((part) => part !== '').join('\n\n');
  return { text, buttons: view.actions, firstButton };
}

function renderBlocks(blocks: View['blocks'], paper: Paper): string {
  const shown = blocks
    .map((block) => ({ block, lines: renderPlainBlock(block, paper) }))
    .filter(({ lines }) => lines.length > 0);
  return shown.reduce((text, { block, lines }, index) => {
    const gap = isTight(shown[index - 2]?.block, shown[index - 1]?.block, block) ? '\n' : '\n\n';
    return text + (index === 0 ? '' : gap) + lines.join('\n');
  }, '');
}

/** A line under a heading belongs to it, and one that introduces a list belongs to the list. */
function isTight(earlier: Block | undefined, before: Block | undefined, block: Block): boolean {
  if (before?.kind === 'heading') return isSubtle(block);
  return isSubtle(before) && block.kind === 'list' && earlier?.kind !== 'heading';
}

function isSubtle(block: Block | undefined): boolean {
  return block?.kind === 'text' && block.subtle === true;
}
