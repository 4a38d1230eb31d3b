function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** Frequent function words of each language in Latin script. */
export const LATIN_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(
    'the of and to in a is that for it was on with as he be by at have are this not but from they his her she which you had has will would were been their its an or who said',
  ),
  es: words(
    'de la que el en y a los se del las un por con no una su para es al lo como más pero sus le ya o fue este ha sí porque esta entre cuando muy sin sobre también hasta hay donde quien desde',
  ),
  fr: words(
    "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la aux avec son cette ses mais comme ou si leur y été être elle nous vous ont c'est d'un d'une qu'il n'est",
  ),
  de: words(
    'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur',
  ),
  it: words(
    "di e il la che in a per un è del le della con non una i si da dei al come più gli sono alla nel ha anche ma lo delle su dal questo nella o se dell'è c'è sua tra ai dalla stato essere",
  ),
  pt: words(
    'de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando muito nos já eu também só pelo pela até isso ela entre era depois são foi está você todo ninguém nem qualquer deve seus suas pelos pelas é aos',
  ),
  nl: words(
    'de van het een en in is dat op te zijn met voor niet aan er die als ook bij door maar uit om naar dan heeft hij ze wordt nog over worden deze geen werd hun kan meer al tot of',
  ),
  af: words(
    'die van en in is het dat nie te om op vir met hy sy aan was word as wat ook by ’n hulle sal deur uit daar maar elkeen geen moet sonder mag wees alle ander',
  ),
  sv: words(
    'och att det i en som på är av för med den till inte har de ett om var han men sig från vi så kan när vid ut nu skulle hade eller också efter',
  ),
  da: words(
    'og i at det er en til af på for de den med som har ikke et der var om han sig men fra vi så kan ved ud nu skulle havde eller også efter blev hun jeg af enhver sin sit uden må ingen skal hvor hvis deres mod dette denne andre alle være både hver samt under nogen hvad mellem hvem meget noget eget os',
  ),
  no: words(
    'og i det er en til av på for de den med som har ikke et at var om han seg men fra vi så kan ved ut nå skulle hadde eller også etter ble hun jeg av enhver sin sitt uten må ingen skal hvor hvis deres mot dette denne andre alle være både hver samt under noen hva mellom hvem mye noe eget oss',
  ),
  is: words('og að í á er sem til við um það en var ekki með hann af fyrir eru hafa því frá þess'),
  fi: words(
    'ja on ei se että oli hän mutta joka ovat myös kun niin mukaan ole sen kuin tai jos vain nyt tämä siitä ollut hänen vuoden jälkeen kaikki sekä jonka ilman olla jossa niiden heidän mitä voi saa jotka niitä sitä muun muiden kanssa välillä jotta ettei jolla jokaisella',
  ),
  et: words('ja on ei et see oli ta kui ka mis aga siis oma või selle nii kes välja pole juba ning mille'),
  lv: words('un ir ka ar no par uz kas bet arī tas nav vai tika pēc gada bija lai kā šo būs viņš'),
  lt: words(
    'ir kad yra su į iš tai bet kaip buvo dėl ne nuo taip per po ar prie jis už tik apie arba visi kuris savo būti turi kiekvienas jų kurie bei negali šis be iki pat kai kas ji',
  ),
  pl: words(
    'w i na z do nie się że to jest o jak po za od przez dla są tak ale czy był co było oraz może tym tego który która ze być jego już tylko',
  ),
  cs: words(
    'a se v na je že s z do i to o k ve pro za by ale si po jako jsem od jeho které který jeho ze jsou byl už také až být bylo podle však při není každý má nebo ani nikdo bez jejich mezi aby své svého všech mají pokud proti tak',
  ),
  sk: words(
    'a sa v na je že s z do i to o k vo pre za by ale si po ako som od jeho ktoré ktorý zo sú bol už aj až byť bolo podľa však pri nie každý má alebo ani nikto bez ich medzi aby svoje svojho všetkých majú proti tak tiež',
  ),
  hu: words(
    'a az és hogy nem is egy ez azt csak már de meg volt mint el ki ha vagy még be kell lesz van szerint lehet után aki amely ezt mert minden senki ezek azok azon által között nélkül saját olyan',
  ),
  ro: words(
    'de și în a la cu pe că nu este o din mai un care pentru ce au fost să se sunt prin dar după lui fi ca această am dacă al ale',
  ),
  hr: words(
    'je u i na da se za od su s a o koji što to kako iz će ne bi kao ali koje koja samo nije do nakon prije poslije vrijeme gdje tko dvije svatko nitko ima kojih njegove njegova svoje sve sva ili ni uvjeti ovoj ovim prema pred bez bude biti',
  ),
  'sr-Latn': words(
    'je u i na da se za od su s a o koji što to kako iz će ne bi kao ali koje koja samo nije do posle pre vreme gde ko dve šta srbije srbiji svako niko ima kojih njegove njegova svoje sve sva ili ni uslovi ovoj ovim prema pred bez bude biti',
  ),
  sl: words(
    'je in v na da se za so ki z s pa ne po ni bi bil kot tudi še od iz s pri do lahko vsak nihče ali ima brez svoje svojo katere kateri biti',
  ),
  sq: words('e të në dhe për që një me është nga i së ka si se nuk u do më por janë'),
  tr: words(
    've bir bu da de için ile çok olarak daha olan gibi ne en kadar sonra ise var o değil ki her ya ama olduğu oldu diye tarafından göre veya hiç kendi tüm bütün hem başka bunu bunun olması üzere ancak yani arasında karşı önce üzerinde iki ilk herkes böyle diğer biri hiçbir',
  ),
  az: words(
    'və bu bir ki ilə üçün də da olan olaraq daha çox isə edib onun sonra var deyib kimi etmək ən görə hər öz heç bütün olmalıdır üzrə hansı əsasında',
  ),
  uz: words(
    "va bu bir bilan uchun ham bo'lgan ushbu edi deb shu u esa yil bo‘lgan o‘zbekiston qilish ta kerak yoki har hech o'z bo'lib lekin barcha kabi shuningdek tomonidan asosida orqali emas bor yo'q mumkin lozim bo'lish o'zbekiston",
  ),
  vi: words(
    'và của là có được cho không trong người các một với những đã này để khi từ đến về ở như ra vào năm nhiều tại sẽ cũng ông mọi bị hay hoặc mình nào phải việc do trên theo',
  ),
  id: words(
    'yang dan di untuk dari dengan ini itu pada dalam tidak akan adalah oleh juga ke karena sebagai tersebut bisa ada kata telah mereka dapat saat lebih para kami bahwa sudah setiap seperti atau orang bagi semua agar secara antara tanpa maka harus tetapi namun sehingga hanya sendiri masih maupun serta apa siapa kepada mana sesuatu supaya boleh pihak seseorang beliau mesti berkata yaitu kapan',
  ),
  ms: words(
    'yang dan di untuk dari dengan ini itu pada dalam tidak akan adalah oleh juga ke kerana sebagai tersebut boleh ada kata telah mereka berkata lebih para beliau bahawa antara pihak setiap seperti atau orang bagi semua hendaklah ialah kepada mana sesuatu supaya tanpa hanya sendiri serta tetapi sebarang mesti seseorang sudah sehingga masih dapat kami agar secara maka harus namun apa siapa iaitu manakala mahu',
  ),
  fil: words('ang ng sa na mga at ay ni si para kay hindi ito nang siya kung may pa rin ko niya po lang'),
  sw: words(
    'ya na wa kwa ni katika la za kuwa cha hii huo hiyo lakini kama yake hayo baada huyo alisema wake watu pia hiyo wakati',
  ),
  ha: words('da a na ya ta ba ne ce wannan cikin don ga kuma an sun suka yi wani ake cewa su daga shi mai za kan wata'),
  yo: words('ni ti ọ̀ awọn si fun o ń àti ló tí ní àwọn sí kan wọn pé náà lati bi'),
  ig: words('na nke ya ndị ka n a bụ ọ ndi n’ihi maka otu ga ihe ahụ si kwuru mere'),
  so: words(
    'oo iyo ka in uu ku waxa ay la waa ah ayaa waxaa lagu dalka soo kale isaga si aan uga ugu kasta waxuu leeyahay ama ee iyada ahaan waxay',
  ),
  om: words("akka kan fi irraa itti keessa jiru hin waan kana irratti ta'e isaa ture yoo bara ni waliin"),
  rw: words('mu ku na ya ko wa ba kandi ni by’ y’ iyi uyu bya ubwo avuga nk’ abantu cyane gihe byo'),
  cy: words("y yn a i o ar mae wedi ei am bod gan eu yr ond fel oedd i'r o'r a'r sydd hyn hefyd dywedodd cael"),
  gd: words('a an na is air ann bha gu tha e le do agus gun nan am aig bhith iad seo sin o ri ach'),
  ga: words('an na agus a ar i go is le ag tá sé do bhí as leis seo ach níl air sin mar'),
  ca: words(
    "de la i el que a en les els un per del una amb és no al es més com ha són però d'un aquest l'any seva també tota ningú ni qualsevol seu pels tots totes cap aquesta",
  ),
  gl: words(
    'de a o que e do da en un para con non unha os no se na por máis as dos como pero ao súa ou é tamén dunha nunha teñen todo ós á nos seu calquera ningún nin ninguén hai moi',
  ),
  eu: words(
    'eta da ez du bat dira izan zen ere dute baina den egin behar bere duen edo hori hau guztiak guztien dituen dituzte izateko beste baita orain gabe bezala arabera artean batean baten gero oso ondoren zuen zuten diren dago daude dela dutela zein ezin',
  ),
  pcm: words('dey di na wey for don to go say no e people wetin as dem im fit make am get one be sey'),
};

/** Groups of languages that share many function words; in longer texts the best match wins all the same. */
export const SIBLINGS: readonly ReadonlySet<string>[] = [
  words('id ms'),
  words('da no'),
  words('cs sk'),
  words('es gl pt ca'),
  words('hr sr-Latn sl'),
  words('gd ga'),
  words('nl af'),
];
