import assert from 'node:assert/strict'
import { lin, mei, sam, seats, wang } from '../kit/builders.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, voicemail } from './an-office.ts'

const chinese = { language: 'zh-Hans-CN' } as const

describe('an office that speaks Simplified Chinese', () => {
  it('goes all the way: who is overdue, the customer, the suspension, its approval, and a ticket', async () => {
    const office = await anOffice({
      staff: [mei, wang, lin, sam].map((each) => ({ ...each, ...chinese })),
    })
    await transcript(
      office,
      `
      Mei: 谁逾期超过 60 天
      Bot: 共有 1 家客户逾期
           逾期超过 60 天
           CNY，1 家客户
           1–30 天: CNY 0.00
           31–60 天: CNY 0.00
           61–90 天: CNY 48,200.00 ██████████
           超过 90 天: CNY 0.00
           客户 · 逾期金额 · 天数 · 阶段
           - Contoso · CNY 48,200.00 · 70 · 暂停服务
           应收台账截至 2025年3月30日（已过 1 个工作日）。
           查看客户
           1. (x) Contoso
           [打开]
      Mei: [打开]
      Bot: Contoso
           按催收政策，目前应执行：暂停服务。
           世纪互联客户: Contoso · contoso.cn
           租户 ID: 5f3c1d6e-0000-4000-8000-00000000c001
           台账客户: Contoso Ltd (K-1001)
           CNY: 逾期 CNY 48,200.00，最久已逾期 70 天；未结余额共 CNY 48,200.00
           发票 · 到期日 · 天数 · 未付余额
           - INV-1 · 2025年1月20日 · 70 · CNY 48,200.00
           最后催告于 2025年3月3日 发出，期限 2025年3月17日。
           3 个订阅
           Microsoft 365 Business × 25：使用中
           Voicemail × 25：使用中
           Phones × 5：使用中
           应收台账截至 2025年3月30日（已过 1 个工作日）。
           [暂停服务] [已发出最后催告] [约定] [提工单]
      Mei: [暂停服务]
      Bot: 为什么要暂停“Contoso”的服务？
           [未付款] [欺诈] [滥用] [客户要求] [先不处理]
      Mei: [未付款]
      Bot changes: 要因未付款暂停“Contoso”的服务吗？
           “Contoso”欠款 CNY 48,200.00，最久已逾期 70 天。
           要暂停哪些订阅？已预选有未付款项的订阅
           1. (x) Microsoft 365 Business × 25；会一并暂停 1 个附加产品：Voicemail
           2. ( ) Voicemail × 25（附加产品）
           3. ( ) Phones × 5
           暂停的影响
           立刻无法使用的人: 25 个许可证，实际使用人数不明
           暂停期间向我方计费: 不明
           可以恢复的期限: 到 2025年5月30日 为止（自 2025年3月31日 起 60 天），之后世纪互联会删除所有数据。请向世纪互联确认确切日期
           会一并关闭: 不明，恢复服务后可能无法完全还原
           管理员仍可访问数据。
           给第二人的备注:
           您也可以直接输入：用“1，2”或“全部”选择，再写下说明，最后输入“提交”。
           [请第二人批准] [先不处理]
      Mei: [请第二人批准] note=电话一直没人接。
      Bot changes: S-1：要暂停“Contoso”的服务吗？
           等待第二人批准。有效期至 2025年4月1日 23:59（GMT+8）。
           原因: 未付款
           世纪互联客户: Contoso · contoso.cn
           租户 ID: 5f3c1d6e-0000-4000-8000-00000000c001
           台账客户: Contoso Ltd (K-1001)
           申请时逾期金额: CNY 48,200.00，最久已逾期 70 天
           最后催告: 2025年3月3日 发出，期限 2025年3月17日；Mei 登记
           应收台账截至: 2025年3月30日
           申请人: Mei，2025年3月31日 10:00
           备注：电话一直没人接。
           仅限这个订阅：
           Microsoft 365 Business × 25；会一并暂停 1 个附加产品：Voicemail
           立刻无法使用的人: 25 个许可证，实际使用人数不明
           暂停期间向我方计费: 不明
           可以恢复的期限: 到 2025年5月30日 为止（自 2025年3月31日 起 60 天），之后世纪互联会删除所有数据。请向世纪互联确认确切日期
           会一并关闭: 不明，恢复服务后可能无法完全还原
           管理员仍可访问数据。
           驳回理由，或想问的问题:
           [批准] [驳回] [提问] [更改范围] [撤回]
      Bot to Wang: S-1：要暂停“Contoso”的服务吗？
           等待第二人批准。有效期至 2025年4月1日 23:59（GMT+8）。
           原因: 未付款
           世纪互联客户: Contoso · contoso.cn
           租户 ID: 5f3c1d6e-0000-4000-8000-00000000c001
           台账客户: Contoso Ltd (K-1001)
           申请时逾期金额: CNY 48,200.00，最久已逾期 70 天
           最后催告: 2025年3月3日 发出，期限 2025年3月17日；Mei 登记
           应收台账截至: 2025年3月30日
           申请人: Mei，2025年3月31日 10:00
           备注：电话一直没人接。
           仅限这个订阅：
           Microsoft 365 Business × 25；会一并暂停 1 个附加产品：Voicemail
           立刻无法使用的人: 25 个许可证，实际使用人数不明
           暂停期间向我方计费: 不明
           可以恢复的期限: 到 2025年5月30日 为止（自 2025年3月31日 起 60 天），之后世纪互联会删除所有数据。请向世纪互联确认确切日期
           会一并关闭: 不明，恢复服务后可能无法完全还原
           管理员仍可访问数据。
           驳回理由，或想问的问题:
           [批准] [驳回] [提问] [更改范围] [撤回]
      Bot to Lin: S-1：要暂停“Contoso”的服务吗？
           等待第二人批准。有效期至 2025年4月1日 23:59（GMT+8）。
           原因: 未付款
           世纪互联客户: Contoso · contoso.cn
           …
      Wang: [提问]
      Bot: 请先在字段中写几个字。
      Wang: [提问] words=对方回复催告了吗？
      Bot changes: S-1：要暂停“Contoso”的服务吗？
           Wang 提出疑问，回复之前不能批准。
           原因: 未付款
           世纪互联客户: Contoso · contoso.cn
           …
      Bot to Mei: S-1：要暂停“Contoso”的服务吗？
           Wang 提出疑问，回复之前不能批准。
           原因: 未付款
           世纪互联客户: Contoso · contoso.cn
           …
      Bot changes for Mei: S-1：要暂停“Contoso”的服务吗？
           Wang 提出疑问，回复之前不能批准。
           原因: 未付款
           世纪互联客户: Contoso · contoso.cn
           …
      Bot changes for Lin: S-1：要暂停“Contoso”的服务吗？
           Wang 提出疑问，回复之前不能批准。
           原因: 未付款
           世纪互联客户: Contoso · contoso.cn
           …
      Mei: [回复] words=没有，我打过两次电话。
      Bot changes: S-1：要暂停“Contoso”的服务吗？
           等待第二人批准。有效期至 2025年4月1日 23:59（GMT+8）。
           原因: 未付款
           世纪互联客户: Contoso · contoso.cn
           …
      Bot changes: S-1：要暂停“Contoso”的服务吗？
           等待第二人批准。有效期至 2025年4月1日 23:59（GMT+8）。
           原因: 未付款
           世纪互联客户: Contoso · contoso.cn
           …
      Bot changes for Wang: S-1：要暂停“Contoso”的服务吗？
           等待第二人批准。有效期至 2025年4月1日 23:59（GMT+8）。
           原因: 未付款
           世纪互联客户: Contoso · contoso.cn
           …
      Bot changes for Lin: S-1：要暂停“Contoso”的服务吗？
           等待第二人批准。有效期至 2025年4月1日 23:59（GMT+8）。
           原因: 未付款
           世纪互联客户: Contoso · contoso.cn
           …
      Wang: [批准]
      Bot changes: S-1：暂停“Contoso”的服务
           Wang 已批准，执行中。
           Microsoft 365 Business: 执行中
           原因: 未付款
           …
      Bot to Mei: S-1：暂停“Contoso”的服务
           Wang 已批准；已全部执行。
           Microsoft 365 Business: 已暂停，世纪互联已于 2025年3月31日 10:00 确认
      Bot changes for Mei: S-1：暂停“Contoso”的服务
           Wang 已批准；已全部执行。
           Microsoft 365 Business: 已暂停，世纪互联已于 2025年3月31日 10:00 确认
           原因: 未付款
           …
      Bot changes: S-1：暂停“Contoso”的服务
           Wang 已批准；已全部执行。
           Microsoft 365 Business: 已暂停，世纪互联已于 2025年3月31日 10:00 确认
           原因: 未付款
           …
      Bot changes for Lin: S-1：暂停“Contoso”的服务
           Wang 已批准；已全部执行。
           Microsoft 365 Business: 已暂停，世纪互联已于 2025年3月31日 10:00 确认
           原因: 未付款
           …
      Bot changes for Mei: S-1：暂停“Contoso”的服务
           Wang 已批准；已全部执行。
           Microsoft 365 Business: 已暂停，世纪互联已于 2025年3月31日 10:00 确认
           原因: 未付款
           …
      Mei: 为 contoso 提工单，内容：发票是 30 人，门户是 25 人
      Bot: 提交给世纪互联的工单（Contoso）
           按内容判断，类别是“账单”；如果不对，请改选。
           是哪一类问题？
           1. (x) 账单
           …
      Mei: [创建工单] text=
      Bot changes: 提交给世纪互联的工单（Contoso）
           请选择严重程度。
           请描述问题。
           请说明已采取了哪些措施：世纪互联会问。
           …
      Mei: [创建工单] topic=1; severity=2; text=发票是 30 人，门户是 25 人; tried=逐笔核对过
      Bot changes: PD-1：提交给世纪互联的工单（Contoso）
           世纪互联不接受程序提交的工单：请人工提交，再把工单编号填回这里。
           https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview
           1. 门户 › 支持请求 › 合作伙伴中心请求 › 新建请求，随后会打开世纪互联的表单。
           …
      Mei: [我已提交] number=我忘了
      Bot: 请照门户显示的样子填写编号：字母、数字和连字符。
      Mei: [我已提交] number=21V-2025-0331-7
      Bot changes: PD-1：提交给世纪互联的工单（Contoso）
           Mei 已提交给世纪互联，工单编号 21V-2025-0331-7。
           问题类别: 账单
           严重程度: 中等
           …
      Mei: 未关闭的工单
      Bot: 有 1 个未关闭的工单
           等待运营商：1 个
           PD-1 · Contoso · 中等 · 今天 ·“发票是 30 人，门户是 25 人”：Mei 已提交给世纪互联，工单编号 21V-2025-0331-7。
           [PD-1]
      `,
    )
    assert.deepEqual(
      office.operators['china']?.transitions.map(({ subscription, to }) => `${subscription} ${to}`),
      [`${seats} suspended`, `${voicemail} suspended`],
    )
    assert.deepEqual(
      (await office.store.auditOf('PD-1')).map(({ by, what }) => `${by} ${what}`),
      ['mei ticket.opened', 'mei ticket.filed'],
    )
  })
})
