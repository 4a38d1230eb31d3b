import { describe, expect, it } from 'vitest';
import { splitCaption } from '../../src/html/captions/split-caption.ts';

describe('a caption and its credit in one line', () => {
  it.each([
    ['Fog on the pier. Credit...Ann Lee for The Harbour Post', 'Fog on the pier.', 'Ann Lee for The Harbour Post'],
    ['Illustration by Ann Lee', null, 'Ann Lee'],
    ['Fog on the pier. Image: Ann L. (CC BY-SA 4.0)', 'Fog on the pier.', 'Ann L. (CC BY-SA 4.0)'],
    ['Nebel am Pier. Quelle: Stadt Hafen', 'Nebel am Pier.', 'Stadt Hafen'],
    ['Niebla en el muelle | Crédito: Ana Ríos', 'Niebla en el muelle', 'Ana Ríos'],
    ['Niebla en el muelle. (Fotografía de Ana Ríos)', 'Niebla en el muelle.', 'Ana Ríos'],
    ['Il molo nel 2018 (Foto LaPresse)', 'Il molo nel 2018', 'LaPresse'],
    ['Mist op de pier. Foto ANP / Anna de Wit', 'Mist op de pier.', 'ANP / Anna de Wit'],
    ['Beeld: Anna de Wit', null, 'Anna de Wit'],
    ['Mgła na molo. Fot. Anna Nowak / Gazeta', 'Mgła na molo.', 'Anna Nowak / Gazeta'],
    ['Źródło: PAP/Anna Nowak', null, 'PAP/Anna Nowak'],
    ['İskelede sis var. (Fotoğraf: Ayşe Kaya/AA)', 'İskelede sis var.', 'Ayşe Kaya/AA'],
    ['ضباب على الرصيف (رويترز)', 'ضباب على الرصيف', 'رويترز'],
    ['تصوير: سلمى الحداد', null, 'سلمى الحداد'],
    ['ערפל על המזח. צילום: נועה לוי', 'ערפל על המזח.', 'נועה לוי'],
    ['▲ 码头的雾。林晚 摄', '码头的雾。', '林晚'],
    ['点灯前的码头 海港新闻记者 林晚 图', '点灯前的码头', '海港新闻记者 林晚'],
    ['부두의 안개 [항구시 제공. 재판매 및 DB 금지]', '부두의 안개', '항구시 제공'],
    ['밤의 부두. 김민수 선임기자 kim@harbour.example', '밤의 부두.', '김민수 선임기자'],
    ['Nebel am PierBild: Anna Lind/dpa', 'Nebel am Pier', 'Anna Lind/dpa'],
    ['码头的雾（推特图片）', '码头的雾', '推特图片'],
    ['码头的雾。（港务局照片）', '码头的雾。', '港务局照片'],
    ['码头的雾（资料照片）', '码头的雾（资料照片）', null],
    ['码头的雾（左下图片）', '码头的雾（左下图片）', null],
    ['Fog on the pier. Photo credit: Ola Brandt.', 'Fog on the pier.', 'Ola Brandt'],
    ['Rūkas prieplaukoje | Onos Lietuvės nuotr.', 'Rūkas prieplaukoje', 'Onos Lietuvės nuotr.'],
    ['2/9 Fog on the pier. Photo: Ann Lee', 'Fog on the pier.', 'Ann Lee'],
    ['Bild 3 von 12: Nebel am Pier', 'Bild 3 von 12: Nebel am Pier', null],
    ['(4 of 12) Fog on the pier', 'Fog on the pier', null],
    ['桟橋の霧＝10日午前、港町、山田花子撮影', '桟橋の霧＝10日午前、港町', '山田花子'],
    ['부두의 안개. /연합뉴스', '부두의 안개.', '연합뉴스'],
    ['घाट पर कोहरा। फ़ोटो: अनीता ली', 'घाट पर कोहरा।', 'अनीता ली'],
    ['Sương mù trên bến. Ảnh: Thanh Hà', 'Sương mù trên bến.', 'Thanh Hà'],
    ['图片：2019年，雾中的码头空无一人。（海港社资料图片）', '图片：2019年，雾中的码头空无一人。', '海港社资料图片'],
    ['雾中的码头（资料图片，2019年）', '雾中的码头', '资料图片，2019年'],
  ])('is split: %s', (line, caption, credit) => {
    expect(splitCaption(line)).toEqual({ caption, credit });
  });

  it.each([
    'Photo by photo, the sea took the pier.',
    'Map by map, they went on',
    'A source of fog',
    'The image is old.',
    '新码头的位置 手绘示意图',
    '雾中的码头（2021年5月3日摄）',
    '她是船长，也是画家。（资料图片，她站在海港边）',
    '雾中的码头（社区居民与孩子们）',
    '雾中的码头。通讯社记者们在等船',
    '船员打出横幅：“没有渡轮的明天”（Ein Morgen ohne Fähre）',
  ])('stays a caption: %s', (line) => {
    expect(splitCaption(line)).toEqual({ caption: line, credit: null });
  });
});

describe('a credit at the end of a caption', () => {
  it.each([
    ['The pier at dawn. (Ann Lee/CBC)', 'The pier at dawn.', 'Ann Lee/CBC'],
    ['The pier at dawn (Ann Lee/Harbour Post)', 'The pier at dawn', 'Ann Lee/Harbour Post'],
    ['The pier at dawn. (Ann Lee)', 'The pier at dawn.', 'Ann Lee'],
    ['The pier at dawn Foto: Ann Lee', 'The pier at dawn', 'Ann Lee'],
    ['Der Pier am Morgen. Bild: Ann Lee/dpa', 'Der Pier am Morgen.', 'Ann Lee/dpa'],
    ['El muelle al alba | Imagen: Ann Lee', 'El muelle al alba', 'Ann Lee'],
    ['The pier at dawn. Photo by Ann Lee', 'The pier at dawn.', 'Ann Lee'],
    ['The pier at dawn © Ann Lee', 'The pier at dawn', 'Ann Lee'],
    ['The pier at dawn. Ann Lee/AFP', 'The pier at dawn.', 'Ann Lee/AFP'],
    ['The pier at dawn | Getty Images', 'The pier at dawn', 'Getty Images'],
    ['The pier at dawn (AP Photo/Ann Lee)', 'The pier at dawn', 'AP Photo/Ann Lee'],
    ['夜明けの桟橋＝ＡＰ', '夜明けの桟橋', 'ＡＰ'],
    ['夜明けの桟橋（山田太郎撮影）', '夜明けの桟橋', '山田太郎'],
    ['夜明けの桟橋＝海城新聞', '夜明けの桟橋', '海城新聞'],
    ['새벽의 부두 연합뉴스', '새벽의 부두', '연합뉴스'],
    ['새벽의 부두 [사진=연합뉴스]', '새벽의 부두', '연합뉴스'],
    ['清晨的码头。（海港社）', '清晨的码头。', '海港社'],
    ['清晨的码头（林晚摄）', '清晨的码头', '林晚'],
    ['清晨的码头。图源：海港社', '清晨的码头。', '海港社'],
    ['Причал на рассвете. Фото: Анна Ли', 'Причал на рассвете.', 'Анна Ли'],
  ])('is separated: %s', (text, caption, credit) => {
    expect(splitCaption(text)).toEqual({ caption, credit });
  });

  it.each([
    ['image: Harbour Press', 'Harbour Press'],
    ['Imagen | Ann Lee', 'Ann Lee'],
    ['Bild: Ann Lee/dpa', 'Ann Lee/dpa'],
    ['写真＝山田太郎', '山田太郎'],
    ['사진=연합뉴스', '연합뉴스'],
    ['Ann Lee (dpa/picture alliance via Getty)', 'Ann Lee (dpa/picture alliance via Getty)'],
  ])('may be the whole line: %s', (text, credit) => {
    expect(splitCaption(text)).toEqual({ caption: null, credit });
  });

  it.each([
    'Ann Lee (left) and Tom Ray (right)',
    'The pier (built in 1911)',
    'Two boats | one sail',
    '记者会现场（左二为林晚）',
    '宮崎で地震＝１３日午後、海城',
    'The old pier. It fell in 1911',
    'The harbour, by night',
  ])('is not taken from %s', (text) => {
    expect(splitCaption(text)).toEqual({ caption: text, credit: null });
  });
});

describe('a credit in more languages and spellings', () => {
  it.each([
    ['Inkungu echwebeni. Isithombe: Sipho Dube', 'Inkungu echwebeni.', 'Sipho Dube'],
    ['Ukungu kwenye gati. Picha: Asha Juma', 'Ukungu kwenye gati.', 'Asha Juma'],
    ['Ceață pe chei. Sursa foto: Radio Port', 'Ceață pe chei.', 'Radio Port'],
    ['Köd a mólón. Fotó: Kiss Anna / MTI', 'Köd a mólón.', 'Kiss Anna / MTI'],
    ['Þoka á bryggjunni. Mynd: Anna Jónsdóttir', 'Þoka á bryggjunni.', 'Anna Jónsdóttir'],
    ['Nebel am Pier. Symbolbild: Anna Berg', 'Nebel am Pier.', 'Anna Berg'],
    ['Nebel am Pier. Bildrechte: Anna Berg', 'Nebel am Pier.', 'Anna Berg'],
    ['Nebel am Pier. Foto: dpa/Anna Berg (Archiv)', 'Nebel am Pier.', 'dpa/Anna Berg (Archiv)'],
    ['Mist op de pier. Beeld Anna de Wit', 'Mist op de pier.', 'Anna de Wit'],
    [
      'Migla prieplaukoje, senovinė nuotr. / A. Petraitis / Uosto nuotr.',
      'Migla prieplaukoje, senovinė nuotr.',
      'A. Petraitis / Uosto nuotr.',
    ],
    ['Migla prieplaukoje. A. Petraičio nuotr.', 'Migla prieplaukoje.', 'A. Petraičio nuotr.'],
    ['ნისლი ნავსადგურზე. ფოტო: ანა ლი', 'ნისლი ნავსადგურზე.', 'ანა ლი'],
    ['ঘাটে কুয়াশা। ছবি: আনা লি', 'ঘাটে কুয়াশা।', 'আনা লি'],
    ['گھاٹ پر دھند۔ تصویر: آنا لی', 'گھاٹ پر دھند۔', 'آنا لی'],
    ['부두의 안개. 사진 홍길동', '부두의 안개.', '홍길동'],
    ['码头的雾。林晚/摄', '码头的雾。', '林晚'],
    ['Nebbia sul molo. (ansa)', 'Nebbia sul molo.', 'ansa'],
    ['Niebla en el muelle. ANA RÍOS', 'Niebla en el muelle.', 'ANA RÍOS'],
    ['Niebla en el muelle | Ana Ríos', 'Niebla en el muelle', 'Ana Ríos'],
    ['Niebla en el muelle / Ana Ríos', 'Niebla en el muelle', 'Ana Ríos'],
    ['Fog on the pier. J. Lee / Harbour Post', 'Fog on the pier.', 'J. Lee / Harbour Post'],
    ['Fog on the pier. – HARBOUR PIC', 'Fog on the pier.', 'HARBOUR PIC'],
    [
      'Fog on the pier. “Brume” Screenshot of the ferry’s page',
      'Fog on the pier. “Brume”',
      'Screenshot of the ferry’s page',
    ],
    [
      'Fog on the pier. Bo Lund/Copyright 2021 The Harbour. All rights reserved.',
      'Fog on the pier.',
      'Bo Lund/Copyright 2021 The Harbour. All rights reserved.',
    ],
    ['Туман біля причалу. Архівне фото: Порт', 'Туман біля причалу.', 'Архівне фото: Порт'],
    ['Fog on the pier. HP Image/Ann Lee', 'Fog on the pier.', 'HP Image/Ann Lee'],
    ['Fog on the pier. Image credit: Ann Lee', 'Fog on the pier.', 'Ann Lee'],
  ])('is separated: %s', (text, caption, credit) => {
    expect(splitCaption(text)).toEqual({ caption, credit });
  });

  it.each([
    'Ann Lee with / without Bo Lund',
    'Fog came in. Nobody saw Ann Lee',
    'Ann Lee speaks. Bo Lund',
    'Fog came in and stayed (NOT PICTURED)',
    'Das Amt der A. Berg / das alte Haus',
  ])('is not taken from %s', (text) => {
    expect(splitCaption(text)).toEqual({ caption: text, credit: null });
  });

  it.each([' -', ' |', ' –', ' / |'])('may be missing after the mark that announces it: “%s”', (mark) => {
    expect(splitCaption(`Fog on the pier${mark}`)).toEqual({ caption: 'Fog on the pier', credit: null });
  });
});
