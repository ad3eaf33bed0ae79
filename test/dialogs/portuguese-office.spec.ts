import { mei, wang } from '../kit/builders.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice } from './an-office.ts'

const portuguese = { language: 'pt-BR' } as const

describe('an office that speaks Brazilian Portuguese', () => {
  it('goes all the way: who is overdue, the customer, the suspension, and its approval', async () => {
    const office = await anOffice({ staff: [mei, wang].map((each) => ({ ...each, ...portuguese })) })
    await transcript(
      office,
      `
      Mei: quem está em atraso há mais de 60 dias?
      Bot: 1 cliente está em atraso
           vencidos há mais de 60 dias
           CNY, 1 cliente
           1–30 dias: CNY 0,00
           31–60 dias: CNY 0,00
           61–90 dias: CNY 48.200,00 ██████████
           mais de 90 dias: CNY 0,00
           Cliente · Em atraso · Dias · Etapa
           - Contoso · CNY 48.200,00 · 70 · suspensão
           Posição do contas a receber em 30 de mar. de 2025 (1 dia útil atrás).
           Abrir um cliente
           1. (x) Contoso
           [Abrir]
      Mei: situacao da contoso
      Bot: Contoso
           A política prevê: suspensão.
           Em 21Vianet: Contoso · contoso.cn
           ID do locatário: 5f3c1d6e-0000-4000-8000-00000000c001
           No contas a receber: Contoso Ltd (K-1001)
           CNY: CNY 48.200,00 em atraso, o mais antigo há 70 dias; CNY 48.200,00 em aberto no total
           Fatura · Vencimento · Dias · Em aberto
           - INV-1 · 20 de jan. de 2025 · 70 · CNY 48.200,00
           Aviso final entregue em 3 de mar. de 2025, prazo 17 de mar. de 2025.
           3 assinaturas
           Microsoft 365 Business × 25: ativa
           Voicemail × 25: ativa
           Phones × 5: ativa
           Posição do contas a receber em 30 de mar. de 2025 (1 dia útil atrás).
           [Suspender] [Aviso final foi entregue] [Acordos] [Chamado]
      Mei: por favor, suspenda a contoso por inadimplencia
      Bot: Suspender Contoso por inadimplência?
           Contoso deve CNY 48.200,00, o mais antigo vencido há 70 dias.
           Quais assinaturas? As que estão por trás de linhas de fatura não pagas já estão selecionadas
           …
      Mei: [Pedir segunda aprovação] note=Ninguém atende o telefone.
      Bot changes: S-1: suspender Contoso?
           Aguardando uma segunda pessoa. Expira em 1 de abr. de 2025, 23:59 GMT+8.
           Motivo: inadimplência
           …
      Bot to Wang: S-1: suspender Contoso?
           Aguardando uma segunda pessoa. Expira em 1 de abr. de 2025, 23:59 GMT+8.
           Motivo: inadimplência
           …
      Wang: [Aprovar]
      Bot changes: S-1: suspensão de Contoso
           Aprovado por Wang; em execução.
           Microsoft 365 Business: em execução
           …
      Bot to Mei: S-1: suspensão de Contoso
           Aprovado por Wang; executado.
           …
      Bot changes for Mei: S-1: suspensão de Contoso
           Aprovado por Wang; executado.
           Microsoft 365 Business: suspensa, confirmado por 21Vianet em 31 de mar. de 2025, 10:00
           …
      Bot changes: S-1: suspensão de Contoso
           Aprovado por Wang; executado.
           …
      `,
    )
  })
})
