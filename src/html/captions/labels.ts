/** Labels of a picture's maker or provider in one language each, as the source of a regular expression. */
const WORDS = [
  'photo(?:graph(?:er|s|y)?|s)?(?: credit| by| courtesy)?|pictures?(?: by)?|images?|illustrations?|image (?:source|copyright|credit)|credits?|courtesy of|source|copyright|getty',
  '图像来源|圖像來源|图片(?:来源|版权|提供)?|圖片(?:來源|版權|提供)?|照片来源|照片來源|版权|摄影|攝影|摄|攝|供图|供圖|制图|製圖|图源|圖源|图|圖|圖／',
  '撮影|出典|画像提供|写真提供|写真|イラスト|사진 ?(?:제공|출처)|사진|자료|제공|출처|그래픽|일러스트',
  'foto von|fotos?|bild(?:er|quelle|nachweis|rechte)?|titelbild|grafik|quelle|kredit|symbol(?:bild|foto)|archiv(?:bild|foto)',
  'crédits?(?: photo)?|photographie|illustration|visuel|dessin',
  'fuente(?: de la imagen)?|imagen|imágenes|fotograf[íi]a|fotógraf[oa]|crédito|cr[ée]ditos?|cortesía(?: de)?',
  'imagem|imagens|fonte|fotografia|reprodução|divulgação|immagin[ei]|fonte|crediti',
  "beeld|bron|afbeelding|foto[’']s|kuva|kuvat|fot\\.?|zdjęci[ea]|źródło|autor (?:foto|fotografie|zdjęcia)|zdroj|forrás|fotó|kép|sursa(?: foto)?|izvor|vir|mynd|ljósmynd",
  'fotoğraf|kaynak|görsel|ảnh|nguồn(?: ảnh| hình ảnh)?|hình ảnh|sumber(?: gambar| foto)?|gambar|फ़ोटो|फोटो|तस्वीर|स्रोत|छवि स्रोत|ภาพ|ที่มา(?:ของภาพ)?|picha|isithombe|larawan|argazkia|llun|surat|ছবি|படம்|تصویر|ફોટો|ਫੋਟੋ|ചിത്രം|ఫోటో|ಚಿತ್ರ|ဓာတ်ပုံ|រូបភាព|ፎቶ',
  'фото|зображення|ілюстрація|джерело|источник|изображение|иллюстрация|снимка|автор фото|φωτογραφία|πηγή|φωτό|ფოტო|լուսանկարը|сүрөт|сурет',
  'م?صدر الصورة|تصوير|الصورة|صورة|منبع تصویر|عکس|עריכה|צילום|צילומים|קרדיט|תמונה|איור',
];

/** A label before a credit: "Photo", "Bild", "摄影". */
export const CREDIT_LABEL = `(?:${WORDS.join('|')})`;

/** What stands between a label and a credit. */
export const CREDIT_SEPARATOR = '(?:[：:，,،/／|｜＝=՝]|\\.{3}|…)';

/** "Illustration by", "Fotografía de": a label that names what was made, and continues with the name. */
export const WORKS_BY =
  '(?:(?:photo(?:graph|graphy|s)?|picture|image|illustration|graphic|artwork|drawing|composite|animation|map|video)s? by|(?:foto|fotografía|ilustración) de|(?:foto|fotografia|illustrazione) di|(?:foto|illustration|grafik) von|illustration de)';
