/**
 * A page for looking at the board without a server: `npx vite --port 5199`, then /tests/harness/board.html.
 * `?lang=en`, `?legend`, `?who=pak-wawan|bu-ninik…|empty|crowded|odd`, `?read`, `?example`, `?mini`. Never shipped.
 */
import { StrictMode, useMemo, useState } from 'react'
import { createRoot } from 'react-dom/client'
import sample from '../../server/sample/guyub-rukun.json'
import { Board } from '../../src/board/Board.tsx'
import { LiveMiniCanvas } from '../../src/board/LiveMiniCanvas.tsx'
import { MiniCanvas } from '../../src/board/MiniCanvas.tsx'
import { en } from '../../src/i18n/en.ts'
import { id } from '../../src/i18n/id.ts'
import { LanguageContext } from '../../src/i18n/useMessages.ts'
import { addNote } from '../../src/model/doc/addNote.ts'
import type { EditContext } from '../../src/model/doc/edit.ts'
import { sharedNote } from '../../src/model/doc/schema.ts'
import type { NoteId, SeatId } from '../../src/model/ids.ts'
import { newNoteId } from '../../src/model/ids.ts'
import type { ZoneId } from '../../src/model/zones.ts'
import { isZoneId } from '../../src/model/zones.ts'
import type { PersonHere } from '../../src/sync/session.ts'
import { IconSprite } from '../../src/ui/Icon.tsx'
import { ToastProvider } from '../../src/ui/Toasts.tsx'
import '../../src/design/fonts.css'
import '../../src/design/tokens.css'
import '../../src/design/base.css'
import '../../src/design/notes.css'
import type { FakeRoom } from './fakeSession.ts'
import { createFakeRoom } from './fakeSession.ts'

const query = new URLSearchParams(location.search)
const lang = query.get('lang') === 'en' ? 'en' : 'id'
const who = query.get('who') ?? 'pak-wawan'
const OWNER = 'seat-w' as SeatId

const people: PersonHere[] = [
  {
    seat: OWNER,
    name: 'Pak Wawan',
    role: 'member',
    self: false,
    colour: 2,
    where: { tab: 'bmc', zone: 'customer-segments', device: 'phone' },
  },
  {
    seat: 'seat-s' as SeatId,
    name: 'Bu Sesilya',
    role: 'facilitator',
    self: false,
    colour: 3,
    where: { tab: 'bmc', zone: 'value-propositions', device: 'laptop' },
  },
  {
    seat: 'seat-self' as SeatId,
    name: 'Pak Dimas',
    role: 'mentor',
    self: true,
    colour: 4,
    where: { tab: 'bmc', device: 'laptop' },
  },
]
const NAMES: Record<string, string> = {
  'seat-w': 'Pak Wawan',
  'seat-s': 'Bu Sesilya',
  'seat-self': 'Pak Dimas',
}

function fill(room: FakeRoom): { name: string; business: string } {
  let minute = 0
  const context: EditContext = {
    seat: OWNER,
    now: () => new Date(2026, 6, 15, 9, 2 + minute++).getTime(),
    random: Math.random,
    newNoteId: () => newNoteId(),
  }
  const add = (zone: ZoneId, text: string, by = context): NoteId =>
    addNote(room.doc, { zone, text, example: true }, by).id
  if (who === 'empty') return { name: 'Bu Ninik', business: 'Tahu Walik Kasih' }
  const member = sample.members.find((each) => each.id === who) ?? sample.members[0]
  if (!member) throw new Error('no sample member')
  const zones = { ...member.example.bmc, ...member.example.swot } as Record<
    string,
    { text: { id: string; en: string }; restatesFinding?: boolean }[]
  >
  for (const [zone, notes] of Object.entries(zones)) {
    if (!isZoneId(zone)) continue
    for (const note of notes) {
      const made = add(zone, note.text[lang], {
        ...context,
        seat: minute % 5 === 3 ? ('seat-s' as SeatId) : OWNER,
      })
      if (note.restatesFinding) sharedNote(room.doc, made)?.set('finding', true)
    }
  }
  const view = room.session.view()
  const origin = view.zones['value-propositions'][0]
  const taken = view.zones.strengths[0]
  if (origin && taken) sharedNote(room.doc, taken)?.set('origin', origin)
  const edits = room.session.edits()
  const step = (zone: ZoneId, text: string, joins: readonly (NoteId | undefined)[]) => {
    const made = add(zone, text)
    edits?.joinNotes(
      made,
      joins.flatMap((note) => note ?? []),
    )
    return made
  }
  const { strengths, weaknesses, opportunities, threats } = view.zones
  const first = step('tows-so', 'Titip contoh keripik ke 3 toko oleh-oleh', [
    strengths[0],
    opportunities[1],
  ])
  edits?.setThisWeek(first)
  step('tows-so', 'Ikut bazar, ajak orang cicip gratis', [strengths[2], opportunities[0]])
  step('tows-wo', 'Catat uang tiap malam, sebelum titip ke toko', [weaknesses[1], opportunities[1]])
  step('tows-st', 'Tulis “tidak berminyak” besar di label', [strengths[0], threats[0]])
  step('tows-wt', 'Goreng sesuai pesanan waktu minyak mahal', [])
  const [tagged] = view.zones.channels
  if (tagged) edits?.tagNotes([tagged], { add: 'sudah jalan' })
  add('tray', 'Rasa daun jeruk')
  add('tray', 'Kirim ke luar kota?')
  if (who === 'crowded') {
    for (let index = 0; index < 40; index++)
      add('channels', `Titip di warung nomor ${index + 1} dekat pasar`)
    for (let index = 0; index < 14; index++)
      add(
        'customer-segments',
        `Pembeli kelompok ${index + 1} dari kampung sebelah yang sering lewat`,
      )
    for (let index = 0; index < 16; index++) add('strengths', `Hebatnya kita nomor ${index + 1}`)
    for (let index = 0; index < 12; index++) add('tray', `Ide lepas nomor ${index + 1}`)
  }
  if (who === 'odd') {
    add('key-partners', 'Panjangsekalitanpaspasiyangharusnyatidakmerusaktataletakpapan'.repeat(2))
    add('key-partners', 'ꦥꦱꦂ ꦭꦼꦒꦶ, ꦲꦩꦼꦂꦒꦶ ꦢꦶꦤꦠꦼꦤ꧀')
    add('channels', 'مرحبا بكم في السوق')
    add('channels', '🎉🎊 Promo 👨‍👩‍👧‍👦 keluarga 🥟🥟🥟')
    add(
      'cost-structure',
      'Baris satu\nBaris dua\nBaris tiga dengan kata ulang oleh-oleh dan anak-anak',
    )
    add('revenue-streams', 'x')
    add('value-propositions', 'Teks panjang sekali. '.repeat(40))
  }
  return { name: member.owner, business: member.business[lang] }
}

const room = createFakeRoom({ readOnly: query.has('read'), people })
const owner = fill(room)
Object.assign(window, { room })

function Page() {
  const [language, choose] = useState<'id' | 'en'>(lang)
  const choice = useMemo(
    () => ({ language, messages: language === 'id' ? id : en, choose }),
    [language],
  )
  return (
    <LanguageContext.Provider value={choice}>
      <IconSprite />
      <ToastProvider>
        {query.has('mini') ? (
          <div style={{ display: 'grid', gap: 20, padding: 20, justifyItems: 'start' }}>
            <div style={{ width: 250 }}>
              <LiveMiniCanvas session={room.session} />
            </div>
            <div style={{ width: 332 }}>
              <MiniCanvas view={room.session.view()} size="large" />
            </div>
          </div>
        ) : (
          <Board
            session={room.session}
            owner={{ seat: OWNER, ...owner }}
            example={query.has('example')}
            legend={LEGEND}
            suggestedTags={TAGS}
            nameOf={nameOf}
            onBack={query.has('noback') ? undefined : () => console.info('back')}
            onPrint={() => console.info('print')}
            menu={MENU}
          />
        )}
      </ToastProvider>
    </LanguageContext.Provider>
  )
}
const nameOf = (seat: SeatId) => NAMES[seat] ?? null
const LEGEND = query.has('legend') ? { daun: 'sudah jalan', kunyit: 'masih ide' } : {}
const TAGS = ['halal', 'kemasan', 'online']
const MENU = query.has('menu')
  ? [{ key: 'lang', icon: 'globe', label: 'English', onChoose() {} }]
  : undefined

const app = document.getElementById('app')
if (app) {
  createRoot(app).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  )
}
