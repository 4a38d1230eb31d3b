/** Words at the start that ask to change what there is: `change it to`, `make it`, `改到`. */
const CHANGE = new RegExp(
  [
    '(?:please )?(?:(?:change|move|switch|reschedule|shift)(?: (?:it|this|that|mine|the (?:time|digest|subscription)|my (?:digest|subscription)))? to|make (?:it|that)|(?:change|move) (?:it|the time)(?: for)?)\\s+',
    '(?:请|請)?(?:帮我|幫我)?(?:把)?(?:时间|時間|推送时间|推送時間|订阅|訂閱)?(?:改到|改为|改為|改成|改做|换成|換成|换到|換到|调到|調到|调整到|調整到|调成|調成|推迟到|推遲到|提前到)\\s*',
    '(?:bitte )?(?:änder[en]?|verschieb[en]?|stell)(?: (?:es|das))? auf\\s+',
    '(?:change|passe|déplace)[rz]?(?:-(?:le|la))? (?:pour|à|au)\\s+',
    '(?:cámbial[oa]|cambia(?:r|lo)?) a\\s+',
    '(?:измени(?:ть)?|перенеси|поменяй)(?: время)? на\\s+',
    '(?:зміни(?:ти)?|перенеси)(?: час)? на\\s+',
  ].join('|'),
  'iuy',
);

/** The request behind words that ask to change what there is; undefined without them. */
export function behindChangeWords(typed: string): string | undefined {
  const text = typed.trimStart();
  CHANGE.lastIndex = 0;
  const found = CHANGE.exec(text)?.[0] ?? '';
  const rest = text.slice(found.length);
  return found === '' || rest === '' ? undefined : rest;
}
