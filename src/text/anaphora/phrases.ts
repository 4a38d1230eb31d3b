const NOUN =
  'problem|reason|thing|point|question|challenge|issue|option|step|factor|group|type|way|kind|concern|example|ones?';
const PREPOSITION =
  'In|On|At|By|Since|Until|After|Before|During|For|From|With|Under|To|Of|About|Despite|Like|Because of|Due to';
const PURPOSE = 'way|case|sense|context|regard|respect|point|reason|end|moment|approach|purpose';
const CONJUNCTION = 'When|While|After|Before|As|Because|If|Since|Although|Though|Once|Until|Unless|Whenever';
/** A word in an expression of time; other capitalised words are names. */
const WHEN =
  '(?:[\\p{Ll}\\p{N}][\\p{L}\\p{N}]*|(?:Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec|Mon|Tue|Wedn|Thu|Fri|Sat|Sun)[a-z]*\\.?)';

/** Anaphoric openings of several words, or of one word that is anaphoric only before certain others. */
const PHRASES: Readonly<Record<string, readonly string[]>> = {
  en: [
    'For (?:example|instance|one|starters|(?:his|her|their|its) part)',
    'In (?:addition|contrast|turn|response|return|fact|other words|particular|doing so|the process|the meantime)',
    '(?:As (?:a result|such|for)|By (?:contrast|comparison|then)|On (?:the other hand|the contrary|top of (?:that|this)))',
    "(?:At the same time|Of course|After all|Even (?:so|then)|Not only that|To be (?:sure|clear)|What(?: i|[’'])s more)",
    'Now,? (?:we|you|i|it|that|this|let)',
    'The (?:latter|former|two|three|pair|trio|others?|second|same|result|answer) (?:is|was|are|were|has|have|goes|applies)',
    `(?:A|The) (?:second|third|fourth|last|other) (?:${NOUN})|The (?:latter|former|two|three|pair|trio|others)`,
    'The (?:move|news|announcement|decision|incident|comments?|remarks?) (?:comes?|came|follows?|followed)',
    '(?:One|Two|Three|Second|Third|Fourth|Finally|Again|Rather|Yes|No|Well|There|Enfin|Infine|Finalmente|Finalement),',
    '\\p{L}+ of (?:these|those|them)',
    `(?:${PREPOSITION}) (?:that|those|these|him|her|them|this (?:${PURPOSE}))`,
    `(?:${PREPOSITION})(?: ${WHEN}){1,3}, (?:that|those|these)`,
    `(?:${CONJUNCTION}) (?:he|she|they|his|her|their|this|that)`,
    `(?:${PREPOSITION}|Last|This|Next|Earlier|Now|Today|Yesterday|Tonight)(?: ${WHEN}){0,3},? (?:he|she|they)`,
  ],
  de: [
    'Das (?:ist|war|sei|wäre|heißt|bedeutet|zeigt|liegt|gilt)',
    '(?:Zum (?:Beispiel|einen|anderen)|Im (?:Gegensatz dazu|Gegenteil|Übrigen)|Auf (?:diese|der anderen))',
    'In (?:diesem|dieser|diesen) (?:Fall|Zusammenhang|Sinne|Zeit|Fällen|Situation)',
    '(?:Nach|Laut|Seit|Mit|Bei|Aus|Von|Zu) (?:ihm|ihnen)',
  ],
  fr: [
    'Elle(?= \\p{Ll})',
    "Il (?:(?:a|avait)(?! fallu)|était|sera|se|lui|leur|les|s['’](?!agi)\\p{L}+|n['’]a(?! pas fallu)|ne (?!faut|s['’]agi|reste)\\p{L}+)",
    'Il (?:affirme|ajoute|explique|estime|dit|souligne|rappelle|précise|assure|déclare|raconte)',
    'Il est (?:né|mort|devenu|arrivé|parti|allé|revenu|resté|aussi|également|actuellement|un|une|le|la)',
    "C['’](?:est|était) (?:ce|cela|pourquoi|ainsi|donc|aussi|un|une|pour cela)",
    "(?:D['’]ailleurs|D['’]autre part|Au même (?:moment|titre)|De (?:plus|même|son côté|leur côté|ce fait))",
    '(?:En (?:effet|revanche|outre|conséquence|fait)|Par (?:conséquent|ailleurs|exemple|contre)|À (?:cela|ce titre))',
    '(?:Dans|Pour|Avec) (?:ce|cet|cette|ces|lui|elle|eux|cela)',
    "(?:Selon|D['’]après|Après|Malgré|Outre) (?:lui|elle|eux|elles|cela|ça)",
    "(?:Or,|(?:Or|Et|Car) (?:il|elle|ils|elles|le|la|les|pourtant|si|pour|en|ce|cette|c['’]est))",
    'Mais(?! (?:de|do|da|dos|das|um|uma|tarde|cedo|\\p{N}+|dois|duas|três|quatro|cinco|seis|sete|oito|nove|dez|cem|mil) )',
  ],
  es: [
    'Ella(?= \\p{Ll})',
    '(?:Sin embargo|No obstante|Aun así|Es decir|De hecho|Lo anterior|A su vez|De est[ae] m(?:odo|anera)|Mientras tanto)',
    'Por (?:lo tanto|tanto|eso|ello|esto|otro lado|otra parte|su parte|consiguiente|ejemplo)',
    'En (?:cambio|consecuencia|ese|esa|esos|esas|aquel|aquella|este (?:caso|sentido|contexto)|esta situación)',
    '(?:Tras|Ante|Con|A pesar de|Además de|Para|Según|Después de) (?:ello|eso|esto|él|ella|ellos|ellas)',
    'Al mismo tiempo',
    'Y (?:el|la|los|las|en|es|no|si|que|un|una|por|para|con|lo|se|también|ahora|así|eso|esto|cuando|como)',
  ],
  pt: [
    'El[ea](?= \\p{Ll})',
    'Mas (?:o|a|os|as|é|não|em|no|na|se|para|por|com|um|uma|há|isso|el[ea]s?|também|que|quem|quando|como|de|do|da|eu|nem)',
    '(?:No entanto|De fato|Ou seja|Em seguida|Apesar disso|Além disso|Com isso|Diante disso|Depois disso|Enquanto isso)',
    'Por (?:isso|outro lado|sua vez|exemplo)|Ao mesmo tempo|Segundo (?:eles?|elas?)|N(?:ess|aquel)[ea]s?(?= \\p{Ll})',
  ],
  it: [
    "Ma (?:il|la|lo|i|gli|le|non|c['’]è|ci|che|anche|se|per|in|nel|nella|con|questo|questa|quando|come|dopo)",
    '(?:Lui|Lei)(?= \\p{Ll})|Secondo (?:lui|lei|loro)|In (?:questo|quel) (?:caso|modo|contesto|senso|momento)',
    "(?:Nel frattempo|Di conseguenza|Per questo|Ad esempio|D['’]altra parte)",
  ],
  tr: ['(?:Bu|Ama|Ve)(?= \\p{Ll})', 'Öte yandan|Buna (?:göre|karşın|rağmen)'],
  id: [
    'Dia(?= \\p{Ll})(?! (?:de|do|da|das|dos|mundial|nacional|internacional|a|após|e) )',
    '(?:Oleh karena|Oleh sebab|Karena|Selain|Sementara|Setelah|Untuk) itu',
    '(?:Meski(?:pun)?|Walau(?:pun)?|Dengan) (?:demikian|begitu)|Di sisi lain|Akan tetapi|Hal (?:ini|itu|tersebut)|Menurut dia',
  ],
  vi: [
    '(?:Do|Trong|Sau|Trước|Theo|Nhờ|Từ|Khi|Lúc|Bên cạnh|Trong khi|Cùng với) đó',
    '(?:Tuy (?:nhiên|vậy|thế)|(?:Vì|Bởi|Do) (?:vậy|thế)|Ngoài ra|Đồng thời|Đây là|Đó là|Mặt khác)',
    '(?:Anh|Chị|Cô|Ông|Bà) (?:ấy|ta|này)|(?:Điều|Việc|Người|Cách|Loại|Vấn đề|Trường hợp) (?:này|đó)',
  ],
  ru: [
    '(?:Кроме|Более|Помимо) (?:того|этого)|К тому же|(?:Для|После|Вместо|Из-за) этого',
    'При этом|В то же время|Тем не менее|Вместе с тем|Между тем|Тем временем|В частности|Об этом|Благодаря этому',
    'По (?:его|её|ее|их) (?:словам|мнению|данным|оценке)|Как (?:он|она|они)|В (?:этом|этой|этих)(?! (?:году|месяце))',
  ],
  uk: ['Крім того|При цьому|Тим часом|Після цього|Через це|Про це|За (?:його|її|їхніми|їх) (?:словами|даними)'],
  ar: [
    '(?:إلا|غير|بيد) أن|و?(?:مع|بعد) ذلك|في المقابل|من (?:جهة|ناحية) أخرى|من (?:جانبه|جانبها)|في الوقت نفسه|على سبيل المثال',
    'و?في هذا (?:السياق|الإطار|الصدد)|(?:بالإضافة|إضافة) إلى ذلك',
    '[وف]?(?:قال|أضاف|أوضح|أكد|أشار|تابع|ذكر|لفت|شدد|صرح)ت? (?:أن|إن|إلى أن|بأن|على أن)',
  ],
  fa: [
    'با این (?:حال|وجود|همه)|از این رو|علاوه بر این|در همین حال|به همین دلیل|از سوی دیگر|برای مثال|به عنوان مثال',
    'به گفته (?:او|وی|آنها|ایشان)|در این (?:میان|حال|زمینه|باره)',
  ],
  hi: ['दूसरी (?:ओर|तरफ़?)|साथ ही|जब (?:वह|वे|उन्होंने|उसने)'],
  ko: ['예를 들어|이 (?:때문에|과정에서|같은|밖에)'],
};

/** Openings with an anaphoric word that refer to a date, to what follows or to a title of honour. */
const EXCEPTIONS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'This (?:week|month|year|morning|afternoon|evening|summer|winter|spring|autumn|fall|weekend|season)',
    'Later (?:this|today|tonight)|So (?:far|long as)|(?:Instead of|Besides) \\p{L}+|Other than',
    'Both [^,.;]{1,60} and|Neither [^.;]{1,80} nor|(?:His|Her) (?:Majesty|Royal|Excellency|Holiness|Highness)',
  ],
  de: [
    'Diese[nrs]? (?:Woche|Jahr|Monat|Morgen|Abend|Sommer|Winter|Frühling|Herbst|\\p{L}+tag)|Auch wenn|So \\p{L}+ wie',
    'Sie (?:können|möchten|wollen|haben (?:Fragen|Interesse))',
  ],
  fr: [
    'Cet?(?:te)? (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|semaine|année|matin|soir|week-end|mois|été|hiver|nuit)',
    "Ce (?:qui|que|dont)|Ce qu['’]\\p{L}+|Ainsi que|Aussi \\p{L}+ que",
  ],
  es: [
    'Est[ea] (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|semana|mes|año|mañana|tarde|noche|temporada|fin)',
    'Est[ea] (?:verano|invierno|otoño|primavera|segunda|terça|quarta|quinta|sexta|mês|ano|manhã|noite)|Así como',
  ],
  it: ['Quest[aoe] (?:settimana|mattina|sera|anno|mese|pomeriggio|notte|estate|inverno|weekend|fine)'],
  nl: [
    'Er (?:is|zijn|was|waren|komt|komen|wordt|worden|werd|werden|staat|moet|gaat|valt)|Deze (?:week|maand|zomer|winter)',
  ],
  tr: ['Bu (?:yıl|hafta|ay|sabah|akşam|gece|sezon|yaz|kış)'],
  vi: ['So với'],
  ru: ['Эт(?:ой|им) (?:весной|осенью|зимой|ночью|летом|утром|вечером)|Это(?:т|го) (?:год|года|лета)'],
  uk: ['Ц(?:ього|ей) (?:року|тижня|місяця|літа)'],
  ar: ['هذا (?:العام|الأسبوع|الشهر|اليوم|الصباح)'],
  fa: ['این (?:هفته|ماه|سال|روزها)'],
  ur: ['اس (?:سال|ہفتے|ماہ|وقت)'],
  hi: ['इस (?:साल|हफ़्ते|हफ्ते|सप्ताह|महीने|वर्ष|बार)'],
};

function anyOf(lists: Readonly<Record<string, readonly string[]>>): RegExp {
  return new RegExp(`^(?:${Object.values(lists).flat().join('|')})(?![\\p{L}\\p{M}\\p{N}])`, 'u');
}

/** Matches anaphoric openings of several words, in many languages. */
export const ANAPHORIC_PHRASES = anyOf(PHRASES);
/** Matches openings whose first word is usually anaphoric, but not here. */
export const INDEPENDENT_PHRASES = anyOf(EXCEPTIONS);
