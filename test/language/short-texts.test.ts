import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/language/detect-language.ts';

describe('the language of a short text', () => {
  it.each([
    [
      'be',
      'Парам стаіць у порце ўжо трэці дзень, і ніхто не ведае, калі ён выйдзе ў мора. Рыбакі кажуць, што вецер быў моцны.',
    ],
    [
      'kk',
      'Паром портта үшінші күн тұр, оның қашан теңізге шығатынын ешкім білмейді. Балықшылар желдің күшті болғанын айтты.',
    ],
    [
      'uk',
      'Пором стоїть у порту вже третій день, і ніхто не знає, коли він вийде в море. Рибалки кажуть, що вітер був сильний.',
    ],
    ['vi', 'Chiếc phà đã nằm ở cảng ba ngày, và không ai biết khi nào nó sẽ ra khơi. Người dân nói rằng gió rất mạnh.'],
    [
      'tr',
      'Vapur üç gündür limanda bekliyor ve ne zaman denize açılacağını kimse bilmiyor. Balıkçılar rüzgârın çok güçlü olduğunu söyledi.',
    ],
    [
      'az',
      'Bərə üç gündür limandadır və onun nə vaxt dənizə çıxacağını heç kim bilmir. Balıqçılar küləyin güclü olduğunu deyir.',
    ],
    [
      'id',
      'Kapal itu sudah tiga hari di pelabuhan, karena angin terlalu kencang. Tidak ada yang tahu kapan kapal itu bisa berangkat lagi.',
    ],
    [
      'ms',
      'Kapal itu sudah tiga hari di pelabuhan kerana angin terlalu kuat. Nelayan berkata bahawa mereka akan menunggu sehingga esok.',
    ],
    [
      'da',
      'Færgen har ligget i havnen i tre dage, og ingen ved, hvornår den sejler ud igen. Fiskerne siger, at de er trætte af vinden.',
    ],
    [
      'no',
      'Fergen har ligget i havnen i tre dager, og ingen vet når den seiler ut igjen. Fiskerne sier at de er lei av vinden nå.',
    ],
    [
      'hr',
      'Trajekt već tri dana stoji u luci i nitko ne zna kada će isploviti. Ribari kažu da je vrijeme bilo loše, ali da će svatko dobiti novac.',
    ],
    [
      'sr-Latn',
      'Brod već tri dana stoji u luci i niko ne zna kada će isploviti. Ribari kažu da je vreme bilo loše, ali da će svako dobiti novac.',
    ],
    [
      'gl',
      'O barco leva tres días no porto e ninguén sabe cando vai saír ao mar. Os mariñeiros din que o vento era moi forte, pero que non teñen medo e que hai unha avaría na máquina.',
    ],
    [
      'pt',
      'O barco está há três dias no porto e ninguém sabe quando vai sair. Os pescadores dizem que o vento não era muito forte.',
    ],
    [
      'mk',
      'Бродот е во пристаниште со сите свои патници, а го чека ветерот да мине. Никој не знае дека е затворен, или кога пак ги отвора вратите.',
    ],
    [
      'sr',
      'Брод је у луци са свим путницима, а они чекају да ветар прође. Нико не зна да је затворен, нити када се врата отварају.',
    ],
    [
      'lt',
      'Keltas jau trečią dieną stovi uoste, ir niekas nežino, kada jis išplauks. Žvejai sako, kad vėjas buvo stiprus ir kad jie laukia.',
    ],
    [
      'cs',
      'Trajekt stojí v přístavu už třetí den a nikdo neví, kdy znovu vyjede. Rybáři říkají, že vítr byl příliš silný.',
    ],
    [
      'sk',
      'Trajekt stojí v prístave už tretí deň a nikto nevie, kedy znova vypláva. Rybári hovoria, že vietor bol silný, alebo že loď je stará.',
    ],
    [
      'eu',
      'Ontzia hiru egunez egon da portuan eta inork ez daki noiz irtengo den. Arrantzaleek diote haizea oso gogorra zela eta beste bat ere itxaroten dutela.',
    ],
    [
      'af',
      'Die boot lê al drie dae in die hawe en niemand weet wanneer hy weer gaan vaar nie. Die vissers sê die wind was te sterk.',
    ],
  ])('is %s', (language, text) => {
    expect(detectLanguage(text, null).language).toBe(language);
  });

  it.each([
    ['names of places', 'Port Orrin, Tarn, Skerry, Holm, Ness, Wick'],
    ['a few words', 'Ferry back'],
    [
      'one word of a language whose alphabet lacks a letter of the text',
      'Es realmente divertido. Se siente como si hubiera una brisa por la cubierta, por velas blancas que no hayas visto antes, incluso en la tormenta: Open Sea, I May Sail Again, Harbourtown, “Luz de Mar”. Qué año pa',
    ],
    ['no letters', '12:30 – 14:05'],
    [
      'another language with a few of the words',
      'O le vaa ua i le uafu i aso e tolu, ma e leai se tasi na te iloa pe a toe alu i le sami. Fai mai tagata faifaiva ua malosi le matagi, ma ua latou faatali i luga o le uafu. O loo moe tamaiti i totonu o le fale, ae o loo galulue tina i le kuka o mea e taumafa. E leai ni pasi i lenei po, ae o le a sau se vaa fou i le taeao.',
    ],
    [
      'Bosnian, which is near Serbian',
      'Svako ima pravo da zna ko dolazi na brod. Niko ne smije biti sam, kaže čovjek na molu, a šta će djeca raditi bez svojih roditelja, niko ne zna.',
    ],
    [
      'words that Malay and Indonesian share',
      'Kapal itu sudah tiga hari di sini dan kami tidak dapat pergi ke mana. Secara umum, semua orang harus tunggu, namun apa yang akan jadi esok tiada siapa tahu.',
    ],
  ])('is unknown for %s', (_kind, text) => {
    expect(detectLanguage(text, null).language).toBeNull();
  });
});
