/** Words that ask to edit what there is, and the request behind them. */
export interface Edit {
  kind: 'change' | 'add' | 'end';
  /** Without those words; the number of a subscription comes first, as `#2`. Empty if nothing else was typed. */
  rest: string;
}

const IT = '(?:it|this|that|mine|(?:the|my) (?:time|digest|subscription))';
const LINE = '(?:#|number |no\\.? ?)?(\\d{1,2})|the (first|second|third)(?: (?:one|digest|subscription))?';
const WHAT = '(?:时间|時間|推送时间|推送時間|订阅|訂閱)';
const NUMBERED = '(第[一二三四五六七八九十\\d]{1,2}[个個条條])';
/** Words at the start by what they ask for. A number of a subscription is in a group. */
const STARTS: Readonly<Record<Edit['kind'], readonly string[]>> = {
  change: [
    `(?:change|move|switch|reschedule|shift|set)(?: (?:${IT}|${LINE}))? to\\s+|make (?:it|that|${LINE})\\s+|(?:change|move) ${IT}(?: for)?\\s+|the (first|second|third) (?:one|digest|subscription)(?: (?:to|at))?\\s+`,
    `(?:把)?(?:${WHAT}|${NUMBERED})?(?:的)?${WHAT}?(?:改到|改为|改為|改成|改做|换成|換成|换到|換到|调到|調到|调整到|調整到|调成|調成|推迟到|推遲到|提前到)\\s*`,
    '(?:änder[en]?|verschieb[en]?|stell)(?: (?:es|das|die (?:zeit|uhrzeit)))? (?:auf|zu)\\s+',
    '(?:change|passe|déplace|mets)[rz]?(?:-(?:le|la))?(?: l’heure)? (?:pour|à|au)\\s+',
    '(?:cámbial[oa]|cambia(?:r|lo)?|pon)(?: (?:la hora|el horario))? a\\s+|(?:mud[ae]|altera)r?(?: (?:o horário|a hora))? (?:para|pra)(?: as?| às?)?\\s+|(?:(?:spost|cambi)alo|(?:cambia|sposta) (?:l’ora|l’orario)) a\\s*(?=l|\\d)',
    '(?:измени(?:ть)?|перенеси|поменяй|поставь)(?: время)? на\\s+|(?:зміни(?:ти)?|перенеси)(?: час)? на\\s+',
  ],
  add: [
    '(?:and )?(?:also|add|plus)(?: send(?: it| me one| one)?)?(?: (?:one|another|another one|a digest|a time))?(?: (?:at|on))?\\s+',
    '(?:再|另外|还要|還要|也要)?(?:加|添加|增加|追加|来|來)(?:上|一个|一個|个|個|一次|一份|一期)+\\s*|(?:增加|添加|追加|还要|還要|也要)\\s*',
    '(?:auch|zusätzlich)(?: noch)?\\s+|aussi\\s+|ajoute[rz]?\\s+|también\\s+|(?:añade|agregar?)\\s+|também\\s+|adicion[ae]r?\\s+|anche\\s+|aggiungi\\s+',
    '(?:также|добавь(?:те)?)(?: ещё)?\\s+|(?:також|додай(?:те)?)(?: ще)?\\s+|ayrıca\\s+|أيضا\\s+|أضف\\s+',
  ],
  end: [
    '(?:no longer|stop|cancel|remove|drop|delete|unsubscribe|turn off)(?![\\p{L}])(?: (?:sending|getting|from|the|my|me|this|it|digests?|subscriptions?|updates|news|topics?|about|for|to|on)(?![\\p{L}]))*\\s*',
    '(?:取消|退订|退訂|停止|停掉|停发|停發|删除|刪除|去掉|去除|移除)(?:掉)?(?:订阅|訂閱|推送|推播|发送|發送)?\\s*',
    '(?:abbestellen|beende|lösche)(?![\\p{L}])\\s*|(?:arrête|annule|supprime)[rz]?(?![\\p{L}])(?: de m’envoyer)?\\s*|(?:cancelar?|eliminar?|borrar?|remove[r]?|annulla|cancella|rimuovi)(?![\\p{L}])\\s*',
    '(?:отмени(?:ть|те)?|удали(?:ть|те)?|отпиши(?:сь|те|тесь)?|прекрати(?:те)?)(?![\\p{L}])\\s*|(?:скасу(?:й|вати)|видали(?:ти)?|відпиши(?:сь)?|припини)(?![\\p{L}])\\s*|(?:إلغاء|ألغ|أوقف)(?![\\p{L}])\\s*',
  ],
};
const POLITE =
  '(?:(?:please|pls|(?:can|could|would|will) you|bitte|请|請|麻烦|麻煩|帮我|幫我|пожалуйста|будь ласка)\\s*)*';
const BEFORE = `(?:#?(\\d{1,2})\\s+|${NUMBERED}\\s*)?`;
const PATTERNS = (['change', 'add', 'end'] as const).map(
  (kind) => [kind, new RegExp(`^${BEFORE}${POLITE}(?:${STARTS[kind].join('|')})`, 'iu')] as const,
);
/** Words at the end that ask to add. */
const TOO = /(?:\s+(?:as well|too|hinzu)|也要|も(?:追加)?|도(?: 추가)?)$/iu;
const TAIL = /(?:\s*(?:,\s*)?(?:instead|please|pls|stattdessen)|吧)+[.!。！]?$/iu;
/** Words at the end that ask to change. */
const INSTEAD =
  /(?:(?:으로|로) ?(?:바꿔|변경|옮겨)(?: ?줘| ?주세요|해줘|해 주세요|해주세요)?|(?<=^(?:kannst du |könntest du |bitte )?(?:das|es|die zeit) (?:auf|zu) .+)\s+(?:verschieben|ändern|stellen|legen|verlegen)|に(?:変更|変え|して)(?:して|て)?(?:ください)?|(?<=\d)[’']?y?[ae] (?:al|değiştir|çek)|\s+(?:instead|stattdessen|à la place|en su lugar|invece)|代わりに|대신)[.!?]?$/iu;
/** What is changed by a verb at the end. */
const OBJECT =
  /^(?:(?:kannst|könntest) du |bitte )?(?:(?:das|es|die (?:zeit|uhrzeit)) (?:auf|zu) |saati |時間を|시간을\s*)/iu;
const ORDINALS = ['first', 'second', 'third'];

/** Reads words that ask to change, to add to or to end a subscription: `change it to 9:30`, `also at 18:00`, `取消周末`. */
export function readEdit(typed: string): Edit | undefined {
  const text = typed.trim().replace(TAIL, '');
  for (const [kind, pattern] of PATTERNS) {
    const [start, ...groups] = pattern.exec(text) ?? [];
    const line = groups.find((group) => group !== undefined);
    if (start !== undefined) return { kind, rest: `${toMark(line)}${text.slice(start.length)}`.trim() };
  }
  const instead = typed.trim().replace(INSTEAD, '');
  if (instead !== typed.trim()) return { kind: 'change', rest: instead.replace(OBJECT, '') };
  return TOO.test(text) ? { kind: 'add', rest: text.replace(TOO, '') } : undefined;
}

function toMark(line: string | undefined): string {
  if (line === undefined) return '';
  const ordinal = ORDINALS.indexOf(line.toLowerCase()) + 1;
  return line.startsWith('第') ? line : `#${ordinal || line} `;
}
