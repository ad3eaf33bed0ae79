import { lin, mei, sam, wang } from '../kit/builders.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice } from './an-office.ts'

const japanese = { language: 'ja' } as const

describe('an office that speaks Japanese', () => {
  it('goes all the way: who is overdue, the customer, the suspension, its question, approval and end', async () => {
    const office = await anOffice({
      staff: [mei, wang, lin, sam].map((each) => ({ ...each, ...japanese })),
    })
    await transcript(
      office,
      `
      Mei: 60日を超えて延滞している顧客を教えてください
      Bot: 延滞中の顧客：1 社
           延滞 60 日超
           CNY、1 社
           1～30 日: CNY 0.00
           31～60 日: CNY 0.00
           61～90 日: CNY 48,200.00 ██████████
           90 日超: CNY 0.00
           顧客 · 延滞額 · 日数 · 段階
           - Contoso · CNY 48,200.00 · 70 · 停止
           台帳の基準日 2025/03/30（1 営業日経過）。
           顧客を開く
           1. (x) Contoso
           [開く]
      Mei: [開く]
      Bot: Contoso
           ポリシーが求める対応：停止。
           21Vianetの顧客: Contoso · contoso.cn
           テナント ID: 5f3c1d6e-0000-4000-8000-00000000c001
           台帳の取引先: Contoso Ltd (K-1001)
           CNY: 延滞額 CNY 48,200.00（最長 70 日）、未決済額 合計 CNY 48,200.00
           請求書 · 支払期日 · 日数 · 未払い残高
           - INV-1 · 2025/01/20 · 70 · CNY 48,200.00
           最終督促：2025/03/03 に送付、期限 2025/03/17。
           サブスクリプション 3 件
           Microsoft 365 Business × 25：有効
           Voicemail × 25：有効
           Phones × 5：有効
           台帳の基準日 2025/03/30（1 営業日経過）。
           [停止] [最終督促を送付済み] [取り決め] [チケット]
      Mei: [停止]
      Bot: Contoso を停止する理由は何ですか？
           [未払い] [不正行為] [不適切利用] [顧客の依頼] [今はしない]
      Mei: [未払い]
      Bot changes: Contoso を停止しますか？（理由：未払い）
           Contoso の延滞額は CNY 48,200.00 で、最長 70 日延滞しています。
           どのサブスクリプションですか？未払いの請求明細に対応するものは選択済みです
           1. (x) Microsoft 365 Business × 25（アドオン Voicemail も停止）
           2. ( ) Voicemail × 25（アドオン）
           3. ( ) Phones × 5
           停止の影響
           すぐに利用できなくなる人: 25 ライセンス。実際の利用者数は不明
           その間の当社への請求: 不明
           元に戻せる期限: 2025/05/30 まで（2025/03/31 から 60 日）。その後、21Vianetがすべてのデータを削除します。日付は21Vianetに確認してください
           停止に伴いオフになるもの: 不明。再開しても、すべては元に戻らない可能性があります
           管理者は引き続きデータにアクセスできます。
           第二承認者へのメモ:
           入力でも操作できます。「1, 2」または「すべて」で選び、続けて内容を入力し、最後に「承認を依頼」と入力してください。
           [第二承認者に依頼] [今はしない]
      Mei: [第二承認者に依頼] note=電話がつながりません。
      Bot changes: S-1：Contoso を停止しますか？
           第二承認者の承認待ちです。有効期限は 2025/04/01 23:59 GMT+8 です。
           理由: 未払い
           21Vianetの顧客: Contoso · contoso.cn
           テナント ID: 5f3c1d6e-0000-4000-8000-00000000c001
           台帳の取引先: Contoso Ltd (K-1001)
           依頼時の延滞額: CNY 48,200.00、最長 70 日延滞
           最終督促: 2025/03/03 に送付、期限 2025/03/17、記録者 Mei
           台帳の基準日: 2025/03/30
           依頼者: Mei、2025/03/31 10:00
           メモ：電話がつながりません。
           対象は次の 1 件のサブスクリプションのみです：
           Microsoft 365 Business × 25（アドオン Voicemail も停止）
           すぐに利用できなくなる人: 25 ライセンス。実際の利用者数は不明
           その間の当社への請求: 不明
           元に戻せる期限: 2025/05/30 まで（2025/03/31 から 60 日）。その後、21Vianetがすべてのデータを削除します。日付は21Vianetに確認してください
           停止に伴いオフになるもの: 不明。再開しても、すべては元に戻らない可能性があります
           管理者は引き続きデータにアクセスできます。
           却下の理由、または質問:
           [承認] [却下] [質問する] [対象を変更] [取り下げ]
      Bot to Wang: S-1：Contoso を停止しますか？
           第二承認者の承認待ちです。有効期限は 2025/04/01 23:59 GMT+8 です。
           理由: 未払い
           …
      Bot to Lin: S-1：Contoso を停止しますか？
           第二承認者の承認待ちです。有効期限は 2025/04/01 23:59 GMT+8 です。
           理由: 未払い
           …
      Wang: [質問する]
      Bot: 先に欄に内容を入力してください。
      Wang: [質問する] words=最終督促に返答はありましたか？
      Bot changes: S-1：Contoso を停止しますか？
           Wang から質問があります。回答があるまで、誰も承認できません。
           理由: 未払い
           …
      Bot to Mei: S-1：Contoso を停止しますか？
           Wang から質問があります。回答があるまで、誰も承認できません。
           理由: 未払い
           …
      Bot changes for Mei: S-1：Contoso を停止しますか？
           Wang から質問があります。回答があるまで、誰も承認できません。
           理由: 未払い
           …
      Bot changes for Lin: S-1：Contoso を停止しますか？
           Wang から質問があります。回答があるまで、誰も承認できません。
           理由: 未払い
           …
      Mei: [回答] words=ありません。2 回電話しました。
      Bot changes: S-1：Contoso を停止しますか？
           第二承認者の承認待ちです。有効期限は 2025/04/01 23:59 GMT+8 です。
           理由: 未払い
           …
      Bot changes: S-1：Contoso を停止しますか？
           第二承認者の承認待ちです。有効期限は 2025/04/01 23:59 GMT+8 です。
           理由: 未払い
           …
      Bot changes for Wang: S-1：Contoso を停止しますか？
           第二承認者の承認待ちです。有効期限は 2025/04/01 23:59 GMT+8 です。
           理由: 未払い
           …
      Bot changes for Lin: S-1：Contoso を停止しますか？
           第二承認者の承認待ちです。有効期限は 2025/04/01 23:59 GMT+8 です。
           理由: 未払い
           …
      Wang: [承認]
      Bot changes: S-1：Contoso の停止
           Wang が承認しました。実行中です。
           Microsoft 365 Business: 実行中
           …
      Bot to Mei: S-1：Contoso の停止
           Wang が承認しました。実行済みです。
           Microsoft 365 Business: 停止済み（2025/03/31 10:00 に21Vianetで確認）
      Bot changes for Mei: S-1：Contoso の停止
           Wang が承認しました。実行済みです。
           Microsoft 365 Business: 停止済み（2025/03/31 10:00 に21Vianetで確認）
           …
      Bot changes: S-1：Contoso の停止
           Wang が承認しました。実行済みです。
           Microsoft 365 Business: 停止済み（2025/03/31 10:00 に21Vianetで確認）
           …
      Bot changes for Lin: S-1：Contoso の停止
           Wang が承認しました。実行済みです。
           Microsoft 365 Business: 停止済み（2025/03/31 10:00 に21Vianetで確認）
           …
      Bot changes for Mei: S-1：Contoso の停止
           Wang が承認しました。実行済みです。
           Microsoft 365 Business: 停止済み（2025/03/31 10:00 に21Vianetで確認）
           …
      Mei: contosoの停止理由は？
      Bot: Contoso：停止中のもの
           Microsoft 365 Business の停止要因：未払い（S-1、Wang、2025/03/31）。停止から 60 日となる 2025/05/30 まで再開できます。日付は 21Vianet に確認してください。
           S-1：電話がつながりません。
           Contoso の延滞額は CNY 48,200.00 で、最長 70 日延滞しています。
           サブスクリプションの最後の停止要因が解除されると、サービスが再開します。
           [停止要因「未払い」を解除]
      Mei: contosoが金曜までに4200人民元支払うと約束しました
      Bot: Contoso の支払約束ですか？
           2025/04/04 の終わりまでに CNY 4,200.00 の支払約束。
           その日が終わるまで、最も古い債権からこの額について督促を進めません。守られたかどうかは、翌営業日の朝に台帳で確認します。
           まだ何も記録していません。
           [記録する] [今はしない]
      Mei: [今はしない]
      Bot changes: 中止しました。何も行っていません。
      Mei: contosoのチケットを作成して、内容：請求書は30人、ポータルは25人
      Bot: チケットの下書き：21Vianetあて（Contoso）
           内容から、次の分類と判断しました：請求。違う場合は選び直してください。
           何についてですか？
           1. (x) 請求
           2. ( ) サブスクリプション
           3. ( ) 不正
           4. ( ) パートナー アカウント
           5. ( ) その他
           重大度はどれですか？
           1. ( ) 重大（严重）
           2. ( ) 中程度（中等）
           3. ( ) 軽微（轻微）
           件名（1 行。空欄の場合は問題の 1 行目）:
           問題（何が、いつから）。21Vianetにはこのまま伝わります: 請求書は30人、ポータルは25人
           試したこと。21Vianetは、自社で解決することが難しいものだけを受け付けます。それ以外のエスカレーションは不利益につながります:
           簡体字中国語での問題の説明（任意）:
           影響：誰が、どのように困っているか（任意）:
           連絡先：氏名、メール、電話番号: Mei
           21Vianetには簡体字中国語、続いて英語で送ります。入力した内容は、書いた言語のまま送ります。
           順に入力することもできます：「請求」「中程度」「影響：…」のように項目ごとに入力し、それ以外は問題の説明になります。「この内容で起票」と入力すると起票します。
           [この内容で起票] [今はしない]
      Mei: [この内容で起票] topic=1; severity=2; text=請求書は30人、ポータルは25人; tried=1 件ずつ照合済み
      Bot changes: PD-1：21Vianetへのチケット（Contoso）
           21Vianetはプログラムからのチケットを受け付けません。手動で提出し、番号をここに入力してください。
           https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview
           …
      Mei: [提出しました] number=21V-2025-0331-7
      Bot changes: PD-1：21Vianetへのチケット（Contoso）
           Mei が21Vianetに提出しました。番号は 21V-2025-0331-7 です。
           分類: 請求
           …
      Mei: 未解決のチケットは？
      Bot: 未完了のチケット：1 件
           運営元の対応待ち：1 件
           PD-1 · Contoso · 中程度 · 今日 · 「請求書は30人、ポータルは25人」：Mei が21Vianetに提出しました。番号は 21V-2025-0331-7 です。
           [PD-1]
      `,
    )
  })
})
