import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LIMITS } from '../../src/model/limits.ts'
import type { RosterAnswer } from '../../src/model/roster.ts'
import { parseRoster, rosterMembers } from '../../src/model/roster.ts'

/** Name and business of each line as read. */
const read = (text: string) => parseRoster(text).map(({ name, business }) => [name, business])
const doubts = (text: string) => parseRoster(text).map((line) => line.doubts)
const answered = (answers: Record<number, RosterAnswer[]>) =>
  new Map(Object.entries(answers).map(([line, each]) => [Number(line), each]))

describe('a pasted line', () => {
  it.each([
    ['a comma', 'Pak Wawan, Keripik Singkong', 'Pak Wawan', 'Keripik Singkong'],
    ['more commas in the business', 'Bu Ani, Soto, Rawon', 'Bu Ani', 'Soto, Rawon'],
    ['a number with a comma', 'Bu Ani,Es teh 3,5 liter', 'Bu Ani', 'Es teh 3,5 liter'],
    ['a tab', 'Bu Ani\tSoto, Rawon', 'Bu Ani', 'Soto, Rawon'],
    ['more columns', 'Bu Ani\tSoto\tMalang\t0812', 'Bu Ani', 'Soto, Malang, 0812'],
    ['empty columns', 'Bu Ani\tSoto\t\tMalang\t\t', 'Bu Ani', 'Soto, Malang'],
    ['empty columns behind a comma', 'Bu Ani, Soto\t\t', 'Bu Ani', 'Soto'],
    ['a semicolon', 'Bu Ani; Soto, Rawon', 'Bu Ani', 'Soto, Rawon'],
    ['a semicolon behind its comma', 'Bu Tini , Jus; Es, Kopi', 'Bu Tini', 'Jus; Es, Kopi'],
    ['a title in the name', 'Budi Santoso, S.E.; Bakso', 'Budi Santoso, S.E.', 'Bakso'],
    ['brackets behind the name', 'Bu Sri (Laundry)', 'Bu Sri', 'Laundry'],
    ['brackets that are not the last', 'Bu Sri (Ani) Wati', 'Bu Sri (Ani) Wati', ''],
    ['brackets behind the business', 'Bu Sri, Laundry (kiloan)', 'Bu Sri', 'Laundry (kiloan)'],
    ['a dash', 'Bu Ninik - Tahu Walik', 'Bu Ninik', 'Tahu Walik'],
    ['a long dash', 'Bu Ninik – Tahu – Walik', 'Bu Ninik', 'Tahu - Walik'],
    ['a hyphen within a name', 'Bu Siti-Aminah', 'Bu Siti-Aminah', ''],
    ['a comma before a dash', 'Bu Ani, Soto - Rawon', 'Bu Ani', 'Soto - Rawon'],
    ['a tab before all', 'Bu Ani - S, M; T\tSoto', 'Bu Ani - S, M; T', 'Soto'],
    ['nothing to split at', 'Bu Ninik', 'Bu Ninik', ''],
    ['a number', '1. Bu Ninik - Tahu Walik', 'Bu Ninik', 'Tahu Walik'],
    ['a number with a bracket', '12) Bu Ninik, Tahu', 'Bu Ninik', 'Tahu'],
    ['a number and a tab, from a document', '1.\tBu Ninik, Tahu', 'Bu Ninik', 'Tahu'],
    ['a column of numbers', '1\tBu Ninik\tTahu', 'Bu Ninik', 'Tahu'],
    ['a column of numbers with semicolons', '1;Bu Ninik;Tahu', 'Bu Ninik', 'Tahu'],
    ['a number alone in front', '7, Bu Ninik, Tahu', 'Bu Ninik', 'Tahu'],
    ['a number before the form of address', '3 Bu Ninik, Tahu', 'Bu Ninik', 'Tahu'],
    ['a number that may be the name', '3 Saudara, Toko', '3 Saudara', 'Toko'],
    ['a number as an emoji', '1️⃣ Bu Ninik, Tahu', 'Bu Ninik', 'Tahu'],
    ['a bullet', '• Bu Ninik, Tahu', 'Bu Ninik', 'Tahu'],
    ['a bullet and a tab', '•\tBu Ninik, Tahu', 'Bu Ninik', 'Tahu'],
    ['a dash for a bullet', '- Bu Ninik - Tahu', 'Bu Ninik', 'Tahu'],
    ['a star for a bullet', '* Bu Ninik, Tahu', 'Bu Ninik', 'Tahu'],
    ['quoted cells', '"Bu Ani","Soto, Rawon"', 'Bu Ani', 'Soto, Rawon'],
    ['one quoted cell', 'Bu Ani, "Soto, Rawon"', 'Bu Ani', 'Soto, Rawon'],
    ['a quoted name', '"Ani, Bu"\tSoto', 'Ani, Bu', 'Soto'],
    ['the whole line quoted', '"Bu Ani, Soto"', 'Bu Ani', 'Soto'],
    ['quotes in quotes', '"Bu ""Ani""";"Soto"', 'Bu "Ani"', 'Soto'],
    ['a quote that is none', 'Bu "Ani", Soto', 'Bu "Ani"', 'Soto'],
    ['a quote that nothing closes', '"Bu Ani, Soto', '"Bu Ani', 'Soto'],
    ['spaces that are none', 'Bu\u00a0Ani,\u00a0Soto', 'Bu Ani', 'Soto'],
    ['a byte order mark', '\ufeffBu Ani, Soto', 'Bu Ani', 'Soto'],
    ['a mark before the number', '\u200e1. Bu Ani, Soto', 'Bu Ani', 'Soto'],
    ['zero-width characters', '\u200bBu Ani\u200b, So\u200bto\u200f', 'Bu Ani', 'Soto'],
    ['control characters', 'Bu\u0000 Ani, So\u0007to', 'Bu Ani', 'Soto'],
    ['an emoji', 'Bu Ani 👩‍🍳, 🍜 Soto', 'Bu Ani 👩‍🍳', '🍜 Soto'],
    ['Javanese script', 'ꦧꦸ ꦤꦶꦤꦶꦏ꧀, ꦠꦲꦸ', 'ꦧꦸ ꦤꦶꦤꦶꦏ꧀', 'ꦠꦲꦸ'],
    ['Arabic script and its comma', 'فاطمة، تمر', 'فاطمة', 'تمر'],
    ['a direction turned round', '\u202eBu Ani, Soto', 'Bu Ani', 'Soto'],
  ])('is split with %s', (_, line, name, business) => {
    expect(read(line)).toEqual([[name, business]])
  })

  it.each(['', ' ', '\t\t', ',', ';;', '-', '•', '1.', '\u200b', '""', '\u00a0'])(
    'says nothing when it is only %j',
    (line) => {
      expect(parseRoster(line)).toEqual([])
    },
  )
})

describe('a pasted list', () => {
  it('counts its lines as they were pasted, whatever ends them', () => {
    const lines = parseRoster('Bu Ani, Soto\r\n\r\n  \nPak Wawan, Keripik\rBu Rina, Jus\n')
    expect(lines.map(({ line, raw }) => [line, raw])).toEqual([
      [1, 'Bu Ani, Soto'],
      [4, 'Pak Wawan, Keripik'],
      [5, 'Bu Rina, Jus'],
    ])
  })

  it('keeps a spreadsheet’s cell with a line break together', () => {
    const text = 'Bu Ani\t"Soto\nRawon"\n"Pak\nWawan"\tKeripik\n"Bu Rina\tJus\nBu Mila\tToko'
    expect(parseRoster(text).map(({ line, name, business }) => [line, name, business])).toEqual([
      [1, 'Bu Ani', 'Soto Rawon'],
      [3, 'Pak Wawan', 'Keripik'],
      [5, '"Bu Rina', 'Jus'],
      [6, 'Bu Mila', 'Toko'],
    ])
  })

  it('does not take lines together that some stray quotes stand in', () => {
    expect(read('Bu Ani\t"Soto\nBu "Rina", Jus\nRawon"\tMalang')).toEqual([
      ['Bu Ani', '"Soto'],
      ['Bu "Rina"', 'Jus'],
      ['Rawon"', 'Malang'],
    ])
  })

  it.each([
    'Nama\tUsaha',
    'No/Nama/Usaha',
    'No.\tNama\tUsaha',
    'NO;NAMA ANGGOTA;JENIS USAHA',
    'Nama, Usaha',
    '"Nama","Nama Usaha"',
    'Nama - Usaha',
    '\ufeffName\tBusiness',
    'No,Full name,Type of business',
    '#\tOwner\tBusiness',
    'Nama',
  ])('knows the titles of its columns: %j', (header) => {
    const lines = parseRoster(`${header}\nBu Ani, Soto`)
    expect(lines.map((line) => line.doubts)).toEqual([[{ type: 'header' }], []])
    expect(rosterMembers(lines)).toEqual([{ name: 'Bu Ani', business: 'Soto' }])
  })

  it.each(['Nama Saya, Soto', 'Pak Usaha, Toko', 'Usaha', 'Usaha, Produk', 'Bu Nama\tUsaha'])(
    'takes nobody for a title: %s',
    (line) => {
      expect(doubts(line)).toEqual([[]])
    },
  )

  it('asks whose business it is where the name is missing', () => {
    expect(read(', Warung soto')).toEqual([['', 'Warung soto']])
    expect(read('\tWarung soto')).toEqual([['', 'Warung soto']])
    expect(read('11.\t\tWarung soto')).toEqual([['', 'Warung soto']])
    expect(read('081234567890')).toEqual([['', '081234567890']])
    expect(read('+62 812-3456-7890, Jus')).toEqual([['', '+62 812-3456-7890, Jus']])
    expect(doubts('081234567890')).toEqual([[{ type: 'noName' }]])
    expect(doubts(', Warung soto\n; Jus')).toEqual([[{ type: 'noName' }], [{ type: 'noName' }]])
  })

  it('asks about a name that stood there already, with the first line it stood in', () => {
    const text = 'Bu Ninik, Tahu\n\nPak Wawan\n BU  NINIK , Sempol\nRené\nRene\u0301\nbu ninik'
    expect(parseRoster(text).map((line) => [line.line, ...line.doubts])).toEqual([
      [1],
      [3],
      [4, { type: 'sameName', line: 1 }],
      [5],
      [6, { type: 'sameName', line: 5 }],
      [7, { type: 'sameName', line: 1 }],
    ])
  })

  it('gives a name and a business that are too long whole, and shortened between characters', () => {
    const name = `Bu ${'x'.repeat(74)}👩‍🍳👩‍🍳`
    const business = 'ꦠꦲꦸ '.repeat(40).trim()
    const [line] = parseRoster(`${name}, ${business}`)
    expect([line?.name, line?.business]).toEqual([name, business])
    expect(line?.doubts).toEqual([
      { type: 'nameTooLong', max: 80, shortened: `Bu ${'x'.repeat(74)}` },
      { type: 'businessTooLong', max: 120, shortened: 'ꦠꦲꦸ '.repeat(30).trim() },
    ])
  })

  it('flags each line past what a workshop takes, and keeps it', () => {
    const rows = Array.from({ length: 503 }, (_, i) => `Bu ${i}, Soto`)
    const lines = parseRoster(['Nama, Usaha', ...rows].join('\n'))
    expect(lines).toHaveLength(504)
    const flagged = lines.filter(({ doubts }) => doubts.some(({ type }) => type === 'tooManyLines'))
    expect(flagged.map(({ line, name }) => [line, name])).toEqual([
      [502, 'Bu 500'],
      [503, 'Bu 501'],
      [504, 'Bu 502'],
    ])
    expect(rosterMembers(lines)).toHaveLength(LIMITS.rosterLines)
  })

  it('loses no letter and no digit of any text, and breaks on none', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'Bu Ani',
        'Soto',
        ',',
        '\t',
        ';',
        ' - ',
        '"',
        '""',
        '\n',
        '\r\n',
        '1.',
        '•',
        'Nama',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    )
    const letters = (text: string) => text.normalize('NFC').replace(/[^\p{L}]/gu, '')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        const lines = parseRoster(text)
        const read = lines.map(({ name, business }) => name + business).join('')
        expect(letters(read)).toBe(letters(text))
        expect(new Set(lines.map(({ line }) => line)).size).toBe(lines.length)
        for (const { name, business } of rosterMembers(lines)) {
          expect(name.length).toBeLessThanOrEqual(LIMITS.nameLength)
          expect(business.length).toBeLessThanOrEqual(LIMITS.businessLength)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('the members that a list yields', () => {
  const text = [
    'Nama, Usaha',
    'Bu Ninik, Tahu Walik',
    ', Warung soto',
    'Bu Ninik, Sempol',
    'Bu Ninik, tahu walik',
    `Bu ${'x'.repeat(100)}, Jus`,
  ].join('\n')
  const long = `Bu ${'x'.repeat(77)}`

  it('are all that need no answer, the doubtful names among them', () => {
    expect(rosterMembers(parseRoster(text))).toEqual([
      { name: 'Bu Ninik', business: 'Tahu Walik' },
      { name: '', business: 'Warung soto' },
      { name: 'Bu Ninik', business: 'Sempol' },
      { name: 'Bu Ninik', business: 'tahu walik' },
    ])
  })

  it('are as they were answered', () => {
    const answers = answered({
      1: [{ type: 'isPerson' }],
      3: [{ type: 'name', name: ' Bu  Ani ' }],
      4: [{ type: 'samePerson' }],
      5: [{ type: 'samePerson' }],
      6: [{ type: 'shorten' }],
    })
    expect(rosterMembers(parseRoster(text), answers)).toEqual([
      { name: 'Nama', business: 'Usaha' },
      { name: 'Bu Ninik', business: 'Tahu Walik, Sempol' },
      { name: 'Bu Ani', business: 'Warung soto' },
      { name: long, business: 'Jus' },
    ])
  })

  it('stay two where two people have one name', () => {
    const answers = answered({ 4: [{ type: 'twoPeople' }], 5: [{ type: 'samePerson' }] })
    expect(rosterMembers(parseRoster(text), answers).map(({ name }) => name)).toEqual([
      'Bu Ninik',
      '',
      'Bu Ninik',
    ])
  })

  it('keep a business whose owner’s first line has none', () => {
    const lines = parseRoster('Bu Ninik\nBu Ninik, Tahu\nBu Ninik')
    const same = answered({ 2: [{ type: 'samePerson' }], 3: [{ type: 'samePerson' }] })
    expect(rosterMembers(lines, same)).toEqual([{ name: 'Bu Ninik', business: 'Tahu' }])
  })

  it('keep a person whose first line waits for an answer', () => {
    const lines = parseRoster(`Bu Ninik, ${'x'.repeat(130)}\nBu Ninik, Tahu`)
    expect(rosterMembers(lines, answered({ 2: [{ type: 'samePerson' }] }))).toEqual([
      { name: 'Bu Ninik', business: 'Tahu' },
    ])
  })

  it('never have more than fits, however many businesses one person has', () => {
    const lines = parseRoster(
      Array.from({ length: 9 }, (_, i) => `Bu Ninik, Warung nomor ${i} di pasar`).join('\n'),
    )
    const same = answered(
      Object.fromEntries(lines.map(({ line }) => [line, [{ type: 'samePerson' } as const]])),
    )
    const [member, ...others] = rosterMembers(lines, same)
    expect(others).toEqual([])
    expect(member?.business.length).toBeLessThanOrEqual(LIMITS.businessLength)
    expect(member?.business.startsWith('Warung nomor 0 di pasar, Warung nomor 1')).toBe(true)
  })

  it('take a long typed name as long as fits', () => {
    const answers = answered({ 1: [{ type: 'name', name: 'y'.repeat(200) }] })
    expect(rosterMembers(parseRoster(', Soto'), answers)[0]?.name).toHaveLength(80)
  })
})
