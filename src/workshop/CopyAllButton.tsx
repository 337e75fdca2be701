import { useState } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import type { Member } from '../model/workshop.ts'
import { Button } from '../ui/Button.tsx'
import { copyText } from '../ui/copyText.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { CopyByHand } from './CopyByHand.tsx'
import type { Trouble } from './trouble.ts'
import { troubleText } from './trouble.ts'
import { useFacilitatorMessages } from './useFacilitatorMessages.ts'
import type { Links } from './useLinks.ts'

type CopyAllButtonProps = {
  members: readonly Member[]
  /** Null while there is no address that others can reach. */
  links: Links | null
  onDone(): void
}

/** Every member's link as a list for a chat or a spreadsheet: a name, its link, one a line. */
export function CopyAllButton({ members, links, onDone }: CopyAllButtonProps) {
  const { common, workshop } = useMessages()
  const words = useFacilitatorMessages().links
  const toast = useToast()
  const [done, setDone] = useState<number | null>(null)
  const [byHand, setByHand] = useState<string | null>(null)
  const copyAll = async () => {
    if (!links) return
    setDone(0)
    const made = await linksOf(members, links, words.nameMissing, setDone)
    setDone(null)
    onDone()
    if (!made.ok) {
      toast({ icon: 'signal-off', text: troubleText(made.error, workshop) })
      return
    }
    if (await copyText(made.text)) toast({ icon: 'check', text: words.copiedAll(members.length) })
    else setByHand(made.text)
  }
  return (
    <>
      <Button icon="copy" disabled={done !== null || !links} onClick={() => void copyAll()}>
        {done === null ? words.copyAll : words.copyingAll(done, members.length)}
      </Button>
      {byHand !== null && (
        <Dialog title={words.copyAllTitle} onClose={() => setByHand(null)}>
          <CopyByHand text={byHand} rows={10} />
          <Button
            look="primary"
            size="touch"
            icon="copy"
            onClick={() =>
              // A fresh press: browsers that refused after the long wait allow it now.
              void copyText(byHand).then((copied) => {
                if (!copied) return
                setByHand(null)
                toast({ icon: 'check', text: words.copiedAll(members.length) })
              })
            }
          >
            {words.copyAll}
          </Button>
          <Button look="quiet" size="touch" onClick={() => setByHand(null)}>
            {common.close}
          </Button>
        </Dialog>
      )}
    </>
  )
}

type Made = { ok: true; text: string } | { ok: false; error: Trouble }

/** So many are asked for at once: quick for a hall full of people, and no flood for the server. */
const AT_ONCE = 6

/** In the order of the roster; what was made before an interruption is kept for the next press. */
async function linksOf(
  members: readonly Member[],
  links: Links,
  noName: string,
  onProgress: (done: number) => void,
): Promise<Made> {
  const lines: string[] = []
  const known = await links.forgetRevoked()
  if (!known.ok) return known
  for (let start = 0; start < members.length; start += AT_ONCE) {
    const group = members.slice(start, start + AT_ONCE)
    const made = await Promise.all(group.map((member) => links.of(member.seat)))
    for (const [index, link] of made.entries()) {
      if (!link.ok) return link
      const { name, business } = group[index] as Member
      const who = [name || noName, business].filter(Boolean).join(', ')
      lines.push(`${who}: ${link.value}`)
    }
    onProgress(lines.length)
  }
  return { ok: true, text: lines.join('\n') }
}
