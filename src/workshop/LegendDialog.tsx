import type { FormEvent } from 'react'
import { useState } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import type { NoteColour } from '../model/colours.ts'
import { NOTE_COLOURS } from '../model/colours.ts'
import { LIMITS } from '../model/limits.ts'
import { sameValue } from '../model/sameValue.ts'
import { cleanTags } from '../model/tags.ts'
import type { Legend } from '../model/workshop.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { PaperMark } from '../ui/PaperMark.tsx'
import { DialogFooter } from './DialogFooter.tsx'
import type { Room } from './FacilitatorRoom.tsx'
import styles from './LegendDialog.module.css'
import { TagList } from './TagList.tsx'
import { useFacilitatorMessages } from './useFacilitatorMessages.ts'

/** What colours of paper mean in this workshop, and which tags it suggests: everybody's canvases show both. */
export function LegendDialog({ room, onClose }: { room: Room; onClose(): void }) {
  const { common } = useMessages()
  const words = useFacilitatorMessages().legend
  const [before] = useState(room.plan.view)
  const [legend, setLegend] = useState<Legend>(before.legend)
  const [tags, setTags] = useState(before.tags)
  const [typed, setTyped] = useState('')
  const save = (event: FormEvent) => {
    event.preventDefault()
    // A tag that was typed and not yet added is meant too.
    const all = cleanTags([...tags, typed], LIMITS.tagsOfWorkshop)
    room.plan.editDetails?.({
      legend: changed(legend, before.legend),
      ...(sameValue(all, before.tags) ? {} : { tags: all }),
    })
    onClose()
  }
  return (
    <Dialog title={words.title} shape="wide" onClose={onClose}>
      <form className={styles.form} onSubmit={save}>
        <section>
          <h3>{words.colours}</h3>
          <p className={styles.hint}>{words.coloursHint}</p>
          <ul className={styles.colours}>
            {NOTE_COLOURS.map((colour) => (
              <li key={colour}>
                <label>
                  <span className={`${styles.paper} paper-${colour}`}>
                    <PaperMark colour={colour} size={12} className={styles.mark} />
                    {common.colours[colour]}
                  </span>
                  <input
                    value={legend[colour] ?? ''}
                    maxLength={LIMITS.colourNameLength}
                    placeholder={words.noMeaning}
                    autoComplete="off"
                    onChange={(event) => setLegend({ ...legend, [colour]: event.target.value })}
                  />
                </label>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h3>{words.tags}</h3>
          <p className={styles.hint}>{words.tagsHint}</p>
          <TagList tags={tags} onChange={setTags} typed={typed} onType={setTyped} />
        </section>
        <DialogFooter onCancel={onClose}>
          <Button look="primary" size="touch" type="submit">
            {common.save}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  )
}

/** Only what was changed here: another facilitator may be naming another colour. */
const changed = (now: Legend, before: Legend): Legend =>
  Object.fromEntries(
    NOTE_COLOURS.flatMap((colour): [NoteColour, string][] => {
      const name = now[colour] ?? ''
      return name === (before[colour] ?? '') ? [] : [[colour, name]]
    }),
  )
