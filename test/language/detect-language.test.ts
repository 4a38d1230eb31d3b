import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/language/detect-language.ts';

const language = (text: string, declared: string | null = null): string | null =>
  detectLanguage(text, declared).language;
const ENGLISH =
  'The lake was frozen and the birds had left for the south, but nobody in the village was worried about it.';
const SPANISH =
  'El lago estaba helado y los pájaros se habían ido al sur, pero nadie en el pueblo estaba preocupado por ello.';

describe('detectLanguage', () => {
  it.each([
    ['湖面结冰了，鸟儿都飞走了，没有人说话。', 'zh-Hans'],
    ['湖面結冰了，鳥兒都飛走了，沒有人說話。', 'zh-Hant'],
    ['湖は凍って、鳥は南へ飛んで行った。', 'ja'],
    ['호수는 얼었고 새들은 남쪽으로 날아갔다.', 'ko'],
    ['ทะเลสาบกลายเป็นน้ำแข็งและนกบินไปทางใต้', 'th'],
    ['झील जम गई है और पक्षी दक्षिण की ओर उड़ गए हैं।', 'hi'],
    ['तळे गोठले आहे आणि पक्षी दक्षिणेकडे उडाले आहेत.', 'mr'],
    ['ஏரி உறைந்து பறவைகள் தெற்கே பறந்தன.', 'ta'],
    ['হ্রদ জমে গেছে এবং পাখিরা দক্ষিণে উড়ে গেছে।', 'bn'],
    ['האגם קפא והציפורים עפו דרומה.', 'he'],
    ['تجمدت البحيرة وطارت الطيور إلى الجنوب.', 'ar'],
    ['دریاچه یخ زد و پرندگان به جنوب پرواز کردند که گرم است.', 'fa'],
    ['جھیل جم گئی ہے اور پرندے جنوب کی طرف اڑ گئے ہیں۔', 'ur'],
    ['ډنډ کنګل شو او مرغۍ د سویل په لور والوتې ښه ځای ته.', 'ps'],
    ['Озеро замёрзло, и птицы улетели на юг, где тепло и сыро.', 'ru'],
    ['Озеро замерзло, і птахи полетіли на південь, де їм тепло.', 'uk'],
    ['Езерото замръзна и птиците отлетяха на юг, където е топло.', 'bg'],
    ['Η λίμνη πάγωσε και τα πουλιά πέταξαν νότια.', 'el'],
    ['Լիճը սառեց, և թռչունները թռան հարավ։', 'hy'],
    ['ტბა გაიყინა და ჩიტები სამხრეთით გაფრინდნენ.', 'ka'],
    ['ရေကန်ခဲသွားပြီး ငှက်တွေ တောင်ဘက်ကို ပျံသွားတယ်။', 'my'],
    ['ሐይቁ ቀዘቀዘ እና ወፎቹ ወደ ደቡብ በረሩ።', 'am'],
    [ENGLISH, 'en'],
    [SPANISH, 'es'],
    ["Le lac était gelé et les oiseaux étaient partis dans le sud, mais personne n'était inquiet pour eux.", 'fr'],
    ['Der See war gefroren und die Vögel waren nach Süden gezogen, aber niemand hat sich um sie gesorgt.', 'de'],
    ['Il lago era ghiacciato e gli uccelli erano partiti per il sud, ma non si preoccupava nessuno della cosa.', 'it'],
    [
      'O lago não estava gelado e os pássaros foram para o sul, mas ninguém na aldeia se preocupou com isso, segundo eles.',
      'pt',
    ],
    ['Göl donmuş ve kuşlar güneye gitmiş, ama bu köyde bir kişi bile endişeli değil gibi.', 'tr'],
    ['Hồ đã đóng băng và những con chim đã bay về phía nam, nhưng không có ai trong làng lo cho chúng.', 'vi'],
    [
      'Danau itu telah membeku dan burung-burung sudah terbang ke selatan, tetapi tidak ada yang khawatir dengan hal tersebut karena itu biasa.',
      'id',
    ],
    ['Jezioro zamarzło i ptaki odleciały na południe, ale nikt nie był tym zmartwiony, bo to jest co roku tak.', 'pl'],
  ])('detects the language of %j', (text, expected) => {
    expect(language(text)).toBe(expected);
  });

  it.each([
    ['en-us', 'en-US'],
    ['EN_gb', 'en-GB'],
    ['en-US.UTF-8', 'en-US'],
    ['fr', 'fr'],
  ])('normalises the declared %j to %s', (declared, expected) => {
    expect(language('Lac', declared)).toBe(expected);
  });

  it.each(['', 'junk!!', 'xx', 'english', 'C', '-', 'und'])('ignores the declaration %j', (declared) => {
    expect(language('Lac', declared)).toBeNull();
  });

  it.each([
    ['zh', '湖', 'zh-Hans'],
    ['zh_CN', '湖', 'zh-Hans'],
    ['zh-TW', '湖', 'zh-Hant'],
    ['zh-HK', '湖', 'zh-Hant'],
    ['zh-Hant', '湖', 'zh-Hant'],
    ['zh', '鳥兒飛過湖面', 'zh-Hant'],
  ])('detects the Chinese variant of declared %s in %s', (declared, text, expected) => {
    expect(language(text, declared)).toBe(expected);
  });

  it('prefers clear characters to the declared region', () => {
    expect(language('這個國家說話時會經過關於學習對開發現實動當報將無從', 'zh-CN')).toBe('zh-Hant');
  });

  it('prefers the script of the text to a declared language of another script', () => {
    expect(detectLanguage('湖面结冰了，鸟儿都飞走了。', 'en')).toEqual({ language: 'zh-Hans', direction: 'ltr' });
    expect(detectLanguage('تجمدت البحيرة', 'en')).toEqual({ language: 'ar', direction: 'rtl' });
    expect(language(ENGLISH, 'ur')).toBe('en');
  });

  it('keeps a language that is written in several scripts', () => {
    expect(language('Jezero je zaleđeno', 'sr')).toBe('sr-Latn');
    expect(language('Језеро је залеђено', 'sr')).toBe('sr');
  });

  it('prefers the language of a long text to another declared language of the script', () => {
    expect(language(SPANISH, 'en')).toBe('en');
    expect(language(SPANISH.repeat(5), 'en')).toBe('es');
  });

  it('is not changed by a little text in another language', () => {
    expect(language(`${'湖面结冰了，鸟儿都飞走了。'.repeat(20)} ${ENGLISH} こんにちは`)).toBe('zh-Hans');
    expect(language(`${ENGLISH.repeat(10)} 湖面结冰了，鸟儿都飞走了。`)).toBe('en');
  });

  it('does not guess from a few words', () => {
    expect(detectLanguage('Lake Vista', null)).toEqual({ language: null, direction: 'ltr' });
    expect(detectLanguage('', null)).toEqual({ language: null, direction: 'ltr' });
  });

  it('takes the direction from the declared language if there are no letters', () => {
    expect(detectLanguage('12:30', 'iw')).toEqual({ language: 'he', direction: 'rtl' });
  });

  it('returns a result for any text and any declaration', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.option(fc.string()), (text, declared) => {
        const found = detectLanguage(text, declared);
        expect(['ltr', 'rtl']).toContain(found.direction);
        if (found.language !== null) expect(Intl.getCanonicalLocales(found.language)).toEqual([found.language]);
      }),
    );
  });

  it('does not read the whole of a huge text', () => {
    expect(
      language(
        'The lake and the birds of the south are in a fog that was not there when it began, and he said so with me. '.repeat(
          100_000,
        ),
      ),
    ).toBe('en');
  }, 1_000);
});
