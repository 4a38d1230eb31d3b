const ROLE =
  '(?:[图圖]片|资料|資料|新闻|新聞|消息)?[来來]源|原?[标標][题題]|作者|[译譯]者|[记記]者|[责責]任?[编編][辑輯]?|[编編][辑輯译譯者]|' +
  '[摄攝]影(?:[记記]者)?|采[写寫访訪]|撰[写寫文稿]|凝炼|翻[译譯]|校[对對]|[制製]作|[监監][制製]|策[划劃]|出品|[设設][计計]|文|[图圖]';
/** Author, photographer or source: "来源：…", "采写/…", "…|撰稿". */
const CREDIT = new RegExp(`^[（(【]?(?:${ROLE})\\s?[:：/／|｜丨]|[|｜丨/／]\\s?(?:${ROLE})[）)】]?$|^©`, 'u');

const PUBLICATION =
  '本文(?:作者|[为為][《“「]|首[发發]|[转轉](?:自|[载載])|原[载載]|[来來]自|[仅僅]代表|[经經].{0,12}授[权權])';
const REQUEST_OBJECT =
  '(?:[关關]注|[订訂][阅閱]|收[听聽看]|加入|投稿|[下上]方|上[图圖]|二[维維][码碼]|[阅閱][读讀]|您|大家|[链鏈鍊]接|文末)';
const REQUEST = `[请請](?:点|點|[关關]注|[订訂]|[扫掃])|(?:点[击開开]|點[擊開]|[扫掃]描|[长長]按|[欢歡]迎)${REQUEST_OBJECT}`;
const READERS = '(?:[读讀]者|[听聽][众眾]|[观觀][众眾])';
const GREETING = `大家好|各位(?:${READERS}|[网網]友|朋友)|[亲親][爱愛]的(?:${READERS}|朋友)|${READERS}朋友|[您你]们?好[，,！!。]`;
/** A publication note, a request or a greeting to the readers. */
const NOTICE = new RegExp(`^(?:【[^】]{2,8}】|[（(])?(?:${PUBLICATION}|${REQUEST}|${GREETING})`, 'u');

/** Whether a Chinese line is boilerplate: a credit, a publication note, a greeting or a request to the readers. */
export function isChineseBoilerplateLine(text: string): boolean {
  return CREDIT.test(text) || NOTICE.test(text);
}
