import type { TicketTopic } from '../../domain/service-requests/service-request.ts'

/** What people write of, by what a ticket is about then: beginnings of words in English, words in Chinese and Japanese. */
const signs: Readonly<Record<Exclude<TicketTopic, 'other'>, RegExp>> = {
  billing:
    /\b(?:invoic|bill|charg|credit note|refund|overpa|reconcil|price|pricing)|帳單|账单|發票|发票|計費|计费|扣款|退款|金額|金额|價格|价格|請求|課金|返金|価格|値段/iu,
  subscription:
    /\b(?:subscri|licen[cs]e|seat|add-on|renew)|訂用|订阅|訂閱|授權|授权|席位|續約|续订|サブスク|ライセンス|シート|アドオン|更新/iu,
  fraud:
    /\b(?:fraud|compromis|hack|crypto-?min|stolen)|詐騙|欺诈|盜用|盗用|入侵|挖礦|挖矿|不正|詐欺|乗っ取|侵害|マイニング/iu,
  // Whose sign-in fails is for a person to say: mostly it is a customer's own people.
  account:
    /\b(?:partner account|partner agreement|reseller|indirect provider|enrol)|合作夥伴帳戶|合作伙伴帐户|合作夥伴協議|合作伙伴协议|經銷商|经销商|パートナー\s?アカウント|パートナー契約|リセラー|間接プロバイダー/iu,
}

/**
 * What a ticket is probably about, by its words; null where they speak of nothing known, or of several things: a wrong
 * topic leads to the wrong page. It is only ever proposed, in sight of whoever writes.
 */
export function guessTopic(...said: readonly (string | null)[]): TicketTopic | null {
  const text = said.filter((each) => each !== null).join('\n')
  const met = (Object.keys(signs) as (keyof typeof signs)[]).filter((topic) => signs[topic].test(text))
  const [only, ...others] = met
  return only === undefined || others.length > 0 ? null : only
}
