/** Frequent characters that occur only in simplified Chinese. */
const SIMPLIFIED_ONLY =
  '国这为对会们来时发说过经与关学将报现动当数实员权业开长进还体议资区应机华间问场无从据认总种两称该联网么点务产题选际论样统' +
  '党济尔计达许确调记军声电导决义欧让则湾处战举续视结亚组证约话师参东领护维变图规传标运书给严评张设罗责价条预显难医观审门响' +
  '获构专击织广离势项马见头协亿办卫担号备历况带边习极闻风监压单转态状团创险访诉线检继测识级类独觉车贸纪写队术币连仅气执谈随' +
  '试营远陆断络讲终汉较诊绝兰驻纳负录陈户亲语编紧财请费却质属节临违职坚银环愿顿虑针双儿减货润满够频读馆爱阳围虽层讨汇刚讯岁' +
  '译听农坏恶诺验稳顶债伤欢购释帮吗刘乐库买杀轻飞忧错纽热扩损弹竞红暂细韩兴拥优装伦郑剧额钱简岛谓龙积择触顾销宪补鲁疗劳寻误';

/** Their traditional forms, which never occur in simplified Chinese. */
const TRADITIONAL_ONLY =
  '國這為對會們來時發說過經與關學將報現動當數實員權業開長進還體議資區應機華間問場無從據認總種兩稱該聯網麼點務產題選際論樣統' +
  '黨濟爾計達許確調記軍聲電導決義歐讓則灣處戰舉續視結亞組證約話師參東領護維變圖規傳標運書給嚴評張設羅責價條預顯難醫觀審門響' +
  '獲構專擊織廣離勢項馬見頭協億辦衛擔號備歷況帶邊習極聞風監壓單轉態狀團創險訪訴線檢繼測識級類獨覺車貿紀寫隊術幣連僅氣執談隨' +
  '試營遠陸斷絡講終漢較診絕蘭駐納負錄陳戶親語編緊財請費卻質屬節臨違職堅銀環願頓慮針雙兒減貨潤滿夠頻讀館愛陽圍雖層討匯剛訊歲' +
  '譯聽農壞惡諾驗穩頂債傷歡購釋幫嗎劉樂庫買殺輕飛憂錯紐熱擴損彈競紅暫細韓興擁優裝倫鄭劇額錢簡島謂龍積擇觸顧銷憲補魯療勞尋誤';

const SIMPLIFIED = 1;
const TRADITIONAL = 2;
/** The variant of each UTF-16 unit; 0 if it is in both or in none. */
const VARIANT_OF = new Uint8Array(0x1_0000);
for (const character of SIMPLIFIED_ONLY) VARIANT_OF[character.charCodeAt(0)] = SIMPLIFIED;
for (const character of TRADITIONAL_ONLY) VARIANT_OF[character.charCodeAt(0)] ||= TRADITIONAL;

function countVariants(text: string): { simplified: number; traditional: number } {
  const counts = [0, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const variant = VARIANT_OF[text.charCodeAt(at)] ?? 0;
    counts[variant] = (counts[variant] ?? 0) + 1;
  }
  return { simplified: counts[SIMPLIFIED] ?? 0, traditional: counts[TRADITIONAL] ?? 0 };
}

/** How many characters of one variant, and how many times more than of the other, overrule the declaration. */
const OVERRULING_COUNT = 10;
const OVERRULING_RATIO = 4;

/**
 * Decides between `zh-Hans` and `zh-Hant`. A declared script or region wins, unless the characters are clearly of the
 * other variant; without a declaration, the characters decide.
 */
export function detectChineseVariant(text: string, declared: Intl.Locale | undefined): string {
  const { simplified, traditional } = countVariants(text);
  const [most, least] = [Math.max(simplified, traditional), Math.min(simplified, traditional)];
  const byText = traditional > simplified ? 'zh-Hant' : 'zh-Hans';
  const isDeclared = declared?.language === 'zh' && (declared.script ?? declared.region) !== undefined;
  if (!isDeclared || (most >= OVERRULING_COUNT && most >= least * OVERRULING_RATIO))
    return most > 0 || !isDeclared ? byText : 'zh-Hans';
  return declared.maximize().script === 'Hant' ? 'zh-Hant' : 'zh-Hans';
}
