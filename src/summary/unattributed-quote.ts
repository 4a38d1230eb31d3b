const SPEECH_VERBS_EN =
  'said|says|added|adds|told|tells|wrote|writes|explained|explains|recalled|noted|argued|insisted|replied|admitted|warned';
const CLOSING_QUOTE = '[”"»“\'’],?';

/** Attributions to a pronoun, or, in languages that omit pronouns, without a subject. */
const PRONOUN_ATTRIBUTION = [
  `(?:he|she|they|it) (?:also )?(?:${SPEECH_VERBS_EN})`,
  `(?:${SPEECH_VERBS_EN}) (?:he|she|they)`,
  '(?:sagte|sagt|erklärte|betonte|meinte|so|schrieb|ergänzte) (?:er|sie)',
  '\\p{L}+-(?:t-)?(?:ils?|elles?)',
  '(?:dijo|dice|afirmó|explicó|señaló|señala|aseguró|añadió|agregó|declaró|sostuvo|indicó|disse|afirmou|explicou|declarou|acrescentou)' +
    '(?=[.,]|$| (?:este|esta|ayer|hoy|en|durante|cuando|al|em|na|no|ao|ontem|hoje|nesta|neste))',
  '(?:ha (?:detto|aggiunto|spiegato|dichiarato)|spiega|dice|aggiunge)(?=[.,]|$| (?:in|nel|ai|a))',
  '[–—-] (?:сказал|заявил|отметил|добавил|пояснил|подчеркнул|рассказал)а?(?:[.,]| (?:он|она))',
  '[–—-] (?:сказа|заяви|дода|зазначи|поясни|наголоси|розпові)(?:в|ла)(?:[.,]| (?:він|вона))',
  '(?:dedi|diye konuştu|şeklinde konuştu|ifadesini kullandı|ifadelerini kullandı|diye ekledi)\\.?$',
].join('|');
const QUOTE_WITH_ATTRIBUTION = new RegExp(
  `^(?:["“«„].{0,400}?${CLOSING_QUOTE}|.{10,300}?,) (?:${PRONOUN_ATTRIBUTION})(?![\\p{L}])`,
  'su',
);
const QUOTATION = /["“«„][^"“”«»„]*["”»“]/gu;
const OPENING_QUOTE = /^["“«„]/;
/** A first word that is not a name. */
const COMMON_FIRST_WORD = /^(?:The|A|An|There|In|At|On|We|You|If|No|Some|Many|Most|All|For)\s/;
const NAME = /\p{Lu}\p{Ll}/u;

/** Whether a sentence quotes a speaker without a name: as "he", or not at all. */
export function isUnattributedQuote(text: string): boolean {
  const isQuoted = OPENING_QUOTE.test(text);
  if (!isQuoted && !COMMON_FIRST_WORD.test(text)) return false;
  if (!QUOTE_WITH_ATTRIBUTION.test(text)) return false;
  const rest = isQuoted ? text.replace(QUOTATION, '') : text.slice(text.indexOf(' '));
  return !NAME.test(rest);
}
