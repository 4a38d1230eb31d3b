/** "[海港日報 홍길동 기자]", "(서울=연합뉴스) 홍길동 기자 =": the reporter before the first sentence, as Korean outlets write. */
const KOREAN = [
  /^[[【(]\s*(?:[^\])】]{1,24}\s)?(\p{Script=Hangul}{2,4})\s?(?:선임|인턴|객원)?기자\s*[\]】)]/u,
  /^[([][^()[\]]{2,20}=[^()[\]]{2,20}[)\]]\s*(\p{Script=Hangul}{2,4}(?:[\s·]\p{Script=Hangul}{2,4}){0,3})\s기자\s*=/u,
];
/** "〔記者林晚／台北報導〕", "（海港社記者林小明台北24日電）": as outlets of Taiwan write. */
const CHINESE = [
  /^[〔【［[（(]\s*(?:\p{Script=Han}{2,8})??(?:記者|记者)\s?(\p{Script=Han}{2,4}(?:[、，\s]\p{Script=Han}{2,4}){0,3})\s?[／/]\s?\p{Script=Han}{2,10}(?:報導|报道|报导|專訪|電)\s*[〕】］\]）)]/u,
  /^[（(]\p{Script=Han}{2,6}社(?:記者|记者)(\p{Script=Han}{2,3})\p{Script=Han}{2,3}\d{1,2}日(?:綜合|专|專)?[電电][）)]/u,
];

/** The reporters whom the opening of a text names in brackets before its first sentence; [] if it names none. */
export function readReporterOpening(text: string): string[] {
  const opening = text.slice(0, 80).trimStart();
  const names = [...KOREAN, ...CHINESE].flatMap((pattern) => pattern.exec(opening)?.[1] ?? []).slice(0, 1);
  return names.flatMap((list) => list.split(/[\s、，·]+/u));
}
