import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { GREETINGS } from './greetings.ts';
import { hi } from './hi.ts';
import { id } from './id.ts';
import { COMMANDS, type Intent, type Phrases } from './intents.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';
import { vi } from './vi.ts';
import { zh } from './zh.ts';

const FRAGMENTS: Readonly<Record<string, string>> = {
  greeting: `(${GREETINGS.replaceAll('(?:', '(')})`,
  topic: '<.{2,40}?>',
  nth: 'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth',
  ordinal: 'the ({nth})( (one|article|story))?|({nth}) (one|article|story)',
  open: '((((can|could) you )?(open|read( me)?|see|(show|give)( me)?|tell me about|summari[sz]e|what does)|我要看|我想看|打开|打開|阅读|閱讀|(总结|總結|概括)(一下)?|讲讲|講講|看看?|睇下?|读|讀)\\s*)?',
  says: '( says?|的?(全文|原文|内容|內容)|(讲|講|说|說|写|寫)了?(什么|甚么|甚麼|什麼|啥|咩))?',
};

/** In English, in Chinese, and in both at once. */
const NUMBERED: Phrases = {
  article: [
    '{open}(the )?(article |number |no\\.? ?|#)?<第?[\\d一二三四五六七八九十]{1,3}[篇条條则則个個]?|{ordinal}>{says}',
    '(ouvre|lis|montre|öffne|lies|zeig|abre|lee|muestra|leia|mostra|apri|leggi|открой|прочитай|покажи|відкрий|покажи|aç|buka|mở)\\p{L}*(-moi| mir| мне)? (l’|den |die |das |el |la |il |o |a |bài |makale |haber |artikel )?(article|artikel|artículo|artigo|articolo|стать[юи]|статтю|nummer)?( (numéro|nummer|número|numero|номер|nº))? ?<\\d{1,3}>',
    '(ouvre|lis|montre|öffne|lies|zeig|abre|lee|muestra|leia|mostra|apri|leggi|открой|прочитай|покажи|відкрий)\\p{L}*(-moi| mir| мне)? (le |la |den |die |das |el |il |lo |o |a )?<premi[eè]re?|deuxième|troisième|erste\\p{L}?|zweite\\p{L}?|dritte\\p{L}?|primer[oa]?|segund[oa]|tercer[oa]?|primeir[oa]|terceir[oa]|prim[oa]|second[oa]|terz[oa]|перв\\p{L}+|втор\\p{L}+|трет\\p{L}+|перш\\p{L}+|друг\\p{L}+>( (article|artikel|artículo|noticia|artigo|articolo|статью|новость|статтю))?',
    '<\\d{1,3}>(番目|つ目|番|本目)?の?(記事|ニュース)?(を)?(開いて|読んで|読みたい|見せて|見たい)(ください)?',
    '<\\d{1,3}>(번째?|번) ?(기사|글|뉴스)?(를|을)? ?(열어|보여|읽어)( ?줘| ?주세요)?',
    '(read|show) me (the )?["“”]?<.{2,40}?>["“”]? (piece|article|story)( again)?',
    '(open|read|show me) <(the )?(one|article|story) (about|on|with) .{2,40}>',
  ],
  section: [
    '{open}((section|part|chapter) )?<第?[\\d一二三四五六七八九十]{1,3}([节節章]|部分)|(the )?({nth}) (section|part|chapter)>',
  ],
};

const LANGUAGES: readonly Phrases[] = [NUMBERED, en, zh, fr, de, es, pt, it, ru, uk, tr, ar, ja, ko, vi, id, hi];
const END = '[\\s?？!！.。~～]*$';

/** Whole messages in any language, and the command that each means. */
export const PHRASES: readonly (readonly [RegExp, string])[] = (Object.keys(COMMANDS) as Intent[]).map((intent) => {
  const said = LANGUAGES.flatMap((phrases) => phrases[intent] ?? []);
  return [new RegExp(`^(?:${said.map(toPattern).join('|')})${END}`, 'iu'), COMMANDS[intent]];
});

function toPattern(phrase: string): string {
  return withFragments(phrase)
    .replace(/\((?!\?)/gu, '(?:')
    .replace(/<(?![!=])/gu, '(')
    .replaceAll('>', ')')
    .replaceAll('’', "[’']");
}

function withFragments(phrase: string): string {
  return phrase.replace(/\{([a-z]+)\}/gu, (_, name: string) => {
    const fragment = FRAGMENTS[name];
    if (fragment === undefined) throw new Error(`There is no fragment {${name}} for “${phrase}”.`);
    return withFragments(fragment);
  });
}
