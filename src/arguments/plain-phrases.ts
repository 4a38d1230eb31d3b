const ENDS = '[\\s?？!！.。~～]*$';
const OPEN =
  '(?:(?:(?:can|could) you )?(?:open|read(?: me)?|see|(?:show|give)(?: me)?|tell me about|summari[sz]e|what does|我要看|打开|打開|阅读|閱讀|总结(?:一下)?|總結(?:一下)?|概括(?:一下)?|讲讲|講講|看看?|读|讀)\\s*)?';
const SAYS = '(?: says?|(?:的)?(?:全文|原文|内容|內容)|(?:讲|講|说|說|写|寫)了?(?:什么|甚么|甚麼|什麼|啥|咩))?';
const ORDINALS = 'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth';
const ORDINAL = `the (?:${ORDINALS})(?: (?:one|article|story))?|(?:${ORDINALS}) (?:one|article|story)`;
/** Whole messages, and the command that each means. */
export const PHRASES: readonly (readonly [RegExp, string])[] = [
  [
    phrase(
      "help|help me|ok(?:ay)?|yes|yep|no|nope|cool|great|nice|good (?:bot|night)|(?:good)?bye|how are you(?: doing)?|what(?:[’']s| is) your name|test(?:ing)?|lol|好的?|是的?|再见|再見|拜拜|晚安|测试|測試|在吗|在嗎|有人吗|有人嗎|收到|(?:hi|hello|hey)(?: there| bot)?|good (?:morning|afternoon|evening)|thanks?(?: you)?(?: (?:so|very) much| a lot)?|谢谢你?|謝謝你?|多谢|多謝|唔該|早上好|早安|bonjour|merci|hola|gracias|hallo|guten (?:tag|morgen)|danke|ciao|grazie|olá|obrigad[oa]|привет|здравствуйте|спасибо|привіт|дякую|merhaba|teşekkürler|こんにちは|ありがとう(?:ございます)?|안녕하세요|감사합니다|شكرا|xin chào|cảm ơn|halo|terima kasih|नमस्ते|धन्यवाद|how (?:do|does|can|to) (?:i|this|it|you)?\\s*(?:use|work|start).*|how (?:do|can) i (?:change|set|move|add|remove|delete|stop|pause|turn)(?: (?:the|my|a|an|it|off|on|up|to))* (?:time|hours?|days?|(?:time )?zone|language|topics?|schedule|digests?|subscriptions?|settings?|sound|notifications?).{0,20}|(?:怎么|怎麼|怎样|怎樣|如何|点样|點樣)(?:才能|可以)?(?:改|更改|修改|设置|設定|設置|调整|調整)(?:推送|文摘)?(?:的)?(?:时间|時間|时区|時區|语言|語言|主题|主題).{0,5}|what can (?:you|i) do.*|(?:who|what) are you|who (?:made|built|runs) you|are you (?:a (?:bot|robot|human|person)|real)|你是(?:不是)?机器人吗?|你是[谁誰]|你是什[么麼]|你好|您好|嗨|怎么用|怎麼用|如何使用|怎样用|使用说明|使用說明|帮帮我|幫幫我|你能做什么|你能做什麼|有什么功能|wie (?:funktioniert|geht) (?:das|es|dieser bot|der bot)|comment (?:ça|cela) (?:marche|fonctionne)|cómo funciona(?: esto)?|como (?:isso )?funciona|come funziona|как (?:это |ты |бот )?(?:работает|работаешь|пользоваться)|як (?:це )?працює|使い方を教えて|nasıl çalışır|كيف يعمل|aide|hilfe|ayuda|ajuda|aiuto|помощь|помоги|مساعدة|مرحبا|yardım|ヘルプ|使い方|도움말",
    ),
    '/help',
  ],
  [
    phrase(
      "(?:please )?(?:stop|unsubscribe)(?: me| it| this| everything| all)?(?: please)?|(?:stop|quit|don[’']t|do not)(?: ever)? (?:send|messag|writ|bother|email|text)(?:e|ing)?(?: (?:me|us|it|this|these|that|stuff|things|messages|digests?|news|everything|anything|any more|anymore|again|so (?:much|many|often)|now|all))*|stop (?:it|this|the|all|my).*|no more(?: .*)?|cancel(?: my| the| all)*(?: subscriptions?)?|(?:我要|我想|帮我|幫我)*(?:取消|退订|退訂|停止|关闭|關閉)(?:掉)?(?:我的)?(?:全部|所有|一切)?(?:的)?(?:订阅|訂閱|推送|推播)?(?:全部|所有)?|(?:不要|别|別)(?:再)?(?:发|發|推送?|给我发|給我發)了?|停止(?:推送|订阅|訂閱|发送)?|取消|(?:我)?(?:不想|唔想)(?:再)?(?:收|看|睇|要)(?:到)?(?:了|喇)?|唔要喇|不要了|唔使再?send(?:了|喇)?|(?:se )?désabonner|désinscription|abbestellen|cancelar(?: (?:la )?suscripción| (?:a )?assinatura)?|darme de baja|annulla(?: iscrizione)?|отписаться|отпишись|стоп|відписатися|إلغاء الاشتراك|توقف|구독 취소|購読解除|(?:aboneliği )?iptal(?: et)?|hủy đăng ký|berhenti(?: berlangganan)?|सदस्यता रद्द करें",
    ),
    '/unsubscribe',
  ],
  [
    phrase(
      "(?:when|what time)(?: is|’s|'s| does| will| comes?)* (?:the |my )?next (?:digest|one|delivery|edition)(?: (?:come|arrive|due|coming|out))?|(?:so )?why (?:did|do|have|has|is|was|am|didn[’']t|haven[’']t|don[’']t)(?: i| there)?(?: not)? (?:get|got|getting|receive|receiving|received)?(?: |(?<= ))(?:nothing|anything|no digest|any digest|my digest)(?: .{0,20})?|i (?:got|received) (?:nothing|no digest)(?: .{0,20})?|下一?(?:次|期|份)?(?:文摘)?(?:是|会|會)?(?:在)?(?:什么时候|什麼時候|何时|何時|几点|幾點|几时|幾時)(?:发|發|来|來|推送|有)?|(?:什么时候|什麼時候|何时|何時|几点|幾點|几时|幾時)(?:会|會|才)?(?:发|發|推送|有|收到)(?:下一?[次期份]|文摘|给我|給我)?|(?:今天|今日|昨天)?(?:我)?(?:为什么|為什麼|怎么|怎麼|点解|點解)(?:我|今天|今日|还|還)*(?:没有?|沒有?|冇)(?:收到|推送|文摘|发给我|發給我|send)(?:文摘|任何东西|任何東西|呢|啊)?|wann kommt (?:die|das|der) nächste (?:ausgabe|zusammenfassung)|quand (?:vient|arrive) (?:le prochain (?:résumé|envoi)|la prochaine édition)|cuándo (?:llega|viene) el próximo resumen|когда (?:будет )?следующий (?:выпуск|дайджест)|коли (?:буде )?наступний (?:випуск|дайджест)",
    ),
    '/status',
  ],
  [
    phrase(
      "(?:please )?(?:stop|don[’']t|do not|no longer) (?:sending|send|giving|give)(?: me)? (?:any )?(?:more )?(.{2,40}?)(?: news| articles| stories)?(?: please)?|i (?:don[’']t|do not|no longer) (?:want|need|like|care about) (?:any (?:more )?)?(.{2,30}?)(?: news| articles| stories)?(?: any ?more)?|unsubscribe(?: me)?(?: from)? (.{2,40}?)(?: please)?|(?:(?:can|could|would) you |please )*(?:stop|end|cancel|remove|delete|drop) (?:the |my )?(.{2,30}?) (?:ones?|digests?|subscriptions?|updates)(?: please)?|(?:取消|退掉|停掉|去掉|删掉|刪掉|删除|刪除)(第[一二三四五六七八九十\\d]{1,2}[个個条條项項])(?:订阅|訂閱)?|(?:退订|退訂|取消订阅|取消訂閱)\\s*(.{2,20})|(?:请|請)?(?:不要|别|別)(?:再)?(?:给我|給我)?(?:发|發|推送?|推播)(.{2,20}?)(?:的)?(?:新闻|新聞|文章|消息)?了?",
    ),
    '/unsubscribe $1',
  ],
  [
    phrase(
      "(?:i (?:want|would like|’d like) to|how (?:do|can) i|我[要想]|想要?|怎么|怎麼|如何)(?: )?(?:subscribe|订阅|訂閱)|comment s[’']abonner|wie (?:kann ich (?:das )?abonnieren|abonniere ich)|cómo (?:me suscribo|suscribirse)|como (?:assino|me inscrevo)|come (?:mi iscrivo|iscriversi)|как (?:мне )?подписаться|як (?:мені )?підписатися",
    ),
    '/help subscribe',
  ],
  [
    phrase(
      "(?:dame |muéstrame )?(?:las )?noticias de ayer|(?:les |donne[rz]?(?:-moi)? les )?(?:nouvelles|infos|actualités) d[’']hier|(?:die )?nachrichten (?:von )?gestern|(?:as )?notícias de ontem|(?:le )?notizie di ieri|(?:покажи )?новости (?:за )?вчера(?:шний день)?|вчерашние новости|новини (?:за )?вчора|昨日の(?:ニュース|記事)|어제의? (?:뉴스|소식)|dünün haberleri|أخبار (?:ال)?أمس|tin (?:tức )?hôm qua|berita kemarin|कल (?:की खबरें|के समाचार)",
    ),
    '/digest yesterday',
  ],
  [
    phrase(
      'how (?:do|can) i (?:unsubscribe|cancel|stop)(?: (?:it|this|that|these|the digests?))?|(?:怎么|怎麼|怎样|怎樣|如何|点样|點樣)(?:才能|可以)?(?:取消|退订|退訂|停止|不收到?|不再收到?)(?:订阅|訂閱|推送|.{2,12}(?:新闻|新聞|文章|消息))?|comment (?:se |me )?désabonner|wie (?:kann ich (?:mich )?|bestelle ich )(?:das )?ab(?:bestellen|melden)?|cómo (?:me doy de baja|cancelo|puedo cancelar)(?: la suscripción)?|como (?:cancelo|cancelar)(?: a assinatura)?|come (?:annullo|mi disiscrivo|disiscriversi)|как (?:мне )?отписаться|як (?:мені )?відписатися',
    ),
    '/help unsubscribe',
  ],
  [
    phrase('what (?:did|have) i miss(?:ed)?|catch me up|(?:我)?(?:错过|錯過)了?(?:什么|什麼|哪些)(?:新闻|新聞|文章)?'),
    '/digest',
  ],
  [
    phrase(
      "what[’']?s (?:new|happening|going on|up)(?: today)?|what is new(?: today)?|(?:any|is there(?: any)?) (?:new|news)(?: articles| today)?|(?:今天|今日|最近)?(?:有)?(?:什么|甚么|甚麼|什麼|啥|咩)新?(?:新闻|新聞|闻|聞|文章|消息)|quoi de neuf|was gibt(?: es|’s|'s) neues|qué hay de nuevo|o que há de novo|che c[’']è di nuovo|что нового|що нового|ne var ne yok|ما الجديد|có gì mới|ada berita apa|क्या नया है|今日の(?:ニュース|記事)|오늘의? (?:뉴스|소식)|(?:die )?nachrichten (?:von )?heute|(?:les )?(?:nouvelles|actualités|infos) du jour|(?:las )?noticias de hoy|(?:as )?notícias de hoje|(?:le )?notizie di oggi|новости (?:за |на )?сегодня|сегодняшние новости|новини (?:за |на )?сьогодні|bugünün haberleri|أخبار اليوم|tin (?:tức )?hôm nay|berita hari ini|आज (?:की खबरें|के समाचार)|何か新しい(?:記事|ニュース)は(?:ありますか|ある)?|새로운 소식",
    ),
    '/digest today',
  ],
  [phrase('(?:(?:show|see)(?: me)?(?: the)? |看|显示|顯示)(?:pictures?|images?|photos?|图片|圖片|照片)'), '/images'],
  [phrase('(?:(?:show|see)(?: me)?(?: the)? |看|显示|顯示)(?:links?|链接|連結|鏈接)'), '/links'],
  [phrase('(?:please )?(?:delete|erase|forget|remove) (?:all )?(?:of )?(?:my data|me|everything about me)'), '/forget'],
  [phrase('settings|set ?up|options|preferences|设定|設定'), '/settings'],
  [
    phrase(
      '(?:(?:show|give)(?: me)? )?(?:the )?(?:latest|newest|recent)(?: (?:news|articles|stories))?|(?:show|give) me (?:the )?news|news|any(?:thing)? (?:good|interesting|worth reading)(?: reads?| articles| stories| to read)?|what should i read|recommend(?: me)? (?:something|an article|a story)|有什[么麼]好看的|[推][荐薦](?:几篇|幾篇|一篇)?(?:文章)?|最新(?:的)?(?:文章|新闻|新聞)?|新闻|新聞|(?:покажи(?:те)?(?: мне)? )?(?:последние|свежие) (?:новости|статьи)|покажи(?:те)?(?: мне)? новости|(?:покажи )?(?:останні|свіжі) новини|(?:zeig(?:e)? mir )?(?:die )?(?:neuesten?|aktuellen?) (?:nachrichten|artikel)|(?:montre[rz]?(?:-moi)? )?les (?:dernières|derniers) (?:nouvelles|infos|actualités|articles)|(?:muéstrame |dame )?las (?:últimas )?noticias|(?:me mostra |mostre )?as (?:últimas )?notícias|(?:mostrami )?le (?:ultime )?notizie|最新(?:の)?(?:ニュース|記事)|최신 (?:뉴스|기사)|뉴스 보여줘|(?:أحدث|آخر) (?:الأخبار|المقالات)|son haberler|tin (?:tức )?mới nhất|berita terbaru|ताज़ा (?:खबरें|समाचार)',
    ),
    '/articles',
  ],
  [
    phrase(
      "(?:that[’']?s |it[’']?s |there are |way |far )*too (?:many|much)(?: (?:messages?|digests?|news|articles|notifications?|posts))?|(?:send (?:me )?)?(?:fewer|less)(?: (?:messages?|digests?|news|articles|notifications?|posts))?(?: please)?|how (?:do|can) i get (?:fewer|less)(?: (?:messages?|digests?|news|articles|notifications?))?|why do i get so many (?:messages?|digests?|articles|notifications?)|i (?:want|need|would like) to (?:change|set|move) (?:the |my )?(?:time|hour|days?|topics?|schedule)|(?:消息|推送|文章|新闻|新聞)?太多了|(?:少|別|别)发(?:一)?点|(?:我)?(?:想|要)(?:改|换|換)(?:一下)?(?:推送)?(?:时间|時間|主题|主題)",
    ),
    '/subscriptions',
  ],
  [
    phrase(
      'how often (?:do|will|does) (?:you|it|the digest) (?:write|send|post|come|arrive)|is there (?:a|any) digest today|(?:多久|多长时间|多長時間)(?:发|發|推送)一次',
    ),
    '/status',
  ],
  [
    phrase(
      '(?:please )?(?:send|give me|post) (?:it|one|the digest|a digest) (?:now|right now|right away)|(?:resend|repeat) (?:it|the last (?:one|digest))|(?:现在|現在|马上|馬上)(?:就)?(?:发|發)(?:一次|一期|一份|给我|給我)?|(?:再|重)(?:发|發)(?:一次|一遍|一期)(?:今天|今日)?的?(?:文摘)?',
    ),
    '/digest',
  ],
  [
    phrase(
      '(?:which|what) (?:sites|sources|papers|newspapers)(?: (?:do you have|are there|can i read))?|(?:你)?(?:有|都有)?(?:哪些|什么|什麼|边啲|邊啲)(?:网站|網站|来源|來源|媒体|媒體)',
    ),
    '/articles',
  ],
  [
    phrase(
      'what did (?:you|i) (?:send|get|receive)(?: me| us)?(?: (today|yesterday|last night))?|(今天|昨天|昨晚)(?:都)?(?:发|發|推送)了(?:什么|什麼|哪些)',
    ),
    '/digest $1',
  ],
  [
    phrase(
      'why (?:did|do|am) i (?:get|receive|see|getting|seeing) (?:this|that|it)(?: (?:article|one|story))?|(?:为什么|為什麼|点解|點解)(?:会|會)?(?:给我|給我)?(?:收到|发|發|推送)(?:这|這|呢)[篇个個条條则則]?',
    ),
    '/why',
  ],
  [
    phrase('(?:show|give|list)(?: me)? (?:only|just) (?:articles |news )?(?:from )?(\\S{2,20})|只看\\s*(\\S{2,12})'),
    '/articles $1',
  ],
  [phrase('contents|table of contents|(?:返回|回到|看)?目[录錄]|全文|原文'), '/article'],
  [
    phrase(
      `${OPEN}(?:the )?(?:article |number |no\\.? ?|#)?(第?[\\d一二三四五六七八九十]{1,3}[篇条條则則个個]?|${ORDINAL})${SAYS}`,
    ),
    '/article $1',
  ],
  [
    phrase(
      `${OPEN}(?:(?:section|part|chapter) )?(第?[\\d一二三四五六七八九十]{1,3}(?:[节節章]|部分)|(?:the )?(?:${ORDINALS}) (?:section|part|chapter))`,
    ),
    '/section $1',
  ],
  [
    phrase(
      `(?:show (?:me )?)?(?:the )?(?:pictures?|images?|photos?) (?:of|in|from) (?:the |article )?(\\d{1,3}|${ORDINAL})`,
    ),
    '/images $1',
  ],
  [phrase(`(?:show (?:me )?)?(?:the )?links (?:of|in|from) (?:the |article )?(\\d{1,3}|${ORDINAL})`), '/links $1'],
  [phrase('(第[\\d一二三四五六七八九十]{1,3}[篇条條则則])的?(?:图片|圖片|照片|图|圖)'), '/images $1'],
  [phrase('(第[\\d一二三四五六七八九十]{1,3}[篇条條则則])的?(?:链接|連結|鏈接)'), '/links $1'],
  [phrase('(?:找|搜|搜索|查找|搜尋|搜寻|查)(?:一下)?(?:关于|關於)?(.{2,40}?)(?:的)?(?:文章|新闻|新聞)?'), '/search $1'],
  [
    phrase('(?:有没有|有沒有|有冇)?(?:关于|關於|有关|有關)(.{2,40}?)[的嘅]?(?:文章|新闻|新聞|消息|报道|報導)'),
    '/search $1',
  ],
  [
    phrase(
      "what(?:[’']s| is| has|[’']d)? happen(?:ed|ing|s) (?:in|with|to|at) (.{2,40}?)|what(?:[’']s| is)(?: the)? (?:new|latest|happening|going on)(?: news)? (?:about|on|with|in) (.{2,40}?)|(?:is there |are there )?(?:any|some|the latest) (?:new )?(?:news|articles|stories) (?:about|on|from) (.{2,40}?)|(?:最近|今天|今日)?(?:有)?(?:没有|沒有|冇|什么|甚么|甚麼|什麼|啥|咩)(?:新的?)?(.{2,16}?)[的嘅]?(?:新闻|新聞|消息|文章)|((?!最近|今天|今日|昨天|给我|給我|帮我|幫我|请|請|看|现在|現在|这里|這裡|你|还|還|都).{2,16}?)(?:最近|今天)?有(?:什么|甚么|甚麼|什麼|啥|咩)(?:新的?)?(?:新闻|新聞|消息|文章|动态|動態)",
    ),
    '/search $1',
  ],
  [
    phrase(
      "was gibt(?: es|’s|'s) neues (?:zu[mr]?|über|von|aus) (.{2,40}?)|nachrichten (?:über|zu[mr]?|aus) (.{2,40}?)|quoi de neuf (?:sur|à propos d[eu]|en) (.{2,40}?)|(?:des |les )?nouvelles (?:sur|d[eu]) (.{2,40}?)|qué hay de nuevo (?:sobre|de|en) (.{2,40}?)|noticias (?:sobre|de) (.{2,40}?)|notícias (?:sobre|de|do|da) (.{2,40}?)|(?:notizie|novità) su(?:l|lla|i|gli|lle)? (.{2,40}?)|(?:что нового|новости) (?:об?|про|по) (.{2,40}?)|(?:що нового|новини) (?:про|щодо) (.{2,40}?)|(.{2,20}?)(?:について|に関する)(?:の)?(?:ニュース|記事)?|(.{2,20}?) ?(?:에 대한|에 관한|관련) ?(?:뉴스|소식|기사)|(.{2,30}?) hakkında(?:ki)? haberler|أخبار عن (.{2,40}?)|tin (?:tức )?về (.{2,40}?)|berita tentang (.{2,40}?)",
    ),
    '/search $1',
  ],
  [
    phrase(
      "(?:please )?(?:pause|snooze|hold|suspend|stop(?=.* (?:for|until|till) ))(?: (?:it|this|them|me|everything|all|my|the|digests?|subscriptions?|news))*(?: ((?:for|until|till) .{1,20}?))?|(?:(?:i|we)(?:[’']m| am|[’']re| are)) (?:on|going on|away on) (?:holidays?|vacation|leave)(?: .{1,24})?|(?:先|请|請)?(?:暂停|暫停|(?=停))(?:一下|推送|推播|订阅|訂閱)*(停?[一二两兩三四五几幾\\d]+[个個]?(?:天|周|週|星期|月)|到.{1,8}?)?",
    ),
    '/pause $1',
  ],
  [
    phrase(
      "(?:please )?(?:resume|unpause|start (?:again|sending again)|turn (?:it|them) (?:back )?on(?: again)?|i(?:[’']m| am) back)(?: (?:it|them|everything|my|the|digests?|subscriptions?|please))*|(?:恢复|恢復|继续|繼續|重新)(?:开始|開始)?(?:推送|推播|订阅|訂閱|发送|發送)",
    ),
    '/resume',
  ],
  [
    phrase(
      '(?:list|show|see|view|check|what are)?(?: me)?(?: all)?(?: of)?(?: ?my| ?the)? ?(?:current )?subscriptions|what (?:am i|are we) (?:subscribed to|following|getting)|what have i subscribed to|(?:看看?|查看|显示|顯示|列出)?(?:一下)?(?:我的|我们的|我們的|所有)?的?(?:订阅|訂閱)(?:列表|清单|清單|了(?:什么|什麼|哪些))|(?:看看?|查看|显示|顯示|列出)(?:一下)?(?:我的|所有)?(?:订阅|訂閱)|我(?:都)?(?:订阅|訂閱|订|訂)了(?:什么|什麼|哪些|啲咩|啲乜)|(?:zeig(?:e)? (?:mir )?)?meine abos|mes abonnements|mis suscripciones|minhas assinaturas|i miei abbonamenti|мои подписки|мої підписки|購読一覧|내 구독(?: 목록)?|aboneliklerim|اشتراكاتي',
    ),
    '/subscriptions',
  ],
  [
    phrase(
      '(?:(?:can|could) you |please )*(?:follow|watch|track|add) (?:the (?:site|feed) )?((?:https?://)?[\\w-]+(?:\\.[\\w-]+)+\\S*)|(?:帮我|幫我)?(?:关注|關注|追踪|追蹤)\\s*([\\w-]+(?:\\.[\\w-]+)+)',
    ),
    '/follow $1',
  ],
  [
    phrase(
      `(?:(?:can|could) you |please )*(?:save|keep|bookmark) (?:the |article |number |#)?(\\d{1,3}|${ORDINAL})(?: for later)?|(?:帮我|幫我)?(?:收藏|保存)(第[\\d一二三四五六七八九十]{1,3}[篇条條则則])`,
    ),
    '/save $1',
  ],
];

function phrase(source: string): RegExp {
  return new RegExp(`^(?:${source})${ENDS}`, 'iu');
}
