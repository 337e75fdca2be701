import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readImports, resolveSpecifier, specifiersIn } from './imports.ts'
import { barrels, cycles, wrongArrows } from './layers.ts'

const imports = readImports(['src', 'server'])

describe('the source tree', () => {
  it('is read whole: every relative import leads to a file that exists', () => {
    const broken = [...imports].flatMap(([file, targets]) =>
      targets
        .filter((target) => /^(src|server)\//.test(target) && !existsSync(target))
        .map((target) => `${file} → ${target}`),
    )
    expect(broken).toEqual([])
    expect(imports.get('src/model/doc/readCanvas.ts')).toContain('yjs')
  })

  it('has arrows that point down only', () => {
    expect(wrongArrows(imports)).toEqual([])
  })

  it('has no import cycles', () => {
    expect(cycles(imports)).toEqual([])
  })

  it('has no index files: one imports the file that holds the thing', () => {
    expect(barrels(imports)).toEqual([])
  })
})

describe('the check itself', () => {
  const arrow = (from: string, to: string) => wrongArrows(new Map([[from, [to]]]))

  it.each([
    ['src/model/note.ts', 'src/board/Note.tsx'],
    ['src/model/note.ts', 'src/model/doc/schema.ts'],
    ['src/model/note.ts', 'yjs'],
    ['src/model/note.ts', 'node:fs'],
    ['src/model/doc/schema.ts', 'y-protocols'],
    ['src/protocol/messages.ts', 'src/sync/session.ts'],
    ['src/board/Board.tsx', 'src/workshop/Roster.tsx'],
    ['src/storage/device.ts', 'src/sync/session.ts'],
    ['src/ui/Dialog.tsx', 'src/print/PrintDialog.tsx'],
    ['src/board/Board.tsx', 'yjs'],
    ['src/board/Note.tsx', '@dnd-kit/core'],
    ['src/app/main.tsx', 'server/main.ts'],
    ['server/room.ts', 'src/i18n/id.ts'],
    ['server/room.ts', 'react'],
    ['src/helpers/thing.ts', 'src/model/note.ts'],
  ])('refuses %s → %s', (from, to) => {
    expect(arrow(from, to)).toHaveLength(1)
  })

  it.each([
    ['src/app/main.tsx', 'src/workshop/Roster.tsx'],
    ['src/board/Board.tsx', 'src/model/note.ts'],
    ['src/sync/openRoom.ts', 'src/storage/device.ts'],
    ['src/print/PrintDialog.tsx', 'src/ui/Dialog.tsx'],
    ['src/board/drag/useDragNote.ts', '@dnd-kit/core'],
    ['src/model/doc/schema.ts', 'yjs'],
    ['server/room.ts', 'src/model/doc/schema.ts'],
    ['server/room.ts', 'yjs'],
  ])('admits %s → %s', (from, to) => {
    expect(arrow(from, to)).toEqual([])
  })

  it('names a cycle through three files', () => {
    const circle = new Map([
      ['src/model/a.ts', ['src/model/b.ts']],
      ['src/model/b.ts', ['src/model/c.ts']],
      ['src/model/c.ts', ['src/model/a.ts']],
    ])
    expect(cycles(circle)).toEqual([
      'src/model/a.ts → src/model/b.ts → src/model/c.ts → src/model/a.ts',
    ])
  })

  it('sees every way to import, and none that is only a comment', () => {
    const source = `
      import React, {
        type ReactNode,
      } from 'react'
      import type { Note } from '../model/note.ts'
      export { moveNote } from './moveNote.ts'
      import './Note.module.css'
      // import '../workshop/Roster.tsx'
      /* import '../workshop/Roster.tsx' */
      const print = () => import('../print/page.ts')
      new Worker(new URL('./pdf.worker.ts', import.meta.url), { type: 'module' })
      const address = 'https://example.org' // from 'nowhere'
    `
    expect(specifiersIn(source).sort()).toEqual(
      [
        './Note.module.css',
        './moveNote.ts',
        './pdf.worker.ts',
        '../model/note.ts',
        '../print/page.ts',
        'react',
      ].sort(),
    )
  })

  it('reads a specifier as a path from the root or as a package', () => {
    expect(resolveSpecifier('src/print/pdf/face.ts', '../face.ttf?url')).toBe('src/print/face.ttf')
    expect(resolveSpecifier('src/print/pdf.ts', '@dnd-kit/core/dist/x.js')).toBe('@dnd-kit/core')
    expect(resolveSpecifier('src/sync/open.ts', 'y-protocols/sync')).toBe('y-protocols')
  })
})
