import type { Language } from '../locales/languages.ts';
import { createTranslator } from '../locales/translator.ts';
import { toTerminalText } from '../text/terminal-text.ts';
import type { Paper } from './paper.ts';
import type { AddressStyle } from './plain-address.ts';
import { renderPlainBlock } from './plain-blocks.ts';
import { renderPlainButtons } from './plain-buttons.ts';
import type { Action, Block, View } from './view.ts';

/** How to render a view for a terminal. */
export interface PlainTextOptions {
  /** Columns. Without it lines are not wrapped. Addresses are never broken. */
  width?: number | undefined;
  /** Whether to use ANSI styles. */
  colour: boolean;
  addresses?: AddressStyle | undefined;
  language: Language;
}

/** A view rendered for a terminal. */
export interface PlainText {
  text: string;
  buttons: readonly Action[];
  /** The number of the first button: that of a list's first article, else 1. */
  firstButton: number;
}

const LEAST_WIDTH = 20;

/**
 * Renders a view as text for a terminal, with its buttons in the order of their numbers. No word and no address is lost, except
 * the fallbacks of pictures. A file is its text, unwrapped, so that it can be copied or redirected. Control characters and changes of the writing direction are removed.
 */
export function renderPlainText(view: View, { width, colour, addresses, language }: PlainTextOptions): PlainText {
  const firstButton = view.list?.first ?? 1;
  const paper = {
    ...(width !== undefined && { width: Math.max(LEAST_WIDTH, width) }),
    colour,
    ...(addresses !== undefined && { addresses }),
    t: createTranslator(language),
  };
  const blocks = renderBlocks(view.blocks, paper);
  const buttons = renderPlainButtons(view, { firstButton, above: blocks, paper }).join('\n');
  const file = view.file === undefined ? '' : toTerminalText(view.file.text).trimEnd();
  const text = [blocks, file, buttons].filter((part) => part !== '').join('\n\n');
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

/** No blank line between a heading and its subline, nor between an introduction and its list. */
function isTight(earlier: Block | undefined, before: Block | undefined, block: Block): boolean {
  if (before?.kind === 'heading') return isSubtle(block);
  return isSubtle(before) && block.kind === 'list' && earlier?.kind !== 'heading';
}

function isSubtle(block: Block | undefined): boolean {
  return block?.kind === 'text' && block.subtle === true;
}
