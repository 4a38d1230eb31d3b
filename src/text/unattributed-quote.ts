const SAYING_EN =
  'said|says|added|adds|told|tells|wrote|writes|explained|explains|recalled|noted|argued|insisted|replied|admitted|warned';
const CLOSED = '[”"»“\'’],?';

/** What says who speaks by a pronoun only, or in languages that need none, not at all. */
const UNNAMED = [
  `(?:he|she|they|it) (?:also )?(?:${SAYING_EN})`,
  `(?:${SAYING_EN}) (?:he|she|they)`,
  '(?:sagte|sagt|erklärte|betonte|meinte|so|schrieb|ergänzte) (?:er|sie)',
  '\\p{L}+-(?:t-)?(?:ils?|elles?)',
  '(?:dijo|dice|afirmó|explicó|señaló|señala|aseguró|añadió|agregó|declaró|sostuvo|indicó|disse|afirmou|explicou|declarou|acrescentou)' +
    '(?=[.,]|$| (?:este|esta|ayer|hoy|en|durante|cuando|al|em|na|no|ao|ontem|hoje|nesta|neste))',
  '(?:ha (?:detto|aggiunto|spiegato|dichiarato)|spiega|dice|aggiunge)(?=[.,]|$| (?:in|nel|ai|a))',
  '[–—-] (?:сказал|заявил|отметил|добавил|пояснил|подчеркнул|рассказал)а?(?:[.,]| (?:он|она))',
  '[–—-] (?:сказа|заяви|дода|зазначи|поясни|наголоси|розпові)(?:в|ла)(?:[.,]| (?:він|вона))',
  '(?:dedi|diye konuştu|şeklinde konuştu|ifadesini kullandı|ifadelerini kullandı|diye ekledi)\\.?$',
].join('|');
const SAID = new RegExp(`^(?:["“«„].{0,400}?${CLOSED}|.{10,300}?,) (?:${UNNAMED})(?![\\p{L}])`, 'su');
const QUOTED = /["“«„][^"“”«»„]*["”»“]/gu;
const OPENS_QUOTED = /^["“«„]/;
/** Opens a sentence whose first word is nobody's name. */
const ARTICLE = /^(?:The|A|An|There|In|At|On|We|You|If|No|Some|Many|Most|All|For)\s/;
const NAME = /\p{Lu}\p{Ll}/u;

/** Whether a sentence is what somebody says who is called "he" or not at all, and whose name stands elsewhere. */
export function isUnattributedQuote(text: string): boolean {
  const quoted = OPENS_QUOTED.test(text);
  if (!quoted && !ARTICLE.test(text)) return false;
  if (!SAID.test(text)) return false;
  const rest = quoted ? text.replace(QUOTED, '') : text.slice(text.indexOf(' '));
  return !NAME.test(rest);
}
