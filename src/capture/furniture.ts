import { type Document, type Element, textBelow } from '../html/tree/dom.ts';
import { collapseSpace } from '../text/collapse-space.ts';
import { isDateLine } from '../text/date-lines.ts';
import { pattern } from '../text/pattern.ts';
import { paragraphsBelow } from './paragraphs.ts';

/** Words around the time of publication, the reading time and the authors. */
const LABELS = pattern('giu')`
  (?<![\p{L}\p{N}])(?:
    by|von|par|por|di|door|af|av|autor(?:in)?|auteur|author|text|words|written|story|published|posted|updated
    |first|last|veröffentlicht|publiziert|erschienen|aktualisiert|zuletzt|stand|publié|mis à jour|publicado
    |actualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt|publicerad|uppdaterad|publisert|oppdatert|sist
    |udgivet|opdateret|opublikowano|aktualizacja|(?:estimated )?reading time|lesezeit|temps de lecture
    |tiempo de lectura|tempo di lettura|leestijd|lästid|lesetid|min(?:s|uten?|utes?|uti|utos?)?|read|lecture
    |lesen
  )(?![\p{L}\p{N}])
`;
const GLUE = /(?<![\p{L}\p{N}])(?:and|und|et|y|e|en|och|og|am|um|uhr|on|at|le|el|à|il|op|in)(?![\p{L}\p{N}])/giu;
const MAX_UNITS = 120;
/** A question whether a service may show its content here and get data of the reader. */
const PERMISSION = pattern('isu')`
  (?:
    personenbezogene(?:n)? daten|personal data|données (?:à caractère )?personnelles|datos personales
    |dati personali|persoonsgegevens|personuppgifter|persondata
  ).{0,120}(?:dritt|third|tiers|tercer|terz|derden|tredje)
  |(?:third[- ]party|externe[rn]?) (?:content|inhalt)\w*.{0,80}(?:cookies|consent|zustimm|einverstanden)
`;
const MAX_BOX_UNITS = 900;
/** A limit, so that the time stays linear in the page. */
const MAX_FOUND = 100;

/**
 * What a page puts around an article's text: lines that only repeat its authors, its time or how long it takes to read, and
 * boxes that ask for permission to show what a service has.
 */
export function findFurniture(document: Document, authors: readonly string[]): ReadonlySet<Element> {
  const found = new Set<Element>();
  for (const paragraph of paragraphsBelow(document)) {
    const text = collapseSpace(textBelow(paragraph));
    if (found.size < MAX_FOUND && text.length <= MAX_BOX_UNITS && PERMISSION.test(text))
      found.add(boxAround(paragraph));
    else if (!/^h[1-6]$/.test(paragraph.name) && isByline(text, authors)) found.add(paragraph);
  }
  return found;
}

/** Whether nothing is left of a line without the names of the authors, labels and a date. */
function isByline(text: string, authors: readonly string[]): boolean {
  if (text.length > MAX_UNITS) return false;
  let rest = text.toLowerCase();
  for (const name of authors) rest = rest.replaceAll(name.toLowerCase(), ' ');
  rest = rest.replace(LABELS, ' ');
  if (rest === text.toLowerCase()) return false;
  const bare = collapseSpace(rest.replace(GLUE, ' ').replace(/[^\p{L}\p{N}.:/-]+/gu, ' '));
  return (
    /^[^\p{L}\p{N}]*(?:\d{1,2})?[^\p{L}\p{N}]*$/u.test(bare) || isDateLine(bare) || isDateLine(collapseSpace(rest))
  );
}

/** The largest element around a question that has little else. */
function boxAround(question: Element): Element {
  const maxUnits = Math.min(MAX_BOX_UNITS, textBelow(question).length * 3 + 200);
  let box = question;
  for (let at = question.parent; at.type === 'tag' && !/^(?:body|main|article)$/.test(at.name); at = at.parent) {
    if (textBelow(at).length > maxUnits) break;
    box = at;
  }
  return box;
}
