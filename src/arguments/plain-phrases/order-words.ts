/** What a word does in an order. `small` words add nothing to it. */
export type Role =
  | 'end'
  | 'pause'
  | 'resume'
  | 'erase'
  | 'data'
  | 'subscription'
  | 'when'
  | 'next'
  | 'send'
  | 'list'
  | 'cost'
  | 'price'
  | 'small';

/** The words of orders in all languages: lower case, without the accents of Latin letters, `_` for a space. */
export const ORDER_WORDS: Readonly<Record<Role, readonly string[]>> = {
  end: [
    'stop unsubscribe unsub cancel quit opt_out sign_me_off take_me_off',
    '取消 退订 退訂 停止 停掉 关闭 關閉 唔收 不收 不再收 不想收 不想再收 唔想收 唔想再收 唔好再send 唔要 不要再发 不要发 不要發 不要传 不要傳 不要再發 别再发 別再發 别发 別發',
    'abbestellen abbestell bestell_ab kundigen kundige beenden beende aufhoren abmelden abmelde stopp austragen',
    'desabonner desabonne desabonnez desinscrire desinscription desinscris resilier annuler annule annulez arreter arrete arretez',
    'cancelar cancela cancelo darme_de_baja desuscribir desuscribirme desuscribeme dejar_de_recibir no_quiero_recibir',
    'cancele desinscrever desinscreva parar pare descadastrar deixar_de_receber nao_quero_receber',
    'annulla annullare annulla_iscrizione cancella disiscrivimi disiscrivermi disdire disdici basta smetti non_voglio_ricevere',
    'отписаться отпишись отпиши отпишите отписка отмени отменить стоп хватит прекрати перестань перестаньте не_присылай',
    'відписатися відпиши відпишись скасуй скасувати досить припини не_надсилай',
    'dur iptal_et iptal iptal_etmek_istiyorum cik cikmak_istiyorum birak gonderme',
    'إلغاء الغاء ألغ الغ توقف أوقف اوقف ألغي',
    '購読解除 解除 停止 やめて 止めて やめたい 配信停止 退会 解約 取り消し キャンセル',
    '구독취소 취소 해지 그만 중지 구독해지',
    'huy huy_đang_ky ngung đung_gui',
    'berhenti batalkan stop_langganan',
    'रद्द रद्द_करें बंद रोको',
  ],
  pause: [
    'pause snooze hold suspend mute_everything take_a_break',
    '暂停 暫停 先不要发 先不要發 先不要传 先不要傳 先别发 先別發 先唔好send 停一停 停住 先停',
    'pausieren pausiere pausier anhalten aussetzen',
    'mets_en_pause mettre_en_pause suspendre suspends',
    'pausa pausar pausalo suspender suspende detener deten detén',
    'pausar pausa suspenda',
    'metti_in_pausa mettere_in_pausa sospendi sospendere',
    'пауза приостанови приостановить поставь_на_паузу останови призупини призупинити зупини',
    'duraklat durdur beklet ara_ver',
    'أوقف_مؤقتا مؤقتا إيقاف_مؤقت',
    '一時停止 休止 止めておいて',
    '일시중지 일시정지 멈춰 쉬어',
    'tam_dung tam_ngung jeda रोकें',
  ],
  resume: [
    'resume unpause restart continue',
    '恢复 恢復 继续 繼續 重新开始 重新開始',
    'fortsetzen fortfahren weitermachen reprendre reprends reprenez reanudar reanuda continuar retomar retome riprendi riprendere',
    'возобнови возобновить продолжи продолжить віднови відновити продовжуй tekrar_baslat devam_et استئناف استأنف 再開 재개 다시_시작 tiep_tuc lanjutkan',
  ],
  erase: [
    'delete erase forget wipe remove clear',
    '删除 刪除 删掉 刪掉 清除 清空 忘记 忘記 忘掉',
    'losche loschen losch vergiss supprime supprimer supprimez efface effacer oublie borra borrar elimina eliminar olvida',
    'apague apagar exclua excluir esqueca cancella cancellare dimentica удали удалить удалите сотри забудь видали видалити sil silin unut',
    'احذف امسح 削除 消して 消去 忘れて 삭제 지워 잊어 xoa hapus',
  ],
  data: [
    'data everything_about_me everything_you_know all_you_know account history information info what_you_know profile records',
    '数据 數據 资料 資料 信息 個人資料 个人信息 个人数据 帐号 账号 帳號',
    'daten konto donnees compte datos cuenta dados conta dati account данные аккаунт дані verilerimi verileri hesabimi بياناتي データ 情報 アカウント 데이터 정보 계정 du_lieu data_saya',
  ],
  subscription: [
    'subscription subscriptions digest digests messages message updates newsletter emails notifications stuff deliveries',
    '订阅 訂閱 推送 推播 文摘 消息 讯息 訊息 通知',
    'abo abos abonnement abonnements benachrichtigungen nachrichten zusammenfassung resumes messages envois suscripcion suscripciones mensajes resumen envios',
    'assinatura assinaturas inscricao mensagens resumo abbonamento abbonamenti iscrizione messaggi riassunto',
    'подписка подписку подписки рассылка рассылку сообщения дайджест підписка підписку підписки розсилку дайджест',
    'abonelik abonelikleri aboneligi aboneligim aboneligimi bulten bulteni mesaj الاشتراك اشتراكي 購読 配信 通知 구독 알림 đang_ky langganan सदस्यता',
  ],
  when: [
    'when_is when’s when_does when_do when_will when_are when_can when_the_next when_next what_time how_often at_what_time which_time',
    '什么时候 什麼時候 何时 何時 几点 幾點 几时 幾時 多久',
    'wann wie_oft um_wie_viel_uhr um_wieviel_uhr quand a_quelle_heure cuando a_que_hora quando a_que_horas a_che_ora',
    'когда во_сколько в_котором_часу коли о_котрій ne_zaman saat_kacta متى いつ 何時に 何時 언제 몇_시에 몇시에 khi_nao may_gio kapan jam_berapa कब',
  ],
  next: [
    'next 下一次 下次 下一期 下期 nachste nachster prochain prochaine proximo proxima prossimo prossima следующий следующая наступний наступна sonraki القادم 次 次の 다음 tiep_theo berikutnya अगला',
  ],
  send: [
    'time time_zone send sends sent sending write comes come arrive arrives get deliver delivery post delivered edition one',
    '发 發 send 推送 来 來 收到 发送 發送',
    'schickst kommt kommen sendest ausgabe envoi envois envoies vient arrive resume edition llega viene envias envio resumen resumo chega envia arriva mandi invio riassunto',
    'будет буде приходит придет пришлешь присылаешь выпуск дайджест прийде випуск gonderiyorsun gelecek geliyor bulten 来る 届く 届きます 配信 와요 오나요 보내 보내요 gui kirim digest',
  ],
  list: [
    'list show see view my_subscriptions what_am_i_subscribed_to which_subscriptions meine zeig mes montre mis muestra minhas mostra i_miei mostrami мои покажи мої моє benim goster aboneliklerim اشتراكاتي 一覧 見せて 목록 보여줘 보여 xem lihat',
  ],
  cost: [
    'is_it_free is_this_free how_much_does_it_cost how_much_is_it quanto_costa сколько_стоит сколько_это_стоит скільки_коштує kac_para كم_السعر berapa_harga 多少钱 多少錢 要钱 要錢 要付费 要付費 いくら 얼마 kostet coute cuesta custa',
  ],
  price: [
    'cost price free free_of_charge charge for_free pay subscription_fee 收费 收費 免费 免費 kostenlos gratuit gratis gratuito бесплатно платно безкоштовно ucretli ucretsiz مجاني 無料 有料 무료 유료 mien_phi',
  ],
  small: [
    'c’est est please pls plz thanks thank_you thx ty ta bro mate lol ok okay now you u i im i’m me my it this that them these all everything anything bot the a to for do does did is are can could would want need from about any more anymore again ever just at all me_off off so much how what and or your urs mine whole of right away completely entirely every single know have on hey hi',
    '吧 了 啦 喇 啊 呢 嗎 吗 请 請 我 我的 我想 我要 想 要 帮我 幫我 全部 所有 一切 都 你 給我 给我 的 嘅 㗎 係 而家 现在 現在 掉 这个 這個 呢個 bot 再 可以 可唔可以 唔該 谢谢 謝謝 麻烦 麻煩 关于我的 關於我的',
    'bitte danke mir mich mein meine meinen alle alles das die der den es ist ich mochte will wurde gern jetzt bin nicht mehr uber von mon ma mes votre vos je voudrais veux vous te tous toutes le la les ne plus c’est mi mis me los las el lo quisiera de meu minha meus minhas o os as eu um quero desejo mio mia miei mie il lo gli io je veux vous te plait s’il svp merci tout maintenant por favor gracias todo ahora quiero obrigado tudo agora quero grazie per favore tutto ora voglio',
    'пожалуйста спасибо это этот эту хочу хотел хотела бы больше не о обо про и с як я хочу більше про мої все всё меня мне мои мою моя будь_ласка дякую мене lutfen tesekkurler hepsini butun tum من_فضلك كل ください 下さい です ですか か で と いる います したい たい ます 私の 私 について してください して お願いします お願い を の は が に も 全部 すべて 해줘 해주세요 하고 싶어요 싶어 싶습니다 할래 할래요 고 나의 저의 대한 에 도 주세요 줘 해 좀 을 를 은 는 이 가 모든 전부 전체 내 제 lam_on xin tolong semua saya',
  ],
};
