import { isCalendarWord } from './date-lines.ts';
import { pattern } from './pattern.ts';

const MAX_NAME_UNITS = 50;
/** A role, a section, a counter or a label of its own. */
const NO_NAME = pattern('iu')`
  ^(?:
    (?:
      (?:
        senior|chief|deputy|managing|contributing|executive|associate|assistant|staff|special|foreign
        |political|science|business|sports?|digital|news|video|audience|freelance|lead
      )\s+
    )*(?:
      correspondent|editor(?:-in-chief)?|reporter|journalist|writer|columnist|contributor|producer
      |photographer|analyst|author|staff|role
    )s?
    |news|updated?|published|min(?:\.|utes?)?|read|share|follow|comments?|opinion|analysis|exclusive|subscribe
    |corresponsal(?:\s.*)?|enviad[oa] especial(?:\s.*)?|presidente?\s.*|redacteur\w*|redakteur\w*(?:\s.*)?
    |autor(?:in)?|von|by|nachrichtenagentur|nyheter|reporter:?|journalistin?|zur person|mehr|view|posts?|bio
    |(?:about the|sobre (?:el|la|o|a)|über (?:den|die)|à propos de l[’']) ?a?u(?:thor|tore?a?|teure?)(?:in)?|关于作者|關於作者
    |(?:view|see|read|show|browse) all(?: (?:posts|articles|stories|entries))?|all posts|ver (?:todas las entradas|todos os (?:posts|artigos))
    |alle (?:beiträge|artikel) (?:anzeigen|ansehen|lesen)|voir tous (?:les|ses) articles|tutti gli articoli|查看所有文章
    |profile|contact|e-?mail|twitter|記者|记者|编辑|編輯|作者|来源|來源|原创|原創|转载|轉載|首发|首發|기자
  )$
`;
const NO_NAME_START = pattern('iu')`
  ^(?:
    reporting|foto|photo|фото|ảnh|kuva|bild|image|picture|quelle|source|fuente|tags?|category|updated
    |published|publié|publicado|veröffentlicht|aktualisiert|pubblicato|opublikowano|mis à jour|last|posted on
    |copyright|©|role|lesezeit|reading time|来源|來源|责编|責編|编辑|字体|时间|浏览|阅读|点击
  )(?=[\s:：,，/|（(\d]|$|[\p{Script=Han}])
`;

const SHARE_WORDS =
  /\b(?:facebook|whatsapp|twitter|linkedin|mastodon|bluesky|instagram|e-?mail|copiar|share|follow)\b/iu;
const NO_NAME_CHARACTERS = /^[“„«"]|\d|[@=<>{}?!？！。…「」]|.《|》.|https?:|www\.|\.(?:com|org|net|html?)\b/iu;
const CONJUNCTION = /^(?:and|und|et|y|e|og|och|og|en|with|mit|in|at|of|the|for)$/iu;

/** Whether a text can be the name of a person or an agency: not a date, a role, a label or a counter. */
export function isName(text: string): boolean {
  const hasLetters = /\p{L}\p{M}*\p{L}|\p{L}\.|[\p{Script=Han}\p{Script=Hangul}]/u.test(text);
  if (text.length < 2 || text.length > MAX_NAME_UNITS || !hasLetters) return false;
  if (NO_NAME_CHARACTERS.test(text) && !/^(?:\p{Lu}+|\p{Script=Han}{2,})\d{1,2}$/u.test(text)) return false;
  if (NO_NAME.test(text) || NO_NAME_START.test(text) || CONJUNCTION.test(text) || SHARE_WORDS.test(text)) return false;
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.every(isCalendarWord)) return false;
  return !/^\p{Ll}+\s\p{Ll}+(?!\p{L})|\p{Ll}{4}\.$/u.test(text) && words.length <= 7;
}
