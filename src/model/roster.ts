/**
 * A pasted list of members, one a line: from a chat, a document or a spreadsheet. Nothing is thrown away in silence: every
 * line that says anything comes out, with what is doubtful about it, and a doubt never stops the others.
 */
import { LIMITS } from './limits.ts'
import { linesOf, splitCells } from './rosterCells.ts'
import { cleanLine, shortenLine } from './text.ts'

export type RosterDoubt =
  /** Whose business is this? Created without a name until somebody says. */
  | { type: 'noName' }
  /** Same name as in that line: one person or two? Created as two until somebody says. */
  | { type: 'sameName'; line: number }
  /** Not created before somebody agrees to `shortened`. */
  | { type: 'nameTooLong'; max: number; shortened: string }
  | { type: 'businessTooLong'; max: number; shortened: string }
  /** One line more than a workshop takes: not created. */
  | { type: 'tooManyLines'; max: number }
  /** The titles of a table's columns: not created unless somebody says that it is a person. */
  | { type: 'header' }

export type RosterLine = {
  /** Counted from 1 in what was pasted, blank lines too. */
  line: number
  raw: string
  name: string
  business: string
  doubts: readonly RosterDoubt[]
}

export type RosterAnswer =
  /** The line goes; its business joins the first line's. */
  | { type: 'samePerson' }
  | { type: 'twoPeople' }
  | { type: 'name'; name: string }
  | { type: 'shorten' }
  | { type: 'isPerson' }

/** What was answered, by line number. */
export type RosterAnswers = ReadonlyMap<number, readonly RosterAnswer[]>

export type RosterMember = { name: string; business: string }

/**
 * What numbers or marks the lines of a list, with one tab behind it: "1.", "2)", "3️⃣", "4 Bu", "5" and a tab, "•", "-".
 * A number before anything else may be part of a name ("3 Saudara").
 */
const LIST_MARK = new RegExp(
  [
    String.raw`^[\s\u200b-\u200f\u2060]*(?:(?:`,
    String.raw`\d{1,4}(?:\s*[.):\]](?!\d)|(?=\t)|(?=\s+(?:pak|bu|bapak|ibu|mas|mbak|bpk|mr|mrs|ms)\b))|`,
    String.raw`(?:\d\ufe0f?\u20e3)+|[•●○▪■◦‣·–—-]|\*(?=\s)`,
    String.raw`)[^\S\t]*\t?)+`,
  ].join(''),
  'iu',
)

const COLUMN_TITLES = new Set(
  `no|nomor|number|nama|nama lengkap|nama anggota|nama peserta|nama pemilik|pemilik|anggota|peserta
  |name|full name|owner|owner name|member|member name|participant|usaha|nama usaha|jenis usaha|bidang usaha|produk
  |business|business name|type of business|business type|product|alamat|address|hp|no hp|wa|no wa|whatsapp|telepon
  |phone|keterangan|notes|kelompok|group|desa|dusun|rt|rw`.split(/\s*\|\s*/),
)
const NAME_TITLE = /^(nama|name|full name|owner|member|pemilik|anggota|peserta|participant)\b/

export function parseRoster(text: string): RosterLine[] {
  const lines: RosterLine[] = []
  const firstLineOf = new Map<string, number>()
  let people = 0
  for (const { line, raw } of linesOf(text)) {
    const { name, business } = readMember(raw)
    if (name === '' && business === '') continue
    if (isHeader(raw)) {
      lines.push({ line, raw, name, business, doubts: [{ type: 'header' }] })
      continue
    }
    people++
    const first = firstLineOf.get(comparable(name))
    if (first === undefined) firstLineOf.set(comparable(name), line)
    lines.push({ line, raw, name, business, doubts: doubtsOf({ name, business }, first, people) })
  }
  return lines
}

function readMember(raw: string): RosterMember {
  const cells = splitCells(raw.replace(LIST_MARK, ''))
  const name = cleanLine(cells.name)
  const business = cleanLine(cells.business)
  if (!PHONE_NUMBER.test(name)) return { name, business }
  return { name: '', business: business === '' ? name : `${name}, ${business}` }
}

/** Nobody is called that: whose number it is has to be asked. */
const PHONE_NUMBER = /^\+?\d[\d\s().-]{6,}$/

/** A table's head: nothing but titles of columns, and one of them is for names. */
function isHeader(raw: string): boolean {
  const titles = raw
    .split(/[\t;,،/|]|\s[-–—]\s/)
    .map((cell) => cleanLine(cell.replace(/["'.:*()#]/g, ' ')).toLowerCase())
    .filter((title) => title !== '')
  return titles.every((title) => COLUMN_TITLES.has(title)) && titles.some((t) => NAME_TITLE.test(t))
}

const comparable = (text: string): string => text.normalize('NFC').toLowerCase()

function doubtsOf(
  { name, business }: RosterMember,
  first: number | undefined,
  people: number,
): RosterDoubt[] {
  const { nameLength, businessLength, rosterLines } = LIMITS
  const doubts: RosterDoubt[] = []
  if (people > rosterLines) doubts.push({ type: 'tooManyLines', max: rosterLines })
  if (name === '') doubts.push({ type: 'noName' })
  else if (first !== undefined) doubts.push({ type: 'sameName', line: first })
  if (name.length > nameLength) {
    const shortened = shortenLine(name, nameLength)
    doubts.push({ type: 'nameTooLong', max: nameLength, shortened })
  }
  if (business.length > businessLength) {
    const shortened = shortenLine(business, businessLength)
    doubts.push({ type: 'businessTooLong', max: businessLength, shortened })
  }
  return doubts
}

/** The members that a roster yields as answered so far, in the order of its lines. */
export function rosterMembers(
  lines: readonly RosterLine[],
  answers: RosterAnswers = new Map(),
): RosterMember[] {
  const members = new Map<number, RosterMember>()
  for (const line of lines) {
    const answered = answers.get(line.line) ?? []
    const member = memberOf(line, answered)
    const same = line.doubts.find((doubt) => doubt.type === 'sameName')
    const samePerson = answered.some((answer) => answer.type === 'samePerson')
    const first = same && samePerson ? members.get(same.line) : undefined
    if (first) members.set(same?.line ?? 0, withBusiness(first, line.business))
    else if (member) members.set(line.line, member)
  }
  return [...members.values()]
}

/** Null where the line is not created, or not before it was answered. */
function memberOf(line: RosterLine, answered: readonly RosterAnswer[]): RosterMember | null {
  const said = (type: RosterAnswer['type']) => answered.some((answer) => answer.type === type)
  const member = { name: line.name, business: line.business }
  for (const doubt of line.doubts) {
    if (doubt.type === 'tooManyLines') return null
    if (doubt.type === 'header' && !said('isPerson')) return null
    if (doubt.type === 'nameTooLong' || doubt.type === 'businessTooLong') {
      if (!said('shorten')) return null
      member[doubt.type === 'nameTooLong' ? 'name' : 'business'] = doubt.shortened
    }
  }
  const named = answered.find((answer) => answer.type === 'name')
  if (named) member.name = shortenLine(cleanLine(named.name), LIMITS.nameLength)
  return member
}

/** A second business of one person; said twice, it stands once. */
function withBusiness(member: RosterMember, business: string): RosterMember {
  const known = member.business.split(', ').map(comparable)
  if (business === '' || known.includes(comparable(business))) return member
  const both = [member.business, business].filter((each) => each !== '').join(', ')
  return { ...member, business: shortenLine(both, LIMITS.businessLength) }
}
