import assert from 'node:assert/strict'
import { importCommand } from '../../../bot/cli/import-command.ts'
import { mei, wang } from '../../kit/builders.ts'
import { bare } from '../../kit/in-english.ts'
import { anOpenDesk, type AnOpenDesk } from '../an-open-desk.ts'
import { aSession, openList, type ASession } from './a-session.ts'

const three = openList(['INV-1', '2025-03-20', 100], ['INV-2', '2025-03-21', 50], ['INV-3', '2025-03-21', 50])
/** Closes two of the three. */
const one = openList(['INV-1', '2025-03-20', 100])
const whole = '--company Nimbus --complete'

describe('import', () => {
  let open: AnOpenDesk
  let session: ASession
  beforeEach(async () => {
    open = await anOpenDesk()
  })

  const run = (csv: string | null, words: string, ...answers: readonly string[]) => {
    session = aSession(csv, ...answers)
    return importCommand(words.split(' '), session, open)
  }
  const documents = () => [...open.desk.ledger.current().items.values()].flat().map(({ item }) => item.number)
  const records = async () => (await open.store.list('ledger-import')).map(({ value }) => `${value.id} ${value.status}`)
  const nothingHappened = async () => {
    assert.deepEqual(await records(), [])
    assert.deepEqual(documents(), [])
  }

  it('asks for the part of the books and whether it is whole, shows both sides, and imports on a yes', async () => {
    assert.equal(await run(three, 'open.csv', 'company Nimbus', 'complete', 'yes'), 0)
    assert.deepEqual(session.asked, [
      'Which part of the books does it speak for? (company NAME, lane china, country DE) ',
      'Does it list everything that is open for company Nimbus? (complete/partial) ',
      'Import this? (yes/no) ',
    ])
    for (const line of [
      'Scope: company NIMBUS, complete list',
      'Ledger as of: Mar 30, 2025',
      'In the file: EUR 200.00 in 3 documents',
      'Changes: 3 new, 0 changed, 0 closed',
    ])
      assert(session.seen.map(bare).includes(line), line)
    assert.equal(session.seen.at(-1), 'Imported as L-1. To take it back: npm run desk -- import --undo L-1')
    assert.deepEqual(documents(), ['INV-1', 'INV-2', 'INV-3'])
    const [entry] = await open.store.auditOf('L-1')
    assert.equal(entry?.by, 'console:root')
  })

  it('asks nothing when everything was said', async () => {
    assert.equal(await run(three, `open.csv ${whole} --yes`), 0)
    assert.deepEqual(session.asked, [])
    assert.deepEqual(await records(), ['L-1 active'])
  })

  it('tells whom a column gives customers to, and which names mean nobody, before anybody says yes', async () => {
    const owned = three
      .replace('Currency', 'Currency,Account manager')
      .replaceAll(',EUR', ',EUR,mei')
      .replace('\nK-1001', '\nK-2002,Fabrikam,INV-9,2025-03-20,10.00,EUR,Zoe\nK-1001')
    assert.equal(await run(owned, `open.csv ${whole}`, 'yes'), 0)
    const asked = session.seen.findIndex((line) => line.startsWith('Import this?'))
    const before = session.seen.slice(0, asked).map(bare)
    assert(before.includes('Looked after by somebody else: 1'), before.join('\n'))
    assert(before.some((line) => line.endsWith('colleague who may see customers: Zoe.')))
    assert.deepEqual(
      (await open.store.list('assignment')).map(({ value: { owner, by, import: list } }) => [owner, by, list]),
      [['mei', 'console:root', 'L-1']],
    )
  })

  it('takes back what was imported, whole, and only once', async () => {
    await run(three, `open.csv ${whole} --yes`)
    await run(three, `open.csv ${whole} --yes`)
    assert.equal(await run(null, '--undo l-2'), 0)
    assert.deepEqual(session.seen, ['L-2 was taken back, whole.'])
    assert.deepEqual(documents(), ['INV-1', 'INV-2', 'INV-3'])
    assert.equal(await run(null, '--undo L-2'), 1)
    assert.deepEqual(session.seen, ['L-2 is not in force (undone); there is nothing to take back.'])
    assert.equal(await run(null, '--undo L-9'), 1)
    assert.deepEqual(session.seen, ['There is no import L-9.'])
  })

  it('takes nothing back alone that changes much: who asks is named, and somebody else agrees', async () => {
    await run(three, `open.csv ${whole} --yes`)
    assert.equal(await run(null, '--undo L-1'), 1)
    assert.match(session.seen[0] ?? '', /--as NAME/)
    assert.equal(await run(null, '--undo L-1 --as Mei'), 0)
    assert.deepEqual(session.seen, ["L-1 waits for a second person's yes in chat; until then it stands."])
    assert.deepEqual([await records(), documents().length], [['L-1 undo-asked'], 3])
    const asked = (await open.store.auditOf('L-1')).at(-1)
    assert.deepEqual([asked?.by, asked?.details?.['staff']], ['console:root', 'mei'])
    assert.equal(await run(null, '--undo L-1 --as Wang'), 1)
    assert.match(session.seen[0] ?? '', /waits for a second person/)
  })

  for (const answer of ['no', '', 'yess', 'yes, but', 'ok']) {
    it(`imports nothing on “${answer}”`, async () => {
      assert.equal(await run(three, `open.csv ${whole}`, answer), 1)
      assert.equal(session.seen.at(-1), 'Nothing was imported.')
      await nothingHappened()
    })
  }

  it('imports nothing when nobody is there to answer', async () => {
    assert.equal(await run(three, `open.csv ${whole}`), 1)
    assert.equal(session.seen.at(-1), 'Nothing was imported.')
    await nothingHappened()
  })

  describe('what the file leaves open', () => {
    const undated = three.replace('As of 2025-03-30\n', '')

    it('is asked even of somebody who said yes to everything', async () => {
      assert.equal(await run(undated, `open.csv ${whole} --yes`), 1)
      assert.deepEqual(session.seen, ['On which day was this list read from the books?', '> ', 'Nothing was imported.'])
      await nothingHappened()
    })

    it('is asked again until it is understood', async () => {
      assert.equal(await run(undated, `open.csv ${whole} --yes`, 'yesterday', '2025-03-30'), 0)
      assert.deepEqual(session.seen.slice(0, 4), [
        'On which day was this list read from the books?',
        '> ',
        'I cannot read that answer.',
        '> ',
      ])
      assert.equal(open.desk.ledger.current().asOf, '2025-03-30')
    })

    it('is given up after three answers that nobody understands', async () => {
      assert.equal(await run(undated, `open.csv ${whole} --yes`, 'a', 'b', 'c', '2025-03-30'), 1)
      assert.equal(session.asked.length, 3)
      await nothingHappened()
    })

    it('is offered as choices, one question after the other', async () => {
      const unclear = undated.replaceAll('2025-03-20', '03/02/2025').replaceAll('2025-03-21', '04/02/2025')
      assert.equal(await run(unclear, `open.csv ${whole} --yes`, '1', '2025-03-30'), 0)
      assert.deepEqual(session.asked, ['Number: ', '> '])
      assert(session.seen.some((line) => /^ {2}1\. Day first: Feb 3, 2025/.test(line)))
      const [dated] = [...open.desk.ledger.current().items.values()].flat()
      assert(dated?.item.kind === 'invoice')
      assert.equal(dated.item.due, '2025-02-03')
    })
  })

  const refused: readonly (readonly [what: string, csv: string | null, words: string, sentence: RegExp])[] = [
    ['without a file', null, whole, /^Name a file: npm run desk -- import FILE\.csv$/],
    ['without a scope', three, 'open.csv', /^Name what the list speaks for: --company NAME/],
    ['without knowing whether it is whole', three, 'open.csv --lane china', /^Say whether the list is --complete/],
    ['for a lane that is none', three, 'open.csv --lane mars --complete', /^“mars” is no lane/],
    ['with an option nobody knows', three, 'open.csv --force', /--force/],
    ['for somebody unknown', three, `open.csv ${whole} --as Nobody`, /^Nobody at this desk is called Nobody\.$/],
    [
      'for somebody without the right',
      three,
      `open.csv ${whole} --yes --as Sam`,
      /^This person may not import ledgers; that takes the role of collector, approver, or administrator\.$/,
    ],
    [
      'of a row that cannot be read',
      three.replace('2025-03-20', 'soon'),
      `open.csv ${whole} --yes`,
      /“soon” .*no date/,
    ],
    ['of a day to come', three.replace('2025-03-30', '2025-04-30'), `open.csv ${whole} --yes`, /is still to come/],
    ['of nothing', openList(), `open.csv ${whole} --yes`, /./],
  ]
  for (const [what, csv, words, sentence] of refused) {
    it(`is refused ${what}`, async () => {
      assert.equal(await run(csv, words), 1)
      assert.match(session.seen.at(-1) ?? '', sentence)
      await nothingHappened()
    })
  }

  describe('for one of two people of the same name', () => {
    beforeEach(async () => {
      open = await anOpenDesk([mei, { ...wang, id: 'mei-2', name: 'mei' }])
    })

    it('asks which, rather than taking the first', async () => {
      assert.equal(await run(three, `open.csv ${whole} --yes --as MEI`), 1)
      assert.deepEqual(session.seen, [
        '2 people at this desk are called MEI. Say which one: --as mei (collector) or --as mei-2 (approver).',
      ])
      await nothingHappened()
    })

    for (const id of ['mei', 'mei-2']) {
      it(`takes ${id} by id`, async () => {
        assert.equal(await run(three, `open.csv ${whole} --yes --as ${id}`), 0)
        assert.equal((await open.store.get('ledger-import', 'L-1'))?.value.staff, id)
      })
    }
  })

  it('leaves out bad rows when it is told to, and says which', async () => {
    const spoiled = three.replace('2025-03-20', 'soon')
    assert.equal(await run(spoiled, `open.csv ${whole} --yes --leave-out-bad-rows`), 0)
    assert(session.seen.includes('Line 3: “soon” in “Due Date” is no date.'))
    assert.deepEqual(documents(), ['INV-2', 'INV-3'])
  })

  it('refuses a list older than the last one of its scope', async () => {
    await run(three, `open.csv ${whole} --yes`)
    assert.equal(await run(three.replace('2025-03-30', '2025-03-28'), `open.csv ${whole} --yes`), 1)
    assert.equal(session.seen.at(-1), 'It is older (Mar 28, 2025) than the last import of its scope (Mar 30, 2025).')
    assert.deepEqual(await records(), ['L-1 active'])
  })

  describe('where it would close too much', () => {
    beforeEach(() => run(three, `open.csv ${whole} --yes`))

    it('asks who it is', async () => {
      assert.equal(await run(one, `open.csv ${whole} --yes`), 1)
      assert.deepEqual(session.seen.slice(-2), [
        'A second person must say yes before it counts.',
        'A second person must say yes to this one, so say who you are: --as NAME.',
      ])
      assert.deepEqual(await records(), ['L-1 active'])
    })

    it('waits for a second person, and changes nothing until then', async () => {
      assert.equal(await run(one, `open.csv ${whole} --yes --as WANG`), 0)
      assert.equal(session.seen.at(-1), "L-2 waits for a second person's yes in chat; until then nothing has changed.")
      assert.deepEqual(await records(), ['L-1 active', 'L-2 pending'])
      assert.equal(documents().length, 3)
      const promised = await open.store.takeDue(open.time, 10)
      assert.deepEqual(
        promised.map(({ order }) => order),
        [
          // The first list counts: what it no longer justifies is withdrawn. The second justifies nothing yet.
          { kind: 'recheck-debt', customer: null },
          { kind: 'post-case', case: 'L-2', askedIn: null },
        ],
      )
    })
  })

  it('never takes a number of one book for the same number of another', async () => {
    await run(three, 'open.csv --country IT --complete --yes')
    await run(three.replaceAll('Contoso Ltd', 'Contoso SA'), 'open.csv --country ES --complete --yes')
    assert.deepEqual([...open.desk.ledger.current().items.keys()], ['country IT:K-1001', 'country ES:K-1001'])
  })

  describe('whose own total speaks against its rows', () => {
    const short = `${three}Total,,,,250.00,EUR\n`
    const question = 'The totals in the file do not bear out its rows. Import it all the same? (yes/no) '

    it('asks in spite of a yes to everything', async () => {
      assert.equal(await run(short, `open.csv ${whole} --yes`, 'yes'), 0)
      assert.deepEqual(session.asked, [question])
    })

    const unreadable =
      three.replace('Currency', 'Currency,Total').replaceAll(',EUR', ',EUR,1') + 'Total,,,,,EUR,200.00\n'
    for (const [how, list] of [
      ['differs', short],
      ['cannot be compared', unreadable],
    ] as const) {
      it(`imports nothing when it ${how} and nobody is there to answer`, async () => {
        assert.equal(await run(list, `open.csv ${whole} --yes`), 1)
        assert.match(session.seen.at(-1) ?? '', /rows may be missing, and --yes does not answer for that/)
        await nothingHappened()
      })
    }

    it('is taken at its word where it closes nothing, or where the total agrees', async () => {
      assert.equal(await run(short, 'open.csv --company Nimbus --partial --yes'), 0)
      assert.equal(await run(short.replace('250', '200'), `open.csv ${whole} --yes`), 0)
      assert.deepEqual(session.asked, [])
    })
  })

  it('does not import what was not shown: somebody else was faster', async () => {
    const answers: ASession = {
      ...aSession(three),
      async ask() {
        await importCommand(`open.csv ${whole} --yes`.split(' '), aSession(three), open)
        return 'yes'
      },
    }
    assert.equal(await importCommand(`open.csv ${whole}`.split(' '), answers, open), 1)
    assert.equal(answers.seen.at(-1), 'The ledger changed meanwhile and so would the result. Import the file again.')
    assert.deepEqual(await records(), ['L-1 active'])
  })
})
