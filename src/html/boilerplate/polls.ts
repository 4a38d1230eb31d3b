import { endsWithStop } from '../../text/sentences/sentence-end.ts';
import type { StatsOf } from '../element-stats.ts';
import { attribute, type Document, type Element, findAllBelow, previousElement, textUpTo, walk } from '../tree/dom.ts';

const MIN_BUTTONS = 2;
/** Polls with more of the page than this are its text. */
const MAX_SHARE = 0.4;
/** A page with more is a form, or a test. */
const MAX_POLLS = 12;
/** The most characters of a poll, without white space. */
const MAX_POLL_CHARS = 400;
/** The elements between a button and the box of the whole poll. */
const MAX_LEVELS = 8;
/** A longer sentence is text of the article, in UTF-16 units. */
const MAX_ANSWER_UNITS = 80;
const MAX_QUESTION_UNITS = 200;

/**
 * Finds the questions that readers answer on the page: boxes with several radio buttons of one name, which exclude each other
 * (https://html.spec.whatwg.org/#radio-button-group). Above longer text they are tabs. On a page of nothing else they are its text.
 */
export function findPolls(
  root: Document | Element,
  { statsOf, chars }: { statsOf: StatsOf; chars: number },
): Element[] {
  const groups = Map.groupBy(findAllBelow(root, isRadioButton), (button) => attribute(button, 'name'));
  if (groups.size > MAX_POLLS) return [];
  const polls = [...groups.values()].flatMap((buttons) => {
    const poll = pollAround(buttons, root, statsOf);
    return poll === undefined ? [] : [poll, ...questionAbove(poll)];
  });
  return polls.reduce((sum, poll) => sum + statsOf(poll).chars, 0) > chars * MAX_SHARE ? [] : polls;
}

function isRadioButton(element: Element): boolean {
  return element.name === 'input' && /^radio$/i.test(attribute(element, 'type'));
}

/** The outermost box of the buttons that has no more than a poll has. */
function pollAround(buttons: readonly Element[], root: Document | Element, statsOf: StatsOf): Element | undefined {
  const [first] = buttons;
  const last = buttons.at(-1);
  if (first === undefined || last === undefined || buttons.length < MIN_BUTTONS) return undefined;
  const around = new Set(boxesOf(last, root));
  return boxesOf(first, root)
    .filter((box) => around.has(box))
    .findLast((box) => statsOf(box).chars <= MAX_POLL_CHARS && statsOf(box).visuals === 0 && !hasText(box));
}

function boxesOf({ parent }: Element, root: Document | Element): Element[] {
  const boxes: Element[] = [];
  for (let node = parent; node !== root && node.type === 'tag' && boxes.length < MAX_LEVELS; node = node.parent)
    boxes.push(node);
  return boxes;
}

/** Whether a box has a sentence that is longer than an answer. */
function hasText(box: Element): boolean {
  let found = false;
  walk(box, {
    enter: () => (found ? 'skip' : undefined),
    leave: () => {},
    text: (text) => {
      const line = text.trim();
      found ||= line.length > MAX_ANSWER_UNITS && endsWithStop(line) && !isQuestion(line);
    },
  });
  return found;
}

function isQuestion(line: string): boolean {
  return /[?？؟]$/u.test(line);
}

/** The question may be in front of the box. */
function questionAbove(poll: Element): Element[] {
  const above = previousElement(poll);
  const text = above && textUpTo(above, MAX_QUESTION_UNITS)?.trim();
  return above !== undefined && text !== undefined && isQuestion(text) ? [above] : [];
}
