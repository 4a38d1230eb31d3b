import { collapseSpace } from '../text/collapse-space.ts';

const NAME = '(?!责编|責編|审校|審校|编辑|編輯|网编|校对|发稿)\\p{Script=Han}{2,4}(?![\\p{Script=Han}])';
const NAMES = `${NAME}(?:[、/\\s]\\s*${NAME})*`;
/** "记者：乔龙 责编：胡力汉", "自由亚洲电台记者 夏小华 台北报导 责编 许书婷", "编译 张涛；审校 白云". */
const BY_ROLE = new RegExp(
  `^[（(]?(?:(?:\\p{Script=Han}{2,6}电台|本台|本报|本刊)?(?:特约|特約)?(?:记者|記者)|作者|撰文|撰稿|编译|編譯|发稿|發稿)\\s*[：:/]?\\s*(${NAME})((?:[、/\\s]\\s*${NAME})*?)\\s*(?:[；;]|[）)]?$|(?:\\p{Script=Han}{2,4}(?:报道|報道|报导|報導)\\s*)?(?:责编|責編|审校|審校|编辑|編輯|网编|網編|校对|发稿))`,
  'u',
);
/** "邹宗翰/张慈 (路透社、法新社)". */
const BY_AGENCY = new RegExp(
  `^(${NAMES})\\s*[（(][^（）()]{0,40}(?:社|等|报导|報導|报道|報道|电台|Hessenschau)[）)]$`,
  'u',
);
const MAX_UNITS = 80;

/** Reads the authors in a last line that names writers and editors; none if the line is text. */
export function readSignOff(line: string): string[] {
  const text = collapseSpace(line);
  if (text.length > MAX_UNITS) return [];
  const role = BY_ROLE.exec(text);
  const names = role ? `${role[1] ?? ''} ${role[2] ?? ''}` : (BY_AGENCY.exec(text)?.[1] ?? '');
  return names.split(/[、/\s]+/u).filter((name) => name !== '');
}
