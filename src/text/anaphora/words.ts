/** Words that refer to an antecedent when they start a sentence, by language: connectives, pronouns, "this", "another". */
const BY_LANGUAGE: Readonly<Record<string, string>> = {
  en:
    'however but and so or nor he she they it this that these those his her their its such also then meanwhile therefore instead ' +
    'later yet still afterwards afterward thus hence moreover furthermore additionally besides nevertheless nonetheless otherwise ' +
    'similarly likewise consequently accordingly conversely subsequently elsewhere whereby which indeed another both neither other ' +
    'others secondly thirdly lastly him them',
  de:
    'aber doch jedoch dennoch trotzdem deshalb deswegen daher darum dadurch damit dabei dazu dafür dagegen daraufhin danach dann außerdem zudem ' +
    'ferner überdies hingegen allerdings auch denn sondern somit folglich stattdessen unterdessen währenddessen gleichzeitig andererseits zweitens drittens ' +
    'er sie ihm ihn ihr ihre ihrer ihrem ihren seine seiner seinem seinen dieser diese dieses diesem diesen dies jener jene jenes solche ' +
    'solcher solches beide beides letztere letzterer letzteres erstere ersterer ersteres',
  fr:
    'cependant toutefois pourtant néanmoins ainsi aussi ensuite puis ils elles ce cet cette ces cela ça celui-ci celle-ci ceux-ci ' +
    'celles-ci ses leur leurs eux également deuxièmement troisièmement',
  es:
    'pero sino además asimismo también así entonces él ellos ellas este esta estos estas ese esa esos esas eso esto aquel aquella aquellos ' +
    'aquellas ambos ambas dicho dicha dichos dichas otro otra otros otras sus',
  pt:
    'porém contudo todavia entretanto portanto também assim então eles elas estes estas esse essa esses essas isso isto aquele aquela aqueles ' +
    'aquelas ambas outro outra outros outras seus suas',
  it:
    'però tuttavia inoltre infatti quindi perciò pertanto dunque intanto invece anche allora egli loro essi questo questa questi così ciò ' +
    'entrambi entrambe',
  nl: 'maar echter daarom daardoor daarna daarnaast bovendien ook toch hij zij dit deze',
  pl: 'jednak dlatego ponadto również także natomiast tymczasem ona oni jego jej',
  cs: 'však proto navíc také přesto jeho její tento tato toto',
  tr:
    'ancak fakat çünkü bunun buna bunlar bunu bunlara böylece ayrıca üstelik dolayısıyla ardından oysa onlar onun onları bununla lakin ' +
    'diğer',
  az: 'lakin amma bununla onun onlar həmçinin',
  id: 'namun tetapi tapi ia mereka beliau ini itu jadi maka kemudian sedangkan sebaliknya selanjutnya',
  vi: 'nhưng họ nó',
  ru:
    'но однако а и поэтому также затем потом впрочем зато он она они оно его её ее их ему ей им этот эта это эти этого этой этих оба обе ' +
    'например следовательно кстати',
  uk:
    'але проте однак також водночас він вона вони воно його її їх їхній їхня їхні йому їй їм цей ця це ці цього цих обидва обидві наприклад отже ' +
    'адже а і й',
  ar: 'لكن ولكن لكنه لكنها هو هي هم وهو وهي وهم هذا هذه ذلك تلك هؤلاء وهذا وهذه وذلك لذلك لذا ولذلك ولهذا وبالتالي ثم كذلك وكذلك أيضا أيضًا',
  fa: 'اما ولی همچنین او آنها آن‌ها وی ایشان این آن بنابراین سپس',
  ur: 'لیکن تاہم مگر وہ یہ اس ان انھوں انہوں جبکہ چنانچہ پھر',
  ps: 'خو دا هغه دوی نوموړي همدارنګه',
  hi:
    'लेकिन मगर किन्तु किंतु परन्तु परंतु हालांकि हालाँकि इसलिए इसके इसका इसकी इससे इसमें इस इन इनमें इनके इन्हें इन्होंने इसी इसे उस उसके उसका उसकी उसने उसे उन ' +
    'उन्होंने उनके उनका उनकी उनसे उन्हें वह वो वे यह ये जबकि वहीं फिर और तब ऐसे ऐसा ऐसी',
  bn: 'কিন্তু তবে তিনি তারা তাঁরা এই এটি এটা এগুলো সে তাই এছাড়া তার তাঁর তাদের',
  ta: 'ஆனால் எனினும் இது இந்த அவர் அவர்கள் அது அந்த எனவே மேலும் இதனால்',
  ko:
    '그러나 하지만 그리고 그런데 그래서 따라서 또한 또 이에 이는 이를 그는 그녀는 그들은 이들은 이런 이러한 그런 그러한 이와 이처럼 한편 다만 ' +
    '반면 그 그의 그녀의 당시',
};

/** All of these words, in lower case. Words that are a name or mean the opposite in another language are left out. */
export const ANAPHORIC_WORDS: ReadonlySet<string> = new Set(
  Object.values(BY_LANGUAGE).flatMap((list) => list.split(' ')),
);
