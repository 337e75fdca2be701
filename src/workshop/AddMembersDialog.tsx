import { useCallback, useDeferredValue, useId, useMemo, useState } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import { LIMITS } from '../model/limits.ts'
import { rosterMembers } from '../model/roster.ts'
import type { SeatList } from '../protocol/api.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './AddMembersDialog.module.css'
import { membersDraft, readRosterDraft } from './createDraft.ts'
import type { Room } from './FacilitatorRoom.tsx'
import { RosterPanel } from './RosterPanel.tsx'
import { RosterText } from './RosterText.tsx'
import type { KeyedLine } from './rosterDraft.ts'
import { answersByLine, emptyRoster, leftOver, readRoster } from './rosterDraft.ts'
import { useServices } from './services.ts'
import type { Trouble } from './trouble.ts'
import { troubleText } from './trouble.ts'
import { useDraft } from './useDraft.ts'
import { useFacilitatorMessages } from './useFacilitatorMessages.ts'

type AddMembersDialogProps = {
  room: Room
  onAdded(list: SeatList): void
  onClose(): void
}

/** A further list, pasted as at the beginning. What does not become a member stays here for the next time. */
export function AddMembersDialog({ room, onAdded, onClose }: AddMembersDialogProps) {
  const { common, workshop } = useMessages()
  const words = useFacilitatorMessages().roster
  const { api } = useServices()
  const draft = useDraft(membersDraft(room.seat.workshop), readRosterDraft)
  const value = draft.value ?? emptyRoster
  const deferred = useDeferredValue(value)
  const lines = useMemo(() => readRoster(deferred), [deferred])
  const limits = room.seat.limits ?? LIMITS
  const [adding, setAdding] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | 'nothing' | null>(null)
  const title = useId()
  const setText = useCallback(
    (text: string) => draft.change((before) => ({ ...before, text })),
    [draft.change],
  )

  const add = async (read: readonly KeyedLine[]) => {
    const members = rosterMembers(read, answersByLine(read))
    if (members.length === 0) {
      setTrouble('nothing')
      return
    }
    setTrouble(null)
    setAdding(true)
    const answer = await api.addMembers(room.seat.capability, members)
    setAdding(false)
    if (!answer.ok) {
      setTrouble(answer.error)
      return
    }
    onAdded(answer.value)
    const left = leftOver(read)
    if (left.length === 0) await draft.remove()
    else draft.change(() => ({ text: left.join('\n'), answers: {} }))
    if (left.length === 0) onClose()
  }
  const problem =
    trouble === 'nothing'
      ? words.nothingToAdd
      : trouble?.type === 'tooManyMembers'
        ? words.workshopFull(limits.membersInWorkshop)
        : trouble && troubleText(trouble, workshop)
  return (
    <Dialog shape="full" title={words.add} titleHidden onClose={onClose}>
      <div className={styles.screen}>
        <div className={styles.top}>
          <h2 id={title}>{words.add}</h2>
          <p>{words.hint}</p>
          <IconButton icon="close" size="touch" label={common.close} onClick={onClose} />
        </div>
        <div className={styles.columns}>
          <section className={styles.text}>
            {draft.value && (
              <RosterText
                text={value.text}
                lines={lines}
                labelledBy={title}
                autoFocus
                onChange={setText}
              />
            )}
          </section>
          <RosterPanel
            lines={lines}
            onChange={draft.change}
            news={
              problem && (
                <Notice tone="soft" icon="bulb">
                  {problem}
                </Notice>
              )
            }
          >
            <Button
              look="primary"
              size="main"
              icon="user-plus"
              disabled={adding}
              onClick={() => void add(lines)}
            >
              {adding ? words.adding : words.add}
            </Button>
          </RosterPanel>
        </div>
      </div>
    </Dialog>
  )
}
